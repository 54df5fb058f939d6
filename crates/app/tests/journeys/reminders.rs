//! Reminders as they come, wait, are answered and go quiet.

use std::fmt::Debug;

use chrono::{DateTime, Duration, Utc};
use pilot_app::{
    Answered, Error, Heard, Notification, NotificationTestState, ReminderAnswer, ReminderOutlook, Reminders,
    ShownTest, Tick,
    domain::{
        ActivityId, Invalid, ReminderLogId, RoutineId,
        activity::{ActivityDraft, Energy},
        backoff::Pace,
        change::Kind,
        check_in::Feel,
        reminder::{
            About, Answer, Days, Hold, NudgeStatus, Opens, Pause, Reason, Reminder, ReminderDraft, Timing,
        },
        rules::{QuietHours, ReminderRules},
    },
};

use crate::life::{Life, activity, at, check_in, day};

/// Every day, some time in a window of Berlin's clock.
fn window(from_minute: u16, until_minute: u16) -> ReminderDraft {
    ReminderDraft {
        id: None,
        is_on: true,
        about: About::CheckIn,
        timing: Timing::Window { from_minute, until_minute },
        days: Days::Weekdays { days: [true; 7] },
        words: String::new(),
        hides_content: true,
        asks_again: false,
        keeps_on: false,
    }
}

/// Every day at this minute of Berlin's clock.
fn fixed(minute: u16) -> ReminderDraft {
    ReminderDraft { timing: Timing::At { minutes: vec![minute] }, ..window(600, 720) }
}

fn about(about: About) -> ReminderDraft {
    ReminderDraft { about, ..window(600, 720) }
}

fn only_on(date: &str) -> ReminderDraft {
    ReminderDraft { days: Days::Dates { dates: vec![day(date)] }, ..window(600, 720) }
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
        self.core.set_reminder_rules(ReminderRules { most_a_day: 6, ..self.rules() }).unwrap();
    }

    fn remind(&self, draft: ReminderDraft) -> Reminder {
        self.core.save_reminder(draft).unwrap().value
    }

    fn reminders(&self) -> Reminders {
        self.core.get_reminders().unwrap()
    }

    fn outlook(&self) -> ReminderOutlook {
        self.reminders().reminders.remove(0)
    }

    fn rules(&self) -> ReminderRules {
        self.reminders().rules
    }

    fn test(&self) -> NotificationTestState {
        self.reminders().test.unwrap().state
    }

    /// Sleeps from wake to wake until a notice comes.
    fn until_notice(&self, within: Duration) -> Option<Notification> {
        let end = self.now() + within;
        while self.now() < end {
            let tick = self.tick();
            if tick.notification.is_some() {
                return tick.notification;
            }
            let later = tick.wake_in.unwrap_or(within).min(end - self.now());
            self.clock.advance(later);
        }
        None
    }

    fn now(&self) -> DateTime<Utc> {
        pilot_app::Clock::now(&self.clock)
    }

    fn answer(&self, log: ReminderLogId, answer: Answer) -> Result<Answered, Error> {
        self.core.answer_reminder(ReminderAnswer { log: Some(log), answer }).map(|done| done.value)
    }

    fn statuses(&self) -> Vec<NudgeStatus> {
        self.core.list_reminder_log(100).unwrap().iter().rev().map(|line| line.status).collect()
    }

    fn waiting(&self) -> usize {
        self.reminders().waiting.len()
    }
}

const DAY: Duration = Duration::days(1);

#[test]
fn one_comes_once_and_the_first_answer_counts() {
    let life = Life::awake();
    life.core.save_check_in(check_in(Feel::Level(2))).unwrap();
    life.clock.advance(DAY - Duration::minutes(30));
    life.tick();
    life.remind(window(600, 610));
    let notification = life.until_notice(DAY).unwrap();
    assert_eq!(notification.answers, [Answer::Open, Answer::NotNow, Answer::SameAsLast]);
    assert!(life.tick().notification.is_none(), "shown twice");
    assert_eq!(life.waiting(), 1);
    let answered = life.answer(notification.log, Answer::SameAsLast).unwrap();
    assert_eq!(answered.check_in.unwrap().feel, Some(Feel::Level(2)));
    // A second answer from another place changes nothing.
    assert_eq!(life.answer(notification.log, Answer::SameAsLast).unwrap().check_in, None);
    assert_eq!(life.core.list_check_ins(10).unwrap().len(), 2);
    assert_eq!(life.waiting(), 0);
    // The next day it comes again, and Open asks for the window.
    let notification = life.until_notice(DAY * 2).unwrap();
    assert_eq!(life.answer(notification.log, Answer::Open).unwrap().opens, Some(Opens::CheckIn));
}

