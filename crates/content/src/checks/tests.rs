//! The bundled content has no faults today, and each check sees a fault that is planted for it.

use std::collections::{BTreeMap, HashSet};

use chrono::Utc;
use pilot_domain::{
    activity::Energy,
    library::LibraryKind,
    open_hours::{OpenHours, OpenNow},
    prompt::Weight,
};

use super::dead::{DEAD_NUMBERS, dead_number};
use super::lines::{check_emergencies, check_helplines};
use super::texts::{
    check_bibliography, check_factors, check_ideas, check_library, check_prompts, check_routines,
    check_word_keys, check_words,
};
use super::*;
use crate::bibliography::Source;
use crate::factors::Factor;
use crate::help::{Helpline, WayHours};
use crate::ideas::{ActivityIdea, IdeaSense, IdeaWeather};
use crate::item::{Focus, LibraryItem};
use crate::prompts::Prompt;
use crate::routines::RoutineSeed;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn problems(faults: Vec<Fault>) -> Vec<Problem> {
    faults.into_iter().map(|fault| fault.problem).collect()
}

/// The problems of one good library item after one change.
fn planted_item(change: impl FnOnce(&mut LibraryItem)) -> Vec<Problem> {
    let mut item = english().library().iter().find(|item| item.id == "six-slow-breaths").unwrap().clone();
    change(&mut item);
    problems(check_library(&[item], bibliography(), day("2026-12-01")))
}

fn planted_line(change: impl FnOnce(&mut Helpline)) -> Vec<Problem> {
    let mut line = english().helplines_of("GB")[0].clone();
    change(&mut line);
    problems(check_helplines(&[line], english().emergencies(), day("2026-12-01")))
}

fn planted_routine(change: impl FnOnce(&mut RoutineSeed)) -> Vec<Problem> {
    let mut routine = english().routines()[0].clone();
    change(&mut routine);
    problems(check_routines(&[routine]))
}

fn planted_factor(change: impl FnOnce(&mut Factor)) -> Vec<Problem> {
    let mut one = english()
        .factors()
        .iter()
        .find(|one| one.touches.is_empty() && one.caution.is_none())
        .unwrap()
        .clone();
    change(&mut one);
    problems(check_factors(&[one], english().library(), bibliography()))
}

fn planted_idea(change: impl FnOnce(&mut ActivityIdea)) -> Vec<Problem> {
    let mut idea = english().activity_ideas()[0].clone();
    change(&mut idea);
    problems(check_ideas(&[idea]))
}

/// The problems of one heavy prompt after one change.
fn planted_prompt(change: impl FnOnce(&mut Prompt)) -> Vec<Problem> {
    let mut prompt = english().prompts().iter().find(|prompt| prompt.key == "guarding-from").unwrap().clone();
    change(&mut prompt);
    problems(check_prompts(&[prompt]))
}

/// Reads the clock on purpose: a stale helpline or an overdue review fails the build.
#[test]
fn everything_bundled_is_without_faults_today() {
    let faults: Vec<String> = check(Utc::now().date_naive()).iter().map(Fault::to_string).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn each_kind_has_its_items() {
    let mut counts = BTreeMap::new();
    for item in english().library() {
        *counts.entry(format!("{:?}", item.kind)).or_insert(0) += 1;
    }
    for kind in ["Read", "Do", "Breathe", "Write", "Move", "Rest"] {
        assert!(counts[kind] >= 3, "{kind}");
    }
    assert!(english().library().len() >= 20 && english().routines().len() == 8);
}

#[test]
fn every_library_file_is_bundled_under_its_own_name() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/en/library");
    let files: HashSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let ids: HashSet<String> = english().library().iter().map(|item| format!("{}.md", item.id)).collect();
    assert_eq!(files, ids);
}

#[test]
fn a_country_shows_its_own_lines_first_and_then_the_directories() {
    let lines = english().helplines_of("gb");
    assert_eq!(lines[0].name, "Samaritans");
    assert_eq!(lines.last().unwrap().url.as_deref(), Some("https://www.befrienders.org"));
    assert_eq!(english().emergency("GB").numbers, "999");
}

