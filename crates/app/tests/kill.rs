//! `kill -9` at random moments while writing: every acknowledged save is there, the file opens, nothing is
//! reported damaged.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "the copy that writes is told its folder by a variable")]

use std::{
    env,
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use pilot_app::{
    Core, LockChoice, Status, SystemClock,
    domain::{EntryId, entry::EntryDraft},
};

const ROUNDS: u64 = 200;
/// Names the folder for the copy of this test that writes and is killed.
const WRITER: &str = "PILOT_LIGHT_KILL_TEST_FOLDER";

#[test]
fn every_acknowledged_save_outlives_a_kill() {
    if let Some(folder) = env::var_os(WRITER) {
        write_for_ever(Path::new(&folder));
    }
    let folder = tempfile::tempdir().unwrap();
    let core = Core::start(folder.path(), SystemClock);
    core.create_profile(LockChoice::None).unwrap();
    drop(core);
    let mut acknowledged: Vec<(EntryId, String)> = Vec::new();
    for round in 0..ROUNDS {
        let mut writer = Command::new(env::current_exe().unwrap())
            .args(["every_acknowledged_save_outlives_a_kill", "--exact", "--nocapture"])
            .env(WRITER, folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines().map_while(Result::ok);
        // Killed while it writes, not while it starts.
        let first = lines.by_ref().find_map(|line| acknowledgement(&line)).expect("the writer wrote nothing");
        acknowledged.push(first);
        // Spread over the milliseconds that a few saves take.
        thread::sleep(Duration::from_micros((round * 7919) % 15_000));
        writer.kill().unwrap();
        writer.wait().unwrap();
        acknowledged.extend(lines.filter_map(|line| acknowledgement(&line)));
        let core = Core::start(folder.path(), SystemClock);
        let status = core.get_status().unwrap();
        assert!(matches!(status, Status::Open { lost_saves: None, .. }), "round {round}: {status:?}");
        for (id, text) in acknowledged.iter().rev().take(50) {
            let entry = core.get_entry(*id).unwrap_or_else(|error| panic!("round {round}: {error}"));
            assert_eq!(entry.text, *text, "round {round}");
        }
    }
    let core = Core::start(folder.path(), SystemClock);
    for (id, text) in &acknowledged {
        assert_eq!(core.get_entry(*id).unwrap().text, *text);
    }
    println!("{ROUNDS} kills, {} acknowledged saves, all there", acknowledged.len());
}

fn acknowledgement(line: &str) -> Option<(EntryId, String)> {
    let (id, text) = line.strip_prefix("kept ")?.strip_suffix(" .")?.split_once(' ')?;
    Some((EntryId(id.parse().ok()?), text.to_owned()))
}

fn write_for_ever(folder: &Path) -> ! {
    let core = Core::start(folder, SystemClock);
    let mut out = std::io::stdout();
    for number in 0u64.. {
        let text = format!("line {number} {}", "grey ".repeat(usize::try_from(number % 300).unwrap()));
        let draft = EntryDraft { text: text.clone(), ..EntryDraft::default() };
        let saved = core.save_entry(draft).unwrap().value.id;
        writeln!(out, "kept {} {text} .", saved.0).unwrap();
    }
    unreachable!("u64 ran out")
}
