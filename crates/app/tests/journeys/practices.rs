//! Going through something: how it left one, and what is not suggested again.

use pilot_app::{
    Error, SmallThingAsk,
    domain::{
        PracticeId, RoutineId,
        practice::{Afterwards, PracticeDraft, Practised},
        routine::RoutineMark,
        small_thing::Target,
    },
};

use crate::life::{Life, day};

fn answer(id: Option<PracticeId>, of: &Practised, afterwards: Afterwards) -> PracticeDraft {
    PracticeDraft { id, of: of.clone(), afterwards }
}

fn item(id: &str) -> Practised {
    Practised::Item(id.to_owned())
}

#[test]
fn how_it_was_is_kept_once_changed_by_another_press_and_taken_back() {
    let life = Life::open();
    let breaths = item("six-slow-breaths");
    let save = |draft: PracticeDraft| life.core.save_practice(draft).unwrap().value.id;
    let id = save(answer(None, &breaths, Afterwards::Heavier));
    save(answer(Some(id), &breaths, Afterwards::CantTell));
    let routine = Practised::Routine(life.core.list_routines().unwrap()[0].id);
    save(answer(None, &routine, Afterwards::Lighter));

    let life = life.restart();
    let kept = life.core.list_practices(breaths.clone()).unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].afterwards, kept[0].on), (Afterwards::CantTell, day("2026-11-03")));
    assert_eq!(life.core.list_practices(routine).unwrap()[0].afterwards, Afterwards::Lighter);

    let deleted = life.core.delete_practice(id).unwrap();
    assert_eq!(life.core.list_practices(breaths.clone()).unwrap(), []);
    life.undo(deleted.change);
    assert_eq!(life.core.list_practices(breaths).unwrap()[0].id, id);
}

#[test]
fn an_answer_on_nothing_that_is_there_is_refused() {
    let life = Life::open();
    for of in [item("no-such-item"), Practised::Routine(RoutineId(9999))] {
        let refused = life.core.save_practice(answer(None, &of, Afterwards::Same));
        assert!(matches!(refused, Err(Error::NotFound { .. })), "{of:?}");
    }
    let gone = answer(Some(PracticeId(77)), &item("six-slow-breaths"), Afterwards::Same);
    assert!(matches!(life.core.save_practice(gone), Err(Error::NotFound { .. })));
    assert!(matches!(life.core.delete_practice(PracticeId(77)), Err(Error::NotFound { .. })));
}

#[test]
fn a_routine_that_was_left_out_is_not_suggested_until_it_comes_back() {
    let life = Life::open();
    let suggested = |life: &Life| -> Vec<RoutineId> {
        (0..120)
            .map(|turn| life.core.get_small_thing(SmallThingAsk { energy: Some(10), turn }).unwrap().unwrap())
            .filter_map(|thing| match thing.target {
                Target::Routine { id } => Some(id),
                _ => None,
            })
            .collect()
    };
    let id = suggested(&life)[0];
    let left_out = life.core.mark_routine(RoutineMark { routine: id, is_left_out: true }).unwrap();
    let life = life.restart();
    assert!(!suggested(&life).contains(&id));
    let routines = life.core.list_routines().unwrap();
    assert!(routines.iter().find(|routine| routine.id == id).unwrap().is_left_out);
    life.core.mark_routine(RoutineMark { routine: id, is_left_out: false }).unwrap();
    assert!(suggested(&life).contains(&id));
    assert!(left_out.change.is_some());
    let nobody = life.core.mark_routine(RoutineMark { routine: RoutineId(9999), is_left_out: true });
    assert!(matches!(nobody, Err(Error::NotFound { .. })));
}
