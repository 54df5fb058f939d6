//! Facts about a text on its way to paper. The screen reads the same cases (`markdown.test.ts`).

use std::{fs, path::Path};

use pilot_typeset::{
    Block, Inline, Manuscript, html,
    markdown::{Picture, read},
};

/// What was read, as `markdown-outline.ts` writes it.
fn outline(blocks: &[Block]) -> String {
    joined(blocks, " ", |block| match block {
        Block::Heading { level, inside } => format!("h{level}({})", words(inside)),
        Block::Paragraph { inside } => format!("p({})", words(inside)),
        Block::Quote { inside } => format!("quote({})", outline(inside)),
        Block::List { start, items } => {
            let start = start.map(|start| start.to_string()).unwrap_or_default();
            format!("list{start}({})", joined(items, " ", |item| format!("li({})", outline(item))))
        }
        Block::Table { head, rows } => {
            let row = |row: &Vec<Vec<Inline>>| joined(row, " | ", |cell| words(cell));
            format!("table({} // {})", row(head), joined(rows, " // ", row))
        }
        Block::Code { text } => format!("pre({text})"),
        Block::Picture { jpeg, words } => format!("picture({words} {})", String::from_utf8_lossy(jpeg)),
        Block::Rule => "rule".to_owned(),
        Block::Markdown { .. } => panic!("it was read"),
    })
}

fn words(inside: &[Inline]) -> String {
    joined(inside, "", |inline| match inline {
        Inline::Text { text } => text.clone(),
        Inline::Code { text } => format!("code({text})"),
        Inline::Strong { inside } => format!("strong({})", words(inside)),
        Inline::Emphasis { inside } => format!("emphasis({})", words(inside)),
        Inline::Struck { inside } => format!("struck({})", words(inside)),
        Inline::Link { inside, address } => format!("link({} {address})", words(inside)),
        Inline::Break => "break".to_owned(),
    })
}

fn joined<T>(all: &[T], between: &str, each: impl Fn(&T) -> String) -> String {
    all.iter().map(each).collect::<Vec<_>>().join(between)
}

fn plainly(text: &str) -> Vec<Block> {
    read(text, 1, &mut |_| None)
}

#[test]
fn the_screen_and_the_paper_read_the_same_in_a_text() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/lib/markdown-cases.json");
    let cases: Vec<[String; 2]> = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let differ: Vec<_> = cases
        .iter()
        .map(|[text, shown]| (text, shown, outline(&plainly(text))))
        .filter(|(_, shown, outline)| *shown != outline)
        .collect();
    assert!(differ.is_empty(), "{differ:#?}");
    assert!(cases.len() > 40);
}

#[test]
fn pictures_stand_where_the_text_names_them_and_others_are_told_in_words() {
    let text = "Before\n![the \\[lake\\]](kept:0123456789abcdef0123456789abcdef)\nafter.\n\n- ![](kept:2)\n\n\
                ![gone](kept:9) **![a](kept:2)**\n\n![x](https://example.org/x.png)";
    let found = read(text, 3, &mut |name| {
        let is_there = name != "9";
        is_there.then(|| Picture { jpeg: name.into(), words: "a tree".to_owned() })
    });
    assert_eq!(
        outline(&found),
        "p(Before) picture(the [lake] 0123456789abcdef0123456789abcdef) p(after.) list(li(picture(a tree 2))) \
         p(emphasis(gone) strong(emphasis(a))) p(![x](https://example.org/x.png))"
    );
}

#[test]
fn headings_stand_below_those_around_them() {
    let levels = |highest| outline(&read("# a\n\n### b\n\n###### c", highest, &mut |_| None));
    assert_eq!(levels(1), "h1(a) h3(b) h6(c)");
    assert_eq!(levels(4), "h4(a) h6(b) h6(c)");
}

#[test]
fn however_deep_or_long_it_is_all_of_it_is_there() {
    let deep = [">".repeat(100_000) + " a", "- ".repeat(50_000) + "a", "*".repeat(300_000) + "a"];
    let links = ["[".repeat(200_000), "![".repeat(100_000), "[a](".repeat(100_000), "`".repeat(300_000)];
    let long = ["*a".repeat(500_000), "abcdefghij".repeat(1_000_000), "some words\n\n".repeat(300_000)];
    let tables = ["|a".repeat(50_000) + "\n" + &"|-".repeat(50_000), "<b>".repeat(100_000)];
    for text in deep.iter().chain(&links).chain(&long).chain(&tables) {
        let signs = |text: &str| text.chars().filter(char::is_ascii_lowercase).count();
        let shown = outline(&plainly(text));
        assert!(signs(&shown) >= signs(text), "{}", &text[..40]);
    }
}

#[test]
fn a_page_runs_nothing_and_fetches_nothing() {
    let text = "<script>alert(1)</script>\n\n[x](javascript:alert(1)) [y](https://example.org/?a=\"b\")\n\n\
                ![x](https://example.org/x.png) <img src=x onerror=alert(1)> ![\" onerror=\"alert(1)](kept:1)";
    let blocks = read(text, 3, &mut |_| Some(Picture { jpeg: b"ABC".to_vec(), words: String::new() }));
    let page = html(&Manuscript {
        title: "<b>Rain</b> & \"wind\"".to_owned(),
        lead: String::new(),
        language: "en\" onload=\"x".to_owned(),
        foot: "'foot'".to_owned(),
        blocks,
    });
    assert!(page.contains("default-src 'none'; img-src data:; style-src 'unsafe-inline'"));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(page.contains("<h1 dir=\"auto\">&lt;b&gt;Rain&lt;/b&gt; &amp; &quot;wind&quot;</h1>"));
    let tags: Vec<_> = page.split('<').filter(|tag| tag.starts_with("a ") || tag.starts_with("im")).collect();
    assert_eq!(
        tags,
        [
            "a href=\"https://example.org/?a=&quot;b&quot;\" rel=\"noreferrer\">y",
            "img src=\"data:image/jpeg;base64,QUJD\" alt=\"&quot; onerror=&quot;alert(1)\">"
        ]
    );
    assert!(!page.contains("<script") && !page.contains("onload=\"x"));
}

#[test]
fn what_holds_blocks_runs_as_its_first_letter_does() {
    let page = |text: &str| {
        let manuscript = Manuscript {
            title: String::new(),
            lead: String::new(),
            language: "en".to_owned(),
            foot: String::new(),
            blocks: plainly(text),
        };
        html(&manuscript)
    };
    assert!(page("> שלום\n>\n> and").contains("<blockquote dir=\"rtl\">"));
    assert!(page("- 1\n- أهلا").contains("<li>") && page("- أهلا").contains("<li dir=\"rtl\">"));
    assert!(page("| a |\n| - |\n| ب |").contains("<table dir=\"ltr\">"));
}