#[test]
fn an_unknown_country_still_gets_the_directories_and_an_emergency_note() {
    assert!(
        english().helplines_of("XX").iter().all(|line| line.country == "ZZ")
            && !english().helplines_of("XX").is_empty()
    );
    assert_eq!(english().helplines_of("ZZ"), english().helplines_of("XX"));
    assert!(english().emergency("XX").numbers.starts_with("112"));
}

#[test]
fn countries_are_in_order_with_another_country_last() {
    let list = english().countries();
    assert!(list[..list.len() - 1].is_sorted_by_key(|country| &country.name));
    assert_eq!(list.last().unwrap().name, "Another country");
}

#[test]
fn emergency_numbers_never_claim_to_be_checked() {
    assert!(english().emergencies().iter().all(|entry| !entry.checked));
}

#[test]
fn a_good_item_line_routine_idea_and_prompt_have_no_faults() {
    assert_eq!(planted_item(|_| {}), []);
    assert_eq!(planted_line(|_| {}), []);
    assert_eq!(planted_routine(|_| {}), []);
    assert_eq!(planted_idea(|_| {}), []);
    assert_eq!(planted_prompt(|_| {}), []);
}

#[test]
fn a_banned_word_is_found_in_every_kind_of_text() {
    let just = [Problem::Wording(WordingFault::Banned("just"))];
    assert_eq!(planted_item(|item| item.steps[0].text = "Just breathe.".into()), just);
    assert_eq!(planted_routine(|routine| routine.summary = "Just this.".into()), just);
    assert_eq!(planted_idea(|idea| idea.smaller = "Just one.".into()), just);
    assert_eq!(planted_line(|line| line.note = Some("Just call.".into())), just);
    assert_eq!(planted_prompt(|prompt| prompt.text = "Just one word?".into()), just);
    assert_eq!(planted_prompt(|prompt| prompt.close = Some("Just look.".into())), just);
}

#[test]
fn a_figure_without_a_source_is_found() {
    assert_eq!(planted_item(|item| item.sources.clear()), [Problem::FigureWithoutSource]);
}

#[test]
fn unknown_sources_seeds_and_topics_are_found() {
    assert_eq!(
        planted_item(|item| {
            item.sources.push("nobody-1900".into());
            item.seed.push("S45".into());
            item.topics.push("magic".into());
        }),
        [
            Problem::UnknownSeed("S45".into()),
            Problem::UnknownTopic("magic".into()),
            Problem::UnknownSource("nobody-1900".into()),
        ]
    );
}

#[test]
fn breath_movement_and_inward_attention_need_a_caution() {
    let stretch = planted_item(|item| {
        (item.kind, item.paces) = (LibraryKind::Move, Vec::new());
        item.cautions.clear();
    });
    assert_eq!(stretch, [Problem::NoCaution]);
    let inner_writing = planted_item(|item| {
        (item.kind, item.paces) = (LibraryKind::Write, Vec::new());
        item.focus = Focus::Inner;
        item.cautions.clear();
    });
    assert_eq!(inner_writing, [Problem::NoCaution]);
}

#[test]
fn a_missing_step_an_empty_field_and_a_bad_name_are_found() {
    assert_eq!(planted_item(|item| item.steps.clear()), [Problem::NoSteps]);
    assert_eq!(planted_item(|item| item.smaller.clear()), [Problem::Empty("smaller")]);
    assert_eq!(planted_item(|item| item.needs.clear()), [Problem::Empty("needs")]);
    assert_eq!(planted_item(|item| item.id = "Six_Breaths".into()), [Problem::BadKey("Six_Breaths".into())]);
}

#[test]
fn a_caution_on_a_subject_that_could_not_be_muted_is_found() {
    let caution = || "If eating is hard for you, leave this one.".to_owned();
    let unsaid = [Problem::TouchesUnsaid(ContentTopic::Eating)];
    assert_eq!(planted_idea(|idea| idea.cautions.push(caution())), unsaid);
    assert_eq!(planted_routine(|routine| routine.cautions.push(caution())), unsaid);
}