#[test]
fn an_answer_given_by_mistake_can_be_taken_back() {
    let life = Life::awake();
    life.remind(window(600, 720));
    let notification = life.until_notice(DAY).unwrap();
    life.answer(notification.log, Answer::NotNow).unwrap();
    let latest = life.reminders().latest_answer.unwrap();
    assert_eq!(latest.answer, Answer::NotNow);
    life.undo(Some(latest.change));
    let reminders = life.reminders();
    assert!(reminders.latest_answer.is_none());
    assert_eq!(reminders.waiting[0].log, notification.log);
}

#[test]
fn open_can_still_be_followed_by_what_was_meant() {
    let life = Life::awake();
    life.remind(window(600, 720));
    let notification = life.until_notice(DAY).unwrap();
    // A menu that is only opened reports its first action.
    life.answer(notification.log, Answer::Open).unwrap();
    life.answer(notification.log, Answer::NotNow).unwrap();
    assert_eq!(life.statuses(), [NudgeStatus::NotNow]);
}

#[test]
fn same_as_last_time_without_a_last_time_stores_nothing() {
    let life = Life::awake();
    life.remind(window(600, 720));
    let notification = life.until_notice(DAY).unwrap();
    assert_eq!(notification.answers, [Answer::Open, Answer::NotNow]);
    assert_eq!(life.answer(notification.log, Answer::SameAsLast).unwrap_err(), Error::NoCheckInYet);
    assert_eq!(life.waiting(), 1, "still waiting for an answer");
}

#[test]
fn a_check_in_without_the_notice_answers_it_and_done_before_it_none_comes() {
    let life = Life::awake();
    life.remind(window(600, 720));
    life.until_notice(DAY).unwrap();
    life.clock.advance(Duration::seconds(5));
    life.core.save_check_in(check_in(Feel::CantTell)).unwrap();
    life.tick();
    assert_eq!(life.statuses(), [NudgeStatus::Done]);
    assert!(life.core.app().unanswered_notices().unwrap().is_empty(), "the notice is to be withdrawn");
    // The next morning at nine, before the window.
    life.clock.set(at("2026-11-04T08:00:00Z"));
    life.core.save_check_in(check_in(Feel::Level(1))).unwrap();
    assert_eq!(life.until_notice(Duration::hours(6)), None);
    assert_eq!(life.statuses(), [NudgeStatus::Done, NudgeStatus::Passed]);
}

#[test]
fn an_activity_is_begun_whole_or_smaller_from_where_it_is_asked() {
    let life = Life::awake();
    let tea = ActivityDraft {
        smaller: "Open the door".to_owned(),
        minutes: Some(5),
        energy: Energy::Low,
        ..activity("Tea on the step")
    };
    let tea = life.core.save_activity(tea).unwrap().value.id;
    life.remind(about(About::Activity { activity: tea }));
    let notification = life.until_notice(DAY).unwrap();
    assert_eq!(notification.answers, [Answer::Open, Answer::Doing, Answer::Smaller, Answer::NotNow]);
    life.answer(notification.log, Answer::Smaller).unwrap();
    assert_eq!(life.core.list_activity_log(5).unwrap()[0].title, "Open the door");
    // Undoing takes back both the answer and the beginning.
    life.undo(life.reminders().latest_answer.map(|latest| latest.change));
    assert_eq!(life.core.list_activity_log(5).unwrap(), []);
    assert_eq!(life.statuses(), [NudgeStatus::Shown]);
}

#[test]
fn each_kind_opens_its_own_place_and_says_nothing_unless_it_may() {
    let prompt = || "What was near today?".to_owned();
    let item = |id: &str| id.to_owned();
    let routine = RoutineId(1);
    for (kind, place) in [
        (About::Write { prompt: prompt() }, Opens::Write { prompt: prompt() }),
        (About::Routine { routine }, Opens::Routine { routine }),
        (About::Practice { item: item("six-slow-breaths") }, Opens::Item { item: item("six-slow-breaths") }),
        (About::WindDown, Opens::Item { item: item("wind-down-hour") }),
        (About::OwnWords, Opens::Today),
    ] {
        let life = Life::awake();
        let draft = ReminderDraft { words: "the letter to Ana".to_owned(), ..about(kind) };
        life.remind(draft.clone());
        let notification = life.until_notice(DAY).unwrap();
        assert_eq!(notification.words, None, "private until chosen otherwise");
        assert_eq!(life.answer(notification.log, Answer::Open).unwrap().opens, Some(place));
        let life = Life::awake();
        life.remind(ReminderDraft { hides_content: false, ..draft });
        assert_eq!(life.until_notice(DAY).unwrap().words.as_deref(), Some("the letter to Ana"));
    }
}

