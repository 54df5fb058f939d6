//! Checks of what is gone along with: no fast breathing, no long holds, and a pace that lasts.

use super::{Findings, Problem};
use crate::item::LibraryItem;
use crate::pace::{Cadence, PhaseKind, round_millis};
use crate::wording::phrases_in;

/// A pace that is over before one has found into it is worse than none.
const LEAST_ROUNDS: u32 = 3;
/// Faster than this can make one dizzy.
const LEAST_BREATH_SECONDS: u32 = 6;
/// The side of a square breath; anything longer is left to people with a teacher.
const LONGEST_HOLD_SECONDS: u32 = 4;
const MOST_MARKS: u8 = 5;

pub(super) fn check_paces(item: &LibraryItem, found: &mut Findings) {
    for pace in &item.paces {
        let total = pace.seconds * 1000;
        let lasts = |cadence: &Cadence| {
            let round = round_millis(cadence);
            total.is_multiple_of(round) && total / round >= LEAST_ROUNDS
        };
        found.unless(pace.cadences.iter().all(lasts), Problem::PaceLasts);
        if pace.is_tapped() {
            continue;
        }
        for cadence in &pace.cadences {
            check_breath(cadence, found);
        }
        if !pace.is_watched {
            let cautions = item.cautions.join("\n");
            let names = |words: &[&'static str]| phrases_in(&cautions, words).next().is_some();
            found.unless(names(&["dizzy"]), Problem::PaceCaution("dizziness"));
            found.unless(names(&["lung illness"]), Problem::PaceCaution("heart and lung"));
            let pauses = pace.phases().any(|phase| is_pause(phase.kind));
            let optional = names(&["pauses are optional"]);
            found.unless(!pauses || optional, Problem::PaceCaution("optional pauses"));
        }
    }
    for marks in item.steps.iter().filter_map(|step| step.marks) {
        found.unless((1..=MOST_MARKS).contains(&marks), Problem::MarkCount(marks));
    }
    let is_left = item.steps.is_empty() || item.steps.iter().any(|step| step.zone.is_none());
    found.unless(is_left, Problem::OnlyZones);
}

fn check_breath(cadence: &Cadence, found: &mut Findings) {
    let lasts = |fits: fn(PhaseKind) -> bool| -> u32 {
        cadence.iter().filter(|phase| fits(phase.kind)).map(|phase| phase.millis).sum()
    };
    let is_slow = round_millis(cadence) >= LEAST_BREATH_SECONDS * 1000;
    found.unless(is_slow, Problem::PaceTooFast(LEAST_BREATH_SECONDS));
    let breath_in = lasts(|kind| matches!(kind, PhaseKind::In | PhaseKind::Sip));
    found.unless(lasts(|kind| kind == PhaseKind::Out) >= breath_in, Problem::ShortOut);
    let is_long =
        cadence.iter().any(|phase| is_pause(phase.kind) && phase.millis > LONGEST_HOLD_SECONDS * 1000);
    found.unless(!is_long, Problem::LongHold(LONGEST_HOLD_SECONDS));
}

fn is_pause(kind: PhaseKind) -> bool {
    matches!(kind, PhaseKind::Hold | PhaseKind::Rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::english;
    use crate::pace::GuidedPace;

    /// The problems of one good item after one change.
    fn planted(id: &str, change: impl FnOnce(&mut LibraryItem)) -> Vec<Problem> {
        let mut item = english().library().iter().find(|item| item.id == id).unwrap().clone();
        change(&mut item);
        let mut found = Findings::default();
        check_paces(&item, &mut found);
        found.faults.into_iter().map(|fault| fault.problem).collect()
    }

    fn paced(pace: &str) -> Vec<Problem> {
        planted("around-a-square", |item| item.paces = vec![GuidedPace::parse(pace).unwrap()])
    }

    #[test]
    fn the_cadences_that_are_known_to_be_mild_have_no_faults() {
        for cadence in [
            "in 4, out 6",
            "in 5, out 5",
            "in 5.5, out 5.5",
            "in 4, hold 4, out 4, rest 4",
            "in 3, hold 1, out 3, rest 1",
            "in 2, sip 1, out 6",
        ] {
            // 7920 s are whole rounds of each.
            assert_eq!(paced(&format!("7920s {cadence}")), [], "{cadence}");
        }
    }

    #[test]
    fn a_pace_that_does_not_last_is_found() {
        assert_eq!(paced("20s in 4, out 6"), [Problem::PaceLasts]);
        assert_eq!(paced("65s in 4, out 6"), [Problem::PaceLasts]);
        assert_eq!(paced("60s in 4, out 6 or in 5.5, out 5.5"), [Problem::PaceLasts]);
        assert_eq!(paced("4s left 1, right 1"), [Problem::PaceLasts]);
    }

    #[test]
    fn fast_breath_a_long_hold_and_a_short_breath_out_are_found() {
        assert_eq!(paced("60s in 2, out 3"), [Problem::PaceTooFast(6)]);
        assert_eq!(paced("190s in 4, hold 7, out 8"), [Problem::LongHold(4)]);
        assert_eq!(paced("60s in 4, out 4, rest 7"), [Problem::LongHold(4)]);
        assert_eq!(paced("60s in 6, out 4"), [Problem::ShortOut]);
        assert_eq!(paced("60s in 4, sip 2, out 4"), [Problem::ShortOut]);
        // Taps are quicker than breath.
        assert_eq!(paced("60s left 0.5, right 0.5"), []);
    }

    #[test]
    fn a_paced_breath_needs_its_cautions_and_pauses_need_theirs() {
        let without = |word: &str| {
            planted("around-a-square", |item| item.cautions.retain(|caution| !caution.contains(word)))
        };
        assert_eq!(without("dizzy"), [Problem::PaceCaution("dizziness")]);
        assert_eq!(
            without("optional"),
            [Problem::PaceCaution("heart and lung"), Problem::PaceCaution("optional pauses")]
        );
        let watched = planted("breathing-without-changing-it", |item| item.cautions.clear());
        assert_eq!(watched, [], "what is only watched asks nothing of the breath");
    }

    #[test]
    fn too_many_marks_and_nothing_but_zones_are_found() {
        assert_eq!(planted("name-the-room", |item| item.steps[0].marks = Some(6)), [Problem::MarkCount(6)]);
        assert_eq!(
            planted("hands-and-feet-only", |item| item.steps.retain(|step| step.zone.is_some())),
            [Problem::OnlyZones]
        );
    }
}