#[test]
fn steps_longer_than_the_minutes_are_found() {
    assert_eq!(
        planted_item(|item| item.steps[0].seconds = Some(11)),
        [Problem::Minutes { steps: 61, minutes: 1 }]
    );
}

#[test]
fn a_review_that_is_overdue_or_too_far_off_is_found() {
    let due = day("2026-11-30");
    assert_eq!(planted_item(|item| item.review_due_on = due), [Problem::ReviewDue(due)]);
    assert_eq!(planted_item(|item| item.review_due_on = day("2028-01-01")), [Problem::ReviewTooFar]);
}

#[test]
fn the_same_thing_twice_is_found() {
    let item = english().library()[0].clone();
    let faults = check_library(&[item.clone(), item], bibliography(), day("2026-12-01"));
    assert_eq!(problems(faults), [Problem::Twice]);
    let mut set = english().words().clone();
    set.absence.push("numb".into());
    assert_eq!(problems(check_words(&set)), [Problem::Twice]);
    let keyed = |pairs: &[(&str, &str)]| {
        let owned = pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned()));
        problems(check_word_keys(&owned.collect::<Vec<_>>()))
    };
    assert_eq!(keyed(&[("numb", "numb"), ("numb", "numb")]), [], "in two lists");
    assert_eq!(keyed(&[("numb", "numb"), ("flat", "numb")]), [Problem::Twice, Problem::Twice]);
    assert_eq!(keyed(&[("numb", "numb"), ("numb", "flat")]), [Problem::Twice, Problem::Twice]);
    assert_eq!(keyed(&[("own-one", "numb")]), [Problem::BadKey("own-one".to_owned())]);
    let entry = english().emergencies().last().unwrap().clone();
    assert_eq!(problems(check_emergencies(&[entry.clone(), entry])), [Problem::Twice]);
}

#[test]
fn a_source_that_nobody_uses_or_with_a_bad_address_is_found() {
    let source =
        Source { key: "alone-2020".into(), citation: "Alone (2020).".into(), address: "not a page".into() };
    assert_eq!(
        problems(check_bibliography(english().library(), english().factors(), &[source])),
        [Problem::BadAddress("not a page".into()), Problem::UnusedSource]
    );
}

#[test]
fn what_might_be_around_says_who_to_talk_to_and_leads_somewhere() {
    assert_eq!(planted_factor(|_| {}), []);
    assert_eq!(planted_factor(|factor| factor.who.clear()), [Problem::Empty("who")]);
    let figure = |factor: &mut Factor| {
        (factor.explainer[0], factor.sources) = ("It lasts 14 days.".into(), Vec::new());
    };
    assert_eq!(planted_factor(figure), [Problem::FigureWithoutSource]);
    let unknown = Problem::UnknownSource("nobody-2020".into());
    assert_eq!(planted_factor(|factor| factor.sources.push("nobody-2020".into())), [unknown]);
    let nowhere = Problem::UnknownItem("no-such-item".into());
    assert_eq!(planted_factor(|factor| factor.item = Some("no-such-item".into())), [nowhere]);
    assert_eq!(
        planted_factor(|factor| factor.caution = Some("Stopping alcohol suddenly can be dangerous.".into())),
        [Problem::TouchesUnsaid(ContentTopic::Substances)]
    );
    let promise = planted_factor(|factor| factor.explainer[1] = "This will cure it!".into());
    assert!(promise.iter().all(|problem| matches!(problem, Problem::Wording(_))) && !promise.is_empty());
    assert_eq!(
        planted_factor(|factor| factor.key = "Long stress".into()),
        [Problem::BadKey("Long stress".into())]
    );
}

#[test]
fn a_routine_has_four_to_eight_steps() {
    assert_eq!(planted_routine(|routine| routine.steps.truncate(3)), [Problem::StepCount(3)]);
}

