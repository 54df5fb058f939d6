//! A filled journal, as it lies closed and as it lies after a kill, and everything that a person can read in it.

use std::{
    collections::BTreeMap,
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    ops::RangeInclusive,
    path::Path,
};

use chrono::Duration;
use pilot_app::{
    Core, Error, SetClock,
    domain::{
        AttachmentId, EntryId,
        attachment::{AttachedTo, AttachmentCaption, AttachmentDraft},
        check_in::Feel,
        entry::{EntryDraft, EntryStar},
        help::PersonDraft,
        worry::WorryDraft,
    },
};
use serde_json::{Value, json};

use crate::life::{Life, at, check_in, day, entry};

/// The files of a folder, by name.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;
pub(crate) type Answer = Result<Value, Error>;

pub(crate) const FILE: &str = "pilot-light.db";
pub(crate) const LOG: &str = "pilot-light.db-wal";
pub(crate) const INDEX: &str = "pilot-light.db-shm";

/// Numbers of entries, of earlier states and of attachments that are asked for; a few more than there are.
const ENTRIES: i64 = 36;
const VERSIONS: i64 = 14;
const ATTACHMENTS: i64 = 10;

pub(crate) struct Journal {
    pub(crate) bases: Vec<Base>,
    /// Closed some time before all of them, and the log of then.
    pub(crate) earlier: Files,
    pub(crate) earlier_log: Vec<u8>,
    /// What is read then, and at each committed moment since the first base, the latest last.
    pub(crate) long_ago: Vec<Answer>,
    pub(crate) moments: Vec<Vec<Answer>>,
}

/// The files as they lie at a time.
pub(crate) struct Base {
    pub(crate) name: &'static str,
    pub(crate) files: Files,
    /// The file once the log is written into it.
    pub(crate) settled: Vec<u8>,
    /// The moments that the file and its log hold: the first is in the file.
    pub(crate) moments: RangeInclusive<usize>,
}

pub(crate) fn files_in(folder: &Path) -> Files {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap()).filter(|file| file.path().is_file());
    files.map(|file| (file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap())).collect()
}

/// So many bytes of text, which differ from those of another turn in every sentence and not in length.
fn text(number: usize, turn: usize, length: usize) -> String {
    let sentence = format!("{number:02}, turn {turn:02}: the heron stood where nobody looked. ");
    sentence.chars().cycle().take(length).collect()
}

