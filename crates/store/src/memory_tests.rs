//! What of a key, and of what was typed, lies in the memory of a process that opened the data: while it is open, and after
//! it was closed. The memory is read from outside, by the process that started it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    env,
    fs::{self, File},
    io::{BufRead as _, BufReader, Read as _, Write as _},
    os::unix::fs::FileExt as _,
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
};

use argon2::{Algorithm, Argon2, Block, Params, Version};
use data_encoding::HEXLOWER;
use zeroize::Zeroizing;

use crate::{
    Error, Lock, Profile,
    key::random,
    tests::{create, write},
};

const FOLDER: &str = "PILOT_LIGHT_MEMORY_TEST";
/// Signs of the passphrase.
const LENGTH: usize = 32;
/// What is looked for is looked for in pieces: of what was let go of unwiped, the beginning is soon written over, and the
/// rest is not.
const PIECE: usize = 16;

/// The process that is looked into.
#[test]
fn the_process() {
    let Ok(folder) = env::var(FOLDER) else { return };
    // Not through the buffer of the standard library, which keeps what it read.
    let mut input = File::open("/dev/stdin").unwrap();
    let mut typed = Box::new(Zeroizing::new([0; LENGTH]));
    input.read_exact(&mut **typed).unwrap();
    let passphrase = std::str::from_utf8(&**typed).unwrap();
    let profile = Profile::claim(Path::new(&folder)).unwrap();
    let keys = profile.key_file().unwrap().unwrap();
    assert!(matches!(keys.open_with("another one"), Err(Error::WrongPassphrase)));
    let key = keys.open_with(passphrase).unwrap();
    let mut store = profile.open(&key).unwrap();
    write(&mut store, "a heron");
    profile.file_check(&key).damaged_pages().unwrap();
    let lock = Lock::Passphrase(Zeroizing::new(passphrase.to_owned()));
    profile.change_lock(&key, &lock).unwrap();
    drop(lock);
    say_and_wait("open", &mut input);
    drop((store, key, keys, profile, typed));
    say_and_wait("closed", &mut input);
}

fn say_and_wait(word: &str, input: &mut File) {
    println!("\n{word}");
    input.read_exact(&mut [0]).unwrap();
}

#[test]
fn a_key_lies_in_locked_memory_and_nothing_of_it_is_left_once_the_data_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let passphrase = Zeroizing::new(HEXLOWER.encode(&random::<16>().unwrap()));
    let profile = Profile::claim(folder.path()).unwrap();
    let (store, key) = create(&profile, &Lock::Passphrase(passphrase.clone())).unwrap();
    drop((store, profile));

    let mut needles = pieces("data key", key.bytes());
    needles.extend(pieces("data key in hexadecimal", HEXLOWER.encode(key.bytes()).as_bytes()));
    needles.extend(pieces("passphrase", passphrase.as_bytes()));
    let signs: Vec<u8> = passphrase.chars().flat_map(|sign| u32::from(sign).to_le_bytes()).collect();
    needles.extend(pieces("passphrase, sign by sign", &signs));
    needles.extend(stretched(folder.path(), &passphrase));
    let mut process = Process::start(folder.path(), &passphrase);
    process.until("open");
    // The lock it was changed to.
    needles.extend(stretched(folder.path(), &passphrase));
    let open = process.found(&needles);
    let held = process.flags_at(open[0][0]);
    process.go_on();
    process.until("closed");
    let closed = process.found(&needles);
    process.go_on();
    assert!(process.child.wait().unwrap().success());

    for ((name, _), at) in needles.iter().zip(&open) {
        // The data key itself, and what the test holds of what was typed.
        let is_held = ["data key", "passphrase"].contains(name);
        assert_eq!(at.len(), usize::from(is_held), "{name}, while it is open");
    }
    let is_so = |flag: &str| held.iter().any(|one| one == flag);
    assert!(is_so("lo") && is_so("dd"), "locked, and in no dump: {held:?}");
    for ((name, _), at) in needles.iter().zip(&closed) {
        assert!(at.is_empty(), "{name}, after it was closed");
    }
}

