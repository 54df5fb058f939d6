//! Days with pictures, sounds and files: attached, looked at, taken off, and never in the way.

use std::{
    fs,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use pilot_app::{
    Clock, Core, Error, LockChoice, SetClock,
    domain::{
        AttachmentId, EntryId, Invalid,
        attachment::{
            AttachedTo, Attachment, AttachmentCaption, AttachmentDraft, AttachmentKind, AttachmentPart,
            Metadata,
        },
        entry::EntryBeginning,
    },
};

use crate::life::{Life, lock};

/// One white point, as a PNG, with a comment.
pub(crate) const POINT: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
    \0\0\0\x09tEXta\0at home\0\0\0\0\
    \0\0\0\x0aIDATx\x9c\x63\xf8\x0f\0\x01\x01\x01\0\xb1\x38\xf6\x14\0\0\0\0IEND\xae\x42\x60\x82";

fn draft(to: AttachedTo, name: &str) -> AttachmentDraft {
    AttachmentDraft { to, name: name.to_owned(), keeps_metadata: false, replaces: None }
}

impl Life {
    fn put(&self, to: AttachedTo, name: &str, bytes: &[u8]) -> Result<Attachment, Error> {
        self.core.put_attachment(draft(to, name), bytes.to_vec()).map(|done| done.value)
    }

    fn attach(&self, entry: EntryId, name: &str, bytes: &[u8]) -> Result<Attachment, Error> {
        self.put(AttachedTo::Entry(entry), name, bytes)
    }

    /// One piece of its bytes; without a number, the thumbnail.
    fn part(&self, attachment: AttachmentId, part: Option<u32>) -> Result<Vec<u8>, Error> {
        self.core.get_attachment_part(AttachmentPart { attachment, part }).map(|answer| answer.bytes)
    }

    fn bytes_of(&self, attachment: &Attachment) -> Vec<u8> {
        (0..attachment.parts).flat_map(|number| self.part(attachment.id, Some(number)).unwrap()).collect()
    }

    fn names(&self, entry: EntryId) -> Vec<String> {
        let all = self.core.list_attachments(AttachedTo::Entry(entry)).unwrap();
        all.into_iter().map(|one| one.name).collect()
    }
}

#[test]
fn a_picture_is_attached_before_a_word_is_written_and_is_there_after_a_restart() {
    let life = Life::open();
    let entry = life.core.begin_entry(EntryBeginning { on: None }).unwrap().value.id;
    let picture = life.attach(entry, "../a/the\u{202e} garden.png", POINT).unwrap();
    assert_eq!((picture.name.as_str(), picture.facts.kind), ("the garden.png", AttachmentKind::Picture));
    assert_eq!((picture.facts.width, picture.facts.metadata), (Some(1), Metadata::Removed));
    assert!(!life.part(picture.id, None).unwrap().is_empty());
    let life = life.restart();
    assert_eq!(life.names(entry), ["the garden.png"]);
    let bytes = life.bytes_of(&picture);
    assert!(bytes.starts_with(b"\x89PNG") && !bytes.windows(7).any(|window| window == b"at home"));
}

#[test]
fn nothing_is_attached_that_holds_nothing_or_does_not_fit() {
    let life = Life::open();
    let entry = life.write("a line");
    assert_eq!(life.attach(entry, "empty", b""), Err(Error::Invalid { invalid: Invalid::FileEmpty }));
    let large = life.attach(entry, "film.mp4", &vec![0; (64 << 20) + 1]);
    assert_eq!(large, Err(Error::Invalid { invalid: Invalid::FileTooLarge { megabytes: 64 } }));
    assert!(matches!(life.attach(EntryId(99), "a.txt", b"words"), Err(Error::NotFound { .. })));
    assert!(life.names(entry).is_empty());
}

#[test]
fn what_was_taken_off_comes_back_by_undo_and_is_gone_after_thirty_days() {
    let life = Life::open();
    let entry = life.write("a line");
    let [kept, gone] =
        ["kept.txt", "gone.txt"].map(|name| life.attach(entry, name, name.as_bytes()).unwrap());
    let removed = life.core.remove_attachment(kept.id).unwrap();
    life.undo(removed.change);
    let removed = life.core.remove_attachment(gone.id).unwrap();
    assert_eq!(life.core.list_removed_attachments().unwrap()[0].attachment.name, "gone.txt");
    life.clock.advance(Duration::days(30));
    let life = life.open_daily(3);
    assert_eq!(life.core.list_removed_attachments().unwrap(), []);
    assert!(matches!(life.core.undo_change(removed.change.unwrap()), Err(Error::NothingToUndo)));
    assert_eq!(life.names(entry), ["kept.txt"]);
    assert_eq!(life.bytes_of(&kept), b"kept.txt");
}

#[test]
fn an_entry_is_found_by_what_is_attached_its_name_and_its_words() {
    let life = Life::open();
    let [picture, sound, file] = ["one", "two", "three"].map(|text| life.write(text));
    let attachment = life.attach(picture, "IMG_2043.png", POINT).unwrap().id;
    life.attach(sound, "voice.mp3", b"ID3\x04 a voice").unwrap();
    life.attach(file, "kettle.txt", b"words").unwrap();
    life.core
        .caption_attachment(AttachmentCaption { attachment, caption: " Grüne Straße ".to_owned() })
        .unwrap();
    assert_eq!(life.found("has:picture"), [picture]);
    assert_eq!(life.found("has:sound"), [sound]);
    assert_eq!(life.found("has:file kettle"), [file]);
    assert_eq!(life.found("grun"), [picture]);
    assert_eq!(life.found("2043 -has:sound"), [picture]);
    assert_eq!(life.found("-has:picture"), [file, sound]);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "it looks at the files")]