#[test]
fn a_helpline_without_a_source_or_a_contact_is_found() {
    assert_eq!(
        planted_line(|line| line.source.clear()),
        [Problem::Empty("source"), Problem::BadAddress(String::new())]
    );
    assert_eq!(
        planted_line(|line| {
            (line.phone, line.sms, line.chat, line.url) = (None, None, None, None);
            line.open = WayHours::default();
        }),
        [Problem::NoContact]
    );
}

#[test]
fn a_helpline_goes_stale_after_a_year_and_never_comes_from_the_future() {
    let stale = Problem::Stale("2025-11".into());
    assert_eq!(planted_line(|line| line.checked_month = "2025-11".into()), [stale]);
    let a_year_ago = |line: &mut Helpline| {
        (line.checked_month, line.recheck_by) = ("2025-12".into(), day("2026-12-01"));
    };
    assert_eq!(planted_line(a_year_ago), []);
    for month in ["2027-01", "2026-13", "November"] {
        assert_eq!(planted_line(|line| line.checked_month = month.into()), [Problem::BadMonth(month.into())]);
    }
}

#[test]
fn a_helpline_whose_day_to_be_looked_at_again_is_past_is_found() {
    let due = day("2026-11-30");
    assert_eq!(planted_line(|line| line.recheck_by = due), [Problem::RecheckDue(due)]);
    let today = day("2026-12-01");
    assert_eq!(planted_line(|line| line.recheck_by = today), []);
    let far = day("2027-12-01");
    assert_eq!(planted_line(|line| line.recheck_by = far), [Problem::RecheckTooFar(far)]);
}