#[test]
fn a_pause_keeps_quiet_and_resuming_ends_it() {
    let life = Life::awake();
    life.remind(window(601, 700));
    life.core.pause_reminders(Pause::UntilResumed).unwrap();
    life.clock.advance(Duration::hours(1));
    assert!(life.tick().notification.is_none());
    assert!(life.core.app().paused_until().is_some());
    life.core.resume_reminders().unwrap();
    assert!(life.until_notice(Duration::minutes(39)).is_some());
}

#[test]
fn held_it_waits_for_a_better_moment_and_says_why() {
    let life = Life::awake();
    life.remind(fixed(718));
    life.clock.set(at("2026-11-03T10:58:00Z"));
    assert_eq!(life.core.app().is_due(true), Ok(Some(true)), "the system is to be asked first");
    let tick = life.core.app().tick(true, Some(Hold::FullScreen)).unwrap();
    assert_eq!(tick.notification, None);
    assert_eq!(tick.wake_in, Some(Duration::seconds(30)));
    let line = &life.core.list_reminder_log(1).unwrap()[0];
    assert_eq!((line.status, line.reason), (NudgeStatus::Held, Some(Reason::FullScreen)));
    assert_eq!(life.waiting(), 0);
    life.clock.advance(Duration::seconds(30));
    assert!(life.tick().notification.is_some());
    assert_eq!(life.statuses(), [NudgeStatus::Shown]);
}

#[test]
fn where_nothing_shows_notices_it_waits_on_today_and_can_be_answered_there() {
    let life = Life::awake();
    life.remind(fixed(718));
    life.clock.set(at("2026-11-03T10:58:00Z"));
    life.core.app().tick(true, Some(Hold::NoNotices)).unwrap();
    assert_eq!(life.waiting(), 1);
    life.core.answer_reminder(ReminderAnswer { log: None, answer: Answer::NotNow }).unwrap();
    assert_eq!(life.statuses(), [NudgeStatus::NotNow]);
    life.clock.advance(Duration::seconds(30));
    assert!(life.tick().notification.is_none(), "answered before it could be shown");
}

#[test]
fn a_person_who_does_not_want_it_to_wait_is_not_asked_about_the_screen() {
    let life = Life::awake();
    life.core.set_reminder_rules(ReminderRules { waits: false, ..life.rules() }).unwrap();
    life.remind(fixed(718));
    life.clock.set(at("2026-11-03T10:58:00Z"));
    assert_eq!(life.core.app().is_due(true), Ok(Some(false)));
}

#[test]
fn after_a_month_away_nothing_piles_up() {
    let life = Life::awake();
    life.set_many_a_day();
    for _ in 0..3 {
        life.remind(window(600, 960));
    }
    life.clock.advance(Duration::days(30) + Duration::minutes(359));
    assert!(life.tick().notification.is_some());
    assert_eq!(life.until_notice(Duration::hours(3)), None, "one, and no second one");
    let life = Life::awake();
    life.remind(window(600, 720));
    life.clock.advance(Duration::days(30) + Duration::hours(6));
    assert!(life.tick().notification.is_none());
    assert_eq!(life.waiting(), 0);
}

#[test]
fn left_alone_it_grows_quiet_asks_once_sleeps_and_is_woken() {
    let life = Life::awake();
    let saved = life.remind(window(660, 720));
    let mut shown = 0;
    let question = loop {
        let notification = life.until_notice(DAY * 3).unwrap();
        if notification.asks_quiet {
            break notification;
        }
        shown += 1;
        life.clock.advance(Duration::hours(1));
    };
    assert_eq!(shown, 5);
    assert_eq!(question.answers, [Answer::KeepOn, Answer::StayQuiet]);
    assert_eq!(life.until_notice(DAY * 60), None, "asleep");
    assert_eq!(life.outlook().pace, Pace::Asleep);
    life.core.wake_reminder(saved.id).unwrap();
    assert_eq!(life.outlook().pace, Pace::Steady);
    assert!(life.until_notice(DAY * 2).is_some());
}

