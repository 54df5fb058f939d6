//! Ordinary days: what is given is there, what is wrong is told, what was done can be undone.

use pilot_app::{
    Core, EntryPage, Error, LockChoice, Problem, SetClock, SmallThingAsk, Status,
    domain::{
        activity::ActivityDraft,
        check_in::{CheckInDraft, Feel},
        entry::EntryDraft,
        routine::{RunEnd, RunOutcome, StepMark, StepOutcome},
        settings::{Preferences, Theme},
        small_thing::Why,
    },
};
use serde_json::{Value, json};

use crate::life::{Life, activity, at, check_in, day, entry, lock};

#[test]
fn what_was_given_is_there_after_a_restart() {
    let life = Life::open();
    let first = life.core.save_check_in(check_in(Feel::CantTell)).unwrap().value.id;
    life.core.save_check_in(CheckInDraft { id: Some(first), ..check_in(Feel::Level(3)) }).unwrap();
    life.write("rain again");
    let life = life.restart();
    let check_ins = life.core.list_check_ins(10).unwrap();
    assert_eq!(check_ins.len(), 1);
    assert_eq!(check_ins[0].feel, Some(Feel::Level(3)));
    assert_eq!(life.search("rai").hits[0].entry.on, day("2026-11-03"));
}

#[test]
fn each_command_refuses_while_the_data_is_closed_and_help_does_not() {
    let life = Life::begin();
    assert!(life.is_first_run());
    assert_eq!(life.core.list_check_ins(1), Err(Error::NotOpen));
    assert_eq!(life.core.save_entry(entry("x")).unwrap_err(), Error::NotOpen);
    assert!(!life.core.get_help("GB".to_owned()).unwrap().helplines.is_empty());
    assert!(!life.core.list_countries().unwrap().is_empty());
    let preferences = Preferences {
        theme: Theme::Dim,
        text_size: 150,
        country: Some("GB".to_owned()),
        low_energy: true,
        ..Preferences::default()
    };
    life.core.set_preferences(preferences.clone()).unwrap();
    assert_eq!(life.restart().core.get_preferences().unwrap(), preferences);
}

#[test]
fn a_passphrase_locks_and_a_recovery_key_opens() {
    let life = Life::begin();
    assert!(matches!(life.core.create_profile(lock("short")), Err(Error::Invalid { .. })));
    assert!(life.is_first_run());
    life.core.create_profile(lock("slow grey river")).unwrap();
    let recovery = life.core.make_recovery_key().unwrap().value;
    let life = life.restart();
    assert!(life.is_locked());
    assert_eq!(life.unlock("slow grey rivers"), Err(Error::WrongPassphrase));
    life.unlock("slow grey river").unwrap();
    life.core.lock().unwrap();
    life.unlock(&recovery).unwrap();
    assert!(life.is_open());
    life.core.change_lock(LockChoice::None).unwrap();
    assert!(life.restart().is_open());
}

#[test]
fn a_profile_is_never_made_over_another() {
    let life = Life::open();
    assert_eq!(life.core.create_profile(LockChoice::None).unwrap_err(), Error::AlreadySetUp);
}

#[test]
fn data_that_went_missing_is_told_and_can_be_tried_again_or_set_aside() {
    let life = Life::open();
    life.write("kept");
    let Life { folder, clock, core } = life;
    drop(core);
    let file = folder.path().join("pilot-light.db");
    std::fs::rename(&file, folder.path().join("moved")).unwrap();
    let life = Life { core: Core::start(folder.path(), clock.clone()), folder, clock };
    assert!(matches!(life.status(), Status::Refused { problem: Problem::DataMissing, .. }));
    std::fs::rename(life.folder.path().join("moved"), &file).unwrap();
    life.core.try_again().unwrap();
    assert!(life.is_open());
    let refused = life.core.set_data_aside().unwrap_err();
    assert_eq!(refused, Error::AlreadySetUp, "open data stays where it is");
}

