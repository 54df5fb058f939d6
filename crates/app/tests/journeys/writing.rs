//! Ways to begin that are one's own, worries that wait for their time, and what else a day holds.

use std::collections::HashSet;

use chrono::Duration;
use pilot_app::{
    Error, Worries,
    domain::{
        OwnFormId, OwnPromptId, WorryId,
        activity::ActivityStart,
        beginning::{OwnFormDraft, OwnPromptDraft, PromptLeftOut},
        check_in::CheckInDraft,
        library::ContentTopic,
        prompt::Weight,
        worry::WorryDraft,
    },
};

use crate::life::{Life, activity, day};

impl Life {
    /// Everything of one weight that comes before something comes a second time.
    fn questions(&self, weight: Weight) -> HashSet<String> {
        let mut shown = HashSet::new();
        loop {
            if !shown.insert(self.question(weight).text) {
                return shown;
            }
        }
    }

    fn worries(&self) -> Worries {
        self.core.list_worries().unwrap()
    }
}

#[test]
fn a_question_of_ones_own_comes_among_the_others_is_changed_and_goes() {
    let life = Life::open();
    let save = |id: Option<OwnPromptId>, text: &str| {
        let draft = OwnPromptDraft { id, text: text.to_owned(), weight: Weight::Heavy };
        life.core.save_own_prompt(draft).unwrap().value
    };
    let own = save(None, " What did the  river do? ");
    assert_eq!(own.text, "What did the river do?");
    assert!(life.questions(Weight::Heavy).contains("What did the river do?"));
    save(Some(own.id), "And the sea?");
    life.clock.advance(Duration::days(40));
    let questions = life.questions(Weight::Heavy);
    assert!(questions.contains("And the sea?") && !questions.contains("What did the river do?"));
    assert!(questions.len() > 1, "the others come as well");
    let gone = life.core.delete_own_prompt(own.id).unwrap();
    assert_eq!(life.core.list_own_prompts().unwrap(), []);
    life.undo(gone.change);
    assert_eq!(life.core.list_own_prompts().unwrap()[0].text, "And the sea?");
}

#[test]
fn a_question_that_is_left_out_does_not_come_until_it_is_let_in_again() {
    let life = Life::open();
    let first = life.question(Weight::Middle);
    let leave = |is_left_out: bool| {
        life.core.leave_out_prompt(PromptLeftOut { prompt: first.key.clone(), is_left_out }).unwrap();
    };
    leave(true);
    leave(true);
    life.clock.advance(Duration::days(40));
    assert!(!life.questions(Weight::Middle).contains(&first.text));
    assert_eq!(life.core.list_left_out_prompts().unwrap()[0].text, first.text);
    leave(false);
    assert_eq!(life.core.list_left_out_prompts().unwrap(), []);
    life.clock.advance(Duration::days(40));
    assert!(life.questions(Weight::Middle).contains(&first.text));
}

#[test]
fn a_question_about_a_muted_subject_does_not_come() {
    let life = Life::open();
    let before = life.questions(Weight::Heavy);
    life.core.set_muted_topics(vec![ContentTopic::Death, ContentTopic::Trauma]).unwrap();
    life.clock.advance(Duration::days(40));
    let after = life.questions(Weight::Heavy);
    assert!(after.len() < before.len() && after.is_subset(&before));
}

#[test]
fn a_form_of_ones_own_is_kept_renamed_and_removed_with_undo() {
    let life = Life::open();
    let save = |id: Option<OwnFormId>, name: &str, text: &str| {
        let draft = OwnFormDraft { id, name: name.to_owned(), text: text.to_owned() };
        life.core.save_own_form(draft).map(|done| done.value)
    };
    let form = save(None, "Evening", "- window: \n- hands: ").unwrap();
    save(Some(form.id), "Late evening", "- window: \n- hands: ").unwrap();
    assert!(matches!(save(None, " ", "text"), Err(Error::Invalid { .. })));
    assert!(matches!(save(None, "Nothing", " \n"), Err(Error::Invalid { .. })));
    let life = life.restart();
    assert_eq!(life.core.list_own_forms().unwrap()[0].name, "Late evening");
    let gone = life.core.delete_own_form(form.id).unwrap();
    assert_eq!(life.core.list_own_forms().unwrap(), []);
    life.undo(gone.change);
    assert_eq!(life.core.list_own_forms().unwrap()[0].text, "- window: \n- hands: ");
}

#[test]
fn a_parked_worry_is_out_of_sight_until_its_time_then_waits_and_can_be_let_go() {
    let life = Life::open();
    // Life begins at ten in the morning.
    let park = |id: Option<WorryId>, on: &str, minute: u16| {
        let draft = WorryDraft { id, text: "the rent".to_owned(), on: day(on), minute };
        life.core.park_worry(draft).map(|done| done.value.id)
    };
    let worry = park(None, "2026-11-03", 19 * 60).unwrap();
    assert_eq!(life.worries().waiting, []);
    assert_eq!(life.worries().parked[0].text, "the rent");
    life.clock.advance(Duration::hours(10));
    assert_eq!(life.worries().waiting[0].id, worry);
    park(Some(worry), "2026-11-04", 19 * 60).unwrap();
    assert_eq!(life.worries().waiting, [], "it has another time now");
    life.clock.advance(Duration::days(9));
    assert_eq!(life.worries().waiting[0].id, worry, "once, however long nobody came");
    let gone = life.core.let_worry_go(worry).unwrap();
    let Worries { waiting, parked } = life.worries();
    assert!(waiting.is_empty() && parked.is_empty());
    life.undo(gone.change);
    assert_eq!(life.worries().waiting[0].id, worry);
    assert!(matches!(park(None, "2026-11-04", 1440), Err(Error::Invalid { .. })));
}

#[test]
fn a_day_shows_what_was_checked_in_and_done_on_it_and_nothing_of_other_days() {
    let life = Life::open();
    let check_in = |note: &str| {
        life.core.save_check_in(CheckInDraft { note: note.to_owned(), ..CheckInDraft::default() }).unwrap();
    };
    check_in("the day before");
    life.clock.advance(Duration::days(1));
    check_in("first");
    life.clock.advance(Duration::minutes(5));
    check_in("second");
    let tea = life.core.save_activity(activity("Tea")).unwrap().value.id;
    life.core.start_activity(ActivityStart { activity: tea, is_smaller: false, guess: None }).unwrap();
    let today = life.core.get_day_context(day("2026-11-04")).unwrap();
    let notes: Vec<&str> = today.check_ins.iter().map(|one| one.note.as_str()).collect();
    assert_eq!(notes, ["first", "second"]);
    assert_eq!(today.doings[0].title, "Tea");
    assert_eq!(life.core.get_day_context(day("2026-11-03")).unwrap().doings, []);
}
