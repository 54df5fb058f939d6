//! The power goes while something is done: what the system had not yet brought to the disk is gone, or part of it is. The
//! calls that the work made are read from a log and done again on folders in memory, up to each call that brings something
//! to the disk, and what the disk may hold in that moment is opened.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use data_encoding::HEXLOWER_PERMISSIVE;

use super::{
    strace::{Outcome, Runner, take_along},
    works::names_and_bytes,
};

const CALLS: &str = "trace=?openat,?read,?write,?pwrite64,?lseek,?ftruncate,\
    ?copy_file_range,?fsync,?fdatasync,?rename,?renameat,\
    ?renameat2,?link,?linkat,?unlink,?unlinkat";

/// What a line of the work's output begins with that acknowledges something.
pub(super) const ACKNOWLEDGED: &str = "acknowledged ";

#[derive(Clone, Default)]
struct File {
    now: Vec<u8>,
    /// As it is on the disk for certain, and what was done since.
    kept: Vec<u8>,
    since: Vec<Change>,
}

#[derive(Clone)]
enum Change {
    Write(usize, Vec<u8>),
    Cut(usize),
}

impl Change {
    fn apply(&self, to: &mut Vec<u8>) {
        match self {
            Change::Cut(length) => to.resize(*length, 0),
            Change::Write(at, bytes) => {
                to.resize(to.len().max(at + bytes.len()), 0);
                to[*at..at + bytes.len()].copy_from_slice(bytes);
            }
        }
    }
}

#[derive(Clone, Default)]
struct Disk {
    files: Vec<File>,
    names: BTreeMap<PathBuf, usize>,
    kept_names: BTreeMap<PathBuf, usize>,
    /// Folders that were renamed, which is not on the disk for certain.
    moved: Vec<[PathBuf; 2]>,
    /// Where each open file is read and written.
    places: BTreeMap<String, usize>,
}

/// Does the work once and cuts the power at every barrier.
pub(super) fn cut_everywhere(work: &str, with: &[&str]) {
    let place = tempfile::tempdir().unwrap();
    let Some(runner) = Runner::new(work, with, None) else { return };
    let folder = place.path().join("data");
    fs::create_dir(&folder).unwrap();
    runner.prepared(&folder);
    let mut disk = Disk::of(&folder);
    let look = place.path().join("look");
    fs::write(look.with_extension("was"), names_and_bytes(&folder)).unwrap();
    let log = place.path().join("log");
    let words =
        ["strace", "-f", "-y", "-xx", "-s", "9000000", "-qq", "-o", &log.to_string_lossy(), "-e", CALLS];
    let acted = runner.run("act", &folder, &words);
    assert_eq!(acted.status.code(), Some(Outcome::DONE), "{}", String::from_utf8_lossy(&acted.stderr));
    take_along(&folder, &look);
    let log = fs::read_to_string(&log).unwrap();
    let calls: Vec<Call> = log.lines().filter_map(Call::read).collect();

    let (mut acknowledged, mut looks, mut cuts) = (0, 0, 0);
    let mut wrong = Vec::new();
    for (at, call) in calls.iter().enumerate() {
        let is_last = at + 1 == calls.len();
        let is_barrier = call.name.ends_with("sync") || is_last;
        for is_after in [false, true] {
            if is_after {
                disk.do_again(call, &folder);
                if let Some(number) = call.acknowledges() {
                    acknowledged = number;
                }
            }
            if !is_barrier {
                continue;
            }
            cuts += 1;
            let outcome = if is_last && is_after { Outcome::Done } else { Outcome::Killed };
            for (number, image) in disk.after_power_loss(cuts).into_iter().enumerate() {
                let _ = fs::remove_dir_all(&look);
                image.write(&folder, &look);
                looks += 1;
                let checked = runner.run_with(&format!("{outcome:?}"), &look, &acknowledged.to_string());
                if !checked.status.success() {
                    let said = String::from_utf8_lossy(&checked.stderr).into_owned();
                    wrong.push(format!("cut {cuts} ({}, image {number}, {outcome:?}): {said}", call.name));
                }
            }
        }
    }
    println!("{work} {with:?}: {cuts} cuts, {looks} looks, {acknowledged} acknowledged");
    assert!(cuts > 3, "{cuts}");
    assert!(wrong.is_empty(), "{work} {with:?}: {} of {looks}:\n{}", wrong.len(), wrong.join("\n"));
}

