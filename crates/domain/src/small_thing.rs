//! "One small thing": what to offer, by energy and by what is the person's own, and why.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::activity::Energy;

/// Where an offer leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Target {
    Activity { id: crate::ActivityId },
    Routine { id: crate::RoutineId },
    LibraryItem { id: String },
}

/// Why it is offered, said in words by the UI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The person put it on a shelf, and it needs no more energy than there is.
    YoursAndFits,
    /// It needs no more energy than there is.
    Fits,
    /// No energy is known, so the least is asked.
    AsksLittle,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SmallThing {
    pub target: Target,
    pub title: String,
    pub minutes: Option<u16>,
    pub why: Why,
}

/// Something that could be offered.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub target: Target,
    pub title: String,
    pub minutes: Option<u16>,
    pub energy: Energy,
    pub is_own: bool,
}

/// One of the candidates that fit, the person's own first; `turn` moves on to the next one.
pub fn choose(candidates: &[Candidate], energy: Option<Energy>, turn: usize) -> Option<SmallThing> {
    let most = energy.unwrap_or(Energy::None);
    let mut fitting: Vec<&Candidate> =
        candidates.iter().filter(|candidate| candidate.energy <= most).collect();
    fitting.sort_by_key(|candidate| !candidate.is_own);
    let chosen = fitting.get(turn.checked_rem(fitting.len())?)?;
    Some(SmallThing {
        target: chosen.target.clone(),
        title: chosen.title.clone(),
        minutes: chosen.minutes,
        why: match (energy, chosen.is_own) {
            (None, _) => Why::AsksLittle,
            (Some(_), true) => Why::YoursAndFits,
            (Some(_), false) => Why::Fits,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(title: &str, energy: Energy, is_own: bool) -> Candidate {
        Candidate {
            target: Target::LibraryItem { id: title.into() },
            title: title.into(),
            minutes: None,
            energy,
            is_own,
        }
    }

    #[test]
    fn nothing_asks_for_more_energy_than_there_is() {
        let all = [candidate("walk", Energy::Some, true), candidate("sip", Energy::None, false)];
        for turn in 0..5 {
            assert_eq!(choose(&all, Some(Energy::Low), turn).unwrap().title, "sip");
        }
    }

    #[test]
    fn own_things_come_first_and_each_turn_moves_on() {
        let all = [candidate("sip", Energy::None, false), candidate("hum", Energy::None, true)];
        assert_eq!(choose(&all, None, 0).unwrap().title, "hum");
        assert_eq!(choose(&all, None, 1).unwrap().title, "sip");
        assert_eq!(choose(&[], None, 0), None);
    }
}
