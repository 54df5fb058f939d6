//! Small files that were made to fill a memory, or to take an hour: each is kept, and no more than the agreed memory is
//! taken for it. Each is looked at by a process of its own, so that its peak can be told.

use std::{env, fs, process::Command, thread};

use pilot_domain::attachment::{AttachmentKind, NotShown};
use pilot_media::look;

/// Over what the process had before, the file itself included.
const MOST_MEGABYTES: u64 = 256;

#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Shown,
    TooLarge,
    Unreadable,
}

/// A test for each kind.
macro_rules! bombs {
    ($($format:ident { $($kind:ident => $outcome:ident,)* })*) => {
        $(mod $format {
            $(#[test] fn $kind() {
                let name = concat!("bombs::each::", stringify!($format), "::", stringify!($kind));
                crate::bombs::run(name, crate::$format::$kind, crate::bombs::Outcome::$outcome, 1);
            })*
        })*
    };
}

mod each {
    bombs! {
        png {
            claims_more_points_than_any_memory_holds => TooLarge,
            profile_of_gigabytes => Shown,
            hundred_profiles => Shown,
            compressed_text_of_gigabytes => Shown,
            compressed_international_texts => Shown,
            points_inflate_to_more_than_declared => Shown,
            millions_of_tiny_chunks => Shown,
            points_in_pieces_of_one_byte => Shown,
            interlaced_and_huge => TooLarge,
            eight_bytes_for_each_point => TooLarge,
            one_bit_for_each_point => Shown,
            moves_through_frames_without_number => Shown,
            chunk_longer_than_the_file => Unreadable,
            page_behind_the_picture => Shown,
        }
        gif {
            claims_a_huge_canvas => TooLarge,
            two_frames_of_a_hundred_million_points => TooLarge,
            frames_that_fill_it_within_the_limits => Shown,
            frame_larger_than_its_canvas => TooLarge,
            codes_that_grow => Shown,
            blocks_without_an_end => Shown,
            comments_without_number => Shown,
        }
        jpeg {
            claims_the_longest_sides => TooLarge,
            twenty_thousand_points_square => TooLarge,
            thousands_of_scans => TooLarge,
            as_many_scans_as_are_taken => Shown,
            restarts_at_every_block => Shown,
            four_parts_sampled_sixteenfold_in_scans => TooLarge,
            sampled_out_of_all_measure => Unreadable,
            sampled_four_by_four => Shown,
            tables_without_number => Shown,
            cut_off_behind_its_head => Shown,
            profile_in_255_parts => Shown,
            notes_within_notes => Shown,
            small_copy_in_its_head => Shown,
            segment_longer_than_the_file => Unreadable,
            film_behind_the_picture => Shown,
        }
        webp {
            claims_the_largest_canvas => Unreadable,
            longest_sides_without_loss => TooLarge,
            largest_within_the_limits_without_loss => Shown,
            frame_larger_than_its_canvas => Unreadable,
            claims_the_longest_sides_with_loss => TooLarge,
            moves_through_frames_without_number => Shown,
            moving_frame_larger_than_its_canvas => Unreadable,
            profile_of_four_gigabytes => Unreadable,
            containers_within_containers => Unreadable,
            codes_without_number => TooLarge,
        }
    }
}

#[test]
fn six_at_once() {
    run("bombs::six_at_once", crate::gif::frames_that_fill_it_within_the_limits, Outcome::Shown, 6);
}

/// Runs this very test again as a process that looks at the file so many times at once, and reads its peak.
fn run(test: &str, file: fn() -> Vec<u8>, outcome: Outcome, times: usize) {
    if env::var_os("LOOKS_AT_A_BOMB").is_some() {
        return look_at(&file(), &outcome, times);
    }
    let own = env::current_exe().unwrap();
    let output = Command::new(own)
        .args([test, "--exact", "--nocapture"])
        .env("LOOKS_AT_A_BOMB", "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    let peak = said.split_once("peak ").and_then(|(_, rest)| rest.split_whitespace().next());
    let megabytes = peak.and_then(|peak| peak.parse::<u64>().ok()).unwrap() >> 10;
    println!("{test}: {megabytes} MB");
    assert!(megabytes <= MOST_MEGABYTES, "{megabytes} MB");
}

fn look_at(file: &[u8], outcome: &Outcome, times: usize) {
    // From here on the peak is counted anew.
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = memory("VmRSS:");
    thread::scope(|scope| {
        for _ in 0..times {
            scope.spawn(|| {
                let looked = look(file.to_vec(), false, &|| true);
                let facts = &looked.facts;
                let is = match facts.not_shown {
                    None => Outcome::Shown,
                    Some(NotShown::TooLarge) => Outcome::TooLarge,
                    Some(NotShown::Unreadable) => Outcome::Unreadable,
                };
                assert_eq!(&is, outcome);
                assert_eq!(facts.kind == AttachmentKind::Picture, is == Outcome::Shown);
                assert_eq!(looked.thumbnail.is_some(), is == Outcome::Shown);
            });
        }
    });
    println!("peak {} kB", memory("VmHWM:").saturating_sub(before));
}

/// In kilobytes.
fn memory(line: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let rest = status.lines().find_map(|found| found.strip_prefix(line)).unwrap();
    rest.split_whitespace().next().unwrap().parse().unwrap()
}