impl Disk {
    fn of(folder: &Path) -> Self {
        let mut disk = Disk::default();
        for file in fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            let bytes = fs::read(&path).unwrap();
            disk.names.insert(path, disk.files.len());
            disk.files.push(File { now: bytes.clone(), kept: bytes, since: Vec::new() });
        }
        disk.kept_names = disk.names.clone();
        disk
    }

    fn do_again(&mut self, call: &Call, folder: &Path) {
        let paths: Vec<PathBuf> = call.paths().into_iter().filter(|path| path.starts_with(folder)).collect();
        let Some(path) = paths.last() else { return };
        let open = format!("{} {}", call.process, call.number(0));
        match call.name.as_str() {
            "openat" => {
                self.places.insert(format!("{} {}", call.process, call.result), 0);
                if call.plain.contains("O_CREAT") && !self.names.contains_key(path) {
                    self.names.insert(path.clone(), self.files.len());
                    self.files.push(File::default());
                }
                if call.plain.contains("O_TRUNC") {
                    self.change(path, Change::Cut(0));
                }
            }
            "read" => *self.places.entry(open).or_default() += call.result,
            "lseek" => drop(self.places.insert(open, call.result)),
            "write" => {
                let at = self.places.entry(open).or_default();
                let change = Change::Write(*at, call.bytes());
                *at += call.result;
                self.change(path, change);
            }
            "pwrite64" => self.change(path, Change::Write(call.last_number(), call.bytes())),
            "ftruncate" => self.change(path, Change::Cut(call.last_number())),
            "copy_file_range" => {
                let to = format!("{} {}", call.process, call.number(1));
                let [from, at] = [&open, &to].map(|open| self.places.get(open).copied().unwrap_or_default());
                let bytes = self.files[self.names[&paths[0]]].now[from..from + call.result].to_vec();
                self.places.insert(open, from + call.result);
                self.places.insert(to, at + call.result);
                self.change(path, Change::Write(at, bytes));
            }
            "fsync" | "fdatasync" => match self.names.get(path) {
                Some(&file) => {
                    let file = &mut self.files[file];
                    file.kept = file.now.clone();
                    file.since.clear();
                }
                // A folder: its names are on the disk.
                None => {
                    self.kept_names.retain(|name, _| name.parent() != Some(path));
                    let names = self.names.iter().filter(|(name, _)| name.parent() == Some(path));
                    self.kept_names.extend(names.map(|(name, file)| (name.clone(), *file)));
                    for [from, to] in self.moved.extract_if(.., |[_, to]| to.parent() == Some(path)) {
                        rename_below(&mut self.kept_names, &from, &to);
                    }
                }
            },
            "unlink" | "unlinkat" => drop(self.names.remove(path)),
            // Renamed or linked; one that failed was left out.
            _ => {
                let [from, to] = [&paths[paths.len() - 2], path];
                if !self.names.contains_key(from) {
                    self.moved.push([from.clone(), to.clone()]);
                    rename_below(&mut self.names, from, to);
                    return;
                }
                let file = if call.name.starts_with("link") {
                    self.names.get(from).copied()
                } else {
                    self.names.remove(from)
                };
                self.names.insert(to.clone(), file.unwrap());
            }
        }
    }

    fn change(&mut self, path: &Path, change: Change) {
        // What is mapped into memory, or has no name any more, is of no use after a cut.
        let Some(&file) = self.names.get(path) else { return };
        change.apply(&mut self.files[file].now);
        self.files[file].since.push(change);
    }

    /// What may be there afterwards: nothing but what is certain; the names without what was written; what was written
    /// without the names; and the names with some of what was written.
    fn after_power_loss(&self, turn: usize) -> [Image; 4] {
        let with = |names: &BTreeMap<PathBuf, usize>, bytes: &dyn Fn(&File) -> Vec<u8>| {
            Image(names.iter().map(|(name, file)| (name.clone(), bytes(&self.files[*file]))).collect())
        };
        let kept = |file: &File| file.kept.clone();
        let now = |file: &File| file.now.clone();
        let some = |file: &File| {
            let mut bytes = file.kept.clone();
            let chosen = file
                .since
                .iter()
                .enumerate()
                .filter(|(at, _)| ((at + 1) * 7919 * (turn + 1) / 64).is_multiple_of(2));
            chosen.for_each(|(_, change)| change.apply(&mut bytes));
            bytes
        };
        [
            with(&self.kept_names, &kept),
            with(&self.names, &kept),
            with(&self.kept_names, &now),
            with(&self.names, &some),
        ]
    }
}

