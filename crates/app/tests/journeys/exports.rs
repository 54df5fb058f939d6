//! Entries and the plan as files that other programs read.

use std::{collections::BTreeMap, thread, time::Duration};

use pilot_app::{
    DocumentForm, Error, ExportDraft, ExportEnding, ExportWords, ExportedKind, LongWorkKind, MadeExport,
    domain::{
        EntryId,
        attachment::{AttachedTo, AttachmentCaption, AttachmentDraft},
        entry::{EntryDraft, EntryStar},
    },
    typeset::{Block, Inline, Manuscript, PaperSize},
};

use crate::{
    attachments::POINT,
    life::{Life, day, entry, lock},
};

impl Life {
    fn write_on(&self, on: &str, text: &str) -> EntryId {
        self.core.save_entry(EntryDraft { on: Some(day(on)), ..entry(text) }).unwrap().value.id
    }

    /// The file that is made, as it was told of and as text.
    fn export(&self, draft: ExportDraft) -> (MadeExport, String) {
        let made = self.core.make_export(draft).unwrap().value;
        assert_eq!(self.core.get_made_export().unwrap().as_ref(), Some(&made));
        let bytes = self.core.get_export_file(()).unwrap().bytes;
        (made, String::from_utf8_lossy(&bytes).into_owned())
    }
}

fn words() -> ExportWords {
    ExportWords {
        title: "Journal".to_owned(),
        lead: "2 – 3 November".to_owned(),
        language: "en-GB".to_owned(),
        days: BTreeMap::from([(day("2026-11-02"), "the second".to_owned())]),
        tags: "Tags: {tags}".to_owned(),
    }
}

fn entries(entries: Vec<EntryId>, form: DocumentForm) -> ExportDraft {
    ExportDraft::Entries { entries, with_pictures: true, words: words(), form }
}