impl Journal {
    pub(crate) fn filled() -> Self {
        let life = Life::open();
        let lengths = [3, 60, 900, 3_900, 4_100, 8_300, 30_000, 90_000];
        let entries: Vec<EntryId> =
            (0..24).map(|number| life.write(&text(number, 0, lengths[number % lengths.len()]))).collect();
        for number in 0..30 {
            life.core.save_check_in(check_in(Feel::Level(number % 11))).unwrap();
        }
        let noise: Vec<u8> = (0..1_300_000_u32)
            .flat_map(|at| at.wrapping_mul(2_654_435_761).to_le_bytes())
            .step_by(4)
            .collect();
        for (entry, length) in [(0, 1_300_000), (5, 5_000), (6, 70_000)] {
            let draft = AttachmentDraft {
                to: AttachedTo::Entry(entries[entry]),
                name: format!("noise {entry}.bin"),
                keeps_metadata: false,
                replaces: None,
            };
            life.core.put_attachment(draft, noise[..length].to_vec()).unwrap();
        }
        for (entry, tags) in [(1, &["heron", "grey"][..]), (2, &["grey"]), (9, &["morning"])] {
            life.tag(entries[entry], tags);
        }
        let rent = WorryDraft { id: None, text: "the rent".to_owned(), on: day("2026-11-09"), minute: 600 };
        life.core.park_worry(rent).unwrap();
        let ona = PersonDraft { id: None, name: "Ona".to_owned(), reach: "555 0101".to_owned() };
        life.core.save_person(ona).unwrap();
        // What was taken back leaves free pages.
        let written = life.core.save_entry(entry(&text(99, 0, 80_000))).unwrap();
        life.undo(written.change);
        let mut life = life;
        drop(life.core);
        let earlier = files_in(life.folder.path());
        life.core = Core::start(life.folder.path(), life.clock.clone());
        let long_ago = everything(&life.core);
        for (number, id) in entries.iter().enumerate().step_by(3) {
            life.clock.advance(Duration::minutes(20));
            let again = text(number, 1, lengths[number % lengths.len()]);
            let draft = EntryDraft { id: Some(*id), title: Some(format!("Title {number}")), ..entry(&again) };
            life.core.save_entry(draft).unwrap();
        }
        life.core.delete_entry(entries[4]).unwrap();
        life.core.remove_attachment(AttachmentId(2)).unwrap();
        let earlier_log = files_in(life.folder.path())[LOG].clone();
        drop(life.core);
        let closed = files_in(life.folder.path());

        life.core = Core::start(life.folder.path(), life.clock.clone());
        let mut moments = vec![everything(&life.core)];
        let mut bases = vec![Base::new("closed", closed, &moments, 0)];
        let core = &life.core;
        let save = |id: Option<EntryId>, text: String| {
            core.save_entry(EntryDraft { id, ..entry(&text) }).unwrap();
        };
        let star = EntryStar { entry: entries[12], is_starred: true };
        let caption = AttachmentCaption { attachment: AttachmentId(1), caption: "grey noise".to_owned() };
        let steps: [&dyn Fn(); 12] = [
            &|| save(Some(entries[1]), text(1, 2, 60)),
            &|| save(None, text(24, 2, 500)),
            &|| save(Some(entries[6]), text(6, 2, 30_000)),
            &|| drop(core.delete_entry(entries[10]).unwrap()),
            &|| life.tag(entries[11], &["heron", "evening"]),
            &|| drop(core.save_check_in(check_in(Feel::CantTell)).unwrap()),
            &|| save(Some(entries[7]), text(7, 2, 90_000)),
            &|| drop(core.star_entry(star.clone()).unwrap()),
            &|| save(None, text(25, 2, 9_000)),
            &|| drop(core.bring_back_entry(entries[4]).unwrap()),
            &|| drop(core.caption_attachment(caption.clone()).unwrap()),
            &|| save(Some(entries[3]), text(3, 3, 3_900)),
        ];
        for step in steps {
            step();
            moments.push(everything(core));
        }
        bases.push(Base::new("killed", files_in(life.folder.path()), &moments, steps.len()));

        // Until the log is long enough to be written into the file.
        while files_in(life.folder.path())[FILE] == bases[0].files[FILE] {
            save(Some(entries[8]), text(8, moments.len(), 300_000));
            moments.push(everything(core));
        }
        save(Some(entries[9]), text(9, 3, 60));
        moments.push(everything(core));
        bases.push(Base::new("killed later", files_in(life.folder.path()), &moments, 1));
        drop(life.core);
        bases.push(Base::new("closed again", files_in(life.folder.path()), &moments, 0));
        Journal { bases, earlier, earlier_log, long_ago, moments }
    }
}

impl Base {
    fn new(name: &'static str, files: Files, moments: &[Vec<Answer>], in_log: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in &files {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        let core =
            Core::start(folder.path(), SetClock::at(at("2026-11-03T20:00:00Z"), chrono_tz::Europe::Berlin));
        assert!(everything(&core) == moments[moments.len() - 1], "{name}: it is read as it was");
        drop(core);
        let settled = fs::read(folder.path().join(FILE)).unwrap();
        let latest = moments.len() - 1;
        Base { name, files, settled, moments: latest - in_log..=latest }
    }
}

/// What is asked, in the order of the answers.
pub(crate) fn asked() -> Vec<(&'static str, Value)> {
    let list = |name| (name, Value::Null);
    let mut asked = vec![
        ("list_entries", json!({ "after": null, "limit": 500 })),
        ("list_check_ins", json!(500)),
        ("list_chosen_entries", json!({ "typed": "", "days": null })),
    ];
    asked.extend(
        [
            "list_tags",
            "list_bin",
            "list_removed_attachments",
            "list_worries",
            "list_people",
            "list_routines",
            "get_settings",
        ]
        .map(list),
    );
    for typed in ["heron", "\"nobody looked\"", "tag:grey", "starred:yes", "turn 02", "noise"] {
        asked.push(("search_entries", json!({ "typed": typed, "limit": 500 })));
    }
    for id in 1..=ENTRIES {
        asked.push(("get_entry", json!(id)));
        asked.push(("list_versions", json!(id)));
        asked.push(("list_attachments", json!({ "entry": id })));
    }
    asked.extend((1..=VERSIONS).map(|id| ("get_version", json!(id))));
    for id in 1..=ATTACHMENTS {
        asked.extend([0, 1].map(|part| ("get_attachment_part", json!({ "attachment": id, "part": part }))));
    }
    asked
}

/// Everything that can be read, or why it cannot.
pub(crate) fn everything(core: &Core) -> Vec<Answer> {
    let read = |(name, input): (&str, Value)| match name {
        "get_attachment_part" => core.download(name, input).map(|bytes| {
            let mut hasher = DefaultHasher::new();
            bytes.hash(&mut hasher);
            json!([bytes.len(), hasher.finish()])
        }),
        _ => core.call(name, input).map(|reply| reply.json()),
    };
    asked().into_iter().map(read).collect()
}
