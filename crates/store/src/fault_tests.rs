//! Whatever is done to the files may stop at any system call: the program is killed there, the disk is full from there
//! on, or that one call fails. Each time the data opens afterwards, by what the person knows.
//!
//! The work is done in a process of its own, under strace, which makes the calls fail. The same process is what
//! looks afterwards, so that it has the same keychain.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod keychain;
mod power;
mod strace;
mod works;

use std::{env, path::Path};

use keychain::Keychain;
use power::cut_everywhere;
use strace::{Outcome, Runner, make_calls_before, stop_at, stop_everywhere};
use works::{CAUSES, FIRST_CAUSE, LOCKS, work};

/// Names the work, the step of it and the folder for the process that does it.
const STEP: &str = "PILOT_LIGHT_FAULT_TEST";

/// One of so many: each call goes wrong, in one or two of the three ways. In all of them in the long run.
const EVERY_CALL: usize = 2;

/// The process that does a step of some work.
#[test]
fn the_process() {
    let Ok(step) = env::var(STEP) else { return };
    let mut parts = step.split('|');
    let (step, name, folder) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
    let with: Vec<&str> = parts.collect();
    let (work, folder) = (work(name), Path::new(folder));
    match step {
        "prepare" => (work.prepare)(folder, &with),
        "act" => {
            make_calls_before();
            let outcome = (work.act)(folder, &with);
            std::process::exit(if outcome.is_ok() { Outcome::DONE } else { Outcome::REFUSED });
        }
        outcome => (work.check)(folder, &with, Outcome::named(outcome)),
    }
}

#[test]
fn a_first_run_that_stops_begins_again() {
    stop_at("first run", &["none"], None, 4);
}

#[test]
fn a_change_of_lock_leaves_a_way_in() {
    let keychain = Keychain::start();
    for former in LOCKS {
        for next in LOCKS {
            stop_at("lock", &[former, next], keychain.as_ref(), EVERY_CALL);
        }
    }
}

#[test]
fn a_new_recovery_key_leaves_a_way_in() {
    stop_everywhere("recovery key", &[], None);
}

#[test]
fn a_new_key_for_the_data_leaves_a_way_in() {
    stop_at("rotation", &["passphrase", "passphrase"], None, EVERY_CALL);
    let keychain = Keychain::start();
    stop_at("rotation", &["keychain", "keychain"], keychain.as_ref(), 5);
}

#[test]
fn an_older_file_is_brought_up_to_date_or_left() {
    stop_at("migration", &["1"], None, 4);
}

#[test]
fn emptying_the_bin_takes_nothing_else() {
    stop_at("bin", &[], None, EVERY_CALL);
}

#[test]
fn what_is_set_aside_lies_together() {
    stop_everywhere("set aside", &[], None);
}

#[test]
fn saves_that_are_lost_are_told_wherever_the_opening_stops() {
    stop_everywhere("lost saves", &[], None);
}

#[test]
fn what_is_exported_is_whole_and_touches_nothing_else() {
    for lies_there in ["page.md", "page.txt"] {
        stop_everywhere("export", &[lies_there], None);
    }
}

#[test]
fn what_can_be_read_takes_the_place_of_a_damaged_file_which_stays() {
    stop_at("readable", &[], None, 5);
}

#[test]
fn what_is_written_is_there_once_it_is_acknowledged() {
    stop_everywhere("writing", &[], None);
}

#[test]
fn what_keeps_the_disk_from_taking_it_is_told_by_its_cause() {
    let place = tempfile::tempdir().unwrap();
    let Some(runner) = Runner::new("writing, and why not", &[], None) else { return };
    runner.prepared(place.path());
    for (fault, told) in [
        ("fsync,fdatasync:error=ENOSPC:when=1+", "DiskFull"),
        ("pwrite64,fsync,fdatasync:error=ENOSPC:when=1+", "DiskFull"),
        ("pwrite64,fsync,fdatasync:error=EDQUOT:when=1+", "QuotaReached"),
        ("pwrite64,fsync,fdatasync:error=EROFS:when=1+", "ReadOnly"),
        ("flock:error=ENOLCK:when=1+", "NoLocks"),
        ("flock:error=EOPNOTSUPP:when=1+", "NoLocks"),
    ] {
        let inject = format!("inject={fault}");
        let acted =
            runner.run("act", place.path(), &["strace", "-f", "-qq", "-o", "/dev/null", "-e", &inject]);
        let cause = acted.status.code().unwrap() - FIRST_CAUSE;
        assert_eq!(usize::try_from(cause).ok().and_then(|cause| CAUSES.get(cause)), Some(&told), "{fault}");
    }
}

#[test]
fn what_was_acknowledged_outlives_a_power_cut() {
    cut_everywhere("writing much", &[]);
}

#[test]
fn what_is_done_to_the_files_outlives_a_power_cut() {
    for (work, with) in [
        ("first run", &["none"][..]),
        ("lock", &["none", "passphrase"]),
        ("lock", &["passphrase", "none"]),
        ("recovery key", &[]),
        ("rotation", &["none", "passphrase"]),
        ("migration", &["1"]),
        ("bin", &[]),
        ("set aside", &[]),
        ("lost saves", &[]),
        ("readable", &[]),
        ("export", &["page.md"]),
    ] {
        cut_everywhere(work, with);
    }
}
