//! Whatever happens to the bytes of a journal: nothing is read that was not written, what is wrong is told by a name, and
//! what is damaged stays as it is.

#![expect(clippy::disallowed_methods, reason = "what happens to the files happens from outside")]

mod journal;
mod kinds;

use std::{
    collections::BTreeMap,
    env, fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use pilot_app::{Core, Error, Problem, SetClock, Status};

use crate::life::{at, entry};
use journal::{Answer, Base, FILE, Files, INDEX, Journal, LOG, asked, everything, files_in};
use kinds::{
    BESIDE_A_CLOSED_FILE, Happening, Kind, MayBe, OF_ANOTHER_DAY, OF_THE_FILE, OF_THE_LOG, PAGE, Pages,
};

/// How often each kind happens; far more often in the long run.
fn times() -> usize {
    if env::var_os("PILOT_LIGHT_LONG").is_some() { 12 } else { 1 }
}

struct Damage<'a> {
    number: usize,
    kind: &'a Kind,
    base: &'a Base,
    pages: &'a Pages,
}

#[test]
fn whatever_happens_to_its_bytes_nothing_is_read_that_was_not_written() {
    let (journal, other) = (Journal::filled(), Journal::filled());
    let pages: Vec<Pages> = journal.bases.iter().map(|base| Pages::of(&base.files)).collect();
    let kinds: [&[&[Kind]]; 4] =
        [&[OF_THE_FILE, BESIDE_A_CLOSED_FILE], &[OF_THE_FILE, OF_THE_LOG], &[OF_THE_LOG], &[OF_ANOTHER_DAY]];
    let each: Vec<(&Kind, &Base, &Pages)> = (0..kinds.len())
        .flat_map(|at| kinds[at].iter().copied().flatten().map(move |kind| (kind, at)))
        .map(|(kind, at)| (kind, &journal.bases[at], &pages[at]))
        .collect();
    let damages: Vec<Damage<'_>> = (0..times() * each.len())
        .map(|number| {
            let (kind, base, pages) = each[number % each.len()];
            Damage { number, kind, base, pages }
        })
        .collect();
    let [next, read, told] = [const { AtomicUsize::new(0) }; 3];
    let (wrong, outcomes) =
        (Mutex::new(Vec::new()), Mutex::new(BTreeMap::<_, BTreeMap<String, usize>>::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some(damage) = damages.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let lived =
                        catch_unwind(AssertUnwindSafe(|| damage.lived(&journal, &other, [&read, &told])));
                    let outcome = lived.unwrap_or_else(|_| Err("a panic".to_owned()));
                    let kind = (damage.base.name, damage.kind.0);
                    if let Err(said) = &outcome {
                        wrong.lock().unwrap().push(format!("{}, {kind:?}: {said}", damage.number));
                    }
                    let outcome = outcome.unwrap_or_else(|_| "wrong".to_owned());
                    *outcomes.lock().unwrap().entry(kind).or_default().entry(outcome).or_default() += 1;
                }
            });
        }
    });
    for ((side, kind), outcomes) in outcomes.into_inner().unwrap() {
        eprintln!("{side}, {kind}: {outcomes:?}");
    }
    let [read, told] = [read, told].map(AtomicUsize::into_inner);
    eprintln!("{} damages, {read} answers, {told} told", damages.len());
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), damages.len(), wrong.join("\n"));
    // It does not keep its word by saying nothing.
    assert!(told > damages.len() && read > 10 * told, "{told} of {read}");
}

/// What may be answered where the file is damaged.
fn is_told<T>(answer: &Result<T, Error>) -> bool {
    matches!(answer, Err(Error::Trouble { problem: Problem::Damaged, .. }))
}