#[test]
fn a_second_copy_is_told_that_the_data_is_in_use() {
    let life = Life::open();
    let second = Core::start(life.folder.path(), life.clock.clone());
    assert!(matches!(second.get_status().unwrap(), Status::Refused { problem: Problem::InUse, .. }));
}

#[test]
fn the_eight_routines_ship_and_can_be_played_skipped_and_stopped() {
    let life = Life::open();
    let routines = life.core.list_routines().unwrap();
    assert_eq!(routines.len(), 8);
    let run = life.core.start_routine(routines[0].id).unwrap().value.id;
    let step = routines[0].steps[0].id;
    life.core.mark_step(StepMark { run, step, outcome: StepOutcome::Skipped }).unwrap();
    let ended = life.core.finish_routine(RunEnd { run, outcome: RunOutcome::Stopped }).unwrap();
    assert_eq!(ended.value.outcome, Some(RunOutcome::Stopped));
}

#[test]
fn a_small_thing_is_offered_from_what_ships_and_then_from_ones_own() {
    let life = Life::open();
    let offered = || life.core.get_small_thing(SmallThingAsk { energy: None, turn: 0 }).unwrap().unwrap();
    assert_eq!(offered().why, Why::AsksLittle);
    life.core.save_activity(ActivityDraft { minutes: Some(1), ..activity("hum") }).unwrap();
    assert_eq!(offered().title, "hum");
}

#[test]
fn a_change_can_be_undone_by_its_id() {
    let life = Life::open();
    let entry = life.write("kept");
    let deleted = life.core.delete_entry(entry).unwrap();
    life.undo(deleted.change);
    assert_eq!(life.text_of(entry), "kept");
}

#[test]
fn input_of_the_wrong_shape_is_told() {
    let life = Life::open();
    assert!(matches!(life.core.call("get_entry", json!("one")), Err(Error::BadInput { .. })));
    assert!(matches!(life.core.call("read_minds", Value::Null), Err(Error::UnknownCommand { .. })));
}

#[test]
fn the_demo_is_a_year_that_leaves_no_file() {
    let clock = SetClock::at(at("2026-11-03T09:00:00Z"), chrono_tz::UTC);
    let core = Core::demo(clock).unwrap();
    let entries = core.list_entries(EntryPage { after: None, limit: 500 }).unwrap();
    assert!(entries.len() > 60);
    assert_eq!(entries[0].on, day("2026-11-03"));
    assert_eq!(core.get_status(), Ok(Status::Demo));
}

/// The page saves again what it got no answer for.
#[test]
fn what_is_saved_twice_for_want_of_an_answer_is_there_once() {
    let life = Life::open();
    let uid = "00010203040506070809aabbccddeeff".parse().unwrap();
    let draft = CheckInDraft { uid: Some(uid), ..check_in(Feel::Level(6)) };
    life.core.save_check_in(draft.clone()).unwrap();
    life.core.save_check_in(CheckInDraft { energy: Some(2), ..draft.clone() }).unwrap();
    let [there] = &life.core.list_check_ins(9).unwrap()[..] else { panic!("one") };
    assert_eq!((there.feel, there.energy), (Some(Feel::Level(6)), Some(2)));

    let entry = |text: &str| EntryDraft { uid: Some(uid), text: text.to_owned(), ..EntryDraft::default() };
    let first = life.core.save_entry(entry("a line")).unwrap().value;
    let again = life.core.save_entry(entry("a line and more")).unwrap().value;
    assert_eq!((again.id, again.uid), (first.id, uid));
    life.core.delete_entry(first.id).unwrap();
    assert!(matches!(life.core.save_entry(entry("a line")), Err(Error::NotFound { .. })));

    // Without one, each is another.
    life.core.save_check_in(check_in(Feel::Level(6))).unwrap();
    assert_eq!(life.core.list_check_ins(9).unwrap().len(), 2);
}
