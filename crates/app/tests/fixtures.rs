//! A profile that an earlier version made opens, with everything in it. Each schema has one, made by the version that had it
//! (`cargo xtask fixture`), and what was read of it then.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "it copies files")]

use std::{
    borrow::Cow,
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

use pilot_app::{
    Core, EntryPage, EntrySearch, LockChoice, PromptAsk, ReminderAnswer, SetClock,
    domain::{
        EntryId,
        activity::{ActivityDraft, ActivityEnd, ActivityStart, Energy, Outcome, Shelf},
        attachment::{AttachedTo, Attachment, AttachmentCaption, AttachmentDraft, AttachmentPart},
        beginning::{OwnFormDraft, OwnPromptDraft, PromptLeftOut},
        check_in::{CheckInDraft, Feel},
        entry::{EntryDraft, EntryStar, EntryTags},
        factors::FactorMark,
        help::PersonDraft,
        library::{ContentTopic, LibraryMark, LibraryPlace, LibraryStop},
        plan_line::{HelpPart, PlanLineDraft},
        practice::{Afterwards, PracticeDraft, Practised},
        prompt::Weight,
        reminder::{About, Answer, Days, ReminderDraft, Timing},
        routine::{RoutineMark, RunEnd, RunOutcome, StepMark, StepOutcome},
        text::without_references,
        words::{WordMark, WordUse},
        worry::WorryDraft,
    },
};
use serde::Serialize;
use serde_json::{Map, Value, json};

const FILES: [&str; 2] = ["pilot-light.db", "keys.json"];
/// What was read of it.
const READ: &str = "read.json";

/// A white point, as a PNG.
const POINT: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
    \0\0\0\x0aIDATx\x9c\x63\xf8\x0f\0\x01\x01\x01\0\xb1\x38\xf6\x14\0\0\0\0IEND\xae\x42\x60\x82";

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// The schema of this version: so many migrations there are.
fn newest() -> String {
    let migrations = Path::new(env!("CARGO_MANIFEST_DIR")).join("../store/migrations");
    format!("schema-{}", fs::read_dir(migrations).unwrap().count())
}

fn clock() -> SetClock {
    SetClock::at("2026-11-03T09:00:00Z".parse().unwrap(), chrono_tz::Europe::Berlin)
}

/// Something of everything that a person can give.
fn furnish(core: &Core) {
    core.create_profile(LockChoice::None).unwrap();
    furnish_journal(core);
    furnish_check_ins(core);
    furnish_beginnings(core);
    furnish_doings(core);
    furnish_library(core);
    furnish_people_and_reminders(core);
}

/// Days, titles, tags, a star, an earlier state, two scripts, attachments, the bin.
fn furnish_journal(core: &Core) {
    let write = |draft: EntryDraft| core.save_entry(draft).unwrap().value.id;
    let untitled = |text: &str| EntryDraft { text: text.to_owned(), ..EntryDraft::default() };
    let on = Some("2026-01-05".parse().unwrap());
    write(EntryDraft { on, ..untitled("Rain on the window all morning.") });
    let titled = |id: Option<EntryId>, text: &str| {
        write(EntryDraft { id, title: Some("A small thing".to_owned()), ..untitled(text) })
    };
    let long = "The dog leaned on **my leg**. ".repeat(60);
    let entry = titled(None, &long);
    core.close_entry(entry).unwrap();
    let later = format!("{long}\n\nчай, καλά, 한국, שלום");
    titled(Some(entry), &later);
    let tags = ["Ordinary days", "Café"].map(str::to_owned).to_vec();
    core.tag_entry(EntryTags { entry, tags }).unwrap();
    core.star_entry(EntryStar { entry, is_starred: true }).unwrap();
    let attach = |to: AttachedTo, name: &str, bytes: &[u8]| -> Attachment {
        let draft = AttachmentDraft { to, name: name.to_owned(), keeps_metadata: false, replaces: None };
        core.put_attachment(draft, bytes.to_vec()).unwrap().value
    };
    let to = AttachedTo::Entry(entry);
    let point = attach(to, "a point.png", POINT);
    let caption = "the light in the hall".to_owned();
    core.caption_attachment(AttachmentCaption { attachment: point.id, caption }).unwrap();
    attach(to, "a list.txt", "milk\nthread\n".repeat(2_000).as_bytes());
    let off = attach(to, "taken off.txt", b"taken off");
    core.remove_attachment(off.id).unwrap();
    attach(AttachedTo::Plan, "the plan.png", POINT);
    titled(Some(entry), &format!("{later}\n\n![the light](kept:{})", point.uid));
    let binned = write(untitled("let go of"));
    core.delete_entry(binned).unwrap();
}

/// How it feels, and words of one's own.
fn furnish_check_ins(core: &Core) {
    let mark = |word: &str, becomes: WordUse| {
        core.mark_word(WordMark { word: word.to_owned(), becomes }).unwrap();
    };
    mark("woolly", WordUse::Feeling);
    mark("numb", WordUse::Hidden);
    for (feel, words) in [(Feel::Level(3), &["woolly", "flat"][..]), (Feel::CantTell, &[])] {
        core.save_check_in(CheckInDraft {
            uid: None,
            id: None,
            feel: Some(feel),
            energy: Some(2),
            comfort: None,
            words: words.iter().map(|&word| word.to_owned()).collect(),
            body: vec!["heavy".to_owned()],
            note: "a line".to_owned(),
        })
        .unwrap();
    }
}

/// What to write about, and what waits.
fn furnish_beginnings(core: &Core) {
    let text = "What stood at the window?".to_owned();
    core.save_own_prompt(OwnPromptDraft { id: None, text, weight: Weight::Light }).unwrap();
    core.leave_out_prompt(PromptLeftOut { prompt: "volume-of-today".to_owned(), is_left_out: true }).unwrap();
    core.offer_prompt(PromptAsk { weight: Weight::Light }).unwrap();
    let text = "# What was there\n\n- ".to_owned();
    core.save_own_form(OwnFormDraft { id: None, name: "Evenings".to_owned(), text }).unwrap();
    let (text, on) = ("the letter from the bank".to_owned(), "2026-11-09".parse().unwrap());
    core.park_worry(WorryDraft { id: None, text, on, minute: 1020 }).unwrap();
}

/// What is done.
fn furnish_doings(core: &Core) {
    let walk = core.save_activity(ActivityDraft {
        id: None,
        shelf: Shelf::UsedToLike,
        title: "Walk to the corner and back".to_owned(),
        smaller: "Stand at the door".to_owned(),
        minutes: Some(5),
        energy: Energy::Low,
        idea: None,
    });
    let walk = walk.unwrap().value.id;
    core.save_activity(ActivityDraft {
        id: None,
        shelf: Shelf::Mine,
        title: "Eat one small thing slowly".to_owned(),
        smaller: String::new(),
        minutes: Some(2),
        energy: Energy::None,
        idea: None,
    })
    .unwrap();
    let start = ActivityStart { activity: walk, is_smaller: true, guess: Some(2) };
    let log = core.start_activity(start).unwrap().value.id;
    core.finish_activity(ActivityEnd {
        log,
        outcome: Outcome::Done,
        pleasure: Some(3),
        mastery: None,
        closeness: Some(1),
    })
    .unwrap();
    let routines = core.list_routines().unwrap();
    let [played, left_out] = [&routines[0], &routines[1]];
    core.mark_routine(RoutineMark { routine: left_out.id, is_left_out: true }).unwrap();
    let run = core.start_routine(played.id).unwrap().value.id;
    let step = played.steps[0].id;
    core.mark_step(StepMark { run, step, outcome: StepOutcome::Done }).unwrap();
    core.finish_routine(RunEnd { run, outcome: RunOutcome::Stopped }).unwrap();
    for (of, afterwards) in
        [(Practised::Routine(played.id), Afterwards::Lighter), (bed_stretch(), Afterwards::CantTell)]
    {
        core.save_practice(PracticeDraft { id: None, of, afterwards }).unwrap();
    }
}

const STRETCH: &str = "bed-stretch";

fn bed_stretch() -> Practised {
    Practised::Item(STRETCH.to_owned())
}

/// The library, and what is around.
fn furnish_library(core: &Core) {
    let item = || STRETCH.to_owned();
    core.set_library_mark(LibraryMark { item: item(), is_favourite: true, is_left_out: false }).unwrap();
    core.set_library_stop(Some(LibraryStop { item: item(), place: LibraryPlace::Step(1) })).unwrap();
    core.set_muted_topics(vec![ContentTopic::Eating]).unwrap();
    let (key, note) = ("long-stress".to_owned(), "since the move".to_owned());
    core.set_factor_mark(FactorMark { key, is_ticked: true, note }).unwrap();
}

/// People, the plan, reminders.
fn furnish_people_and_reminders(core: &Core) {
    let (name, reach) = ("Ona".to_owned(), "next door, any evening".to_owned());
    let ona = core.save_person(PersonDraft { id: None, name, reach }).unwrap().value.id;
    for (part, text, person) in
        [(HelpPart::Signs, "the phone stays off", None), (HelpPart::Ask, "", Some(ona))]
    {
        core.save_plan_line(PlanLineDraft { id: None, part, text: text.to_owned(), person }).unwrap();
    }
    let walk = core.list_activities().unwrap().into_iter().find(|one| one.shelf == Shelf::UsedToLike);
    let walk = About::Activity { activity: walk.unwrap().id };
    for (about, words) in [(About::OwnWords, "a glass of water"), (walk, "")] {
        core.save_reminder(ReminderDraft {
            id: None,
            is_on: true,
            about,
            timing: Timing::At { minutes: vec![540, 1260] },
            days: Days::Weekdays { days: [true; 7] },
            words: words.to_owned(),
            hides_content: true,
            asks_again: false,
            keeps_on: true,
        })
        .unwrap();
    }
    core.app().tick(true, None).unwrap();
    core.answer_reminder(ReminderAnswer { log: None, answer: Answer::NotNow }).unwrap();
}

/// What was read, as JSON, by what was asked: types change, and what was kept of an earlier version does not.
#[derive(Default)]
struct Seen(Map<String, Value>);

impl Seen {
    fn note(&mut self, name: &str, input: impl Serialize, answer: impl Serialize) {
        let input = json!(input);
        let key = if input.is_null() { name.to_owned() } else { format!("{name} {input}") };
        self.0.insert(key, json!(answer));
    }
}

/// Everything that a person can see of theirs.
fn read(core: &Core) -> Map<String, Value> {
    let mut seen = Seen::default();
    macro_rules! see {
        ($($name:ident)*) => {$(
            seen.note(stringify!($name), (), core.$name().unwrap());
        )*};
    }
    see! {
        get_settings list_words list_factor_marks list_tags list_bin list_removed_attachments list_own_prompts
        list_left_out_prompts list_own_forms list_worries list_activities list_routines list_library_marks
        get_library_stop list_people list_plan_lines get_reminders
    }
    seen.note("list_check_ins", 99, core.list_check_ins(99).unwrap());
    seen.note("list_activity_log", 99, core.list_activity_log(99).unwrap());
    seen.note("list_reminder_log", 99, core.list_reminder_log(99).unwrap());
    let routine = Practised::Routine(core.list_routines().unwrap()[0].id);
    for of in [routine, bed_stretch()] {
        seen.note("list_practices", &of, core.list_practices(of.clone()).unwrap());
    }
    for typed in ["window", "чаи", "καλα", "한국", "tag:cafe", "starred:", "has:picture", "hall"] {
        let search = || EntrySearch { typed: typed.to_owned(), limit: 9 };
        seen.note("search_entries", search(), core.search_entries(search()).unwrap());
    }
    let page = || EntryPage { after: None, limit: 99 };
    let entries = core.list_entries(page()).unwrap();
    seen.note("list_entries", page(), &entries);
    let mut holders = vec![AttachedTo::Plan, AttachedTo::Songs];
    for id in entries.iter().map(|entry| entry.id) {
        seen.note("get_entry", id, core.get_entry(id).unwrap());
        holders.push(AttachedTo::Entry(id));
        let versions = core.list_versions(id).unwrap();
        seen.note("list_versions", id, &versions);
        for version in versions {
            seen.note("get_version", version.id, core.get_version(version.id).unwrap());
        }
    }
    for holder in holders {
        let attachments = core.list_attachments(holder).unwrap();
        seen.note("list_attachments", holder, &attachments);
        for Attachment { id, parts, .. } in attachments {
            let bytes = (0..parts).map(|number| {
                core.get_attachment_part(AttachmentPart { attachment: id, part: Some(number) }).unwrap().bytes
            });
            // Enough to tell one from another.
            let sums: Vec<(usize, u64)> =
                bytes.map(|bytes| (bytes.len(), bytes.iter().map(|byte| u64::from(*byte)).sum())).collect();
            seen.0.insert(format!("bytes of {}", id.0), json!(sums));
        }
    }
    seen.0
}

/// How often each text stands in a value, and how long each list is.
fn told<'a>(value: &'a Value, texts: &mut BTreeMap<Cow<'a, str>, usize>, lists: &mut Vec<usize>) {
    match value {
        // What attachments are called in a text was their number until schema 14.
        Value::String(text) => *texts.entry(without_references(text)).or_default() += 1,
        Value::Array(values) => {
            lists.push(values.len());
            values.iter().for_each(|value| told(value, texts, lists));
        }
        Value::Object(fields) => fields.values().for_each(|value| told(value, texts, lists)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn a_profile_of_every_schema_opens_with_everything_in_it() {
    let fixtures: Vec<PathBuf> = fs::read_dir(home()).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(fixtures.len() >= 4);
    for fixture in fixtures {
        let folder = tempfile::tempdir().unwrap();
        for file in FILES {
            fs::copy(fixture.join(file), folder.path().join(file)).unwrap();
        }
        let mut expected: Map<String, Value> =
            serde_json::from_slice(&fs::read(fixture.join(READ)).unwrap()).unwrap();
        // Words were among the settings until schema 15; `list_words` has them.
        expected["get_settings"].as_object_mut().unwrap().remove("words");
        let core = Core::start(folder.path(), clock());
        let now = read(&core);
        assert!(expected.len() > 40);
        for (what, expected) in &expected {
            let (mut texts, mut lists) = (BTreeMap::new(), Vec::new());
            told(expected, &mut texts, &mut lists);
            let (mut texts_now, mut lists_now) = (BTreeMap::new(), Vec::new());
            let now = &now[what];
            told(now, &mut texts_now, &mut lists_now);
            let place = fixture.file_name().unwrap().to_string_lossy();
            // There may be more by now, such as an idea's key; what was there is there.
            for (text, times) in texts {
                let times_now = texts_now.get(&text).copied().unwrap_or(0);
                assert!(times_now >= times, "{place}, {what}: {text:.200}");
            }
            lists.retain(|length| *length > 0);
            lists_now.retain(|length| *length > 0);
            // A search finds what an earlier one did not.
            assert!(
                lists == lists_now || what.starts_with("search"),
                "{place}, {what}: {lists:?} {lists_now:?}"
            );
        }
    }
}

#[test]
fn this_schema_has_a_profile() {
    let home = home().join(newest());
    if env::var_os("MAKE_FIXTURE").is_some() {
        let folder = tempfile::tempdir().unwrap();
        let core = Core::start(folder.path(), clock());
        furnish(&core);
        let read = read(&core);
        core.close();
        fs::create_dir_all(&home).unwrap();
        for file in FILES {
            fs::copy(folder.path().join(file), home.join(file)).unwrap();
        }
        fs::write(home.join(READ), serde_json::to_string_pretty(&read).unwrap() + "\n").unwrap();
    }
    assert!(home.join(READ).exists(), "no {}: run `cargo xtask fixture`", home.display());
}
