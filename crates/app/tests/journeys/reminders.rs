//! Reminders as they come, wait, are answered and go quiet.

use chrono::{DateTime, Duration, Utc};
use pilot_app::{
    Error, Heard, Notice, NoticeTestState, ShownTest, Tick,
    domain::{
        Invalid,
        reminder::{Answer, Hold},
    },
};
use serde_json::{Value, json};

use crate::life::{Life, at, check_in};

/// Every day, some time in a window of Berlin's clock.
fn window(from: u16, until: u16) -> Value {
    json!({
        "id": null, "is_on": true, "about": { "about": "check_in" },
        "timing": { "when": "window", "from_minute": from, "until_minute": until },
        "days": { "on": "weekdays", "days": [true, true, true, true, true, true, true] },
        "words": "", "hides_content": true, "asks_again": false, "keeps_on": false,
    })
}

fn about(about: Value) -> Value {
    let mut draft = window(600, 720);
    draft["about"] = about;
    draft
}

impl Life {
    /// A profile in Berlin at ten in the morning, the program awake.
    fn awake() -> Self {
        let life = Life::open();
        life.tick();
        life
    }

    fn tick(&self) -> Tick {
        self.core.app().tick(true, None).unwrap()
    }

    fn set_many_a_day(&self) {
        let mut rules = self.get("get_reminders")["rules"].clone();
        rules["most_a_day"] = json!(6);
        self.call("set_reminder_rules", rules).unwrap();
    }

    /// Sleeps from wake to wake until a notice comes.
    fn until_notice(&self, within: Duration) -> Option<Notice> {
        let end = self.now() + within;
        while self.now() < end {
            let tick = self.tick();
            if tick.notice.is_some() {
                return tick.notice;
            }
            let later = tick.wake_in.unwrap_or(within).min(end - self.now());
            self.clock.advance(later);
        }
        None
    }

    fn now(&self) -> DateTime<Utc> {
        pilot_app::Clock::now(&self.clock)
    }

    fn answer(&self, log: impl serde::Serialize, answer: &str) -> Result<Value, Error> {
        self.call("answer_reminder", json!({ "log": log, "answer": answer }))
    }

    fn fates(&self) -> Vec<String> {
        let log = self.call("list_reminder_log", json!(100)).unwrap();
        log.as_array().unwrap().iter().rev().map(|line| line["fate"].as_str().unwrap().to_owned()).collect()
    }

    fn waiting(&self) -> usize {
        self.get("get_reminders")["waiting"].as_array().unwrap().len()
    }
}

const DAY: Duration = Duration::days(1);

#[test]
fn one_comes_once_and_the_first_answer_counts() {
    let life = Life::awake();
    life.call("save_check_in", check_in(Value::Null, json!({ "level": 2 }))).unwrap();
    life.clock.advance(DAY - Duration::minutes(30));
    life.tick();
    life.call("save_reminder", window(600, 610)).unwrap();
    let notice = life.until_notice(DAY).unwrap();
    assert_eq!(notice.answers, [Answer::Open, Answer::NotNow, Answer::SameAsLast]);
    assert!(life.tick().notice.is_none(), "shown twice");
    assert_eq!(life.waiting(), 1);
    let answered = life.answer(notice.log, "same_as_last").unwrap();
    assert_eq!(answered["check_in"]["feel"], json!({ "level": 2 }));
    // A second answer from another place changes nothing.
    assert_eq!(life.answer(notice.log, "same_as_last").unwrap()["check_in"], Value::Null);
    assert_eq!(life.call("list_check_ins", json!(10)).unwrap().as_array().unwrap().len(), 2);
    assert_eq!(life.waiting(), 0);
    // The next day it comes again, and Open asks for the window.
    let notice = life.until_notice(DAY * 2).unwrap();
    assert_eq!(life.answer(notice.log, "open").unwrap()["opens"], json!({ "place": "check_in" }));
}

#[test]
fn an_answer_given_by_mistake_can_be_taken_back() {
    let life = Life::awake();
    life.call("save_reminder", window(600, 720)).unwrap();
    let notice = life.until_notice(DAY).unwrap();
    life.answer(notice.log, "not_now").unwrap();
    let latest = life.get("get_reminders")["latest_answer"].clone();
    assert_eq!(latest["answer"], "not_now");
    life.call("undo_change", latest["change"].clone()).unwrap();
    let reminders = life.get("get_reminders");
    assert_eq!(reminders["latest_answer"], Value::Null);
    assert_eq!(reminders["waiting"][0]["log"], json!(notice.log));
}