/// What a reader of HTML sees.
fn visible(html: &str) -> String {
    let body = html.split_once("<body>").unwrap().1;
    let text: String =
        body.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn entries_stand_under_their_days_and_one_that_was_deleted_is_left_out() {
    let life = Life::open();
    let one = life.write_on("2026-11-02", "# Soup\n\nwarm & <b>");
    let gone = life.write_on("2026-11-02", "thrown away");
    let two = life.write_on("2026-11-02", "two");
    let three = life.write_on("2026-11-03", "three");
    life.tag(two, &["rain", "a walk"]);
    life.core.delete_entry(gone).unwrap();
    let (made, html) = life.export(entries(vec![one, gone, two, three], DocumentForm::Html));
    assert_eq!(made, MadeExport { of: ExportedKind::Entries, ending: ExportEnding::Html, unset: vec![] });
    assert_eq!(
        visible(&html),
        "Journal 2 – 3 November the second Soup warm &amp; &lt;b&gt; two Tags: rain, a walk 2026-11-03 three"
    );
    assert!(html.contains("<h3 dir=\"auto\">Soup</h3>"), "its own headings stand below those of its day");
    // The day of one day is the title already.
    let (_, html) = life.export(entries(vec![two], DocumentForm::Html));
    assert_eq!(visible(&html), "Journal 2 – 3 November two Tags: rain, a walk");
}

#[test]
fn markdown_has_the_facts_above_the_words_and_changes_none_of_them() {
    let life = Life::open();
    let text = "<b>Rain</b> & [a page](https://example.org/?a=\"b\")";
    let one = life.write_on("2026-11-03", text);
    life.tag(one, &["two words", "rain"]);
    life.core.star_entry(EntryStar { entry: one, is_starred: true }).unwrap();
    let two = life.write_on("2026-11-04", "second\n\n");
    let (made, file) = life.export(ExportDraft::Markdown { entries: vec![one, two] });
    assert_eq!(made.ending, ExportEnding::Md);
    assert_eq!(
        file,
        format!(
            "---\ndate: 2026-11-03\nzone: \"Europe/Berlin\"\ntags: [\"two words\", \"rain\"]\nstarred: true\n---\n\n\
             {text}\n\n---\ndate: 2026-11-04\nzone: \"Europe/Berlin\"\n---\n\nsecond\n"
        )
    );
}

#[test]
fn pictures_stand_where_the_text_names_them_and_the_others_below() {
    let life = Life::open();
    let one = life.write_on("2026-11-02", "before");
    let attach = |to, name: &str, caption: &str| {
        let draft = AttachmentDraft { to, name: name.to_owned(), keeps_metadata: false, replaces: None };
        let put = life.core.put_attachment(draft, POINT.to_vec()).unwrap().value;
        let caption = AttachmentCaption { attachment: put.id, caption: caption.to_owned() };
        life.core.caption_attachment(caption).unwrap().value
    };
    let lake = attach(AttachedTo::Entry(one), "lake.png", "");
    attach(AttachedTo::Entry(one), "dog.png", "the dog");
    let text = format!("before ![the lake](kept:{}) after", lake.uid);
    life.core.save_entry(EntryDraft { id: Some(one), ..entry(&text) }).unwrap();
    let (_, html) = life.export(entries(vec![one], DocumentForm::Html));
    let pictures: Vec<_> = html.split("<img ").skip(1).map(|part| part.split_once('>').unwrap().0).collect();
    assert_eq!(pictures.len(), 2);
    assert!(pictures.iter().all(|one| one.starts_with("src=\"data:image/jpeg;base64,/9j/")), "{pictures:?}");
    assert!(pictures[0].ends_with("alt=\"the lake\"") && pictures[1].ends_with("alt=\"the dog\""));
    assert_eq!(visible(&html), "Journal 2 – 3 November before after the dog");
    // Without pictures they are told in words.
    let (words, form) = (words(), DocumentForm::Html);
    let plain = ExportDraft::Entries { entries: vec![one], with_pictures: false, words, form };
    let (_, html) = life.export(plain);
    assert!(!html.contains("<img"));
    assert_eq!(visible(&html), "Journal 2 – 3 November before the lake after");

    attach(AttachedTo::Plan, "garden.png", "the garden");
    let manuscript = Manuscript {
        title: "My plan".to_owned(),
        lead: String::new(),
        language: "en-GB".to_owned(),
        foot: String::new(),
        blocks: vec![Block::Paragraph { inside: vec![Inline::plain("Call a friend")] }],
    };
    let (made, html) = life.export(ExportDraft::Plan { manuscript, form: DocumentForm::Html });
    assert_eq!(made.of, ExportedKind::Plan);
    assert_eq!(visible(&html), "My plan Call a friend the garden");
}

#[test]
fn signs_that_no_font_has_are_told_and_the_file_is_a_pdf() {
    let life = Life::open();
    let one = life.write_on("2026-11-02", "tea \u{f8ffe}");
    let (made, file) = life.export(entries(vec![one], DocumentForm::Pdf { size: PaperSize::A4 }));
    assert_eq!((made.ending, made.unset), (ExportEnding::Pdf, vec!["\u{f8ffe}".to_owned()]));
    assert!(file.starts_with("%PDF-"));
}

fn many(life: &Life) -> Vec<EntryId> {
    (0..2000).map(|number| life.write(&format!("{number} {}", "a *grey* morning\n\n".repeat(200)))).collect()
}

#[test]
fn it_says_how_far_it_is_one_can_write_meanwhile_and_what_is_stopped_leaves_nothing() {
    let life = Life::open();
    let one = life.write("before");
    life.export(ExportDraft::Markdown { entries: vec![one] });
    let all = many(&life);
    thread::scope(|scope| {
        let making = scope.spawn(|| {
            life.core.make_export(entries(all.clone(), DocumentForm::Pdf { size: PaperSize::Letter }))
        });
        let seen = loop {
            assert!(!making.is_finished(), "it is long enough to be seen");
            thread::sleep(Duration::from_millis(1));
            if let Some(seen) = life.core.get_long_work().unwrap().filter(|work| work.done > 0) {
                break seen;
            }
        };
        assert_eq!((seen.kind, seen.of), (LongWorkKind::Export, Some(2000)));
        life.write("meanwhile");
        let other = life.core.make_export(ExportDraft::Markdown { entries: vec![one] });
        assert_eq!(other.unwrap_err(), Error::Busy);
        life.core.stop_long_work().unwrap();
        assert_eq!(making.join().unwrap().unwrap_err(), Error::Stopped);
    });
    assert!(life.core.get_made_export().unwrap().is_none(), "the one before was of other choices");
    assert!(matches!(life.core.get_export_file(()), Err(Error::NotFound { .. })));
}

#[test]
fn the_lock_stops_it_and_lets_go_of_what_was_made() {
    let life = Life::begin();
    life.core.create_profile(lock("small grey stone")).unwrap();
    let all = many(&life);
    thread::scope(|scope| {
        let making = scope.spawn(|| life.core.make_export(entries(all.clone(), DocumentForm::Html)));
        while life.core.get_long_work().unwrap().is_none_or(|work| work.done == 0) {
            thread::sleep(Duration::from_millis(1));
        }
        life.core.lock().unwrap();
        assert_eq!(making.join().unwrap().unwrap_err(), Error::Stopped);
    });
    life.unlock("small grey stone").unwrap();
    life.export(ExportDraft::Markdown { entries: all[..1].to_vec() });
    life.core.lock().unwrap();
    assert!(life.core.get_made_export().unwrap().is_none());
    let locked = life.core.make_export(ExportDraft::Markdown { entries: all });
    assert_eq!(locked.unwrap_err(), Error::NotOpen);

    life.unlock("small grey stone").unwrap();
    let one = life.write("one");
    life.export(ExportDraft::Markdown { entries: vec![one] });
    life.core.discard_export().unwrap();
    assert!(life.core.get_made_export().unwrap().is_none());
}
