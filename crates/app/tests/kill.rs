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

use pilot_app::{Core, SystemClock};
use serde_json::{Value, json};

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
    core.call("create_profile", json!({ "lock": "none" })).unwrap();
    drop(core);
    let mut acknowledged: Vec<(i64, String)> = Vec::new();
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
        let status = core.call("get_status", Value::Null).unwrap().json();
        assert_eq!(
            (&status["state"], &status["lost_saves"]),
            (&json!("open"), &Value::Null),
            "round {round}"
        );
        for (id, text) in acknowledged.iter().rev().take(50) {
            let entry =
                core.call("get_entry", json!(id)).unwrap_or_else(|error| panic!("round {round}: {error}"));
            assert_eq!(entry.json()["text"], json!(text), "round {round}");
        }
    }
    let core = Core::start(folder.path(), SystemClock);
    for (id, text) in &acknowledged {
        assert_eq!(core.call("get_entry", json!(id)).unwrap().json()["text"], json!(text));
    }
    println!("{ROUNDS} kills, {} acknowledged saves, all there", acknowledged.len());
}

fn acknowledgement(line: &str) -> Option<(i64, String)> {
    let (id, text) = line.strip_prefix("kept ")?.strip_suffix(" .")?.split_once(' ')?;
    Some((id.parse().ok()?, text.to_owned()))
}

fn write_for_ever(folder: &Path) -> ! {
    let core = Core::start(folder, SystemClock);
    let mut out = std::io::stdout();
    for number in 0u64.. {
        let text = format!("line {number} {}", "grey ".repeat(usize::try_from(number % 300).unwrap()));
        let entry = core.call("save_entry", json!({ "id": null, "on": null, "text": text })).unwrap().json();
        writeln!(out, "kept {} {text} .", entry["id"]).unwrap();
    }
    unreachable!("u64 ran out")
}
