//! A year of believable data for a throw-away profile. It never touches a person's own.

use std::sync::Arc;

use chrono::{Duration, NaiveDate};
use pilot_content::Content;
use pilot_domain::{
    activity::{ActivityDraft, ActivityEnd, ActivityStart, Energy, Outcome, Shelf},
    check_in::{CheckInDraft, Feel},
    civil,
    entry::EntryDraft,
    reminder::{About, Days, ReminderDraft, Timing},
};
use pilot_store::{Store, Tx};

use crate::{Clock, Core, Result, access::Access, preferences_file::PreferencesFile, routines, words};

const DAYS: i64 = 365;

const WORDS: &[&str] =
    &["numb", "flat", "far away", "foggy", "nothing much", "heavy", "on autopilot", "quiet inside"];
/// What is made up is in English.
const LANGUAGE: &str = "en";
const FLICKERS: &[&str] = &["a bit curious", "slightly warm", "eased", "a little lighter"];
const BODY: &[&str] = &["heavy arms", "tight jaw", "warm hands", "tired eyes"];
const LINES: &[&str] = &[
    "Rain on the window all morning. I noticed the sound before I noticed the grey.",
    "Made tea and let it go cold. Made it again.\n\nThe second cup was warm for longer.",
    "Nothing much. The bus was late and I did not mind either way.",
    "## A small thing\n\nThe neighbour's dog leaned on my leg. For a second there was something.",
    "I read one page. I could say what it was about afterwards.",
    "Slept badly. The day went by behind glass.",
    "- washed two plates\n- opened the window\n- sat on the step\n\nThat was the day.",
    "Someone laughed in the next room and I *wanted* to know why.",
];

impl Core {
    /// A throw-away profile in memory, filled with a year of believable data.
    pub fn demo(clock: impl Clock + 'static) -> Result<Self> {
        let store = store(&clock)?;
        Ok(Core::with(Access::Throwaway { store }, PreferencesFile::nowhere(), Arc::new(clock)))
    }
}

/// A store in memory, lived in for a year up to now.
fn store(clock: &dyn Clock) -> Result<Store> {
    let mut store = Store::in_memory()?;
    let zone = clock.zone().unwrap_or(chrono_tz::Tz::UTC);
    let today = civil::date_of(clock.now(), zone);
    store.change(clock.now(), |tx| {
        routines::add_bundled(tx, Content::of(LANGUAGE))?;
        for days_ago in (0..DAYS).rev() {
            live_one_day(tx, today - Duration::days(days_ago), days_ago, zone)?;
        }
        let reminder = ReminderDraft {
            id: None,
            is_on: true,
            about: About::CheckIn,
            timing: Timing::Window { from_minute: 600, until_minute: 720 },
            days: Days::Weekdays { days: [true, true, true, true, true, false, false] },
            words: String::new(),
            hides_content: true,
            asks_again: false,
            keeps_on: false,
        };
        tx.save_reminder(&reminder)?;
        Ok::<_, crate::Error>(())
    })?;
    Ok(store)
}

fn live_one_day(tx: &Tx<'_>, on: NaiveDate, days_ago: i64, zone: chrono_tz::Tz) -> Result<()> {
    // A fixed pattern with gaps, so that every demo is the same and none looks tidy.
    let turn = usize::try_from(days_ago * 7 + days_ago / 5).unwrap_or_default();
    let pick = |list: &[&str], step: usize| list[(turn / step) % list.len()].to_owned();
    let at = civil::instant_of(on, 600 + u16::try_from(turn % 500).unwrap_or_default(), zone);
    if !turn.is_multiple_of(3) {
        let level = u8::try_from((turn / 2) % 5 + (days_ago < 60) as usize).unwrap_or_default();
        let mut words = vec![pick(WORDS, 1)];
        if turn.is_multiple_of(4) {
            words.push(pick(FLICKERS, 2));
        }
        let draft = CheckInDraft {
            uid: None,
            id: None,
            feel: Some(if turn.is_multiple_of(7) { Feel::CantTell } else { Feel::Level(level) }),
            energy: turn.is_multiple_of(2).then_some(level + 1),
            comfort: turn.is_multiple_of(5).then_some(4),
            words,
            body: if turn.is_multiple_of(4) { vec![pick(BODY, 3)] } else { Vec::new() },
            note: String::new(),
        };
        tx.save_check_in(&words::by_key(tx, Content::of(LANGUAGE), draft)?, at, on, zone.name())?;
    }
    if turn.is_multiple_of(4) || days_ago < 3 {
        let draft = EntryDraft { uid: None, id: None, on: Some(on), title: None, text: pick(LINES, 1) };
        tx.save_entry(&draft, at + Duration::minutes(20), on, zone.name())?;
    }
    if days_ago == DAYS - 1 {
        for (shelf, title, smaller, minutes, energy) in [
            (Shelf::UsedToLike, "Play a record from start to end", "One song, sitting down", 40, Energy::Low),
            (Shelf::UsedToLike, "Draw with a soft pencil", "One line on a scrap of paper", 20, Energy::Low),
            (Shelf::SmallChanges, "Drink from the other cup", "", 1, Energy::None),
            (Shelf::Ladder, "Say good morning to a neighbour", "Nod once", 2, Energy::Some),
            (Shelf::Mine, "Sit on the back step", "Open the back door", 5, Energy::Low),
        ] {
            let (title, smaller) = (title.to_owned(), smaller.to_owned());
            let draft =
                ActivityDraft { id: None, shelf, title, smaller, minutes: Some(minutes), energy, idea: None };
            tx.save_activity(&draft, at)?;
        }
    } else if turn.is_multiple_of(6) {
        let activities = tx.activities()?;
        let activity = activities[turn % activities.len()].id;
        let rating = u8::try_from(turn % 6).ok();
        let log = tx.start_activity(
            &ActivityStart { activity, is_smaller: false, guess: Some(2) },
            at,
            on,
            zone.name(),
        )?;
        let end = ActivityEnd {
            log: log.id,
            outcome: Outcome::Done,
            pleasure: rating,
            mastery: Some(3),
            closeness: None,
        };
        tx.finish_activity(&end, at + Duration::minutes(6))?;
    }
    Ok(())
}