#[test]
fn hours_that_are_not_sure_or_not_possible_or_of_no_way_are_found() {
    assert_eq!(planted_line(|line| line.hours = "24/7 (not confirmed)".into()), [Problem::BadHours("phone")]);
    assert_eq!(planted_line(|line| line.open.sms = Some(OpenHours::Always)), [Problem::BadHours("sms")]);
    let never = serde_json::from_str(r#"{ "when": "weekly", "zone": "UTC", "spans": [] }"#).unwrap();
    assert_eq!(planted_line(|line| line.open.phone = Some(never)), [Problem::BadHours("phone")]);
}

#[test]
fn a_line_for_nobody_or_in_a_language_it_does_not_name_is_found() {
    assert_eq!(planted_line(|line| line.needs.clear()), [Problem::Empty("needs")]);
    assert_eq!(planted_line(|line| line.speaks.push("cy".into())), [Problem::Empty("speaks")]);
}

#[test]
fn a_number_that_lost_or_doubled_a_digit_is_found_where_the_form_is_known() {
    for (country, bad) in [
        ("GB", "0800 58 58 5"),
        ("US", "1-800-662-43577"),
        ("DE", "0800 111 0 11"),
        ("IE", "11 6123 1"),
        ("JP", "0570-046-55"),
    ] {
        let planted = planted_line(|line| {
            (line.country, line.phone) = (country.into(), Some(bad.into()));
        });
        assert_eq!(planted, [Problem::BadNumber(bad.into())], "{country}");
    }
    // Where no form is known, any number is taken.
    assert_eq!(planted_line(|line| (line.country, line.phone) = ("KE".into(), Some("1199 77".into()))), []);
}

#[test]
fn no_dead_number_is_in_any_bundled_text() {
    // Those of lines and emergency numbers are looked at by the checks.
    for item in english().library() {
        let text = format!("{} {}", item.summary, item.body);
        assert_eq!(dead_number("", &text), None, "{text}");
    }
}

#[test]
fn each_dead_number_is_found_in_a_contact_a_note_and_an_emergency_number() {
    for (country, dead) in DEAD_NUMBERS {
        let found = Problem::DeadNumber((*dead).to_owned());
        let (first, rest) = dead.split_at(2);
        let spaced = format!("{first} {rest}");
        let texts: [fn(&mut Helpline, String); 3] = [
            |line, text| line.phone = Some(text),
            |line, text| (line.sms, line.open.sms) = (Some(text), None),
            |line, text| line.note = Some(format!("Or {text}, at any hour.")),
        ];
        for put in texts {
            for number in [(*dead).to_owned(), spaced.clone()] {
                let problems = planted_line(|line| {
                    line.country = (*country).into();
                    (line.phone, line.url) = (None, Some("https://example.org".into()));
                    line.open = WayHours::default();
                    put(line, number.clone());
                });
                assert!(problems.contains(&found), "{country} {number}: {problems:?}");
            }
        }
        let mut entry = english().emergency(country).clone();
        entry.numbers = format!("112, or {spaced}");
        assert!(problems(check_emergencies(&[entry])).contains(&found), "{country} {dead}");
    }
}

#[test]
fn a_long_dead_number_is_found_in_every_country_and_behind_a_prefix_and_a_short_one_at_home_alone() {
    assert_eq!(dead_number("GB", "+44 7725 909090, by text"), Some("07725909090"));
    assert_eq!(dead_number("FR", "00353 1850 60.90.90"), Some("1850609090"));
    assert_eq!((dead_number("IN", "1933"), dead_number("FR", "since 1933")), (Some("1933"), None));
    let ended = planted_line(|line| {
        (line.country, line.phone) = ("US".into(), Some("988 then press 3".into()));
    });
    assert_eq!(ended, [Problem::DeadNumber("press 3".into())]);
}

#[test]
fn no_number_stands_twice_in_a_country() {
    let mut seen = HashSet::new();
    for line in english().helplines() {
        let Some(phone) = &line.phone else { continue };
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        assert!(seen.insert((&line.country, digits)), "{}", line.key);
    }
}

#[test]
fn what_a_line_says_of_now_is_by_its_own_clock_and_an_old_one_says_so() {
    let calm = english().helplines_of("GB").into_iter().find(|line| line.name.starts_with("CALM")).unwrap();
    let evening = calm.at("2026-12-01T18:00:00Z".parse().unwrap());
    let until = "2026-12-02T00:00:00Z".parse().unwrap();
    assert_eq!(evening.now.phone, Some(OpenNow::Open { until: Some(until) }));
    // Its chat has hours that nobody confirmed, and it takes no texts.
    assert_eq!((evening.now.chat, evening.now.sms), (Some(OpenNow::Unknown), None));
    assert!(!evening.is_old);
    assert!(!calm.at("2027-11-30T12:00:00Z".parse().unwrap()).is_old);
    assert!(calm.at("2027-12-01T12:00:00Z".parse().unwrap()).is_old);
    // A clock that was set back says nothing about age.
    assert!(!calm.at("2020-01-01T12:00:00Z".parse().unwrap()).is_old);
}

#[test]
fn a_number_that_is_none_and_a_dead_one_are_found() {
    for bad in ["call us", "12", "116 123 maybe", "1234567890123456"] {
        assert_eq!(planted_line(|line| line.phone = Some(bad.into())), [Problem::BadNumber(bad.into())]);
    }
    assert_eq!(
        planted_line(|line| {
            (line.country, line.phone) = ("US".into(), Some("1-800-273-8255".into()));
        }),
        [Problem::DeadNumber("18002738255".into())]
    );
    assert_eq!(
        planted_line(|line| line.note = Some("Before: 08457 90 90 90.".into())),
        [Problem::DeadNumber("08457909090".into())]
    );
}

#[test]
fn a_helpline_of_a_country_without_an_emergency_entry_is_found() {
    assert_eq!(planted_line(|line| line.country = "XX".into()), [Problem::UnknownCountry("XX".into())]);
}

#[test]
fn there_are_ideas_enough_for_no_energy_and_for_each_sense() {
    let ideas = english().activity_ideas();
    assert!(ideas.len() >= 92, "{} ideas", ideas.len());
    let without_energy = ideas.iter().filter(|idea| idea.energy == Energy::None).count();
    assert!(without_energy >= 10, "{without_energy} for no energy");
    let senses = [
        IdeaSense::Sight,
        IdeaSense::Sound,
        IdeaSense::Touch,
        IdeaSense::Taste,
        IdeaSense::Smell,
        IdeaSense::Movement,
    ];
    for sense in senses {
        let count = ideas.iter().filter(|idea| idea.senses.contains(&sense)).count();
        assert!(count >= 5, "{count} for {sense:?}");
    }
}

#[test]
fn an_idea_without_a_sense_or_with_weather_in_bed_is_found() {
    assert_eq!(planted_idea(|idea| idea.senses.clear()), [Problem::NoSense]);
    assert_eq!(planted_idea(|idea| idea.senses.push(idea.senses[0])), [Problem::Twice]);
    assert_eq!(planted_idea(|idea| idea.weather = IdeaWeather::Dry), [Problem::WeatherIndoors]);
}

#[test]
fn an_idea_that_asks_for_an_excluded_thing_is_found_and_a_caution_may_name_it() {
    for (title, thing) in [
        ("Take a dare", "dare"),
        ("Look down from a balcony", "balcony"),
        ("Watch the traffic go by", "traffic"),
        ("Walk round the block at night", "at night"),
        ("Have one beer", "beer"),
        ("Try fasting", "fasting"),
        ("Buy a lottery ticket", "lottery"),
        ("Talk to a stranger", "stranger"),
        ("Swim in cold water", "cold water"),
        ("Go for a drive", "drive"),
    ] {
        assert_eq!(planted_idea(|idea| idea.title = title.into()), [Problem::Excluded(thing)]);
    }
    assert_eq!(planted_idea(|idea| idea.needs = "A car".into()), [Problem::Excluded("car")]);
    assert_eq!(planted_idea(|idea| idea.smaller = "One pill.".into()), [Problem::Excluded("pill")]);
    assert_eq!(planted_idea(|idea| idea.cautions = vec!["No cold water.".into()]), []);
    assert_eq!(planted_idea(|idea| idea.title = "Fold a card on Wednesday".into()), []);
}

#[test]
fn two_ideas_never_share_a_title() {
    let one = english().activity_ideas()[0].clone();
    let other = ActivityIdea { key: "another-key".into(), title: one.title.to_uppercase(), ..one.clone() };
    assert_eq!(problems(check_ideas(&[one, other])), [Problem::Twice]);
}

/// `cargo test -p pilot-content counts -- --no-capture` prints them.
#[test]
fn the_counts_of_what_is_bundled_leave_no_kind_shelf_or_status_empty() {
    fn counts(names: impl Iterator<Item = String>) -> BTreeMap<String, usize> {
        names.fold(BTreeMap::new(), |mut all, name| {
            *all.entry(name).or_default() += 1;
            all
        })
    }
    let kinds = counts(english().library().iter().map(|item| format!("{:?}", item.kind)));
    let shelves = counts(english().activity_ideas().iter().map(|idea| format!("{:?}", idea.shelf)));
    let energies =
        counts(english().activity_ideas().iter().map(|idea| format!("{:?} {:?}", idea.shelf, idea.energy)));
    let lines = counts(english().helplines().iter().map(|line| {
        let status = if line.recheck_first { "to check first" } else { "seen" };
        format!("{status}, {}", line.checked_month)
    }));
    println!("library items: {} {kinds:#?}", english().library().len());
    println!("ideas: {} {shelves:#?} {energies:#?}", english().activity_ideas().len());
    println!("helplines: {} {lines:#?}", english().helplines().len());
    println!("routines: {}, sources: {}", english().routines().len(), bibliography().len());
    assert_eq!((kinds.len(), shelves.len()), (7, 4));
    assert_eq!(lines.values().sum::<usize>(), english().helplines().len());
}

#[test]
fn there_are_prompts_enough_and_most_of_them_are_light() {
    let of = |weight| english().prompts().iter().filter(|prompt| prompt.weight == weight).count();
    let (all, light, heavy) = (english().prompts().len(), of(Weight::Light), of(Weight::Heavy));
    println!("prompts: {all}, of them {light} light and {heavy} heavy");
    assert!(all >= 120 && light >= 60);
    assert!(light * 2 >= all && heavy * 6 <= all);
    let light_minutes =
        english().prompts().iter().filter(|one| one.weight == Weight::Light && one.minutes == 1);
    assert!(light_minutes.count() > 31, "enough for a month of days with little energy");
}

/// Each group with the number of topics it was to cover. The last two, on what matters and on looking
/// back, answer no row alone and go with the closing rows of the article.
#[test]
fn each_group_of_topics_has_its_prompts() {
    let groups: [(&[&str], usize); 13] = [
        (&["S08", "S09", "S10", "S11"], 10),
        (&["S13", "S14", "S15", "S16"], 14),
        (&["S20"], 9),
        (&["S21"], 12),
        (&["S22"], 10),
        (&["S23", "S24"], 8),
        (&["S25", "S26", "S27", "S28", "S29", "S30", "S31", "S32"], 12),
        (&["S33"], 10),
        (&["S34"], 8),
        (&["S36"], 8),
        (&["S35", "S37", "S38", "S39", "S40"], 8),
        (&["S41"], 7),
        (&["S12", "S42"], 6),
    ];
    assert_eq!(groups.iter().map(|(_, topics)| topics).sum::<usize>(), 122);
    for (rows, topics) in groups {
        let answers = |prompt: &&Prompt, row: &str| prompt.seed.iter().any(|own| own == row);
        for row in rows {
            assert!(english().prompts().iter().any(|prompt| answers(&prompt, row)), "{row}");
        }
        let count = english().prompts().iter().filter(|one| rows.iter().any(|row| answers(one, row))).count();
        assert!(count >= topics, "{rows:?}: {count}");
    }
}

#[test]
fn a_prompt_with_a_bad_key_an_empty_field_or_an_unknown_name_is_found() {
    assert_eq!(planted_prompt(|one| one.key = "From what".into()), [Problem::BadKey("From what".into())]);
    assert_eq!(planted_prompt(|one| one.text.clear()), [Problem::Empty("text"), Problem::NoEnding]);
    assert_eq!(planted_prompt(|one| one.seed.clear()), [Problem::Empty("seed")]);
    assert_eq!(planted_prompt(|one| one.about.clear()), [Problem::Empty("about")]);
    assert_eq!(planted_prompt(|one| one.seed.push("S00".into())), [Problem::UnknownSeed("S00".into())]);
    assert_eq!(planted_prompt(|one| one.about.push("luck".into())), [Problem::UnknownTopic("luck".into())]);
}

#[test]
fn a_prompt_that_is_long_open_ended_or_of_an_odd_time_is_found() {
    let of = |words: usize| "One two three. ".repeat(words / 3) + &"Four? ".repeat(words % 3);
    assert_eq!(planted_prompt(|one| one.text = of(24).trim().into()), []);
    assert_eq!(planted_prompt(|one| one.text = of(25).trim().into()), [Problem::TooManyWords(25)]);
    assert_eq!(planted_prompt(|one| one.text = "Anything else".into()), [Problem::NoEnding]);
    assert_eq!(planted_prompt(|one| one.close = Some("Look around".into())), [Problem::NoEnding]);
    for minutes in [0, 2, 30] {
        assert_eq!(planted_prompt(|one| one.minutes = minutes), [Problem::PromptMinutes(minutes)]);
    }
}

#[test]
fn a_heavy_prompt_has_a_closing_step_and_no_other_has() {
    assert_eq!(planted_prompt(|one| one.close = None), [Problem::NoClose]);
    for weight in [Weight::Light, Weight::Middle] {
        assert_eq!(planted_prompt(|one| one.weight = weight), [Problem::CloseNotNeeded]);
    }
}

#[test]
fn two_prompts_with_one_key_or_alike_but_for_capitals_are_found() {
    let first = english().prompts()[0].clone();
    let key = Prompt { text: "Anything else?".into(), ..first.clone() };
    assert_eq!(problems(check_prompts(&[first.clone(), key])), [Problem::Twice]);
    let text = Prompt { key: "another".into(), text: first.text.to_uppercase(), ..first.clone() };
    assert_eq!(problems(check_prompts(&[first, text])), [Problem::Twice]);
}
