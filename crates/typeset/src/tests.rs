//! Pages as other programs see them: what is read from them, in which order, and with which letters.

use std::{fs, path::PathBuf, process::Command};

use krilla::configure::{Accessibility, ConfigurationBuilder};
use tempfile::TempDir;

use crate::{
    Block, Document, Inline, Manuscript, Paper, PaperSize, RenderError, UNSET,
    flow::{self, Layout},
    render,
};

fn text(text: &str) -> Vec<Inline> {
    vec![Inline::plain(text)]
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph { inside: text(words) }
}

fn heading(words: &str) -> Block {
    Block::Heading { level: 2, inside: text(words) }
}

pub(crate) fn paper(blocks: Vec<Block>) -> Paper {
    let manuscript = Manuscript {
        title: "For an appointment".into(),
        lead: "21 October to 3 November 2026".into(),
        language: "en-GB".into(),
        foot: "Self-reported. Not an assessment.".into(),
        blocks,
    };
    Paper { manuscript, size: PaperSize::A4, is_one_page: false }
}

pub(crate) fn wait() -> bool {
    true
}

/// The file, and what a program of poppler says of it.
pub(crate) struct File {
    _folder: TempDir,
    pub(crate) path: PathBuf,
}

impl File {
    pub(crate) fn of(document: &Document) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.pdf");
        fs::write(&path, &document.pdf).unwrap();
        File { _folder: folder, path }
    }

    fn told(&self, program: &str, arguments: &[&str]) -> String {
        let output = Command::new(program).args(arguments).arg(&self.path).arg("-").output().unwrap();
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    pub(crate) fn words(&self) -> String {
        self.told("pdftotext", &["-enc", "UTF-8"]).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn info(&self) -> String {
        let output = Command::new("pdfinfo").arg(&self.path).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }

    fn structure(&self) -> String {
        let output = Command::new("pdfinfo").arg("-struct-text").arg(&self.path).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }
}

pub(crate) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let grey = image::RgbImage::from_pixel(width, height, image::Rgb([90, 120, 150]));
    grey.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Jpeg).unwrap();
    bytes
}

/// Something of everything.
fn of_everything() -> Vec<Block> {
    let strong = Inline::Strong { inside: text("since spring") };
    let slanted = Inline::Emphasis { inside: text("most days") };
    let link = Inline::Link { inside: text("a page"), address: "https://example.org/a".into() };
    vec![
        heading("What I want to say"),
        Block::Paragraph {
            inside: vec![
                Inline::plain("I have felt less "),
                strong,
                Inline::plain(", "),
                slanted,
                Inline::plain(". See "),
                link,
                Inline::Break,
                Inline::Struck { inside: text("never mind") },
            ],
        },
        heading("Questions"),
        Block::List {
            start: Some(9),
            items: vec![
                vec![paragraph("What could this be?")],
                vec![
                    paragraph("What are the choices?"),
                    Block::List { start: None, items: vec![vec![paragraph("talking")]] },
                ],
            ],
        },
        Block::Quote { inside: vec![paragraph("warm for longer"), paragraph("and the dog")] },
        Block::Table {
            head: vec![text("Day"), text("Felt"), text("Words")],
            rows: vec![
                vec![text("Monday"), text("2"), text("numb, heavy")],
                vec![text("Tuesday"), text("3–5"), text("far away")],
            ],
        },
        Block::Picture { jpeg: jpeg(300, 200), words: "the lake in the evening".into() },
        Block::Rule,
        Block::Code { text: "one\n  two\n".into() },
    ]
}

#[test]
fn a_page_is_tagged_its_letters_are_in_it_and_its_words_come_in_order() {
    let document = render(&paper(of_everything()), &wait).unwrap();
    let file = File::of(&document);
    assert_eq!(
        file.words(),
        "For an appointment 21 October to 3 November 2026 What I want to say I have felt less since spring, \
         most days. See a page (https://example.org/a) never mind Questions 9. What could this be? 10. What are \
         the choices? • talking warm for longer and the dog Day Felt Words Monday 2 numb, heavy Tuesday 3–5 far \
         away one two Self-reported. Not an assessment."
    );
    let info = file.info();
    for line in ["Title:           For an appointment", "Tagged:          yes", "Pages:           1", "(A4)"]
    {
        assert!(info.contains(line), "{line}\n{info}");
    }
    let fonts = Command::new("pdffonts").arg(&file.path).output().unwrap();
    let fonts = String::from_utf8(fonts.stdout).unwrap();
    let fonts: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(fonts.len(), 3, "{fonts:?}");
    for font in fonts {
        // Embedded, a subset, and with a table back to characters.
        assert!(font.contains("AtkinsonHyperlegibleNext"), "{font}");
        assert!(font.split_whitespace().filter(|word| *word == "yes").count() == 3, "{font}");
    }
}

