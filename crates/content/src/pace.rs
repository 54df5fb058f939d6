//! A pace to go along with: the phases of a breath, or of tapping, in order, and for how long they go on.
//! It is data and not guessed from the words of a step, so that it can be checked.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PhaseKind {
    In,
    /// A second, smaller breath in on top of the first.
    Sip,
    /// The breath stays in.
    Hold,
    Out,
    /// The breath stays out.
    Rest,
    Left,
    Right,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Phase {
    pub kind: PhaseKind,
    pub millis: u32,
}

/// The phases of one round: one breath, or one tap on either side.
pub type Cadence = Vec<Phase>;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GuidedPace {
    pub seconds: u32,
    /// Something to look at only. It asks nobody to breathe with it.
    pub is_watched: bool,
    /// The first is what the steps say; one may choose another.
    pub cadences: Vec<Cadence>,
}

impl GuidedPace {
    /// `220s in 4, out 6 or in 5.5, out 5.5`; with `watch` after the seconds it is only looked at.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (time, rest) = text.split_once(' ')?;
        let seconds = time.strip_suffix('s')?.parse().ok()?;
        let (is_watched, rest) = rest.strip_prefix("watch ").map_or((false, rest), |rest| (true, rest));
        let cadences = rest.split(" or ").map(cadence).collect::<Option<_>>()?;
        Some(GuidedPace { seconds, is_watched, cadences })
    }

    pub(crate) fn phases(&self) -> impl Iterator<Item = Phase> {
        self.cadences.iter().flatten().copied()
    }

    pub(crate) fn is_tapped(&self) -> bool {
        self.phases().any(|phase| matches!(phase.kind, PhaseKind::Left | PhaseKind::Right))
    }
}

/// How long one round takes.
pub(crate) fn round_millis(cadence: &Cadence) -> u32 {
    cadence.iter().map(|phase| phase.millis).sum()
}

fn cadence(text: &str) -> Option<Cadence> {
    let phases: Cadence = text.split(", ").map(phase).collect::<Option<_>>()?;
    let kinds: Vec<PhaseKind> = phases.iter().map(|phase| phase.kind).collect();
    use PhaseKind::{In, Left, Out, Right};
    let is_breath =
        kinds.first() == Some(&In) && kinds.contains(&Out) && kinds.iter().all(|kind| *kind < Left);
    // Each at most once and in the order of a breath; a pause may come after either half.
    let is_ordered = kinds.is_sorted_by(|a, b| a < b);
    (is_ordered && (is_breath || kinds == [Left, Right])).then_some(phases)
}

fn phase(text: &str) -> Option<Phase> {
    let (kind, seconds) = text.split_once(' ')?;
    let kind = serde_json::from_value(kind.into()).ok()?;
    let seconds: f32 = seconds.parse().ok()?;
    let millis = (seconds * 1000.0).round();
    (1.0..=60_000.0).contains(&millis).then_some(Phase { kind, millis: millis as u32 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pace_is_its_seconds_and_the_phases_of_each_choice() {
        let pace = GuidedPace::parse("220s in 4, out 6 or in 5.5, out 5.5").unwrap();
        let round = |kind, millis| Phase { kind, millis };
        assert_eq!(pace.seconds, 220);
        assert!(!pace.is_watched && !pace.is_tapped());
        assert_eq!(pace.cadences[0], [round(PhaseKind::In, 4000), round(PhaseKind::Out, 6000)]);
        assert_eq!(pace.cadences[1].iter().map(|phase| phase.millis).sum::<u32>(), 11_000);
        assert!(GuidedPace::parse("20s watch in 4, out 6").unwrap().is_watched);
        assert!(GuidedPace::parse("20s left 1, right 1").unwrap().is_tapped());
    }

    #[test]
    fn what_is_no_breath_and_no_tapping_is_no_pace() {
        for slip in [
            "in 4, out 6",
            "20s",
            "20s in 4",
            "20s out 6, in 4",
            "20s in 4, in 4, out 6",
            "20s in 4, out",
            "20s in 4, out 0",
            "20s in 4, out 90",
            "20s in 4, right 1",
            "20s left 1",
            "20s in 4, out 6 or",
        ] {
            assert_eq!(GuidedPace::parse(slip), None, "{slip}");
        }
    }
}