#[test]
fn open_can_still_be_followed_by_what_was_meant() {
    let life = Life::awake();
    life.call("save_reminder", window(600, 720)).unwrap();
    let notice = life.until_notice(DAY).unwrap();
    // A menu that is only opened reports its first action.
    life.answer(notice.log, "open").unwrap();
    life.answer(notice.log, "not_now").unwrap();
    assert_eq!(life.fates(), ["not_now"]);
}

#[test]
fn same_as_last_time_without_a_last_time_stores_nothing() {
    let life = Life::awake();
    life.call("save_reminder", window(600, 720)).unwrap();
    let notice = life.until_notice(DAY).unwrap();
    assert_eq!(notice.answers, [Answer::Open, Answer::NotNow]);
    assert_eq!(life.answer(notice.log, "same_as_last"), Err(Error::NoCheckInYet));
    assert_eq!(life.waiting(), 1, "still waiting for an answer");
}

#[test]
fn a_check_in_without_the_notice_answers_it_and_done_before_it_none_comes() {
    let life = Life::awake();
    life.call("save_reminder", window(600, 720)).unwrap();
    life.until_notice(DAY).unwrap();
    life.clock.advance(Duration::seconds(5));
    life.call("save_check_in", check_in(Value::Null, json!("cant_tell"))).unwrap();
    life.tick();
    assert_eq!(life.fates(), ["done"]);
    assert!(life.core.app().unanswered_notices().unwrap().is_empty(), "the notice is to be withdrawn");
    // The next morning at nine, before the window.
    life.clock.set(at("2026-11-04T08:00:00Z"));
    life.call("save_check_in", check_in(Value::Null, json!({ "level": 1 }))).unwrap();
    assert_eq!(life.until_notice(Duration::hours(6)), None);
    assert_eq!(life.fates(), ["done", "passed"]);
}

#[test]
fn an_activity_is_begun_whole_or_smaller_from_where_it_is_asked() {
    let life = Life::awake();
    let tea = json!({ "id": null, "shelf": "mine", "title": "Tea on the step", "smaller": "Open the door",
                      "minutes": 5, "energy": "low" });
    let tea = life.call("save_activity", tea).unwrap();
    let draft = about(json!({ "about": "activity", "activity": tea["id"] }));
    life.call("save_reminder", draft).unwrap();
    let notice = life.until_notice(DAY).unwrap();
    assert_eq!(notice.answers, [Answer::Open, Answer::Doing, Answer::Smaller, Answer::NotNow]);
    life.answer(notice.log, "smaller").unwrap();
    let log = life.call("list_activity_log", json!(5)).unwrap();
    assert_eq!(log[0]["title"], "Open the door");
    // Undoing takes back both the answer and the beginning.
    let change = life.get("get_reminders")["latest_answer"]["change"].clone();
    life.call("undo_change", change).unwrap();
    assert!(life.call("list_activity_log", json!(5)).unwrap().as_array().unwrap().is_empty());
    assert_eq!(life.fates(), ["shown"]);
}

#[test]
fn each_kind_opens_its_own_place_and_says_nothing_unless_it_may() {
    for (kind, place) in [
        (
            json!({ "about": "write", "prompt": "What was near today?" }),
            json!({ "place": "write", "prompt": "What was near today?" }),
        ),
        (json!({ "about": "routine", "routine": 1 }), json!({ "place": "routine", "routine": 1 })),
        (
            json!({ "about": "practice", "item": "six-slow-breaths" }),
            json!({ "place": "item", "item": "six-slow-breaths" }),
        ),
        (json!({ "about": "wind_down" }), json!({ "place": "item", "item": "wind-down-hour" })),
        (json!({ "about": "own_words" }), json!({ "place": "today" })),
    ] {
        let life = Life::awake();
        let mut draft = about(kind);
        draft["words"] = json!("the letter to Ana");
        life.call("save_reminder", draft.clone()).unwrap();
        let notice = life.until_notice(DAY).unwrap();
        assert_eq!(notice.words, None, "private until chosen otherwise");
        assert_eq!(life.answer(notice.log, "open").unwrap()["opens"], place);
        let life = Life::awake();
        draft["hides_content"] = json!(false);
        life.call("save_reminder", draft).unwrap();
        assert_eq!(life.until_notice(DAY).unwrap().words.as_deref(), Some("the letter to Ana"));
    }
}

#[test]
fn a_pause_keeps_quiet_and_resuming_ends_it() {
    let life = Life::awake();
    life.call("save_reminder", window(601, 700)).unwrap();
    life.call("pause_reminders", json!("until_resumed")).unwrap();
    life.clock.advance(Duration::hours(1));
    assert!(life.tick().notice.is_none());
    assert!(life.core.app().paused_until().is_some());
    life.get("resume_reminders");
    assert!(life.until_notice(Duration::minutes(39)).is_some());
}