fn while_it_is_locked_nothing_is_attached_and_nothing_is_read() {
    let life = Life::begin();
    life.core.create_profile(lock("a small grey stone")).unwrap();
    let entry = life.write("a line");
    let picture = life.attach(entry, "a.png", POINT).unwrap();
    life.core.lock().unwrap();
    assert_eq!(life.part(picture.id, Some(0)), Err(Error::NotOpen));
    assert_eq!(life.attach(entry, "b.png", POINT), Err(Error::NotOpen));
    let plain: Vec<_> = fs::read_dir(life.folder.path()).unwrap().map(|file| file.unwrap().path()).collect();
    for path in plain {
        let bytes = fs::read(path).unwrap();
        assert!(!bytes.windows(8).any(|window| window == &POINT[..8]));
    }
}

#[test]
fn the_plan_takes_a_picture_and_the_shelf_of_songs_takes_sounds() {
    use AttachedTo::{Plan, Songs};
    let life = Life::open();
    // A name says nothing about what is in a file.
    let not_a_sound = life.put(Songs, "point.mp3", POINT);
    assert_eq!(not_a_sound, Err(Error::Invalid { invalid: Invalid::NotASound }));
    let not_a_picture = life.put(Plan, "words.png", b"words");
    assert_eq!(not_a_picture, Err(Error::Invalid { invalid: Invalid::NotAPicture }));
    let picture = life.put(Plan, "point.png", POINT).unwrap();
    assert_eq!((picture.to, picture.facts.kind), (Plan, AttachmentKind::Picture));
    let life = life.restart();
    assert_eq!(life.core.list_attachments(Plan).unwrap(), std::slice::from_ref(&picture));
    assert_eq!(life.core.list_attachments(Songs).unwrap(), []);
    assert!(life.bytes_of(&picture).starts_with(b"\x89PNG"));
}

/// Something that happens each time the clock is looked at.
struct Meanwhile {
    clock: SetClock,
    happens: Arc<Mutex<Happens>>,
}

type Happens = Option<Arc<dyn Fn() + Send + Sync>>;

impl Clock for Meanwhile {
    fn now(&self) -> DateTime<Utc> {
        let happens = self.happens.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(happens) = happens {
            happens();
        }
        self.clock.now()
    }

    fn zone(&self) -> Option<Tz> {
        self.clock.zone()
    }
}

/// A million grey points, one byte each.
fn large_picture() -> Vec<u8> {
    let chunk =
        |kind: &[u8], body: &[u8]| [&(body.len() as u32).to_be_bytes()[..], kind, body, &[0; 4]].concat();
    let points = [0; 1001 * 1000];
    let blocks = points.chunks(1001).flat_map(|line| [&[0, 0xe9, 0x03, 0x16, 0xfc], line].concat());
    let deflated: Vec<u8> = [0x78, 0x01].into_iter().chain(blocks).chain([1, 0, 0, 0xff, 0xff]).collect();
    let head = b"\0\0\x03\xe8\0\0\x03\xe8\x08\0\0\0\0";
    [&POINT[..8], &chunk(b"IHDR", head), &chunk(b"IDAT", &deflated), &chunk(b"IEND", b"")].concat()
}

#[test]
fn a_picture_that_takes_too_long_is_kept_as_a_file_and_one_that_is_stopped_is_not_kept() {
    let life = Life::begin();
    let meanwhile = Meanwhile { clock: life.clock.clone(), happens: Arc::default() };
    let happens = Arc::clone(&meanwhile.happens);
    let Life { folder, clock, core } = life;
    drop(core);
    let core = Arc::new(Core::start(folder.path(), meanwhile));
    core.create_profile(LockChoice::None).unwrap();
    let attach = |name: &str| {
        core.put_attachment(draft(AttachedTo::Plan, name), large_picture()).map(|done| done.value)
    };
    let names = || {
        let all = core.list_attachments(AttachedTo::Plan).unwrap();
        all.into_iter().map(|one| one.name).collect::<Vec<_>>()
    };
    assert_eq!(attach("in time").unwrap().facts.kind, AttachmentKind::Picture);
    *happens.lock().unwrap() = Some(Arc::new(move || clock.advance(Duration::seconds(1))));
    // The plan takes pictures only.
    assert_eq!(attach("slow"), Err(Error::Invalid { invalid: Invalid::NotAPicture }));
    // A command looks at the clock too.
    let (other, is_stopping) = (Arc::clone(&core), AtomicBool::new(false));
    *happens.lock().unwrap() = Some(Arc::new(move || {
        if !is_stopping.swap(true, Ordering::Relaxed) {
            other.stop_attaching().unwrap();
            is_stopping.store(false, Ordering::Relaxed);
        }
    }));
    assert_eq!(attach("stopped"), Err(Error::Stopped));
    *happens.lock().unwrap() = None;
    assert_eq!(names(), ["in time"]);
}