impl Damage<'_> {
    /// Opens it, reads everything, and writes a line; how that went, or what was wrong.
    fn lived(
        &self,
        journal: &Journal,
        other: &Journal,
        [read, told]: [&AtomicUsize; 2],
    ) -> Result<String, String> {
        let (_, may_be, happens) = self.kind;
        let mut happening = Happening::new(self.number, &self.base.files, journal, other, self.pages);
        happens(&mut happening);
        let damaged = happening.files;
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in &damaged {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        let clock = SetClock::at(at("2026-11-03T20:00:00Z"), chrono_tz::Europe::Berlin);
        let core = Core::start(folder.path(), clock.clone());
        let status = core.get_status().unwrap();
        let Status::Open { lost_saves, .. } = &status else {
            drop(core);
            if !matches!(status, Status::Refused { problem: Problem::Damaged, .. }) {
                return Err(format!("{status:?}"));
            }
            let after = files_in(folder.path());
            return match [FILE, LOG].iter().find(|name| after.get(**name) != damaged.get(**name)) {
                None => Ok("told at the opening".to_owned()),
                Some(name) => Err(format!("{name} was changed, though it was told")),
            };
        };
        let answers = everything(&core);
        drop(core);
        let of_damage = answers.iter().filter(|answer| is_told(answer)).count();
        read.fetch_add(answers.len() - of_damage, Ordering::Relaxed);
        told.fetch_add(of_damage, Ordering::Relaxed);
        let outcome = self.was_written(*may_be, &answers, journal)?;
        self.loss_is_told(lost_saves.as_deref(), outcome.starts_with("without"), &damaged)?;
        self.stays(&damaged[FILE], &files_in(folder.path())[FILE])?;
        let core = Core::start(folder.path(), clock.clone());
        let line = "a line after the damage";
        let written = match core.save_entry(entry(line)) {
            told if is_told(&told) => "not written",
            Err(error) => return Err(format!("writing: {error:?}")),
            Ok(saved) => {
                drop(core);
                let core = Core::start(folder.path(), clock);
                let kept = core.get_entry(saved.value.id);
                if kept.as_ref().is_ok_and(|kept| kept.text == line) {
                    "written"
                } else {
                    return Err(format!("acknowledged and not kept: {kept:?}"));
                }
            }
        };
        Ok(format!("{outcome}, {written}"))
    }

    /// Whether all that was answered was so at a moment that it may be of.
    fn was_written(&self, may_be: MayBe, answers: &[Answer], journal: &Journal) -> Result<String, String> {
        let is_other = |answer: &&Answer| matches!(answer, Err(Error::Trouble { .. })) && !is_told(answer);
        if let Some(other) = answers.iter().find(is_other) {
            return Err(format!("told as {other:?}"));
        }
        let is_all = answers.iter().all(|answer| !is_told(answer));
        let differ = |moment: &[Answer]| -> Vec<usize> {
            (0..answers.len()).filter(|at| !is_told(&answers[*at]) && answers[*at] != moment[*at]).collect()
        };
        let latest = differ(&journal.moments[*self.base.moments.end()]);
        if latest.is_empty() {
            return Ok(if is_all { "all read" } else { "some told" }.to_owned());
        }
        let asked = asked();
        let shown = |at: &usize| {
            let text: String = format!("{:?}", answers[*at]).chars().take(300).collect();
            format!("{:?}: {text}", asked[*at])
        };
        match may_be {
            MayBe::Latest => {}
            MayBe::OneMoment => {
                let moments = &journal.moments[self.base.moments.clone()];
                if let Some(ago) = moments.iter().rev().position(|moment| differ(moment).is_empty()) {
                    let ago = if ago + 1 == moments.len() { "all of the log" } else { "some of the log" };
                    return Ok(format!("without {ago}{}", if is_all { "" } else { ", some told" }));
                }
            }
            MayBe::Older => {
                let was_once = |at: &usize| {
                    journal
                        .moments
                        .iter()
                        .chain([&journal.long_ago])
                        .any(|moment| moment[*at] == answers[*at])
                };
                let is_mixed = !latest.iter().all(was_once);
                return Ok(if is_mixed { "of several times" } else { "older" }.to_owned());
            }
        }
        Err(latest.iter().map(shown).collect::<Vec<_>>().join("\n  "))
    }

    /// Where saves are missing, that is told and the files are kept as they were; and only there.
    fn loss_is_told(&self, told: Option<&str>, is_lost: bool, damaged: &Files) -> Result<(), String> {
        let (kind, may_be, _) = self.kind;
        let Some(aside) = told.map(Path::new) else {
            // A log that was emptied when the power went looks the same.
            let is_known = damaged.get(LOG).is_some_and(|log| log.len() > 32);
            return if is_lost && is_known {
                Err("saves are missing, and nothing tells".to_owned())
            } else {
                Ok(())
            };
        };
        if *may_be != MayBe::OneMoment {
            return Err(format!("{kind}: told as lost"));
        }
        let kept = files_in(aside);
        match damaged.iter().find(|(name, bytes)| *name != INDEX && kept.get(*name) != Some(bytes)) {
            Some((name, _)) if name != "in-use.lock" => Err(format!("{name} was not kept as it was")),
            _ => Ok(()),
        }
    }

    /// A page that is damaged stays so, unless nothing stood on it, or the log had it as it was.
    fn stays(&self, damaged: &[u8], after: &[u8]) -> Result<(), String> {
        for (page, bytes) in damaged.chunks(PAGE).enumerate() {
            let is_in = |file: &[u8]| file.get(page * PAGE..page * PAGE + bytes.len()) == Some(bytes);
            let is_settled = || after.chunks(PAGE).nth(page) == self.base.settled.chunks(PAGE).nth(page);
            if !is_in(&self.base.files[FILE]) && !is_in(after) && !self.pages.is_free(page) && !is_settled() {
                return Err(format!("page {page} was overwritten"));
            }
        }
        Ok(())
    }
}