#[test]
fn held_it_waits_for_a_better_moment_and_says_why() {
    let life = Life::awake();
    life.call("save_reminder", window(600, 720)).unwrap();
    life.clock.set(at("2026-11-03T10:59:00Z"));
    assert_eq!(life.core.app().is_due(true), Ok(Some(true)), "the system is to be asked first");
    let tick = life.core.app().tick(true, Some(Hold::FullScreen)).unwrap();
    assert_eq!(tick.notice, None);
    assert_eq!(tick.wake_in, Some(Duration::seconds(30)));
    let line = life.call("list_reminder_log", json!(1)).unwrap()[0].clone();
    assert_eq!((line["fate"].as_str(), line["reason"].as_str()), (Some("held"), Some("full_screen")));
    assert_eq!(life.waiting(), 0);
    life.clock.advance(Duration::seconds(30));
    assert!(life.tick().notice.is_some());
    assert_eq!(life.fates(), ["shown"]);
}

#[test]
fn where_nothing_shows_notices_it_waits_on_today_and_can_be_answered_there() {
    let life = Life::awake();
    life.call("save_reminder", window(600, 720)).unwrap();
    life.clock.set(at("2026-11-03T10:58:00Z"));
    life.core.app().tick(true, Some(Hold::NoNotices)).unwrap();
    assert_eq!(life.waiting(), 1);
    life.answer(Value::Null, "not_now").unwrap();
    assert_eq!(life.fates(), ["not_now"]);
    life.clock.advance(Duration::seconds(30));
    assert!(life.tick().notice.is_none(), "answered before it could be shown");
}

#[test]
fn a_person_who_does_not_want_it_to_wait_is_not_asked_about_the_screen() {
    let life = Life::awake();
    let mut rules = life.get("get_reminders")["rules"].clone();
    rules["waits"] = json!(false);
    life.call("set_reminder_rules", rules).unwrap();
    life.call("save_reminder", window(600, 720)).unwrap();
    life.clock.set(at("2026-11-03T10:59:00Z"));
    assert_eq!(life.core.app().is_due(true), Ok(Some(false)));
}

#[test]
fn after_a_month_away_nothing_piles_up() {
    let life = Life::awake();
    life.set_many_a_day();
    for _ in 0..3 {
        life.call("save_reminder", window(600, 960)).unwrap();
    }
    life.clock.advance(Duration::days(30) + Duration::minutes(359));
    assert!(life.tick().notice.is_some());
    assert_eq!(life.until_notice(Duration::hours(3)), None, "one, and no second one");
    let life = Life::awake();
    life.call("save_reminder", window(600, 720)).unwrap();
    life.clock.advance(Duration::days(30) + Duration::hours(6));
    assert!(life.tick().notice.is_none());
    assert_eq!(life.waiting(), 0);
}

#[test]
fn left_alone_it_grows_quiet_asks_once_sleeps_and_is_woken() {
    let life = Life::awake();
    let saved = life.call("save_reminder", window(660, 720)).unwrap();
    let mut shown = 0;
    let question = loop {
        let notice = life.until_notice(DAY * 3).unwrap();
        if notice.asks_quiet {
            break notice;
        }
        shown += 1;
        life.clock.advance(Duration::hours(1));
    };
    assert_eq!(shown, 5);
    assert_eq!(question.answers, [Answer::KeepOn, Answer::StayQuiet]);
    assert_eq!(life.until_notice(DAY * 60), None, "asleep");
    assert_eq!(life.get("get_reminders")["reminders"][0]["pace"], json!({ "pace": "asleep" }));
    life.call("wake_reminder", saved["id"].clone()).unwrap();
    assert_eq!(life.get("get_reminders")["reminders"][0]["pace"], json!({ "pace": "steady" }));
    assert!(life.until_notice(DAY * 2).is_some());
}