#[test]
fn those_who_listen_hear_headings_lists_and_tables() {
    let document = render(&paper(of_everything()), &wait).unwrap();
    let structure = File::of(&document).structure();
    let heard: Vec<&str> = structure.split([' ', ':', '\n']).collect();
    for part in [
        "H1",
        "H2",
        "P",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "BlockQuote",
        "Table",
        "THead",
        "TR",
        "TH",
        "TD",
        "Figure",
    ] {
        assert!(heard.contains(&part), "{part}\n{structure}");
    }
    assert!(!structure.contains("Self-reported"), "the foot is not read aloud on every page\n{structure}");
}

#[test]
fn a_page_passes_as_pdf_ua() {
    let configuration =
        ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish().unwrap();
    let paper = paper(of_everything());
    let layout = Layout { configuration, ..Layout::long(&paper, &wait) };
    flow::render(&paper.manuscript, &layout).unwrap();
}

#[test]
fn the_size_of_the_paper_is_chosen_and_pages_are_numbered_once_there_are_two() {
    let mut long = paper((0..90).map(|at| paragraph(&format!("Day {at}: grey outside."))).collect());
    long.size = PaperSize::Letter;
    let document = render(&long, &wait).unwrap();
    assert!(document.pages > 1);
    let file = File::of(&document);
    assert!(file.info().contains("(letter)"), "{}", file.info());
    assert!(file.info().contains(&format!("Pages:           {}", document.pages)));
    let words = file.words();
    let places: Vec<_> = (0..90).map(|at| words.find(&format!("Day {at}: grey outside.")).unwrap()).collect();
    assert!(places.is_sorted());
    // The head and the foot of the second page.
    assert_eq!(words.matches("For an appointment").count(), document.pages);
    assert!(words.contains("Self-reported. Not an assessment. 2"));
}

#[test]
fn letters_of_other_scripts_come_from_the_computer_and_what_it_lacks_is_said() {
    let document = render(&paper(vec![paragraph("Ελληνικά и кириллица, ąčę")]), &wait).unwrap();
    assert!(document.unset.is_empty());
    assert!(File::of(&document).words().contains("Ελληνικά и кириллица, ąčę"));
    // A private sign that no font has.
    let odd = "before \u{f8ffe}\u{f8ffe} after, and e\u{f8fff} too";
    let document = render(&paper(vec![paragraph(odd)]), &wait).unwrap();
    assert_eq!(document.unset, ["\u{f8ffe}", "\u{f8fff}"]);
    let words = File::of(&document).words();
    assert!(words.contains(&format!("before {UNSET} after, and e{UNSET} too")), "{words}");
}

#[test]
fn what_has_no_place_on_paper_is_left_out_and_nothing_else() {
    let odd = "a\u{1}b\u{feff} c\td\u{200d}e\r\nf";
    let file = File::of(&render(&paper(vec![paragraph(odd), paragraph("")]), &wait).unwrap());
    let words = file.words().replace('\u{200d}', "");
    assert!(words.contains("ab c de f"), "{words:?}");
}

#[test]
fn a_long_text_without_a_space_is_whole_and_turns_to_the_left_or_right() {
    let long = "abcdefghij".repeat(3000);
    let rtl = "שלום עולם";
    let document = render(&paper(vec![paragraph(&long), paragraph(rtl)]), &wait).unwrap();
    let words = File::of(&document).words();
    assert_eq!(
        words.matches("abc").count() + words.matches("ab c").count() + words.matches("a bc").count(),
        3000
    );
}

#[test]
fn nested_beyond_reason_it_still_ends() {
    let mut block = paragraph("the innermost");
    for _ in 0..100 {
        block = Block::Quote { inside: vec![Block::List { start: None, items: vec![vec![block]] }] };
    }
    let file = File::of(&render(&paper(vec![block]), &wait).unwrap());
    assert!(file.words().contains("innermost"));
}

#[test]
fn nobody_waits_any_more_and_it_stops() {
    let asked = std::cell::Cell::new(0);
    let stops = || {
        asked.set(asked.get() + 1);
        asked.get() < 5
    };
    let long = paper(vec![paragraph(&"word ".repeat(2_000_000))]);
    assert_eq!(render(&long, &stops).unwrap_err(), RenderError::Stopped);
    assert_eq!(asked.get(), 5);
}

fn one_page(blocks: Vec<Block>) -> Document {
    let document = render(&Paper { is_one_page: true, ..paper(blocks) }, &wait).unwrap();
    assert_eq!(document.pages, 1);
    document
}

fn table_of(rows: usize) -> Block {
    let rows = (0..rows).map(|at| vec![text(&format!("row{at}.")), text("2")]).collect();
    Block::Table { head: vec![text("Day"), text("Felt")], rows }
}

#[test]
fn one_page_says_what_did_not_fit_and_holds_the_rest() {
    let blocks = vec![
        heading("First"),
        paragraph("short"),
        heading("Then"),
        table_of(80),
        heading("Last"),
        paragraph("x"),
    ];
    let document = one_page(blocks.clone());
    let one_page = document.one_page.as_ref().unwrap();
    let Some(Block::Table { rows: kept, .. }) = one_page.blocks.last() else {
        panic!("{:?}", one_page.blocks)
    };
    let Some(Block::Table { rows: off, .. }) = one_page.left_off.first() else {
        panic!("{:?}", one_page.left_off)
    };
    assert!(kept.len() > 20 && kept.len() + off.len() == 80, "{} and {}", kept.len(), off.len());
    assert_eq!(one_page.left_off[1..], blocks[4..]);
    let words = File::of(&document).words();
    assert!(
        words.contains(&format!("row{}.", kept.len() - 1)) && !words.contains(&format!("row{}.", kept.len()))
    );
}