fn rename_below(names: &mut BTreeMap<PathBuf, usize>, from: &Path, to: &Path) {
    let renamed = std::mem::take(names).into_iter().map(|(name, file)| {
        let name = name.strip_prefix(from).map_or(name.clone(), |inside| to.join(inside));
        (name, file)
    });
    *names = renamed.collect();
}

struct Image(Vec<(PathBuf, Vec<u8>)>);

impl Image {
    fn write(self, folder: &Path, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for (path, bytes) in self.0 {
            let path = to.join(path.strip_prefix(folder).unwrap());
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
}

/// A line of the log. All that is text in it is in hexadecimal digits, each with `\x` before it.
struct Call {
    process: String,
    name: String,
    texts: Vec<Vec<u8>>,
    /// The line without these.
    plain: String,
    result: usize,
}

impl Call {
    /// One that was made and did not fail.
    fn read(line: &str) -> Option<Self> {
        let (process, rest) = line.split_once(' ')?;
        let (mut texts, mut plain, mut hex) = (Vec::new(), String::new(), String::new());
        for part in rest.trim_start().split("\\x") {
            let at = if plain.is_empty() && hex.is_empty() { 0 } else { part.len().min(2) };
            hex.push_str(&part[..at]);
            if part.len() > at || at == 0 {
                texts.push(HEXLOWER_PERMISSIVE.decode(hex.as_bytes()).ok()?);
                hex.clear();
                plain.push_str(&part[at..]);
            }
        }
        let (name, _) = plain.split_once('(')?;
        let (_, result) = plain.rsplit_once(" = ")?;
        let result = result.split(|sign: char| !sign.is_ascii_digit()).next()?.parse().ok()?;
        let (process, name) = (process.to_owned(), name.to_owned());
        texts.retain(|text| !text.is_empty());
        Some(Call { process, name, texts, plain, result })
    }

    fn numbers(&self) -> Vec<usize> {
        let inside = self.plain.split_once('(').unwrap().1.rsplit_once(')').unwrap().0;
        inside.split(|sign: char| !sign.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect()
    }

    fn number(&self, nth: usize) -> usize {
        self.numbers().get(nth).copied().unwrap_or_default()
    }

    fn last_number(&self) -> usize {
        *self.numbers().last().unwrap()
    }

    /// What was written: the last text of it, unless that is the name of what it was written to.
    fn bytes(&self) -> Vec<u8> {
        if self.texts.len() > 1 { self.texts[self.texts.len() - 1].clone() } else { Vec::new() }
    }

    /// The names in it, each below the folder that was open before it.
    fn paths(&self) -> Vec<PathBuf> {
        let of_file = ["read", "write", "pwrite64", "lseek", "ftruncate", "fsync", "fdatasync"]
            .contains(&self.name.as_str());
        let texts = if of_file { &self.texts[..self.texts.len().min(1)] } else { &self.texts[..] };
        let mut paths = Vec::<PathBuf>::new();
        for text in texts {
            let text = Path::new(std::str::from_utf8(text).unwrap_or_default()).to_owned();
            // Joined to an absolute one, only that counts.
            paths.push(paths.last().map_or(text.clone(), |open| open.join(&text)));
        }
        paths
    }

    fn acknowledges(&self) -> Option<usize> {
        let text = String::from_utf8_lossy(self.texts.last()?).into_owned();
        text.trim().strip_prefix(ACKNOWLEDGED)?.parse().ok()
    }
}