type Needle = (&'static str, Vec<u8>);

fn pieces(name: &'static str, bytes: &[u8]) -> Vec<Needle> {
    bytes.chunks_exact(PIECE).map(|piece| (name, piece.to_vec())).collect()
}

/// What Argon2 makes of a passphrase, and the block it makes it of.
fn stretched(folder: &Path, passphrase: &str) -> Vec<Needle> {
    let keys: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.join("keys.json")).unwrap()).unwrap();
    let number = |name: &str| u32::try_from(keys["lock"][name].as_u64().unwrap()).unwrap();
    let params = Params::new(number("memory_kib"), number("passes"), number("lanes"), Some(32)).unwrap();
    let salt = HEXLOWER.decode(keys["lock"]["salt"].as_str().unwrap().as_bytes()).unwrap();
    let mut blocks = vec![Block::default(); params.block_count()];
    let mut key = vec![0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(passphrase.as_bytes(), &salt, &mut key, &mut blocks)
        .unwrap();
    let last: Vec<u8> = blocks.last().unwrap().as_ref().iter().flat_map(|word| word.to_le_bytes()).collect();
    [pieces("key of the passphrase", &key), pieces("block of Argon2", &last[last.len() - 64..])].concat()
}

struct Process {
    child: Child,
    said: BufReader<ChildStdout>,
}

impl Process {
    fn start(folder: &Path, passphrase: &str) -> Self {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["memory_tests::the_process", "--exact", "--nocapture", "--test-threads=1"])
            .env(FOLDER, folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.as_mut().unwrap().write_all(passphrase.as_bytes()).unwrap();
        let said = BufReader::new(child.stdout.take().unwrap());
        Process { child, said }
    }

    fn until(&mut self, word: &str) {
        let mut line = String::new();
        while line.trim() != word {
            line.clear();
            assert_ne!(self.said.read_line(&mut line).unwrap(), 0, "it ended before it was {word}");
        }
    }

    fn go_on(&mut self) {
        self.child.stdin.as_mut().unwrap().write_all(b"\n").unwrap();
    }

    fn proc(&self, file: &str) -> String {
        format!("/proc/{}/{file}", self.child.id())
    }

    /// Where each lies in the memory that can be written to.
    fn found(&self, needles: &[Needle]) -> Vec<Vec<u64>> {
        let memory = File::open(self.proc("mem")).unwrap();
        let mut found = vec![Vec::new(); needles.len()];
        for line in fs::read_to_string(self.proc("maps")).unwrap().lines() {
            let (start, end) = range(line);
            let mut bytes = vec![0; usize::try_from(end - start).unwrap()];
            // Some of the kernel's own cannot be read.
            if !line.contains(" rw") || memory.read_exact_at(&mut bytes, start).is_err() {
                continue;
            }
            for (place, window) in bytes.windows(PIECE).enumerate() {
                // Most of it is empty.
                if window[0] == 0 && window[1] == 0 {
                    continue;
                }
                for ((_, needle), at) in needles.iter().zip(&mut found) {
                    if window == needle {
                        at.push(start + place as u64);
                    }
                }
            }
        }
        found
    }

    /// What the system says of the memory at an address.
    fn flags_at(&self, address: u64) -> Vec<String> {
        let text = fs::read_to_string(self.proc("smaps")).unwrap();
        let is_here = |line: &&str| line.contains(" rw") && (range(line).0..range(line).1).contains(&address);
        let flags =
            text.lines().skip_while(|line| !is_here(line)).find_map(|line| line.strip_prefix("VmFlags:"));
        flags.unwrap().split_whitespace().map(str::to_owned).collect()
    }
}

/// Of a line of `maps`.
fn range(line: &str) -> (u64, u64) {
    let (start, end) = line.split(' ').next().unwrap().split_once('-').unwrap();
    let number = |text| u64::from_str_radix(text, 16).unwrap();
    (number(start), number(end))
}