#[test]
fn a_heading_goes_with_what_it_is_the_heading_of() {
    let document = one_page(vec![paragraph("kept"), heading("Alone"), paragraph(&"word ".repeat(3000))]);
    let one_page = document.one_page.unwrap();
    assert_eq!(one_page.blocks, [paragraph("kept")]);
    assert_eq!(one_page.left_off[0], heading("Alone"));
}

#[test]
fn what_nearly_fits_is_set_a_little_smaller() {
    let blocks = |count: usize| (0..count).map(|at| paragraph(&format!("Line {at}."))).collect::<Vec<_>>();
    let first_too_many =
        (20..60).find(|count| render(&paper(blocks(*count)), &wait).unwrap().pages > 1).unwrap();
    assert_eq!(one_page(blocks(first_too_many)).one_page.unwrap().left_off, []);
}

#[test]
fn a_list_that_is_cut_counts_on() {
    let items = (0..90).map(|at| vec![paragraph(&format!("point {at}"))]).collect();
    let one_page = one_page(vec![Block::List { start: Some(1), items }]).one_page.unwrap();
    let Block::List { items: kept, .. } = &one_page.blocks[0] else { panic!() };
    let Block::List { start, items: off } = &one_page.left_off[0] else { panic!() };
    assert_eq!((kept.len() + off.len(), *start), (90, Some(1 + kept.len() as u32)));
}

/// The fonts that these are set with here are those of `PAPER_TESTS` in xtask.
#[test]
fn a_sign_is_set_with_whatever_font_has_it() {
    let signs = [
        "❤",
        "✈",
        "🕯",
        "🌡",
        "🌶",
        "🕊",
        "🏳",
        "🗓",
        "✍",
        "✗",
        "😀",
        "☕",
        "❤\u{fe0e}",
        "❤\u{fe0f}",
        "1\u{20e3}",
        "1\u{fe0f}\u{20e3}",
        "🇱🇹",
        "👩\u{200d}👩\u{200d}👧",
        "🏳\u{fe0f}\u{200d}🌈",
        "✍🏽",
        "☀",
        "☎",
        "★",
        "☐",
        "→",
        "⇒",
        "≤",
        "½",
        "№",
        "①",
        "♪",
        "❶",
        "∞",
        "…",
        "\u{2190}",
    ];
    let document = render(&paper(signs.iter().map(|sign| paragraph(sign)).collect()), &wait).unwrap();
    assert!(document.unset.is_empty(), "{:?}", document.unset);
    assert!(!File::of(&document).words().contains(UNSET));
}

#[test]
fn each_script_is_set_in_a_face_for_reading() {
    let words = [
        "שלום עולם",
        "שָׁלוֹם",
        "السلام عليكم",
        "یہ اردو ہے",
        "สวัสดี",
        "नमस्ते",
        "নমস্কার",
        "வணக்கம்",
        "გამარჯობა",
        "Բարև",
        "ሰላም",
        "សួស្តី",
        "Ελληνικά",
        "кириллица",
    ];
    let document = render(&paper(words.map(paragraph).into()), &wait).unwrap();
    assert!(document.unset.is_empty(), "{:?}", document.unset);
    let fonts = Command::new("pdffonts").arg(&File::of(&document).path).output().unwrap();
    let fonts = String::from_utf8(fonts.stdout).unwrap();
    eprintln!("{fonts}");
    for odd in ["Rashi", "Nastaliq", "Kufi", "Display", "Looped", "Mono", "UI-", "Condensed"] {
        assert!(!fonts.contains(odd), "{odd}\n{fonts}");
    }
}

/// Each word on one line, as the page to take along has it and with more columns than that.
#[test]
fn a_table_breaks_between_words_and_not_in_them() {
    for size in [PaperSize::A4, PaperSize::Letter] {
        let head = [
            "When",
            "How much I could feel",
            "Energy",
            "Comfortableness",
            "Medication",
            "Interpretation",
            "Concentration",
        ];
        let long = "mostly far away, a little more in the evenings after walking";
        for columns in 2..=head.len() {
            let row: Vec<_> = (0..columns)
                .map(|at| text(if at == 0 { "21 October to 3 November 2026" } else { long }))
                .collect();
            let table = Block::Table {
                head: head[..columns].iter().map(|word| text(word)).collect(),
                rows: vec![row; 3],
            };
            let document = render(&Paper { size, ..paper(vec![table]) }, &wait).unwrap();
            let words = File::of(&document).words();
            for word in head[..columns].iter().flat_map(|cell| cell.split(' ')).chain(long.split(' ')) {
                assert!(words.split(' ').any(|seen| seen == word), "{columns} columns: {word}\n{words}");
            }
        }
    }
}