#[test]
fn one_press_makes_it_rarer_and_undo_brings_it_back() {
    let life = Life::awake();
    let saved = life.remind(window(600, 720));
    let quieter = life.core.quieten_reminder(saved.id).unwrap();
    let every_second = Days::Weekdays { days: [true, false, true, false, true, false, true] };
    assert_eq!(quieter.value.days, every_second);
    life.undo(quieter.change);
    assert_eq!(life.outlook().reminder.days, saved.days);
    // One that cannot come more rarely is stopped.
    let once = life.remind(only_on("2026-12-24"));
    assert!(!life.core.quieten_reminder(once.id).unwrap().value.is_on);
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_stored() {
    fn refused<T: Debug>(answer: Result<T, Error>) -> Invalid {
        match answer {
            Err(Error::Invalid { invalid }) => invalid,
            other => panic!("{other:?}"),
        }
    }
    let life = Life::awake();
    let save = |draft: ReminderDraft| refused(life.core.save_reminder(draft));
    assert_eq!(save(window(720, 600)), Invalid::WindowEndsBeforeItStarts);
    assert_eq!(save(only_on("2026-11-02")), Invalid::DateInThePast);
    for gone in [About::Activity { activity: ActivityId(99) }, About::Practice { item: "no-such".to_owned() }]
    {
        assert_eq!(save(about(gone)), Invalid::NothingToRemindOf);
    }
    let quiet = |from_minute: u16, until_minute: u16| ReminderRules {
        quiet_hours: vec![QuietHours { from_minute, until_minute }],
        ..life.rules()
    };
    assert_eq!(refused(life.core.set_reminder_rules(quiet(0, 1440))), Invalid::QuietAllDay);
    let at_night = |most_a_day: u8| ReminderRules { most_a_day, ..quiet(1320, 420) };
    assert_eq!(
        refused(life.core.set_reminder_rules(at_night(7))),
        Invalid::OutOfRange { value: 7, min: 1, max: 6 }
    );
    life.core.set_reminder_rules(at_night(2)).unwrap();
    assert_eq!(save(window(1330, 1400)), Invalid::WindowInQuietHours);
    let past = life.core.pause_reminders(Pause::UntilDate(day("2026-11-03")));
    assert_eq!(refused(past), Invalid::DateInThePast);
    assert!(life.reminders().reminders.is_empty());
}

#[test]
fn between_its_own_wakes_a_tick_reads_nothing_and_a_journey_or_a_changed_clock_is_seen() {
    let life = Life::awake();
    life.remind(window(600, 720));
    life.tick();
    let wake = life.core.app().tick(false, None).unwrap().wake_in.unwrap();
    life.clock.advance(wake - Duration::seconds(1));
    assert!(life.core.app().tick(false, None).unwrap().change.is_none());
    life.clock.advance(Duration::seconds(1));
    assert!(life.core.app().tick(false, None).unwrap().notification.is_some());
    // Set back by a day: it looks again at once, and the window that is open there is a new one.
    life.clock.advance(-DAY);
    assert!(life.core.app().tick(false, None).unwrap().change.is_none(), "made later than that");
}

#[test]
fn a_test_notice_is_taken_once_and_tells_what_came_back() {
    let life = Life::awake();
    life.core.test_notification().unwrap();
    assert_eq!(life.test(), NotificationTestState::Asked);
    assert!(life.tick().test);
    assert!(!life.tick().test);
    let shown = ShownTest { has_buttons: Some(true), ..ShownTest::default() };
    life.core.app().note_test(NotificationTestState::Shown(shown.clone()));
    life.core.app().note_test_heard(Heard::Button);
    life.core.app().note_test_heard(Heard::Closed);
    assert_eq!(life.test(), NotificationTestState::Shown(ShownTest { heard: Some(Heard::Button), ..shown }));
}

#[test]
fn an_answer_that_is_quicker_than_what_the_system_says_of_itself_is_kept() {
    let life = Life::awake();
    life.core.test_notification().unwrap();
    life.tick();
    life.core.app().note_test_heard(Heard::Click);
    life.core.app().note_test(NotificationTestState::Shown(ShownTest::default()));
    let heard = ShownTest { heard: Some(Heard::Click), ..ShownTest::default() };
    assert_eq!(life.test(), NotificationTestState::Shown(heard));
}

#[test]
fn a_notice_that_could_not_be_shown_waits_and_comes_when_something_shows_it() {
    let life = Life::awake();
    life.remind(fixed(718));
    life.clock.set(at("2026-11-03T10:58:00Z"));
    let notification = life.tick().notification.unwrap();
    life.core.app().note_not_shown(notification.log).unwrap();
    assert_eq!((life.statuses(), life.waiting()), (vec![NudgeStatus::Held], 1));
    life.clock.advance(Duration::seconds(30));
    assert_eq!(life.tick().notification.map(|again| again.log), Some(notification.log));
    assert_eq!(life.statuses(), [NudgeStatus::Shown]);
}

#[test]
fn rules_that_are_said_again_are_looked_at_again_and_are_no_step() {
    let life = Life::open();
    let again = life.core.set_reminder_rules(life.rules()).unwrap();
    assert!(again.kinds.contains(&Kind::Settings));
    assert_eq!(again.change, None);
}