#[test]
fn one_press_makes_it_rarer_and_undo_brings_it_back() {
    let life = Life::awake();
    let saved = life.call("save_reminder", window(600, 720)).unwrap();
    let reply = life.core.call("quieten_reminder", saved["id"].clone()).unwrap();
    assert_eq!(reply.json()["days"]["days"], json!([true, false, true, false, true, false, true]));
    life.call("undo_change", json!(reply.change.unwrap())).unwrap();
    assert_eq!(life.get("get_reminders")["reminders"][0]["reminder"]["days"], saved["days"]);
    // One that cannot come more rarely is stopped.
    let mut once = window(600, 720);
    once["days"] = json!({ "on": "dates", "dates": ["2026-12-24"] });
    let once = life.call("save_reminder", once).unwrap();
    assert_eq!(life.call("quieten_reminder", once["id"].clone()).unwrap()["is_on"], false);
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_stored() {
    let life = Life::awake();
    let refused = |name: &str, input: Value| match life.call(name, input) {
        Err(Error::Invalid { invalid }) => invalid,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused("save_reminder", window(720, 600)), Invalid::WindowEndsBeforeItStarts);
    let mut past = window(600, 720);
    past["days"] = json!({ "on": "dates", "dates": ["2026-11-02"] });
    assert_eq!(refused("save_reminder", past), Invalid::DateInThePast);
    for gone in
        [json!({ "about": "activity", "activity": 99 }), json!({ "about": "practice", "item": "no-such" })]
    {
        assert_eq!(refused("save_reminder", about(gone)), Invalid::NothingToRemindOf);
    }
    let mut rules = life.get("get_reminders")["rules"].clone();
    rules["quiet_hours"] = json!([{ "from_minute": 0, "until_minute": 1440 }]);
    assert_eq!(refused("set_reminder_rules", rules.clone()), Invalid::QuietAllDay);
    rules["quiet_hours"] = json!([{ "from_minute": 1320, "until_minute": 420 }]);
    rules["most_a_day"] = json!(7);
    assert_eq!(
        refused("set_reminder_rules", rules.clone()),
        Invalid::OutOfRange { value: 7, min: 1, max: 6 }
    );
    rules["most_a_day"] = json!(2);
    life.call("set_reminder_rules", rules).unwrap();
    assert_eq!(refused("save_reminder", window(1330, 1400)), Invalid::WindowInQuietHours);
    assert_eq!(refused("pause_reminders", json!({ "until_date": "2026-11-03" })), Invalid::DateInThePast);
    assert!(life.get("get_reminders")["reminders"].as_array().unwrap().is_empty());
}

#[test]
fn between_its_own_wakes_a_tick_reads_nothing_and_a_journey_or_a_changed_clock_is_seen() {
    let life = Life::awake();
    life.call("save_reminder", window(600, 720)).unwrap();
    life.tick();
    let wake = life.core.app().tick(false, None).unwrap().wake_in.unwrap();
    life.clock.advance(wake - Duration::seconds(1));
    assert!(life.core.app().tick(false, None).unwrap().change.is_none());
    life.clock.advance(Duration::seconds(1));
    assert!(life.core.app().tick(false, None).unwrap().notice.is_some());
    // Set back by a day: it looks again at once, and the window that is open there is a new one.
    life.clock.advance(-DAY);
    assert!(life.core.app().tick(false, None).unwrap().change.is_none(), "made later than that");
}

#[test]
fn a_test_notice_is_taken_once_and_tells_what_came_back() {
    let life = Life::awake();
    life.get("test_notice");
    assert_eq!(life.get("get_reminders")["test"]["state"]["state"], "asked");
    assert!(life.tick().test);
    assert!(!life.tick().test);
    let shown = ShownTest { has_buttons: Some(true), ..ShownTest::default() };
    life.core.app().note_test(NoticeTestState::Shown(shown));
    life.core.app().note_test_heard(Heard::Button);
    life.core.app().note_test_heard(Heard::Closed);
    let state = life.get("get_reminders")["test"]["state"].clone();
    assert_eq!((state["has_buttons"].clone(), state["heard"].clone()), (json!(true), json!("button")));
}

#[test]
fn an_answer_that_is_quicker_than_what_the_system_says_of_itself_is_kept() {
    let life = Life::awake();
    life.get("test_notice");
    life.tick();
    life.core.app().note_test_heard(Heard::Click);
    life.core.app().note_test(NoticeTestState::Shown(ShownTest::default()));
    assert_eq!(life.get("get_reminders")["test"]["state"]["heard"], "click");
}

#[test]
fn a_notice_that_could_not_be_shown_waits_and_comes_when_something_shows_it() {
    let life = Life::awake();
    life.call("save_reminder", window(600, 720)).unwrap();
    life.clock.set(at("2026-11-03T10:58:00Z"));
    let notice = life.tick().notice.unwrap();
    life.core.app().note_not_shown(notice.log).unwrap();
    assert_eq!((life.fates(), life.waiting()), (vec!["held".to_owned()], 1));
    life.clock.advance(Duration::seconds(30));
    assert_eq!(life.tick().notice.map(|again| again.log), Some(notice.log));
    assert_eq!(life.fates(), ["shown"]);
}

#[test]
fn rules_that_are_said_again_are_looked_at_again_and_are_no_step() {
    let life = Life::open();
    let rules = life.get("get_reminders")["rules"].clone();
    let again = life.core.call("set_reminder_rules", rules).unwrap();
    assert!(again.kinds.contains(&pilot_app::domain::change::Kind::Settings));
    assert_eq!(again.change, None);
}
