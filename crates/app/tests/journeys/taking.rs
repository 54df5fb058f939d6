//! Taking along: what of some days there is, and pages that are set from it.

use chrono::NaiveDate;
use pilot_app::{
    DaySpan, EntryChoice, Error,
    domain::{activity::ActivityStart, check_in::Feel, entry::EntryDraft},
    typeset::{Block, Inline, Manuscript, Paper, PaperSize},
};
use serde_json::json;

use crate::life::{Life, activity, at, check_in, day, days, entry};

fn paper(words: &str) -> Paper {
    let block = Block::Paragraph { inside: vec![Inline::Text { text: words.to_owned() }] };
    let manuscript = Manuscript {
        title: "A page".to_owned(),
        lead: String::new(),
        language: "en-GB".to_owned(),
        foot: String::new(),
        blocks: vec![block],
    };
    Paper { manuscript, size: PaperSize::A4, is_one_page: true }
}

#[test]
fn the_check_ins_and_doings_of_some_days_are_those_days_alone() {
    let life = Life::open();
    let tea = life.core.save_activity(activity("Tea")).unwrap().value.id;
    for on in ["2026-11-03", "2026-11-04", "2026-11-06"] {
        // Half past midnight in Berlin: the day it was lived in counts.
        life.clock.set(at(&format!("{on}T23:30:00Z")));
        life.core.save_check_in(check_in(Feel::Level(2))).unwrap();
        life.core.start_activity(ActivityStart { activity: tea, is_smaller: false, guess: None }).unwrap();
    }
    let check_ins = |span: DaySpan| -> Vec<NaiveDate> {
        life.core.list_check_ins_between(span).unwrap().into_iter().map(|one| one.on).collect()
    };
    let doings = |span: DaySpan| -> Vec<NaiveDate> {
        life.core.list_activity_log_between(span).unwrap().into_iter().map(|one| one.on).collect()
    };
    for listed in [&check_ins as &dyn Fn(DaySpan) -> Vec<NaiveDate>, &doings] {
        assert_eq!(listed(days("2026-11-04", "2026-11-05")), [day("2026-11-04"), day("2026-11-05")]);
        assert_eq!(listed(days("2026-11-07", "2026-12-01")), [day("2026-11-07")]);
        assert!(listed(days("2026-11-06", "2026-11-06")).is_empty());
    }
}

#[test]
fn entries_are_chosen_by_a_search_by_days_by_both_or_all_and_come_by_day() {
    let life = Life::open();
    let write = |on: &str, text: &str| {
        life.core.save_entry(EntryDraft { on: Some(day(on)), ..entry(text) }).unwrap().value.id
    };
    let late = write("2026-10-09", "rain");
    let early = write("2026-10-02", "rain");
    let dry = write("2026-10-05", "dry");
    let gone = write("2026-10-03", "rain, thrown away");
    life.core.delete_entry(gone).unwrap();
    let chosen = |typed: &str, days: Option<DaySpan>| {
        let chosen = EntryChoice { typed: typed.to_owned(), days };
        life.core.list_chosen_entries(chosen).unwrap().into_iter().map(|one| one.id).collect::<Vec<_>>()
    };
    let from_the_fifth = || Some(days("2026-10-05", "2026-10-31"));
    assert_eq!(chosen("", None), [early, dry, late]);
    assert_eq!(chosen("rain", None), [early, late]);
    assert_eq!(chosen("", from_the_fifth()), [dry, late]);
    assert_eq!(chosen("rain", from_the_fifth()), [late]);
    // Looked at one by one, so that some can be left out.
    let looked = life.core.list_entry_summaries(vec![late, gone, early]).unwrap();
    let looked: Vec<_> = looked.iter().map(|one| (one.id, one.excerpt.as_str())).collect();
    assert_eq!(looked, [(late, "rain"), (early, "rain")]);
}

#[test]
fn a_page_is_set_while_the_data_is_closed_and_asking_for_none_sets_none() {
    let life = Life::begin();
    let answer = life.core.get_pages(Some(paper("a word"))).unwrap();
    assert!(answer.bytes.starts_with(b"%PDF-"));
    let pages = answer.head.unwrap();
    assert_eq!((pages.count, pages.left_off), (1, vec![]));
    assert!(life.core.get_pages(None).unwrap().head.is_none());
    let cut_short = life.core.download("get_pages", json!({ "size": "a4" }));
    assert!(matches!(cut_short, Err(Error::BadInput { .. })));
}

#[test]
fn who_asks_for_other_pages_no_longer_waits_for_the_first() {
    let life = Life::begin();
    let endless = Paper { is_one_page: false, ..paper(&"word ".repeat(3_000_000)) };
    std::thread::scope(|threads| {
        let first = threads.spawn(|| life.core.get_pages(Some(endless)).unwrap());
        // Whichever of the two comes first: nothing stops once the later one has been asked.
        while !first.is_finished() {
            life.core.get_pages(None).unwrap();
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        assert!(first.join().unwrap().head.is_none());
    });
}

#[test]
fn pages_that_cannot_be_made_say_why_in_a_code_and_none_of_the_words() {
    let life = Life::open();
    let mut page = paper("");
    page.manuscript.lead = "zwyxheron ".repeat(3_000);
    page.manuscript.blocks.clear();
    let error = life.core.get_pages(Some(page)).err().unwrap();
    assert_eq!(error, Error::PagesNotMade { cause: None });
    assert_eq!(error.cause().map(|cause| cause.to_string()).as_deref(), Some("title fills the page"));
}
