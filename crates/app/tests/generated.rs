//! Generated files are committed and match the command table.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "it compares files")]

use std::{collections::BTreeMap, env, fs, path::Path};

use pilot_app::domain::{fold, text, tokens};
use serde_json::json;

fn matches_committed(file: &str, content: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(file);
    if env::var_os("UPDATE_GENERATED").is_some() {
        fs::write(&path, content).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == content, "{file} is out of date: run `cargo xtask generate`");
}

#[test]
fn the_typescript_of_the_wire_is_up_to_date() {
    matches_committed("ui/src/host/generated/wire.ts", &pilot_app::typescript());
}

/// How text is folded and cut into tokens, for the page's twin of the rule.
#[test]
fn the_cases_of_folding_are_up_to_date() {
    // Letters of the Basic Multilingual Plane that are not read as they are written, by what they are read as.
    let mut letters: BTreeMap<String, String> = BTreeMap::new();
    for c in (0x80..=0xffff).filter_map(char::from_u32).filter(|c| c.is_alphabetic() && !is_later(*c)) {
        let folded = fold::fold(&c.to_string());
        if folded != c.to_string() {
            letters.entry(folded).or_default().push(c);
        }
    }
    let texts: Vec<_> = TEXTS
        .iter()
        .map(|text| {
            let units = |at: usize| text[..at].encode_utf16().count();
            let tokens: Vec<_> = tokens::tokens(text)
                .map(|(at, token)| json!([units(at.start), units(at.end), tokens::folded(&token)]))
                .collect();
            json!({ "text": text, "folded": fold::fold(text), "tokens": tokens, "is_blank": text::is_blank(text) })
        })
        .collect();
    let cases = json!({ "letters": letters, "texts": texts });
    matches_committed("ui/src/lib/fold-cases.json", &(serde_json::to_string_pretty(&cases).unwrap() + "\n"));
}

/// Came into Unicode after version 15: web views that are still in use do not know them.
fn is_later(c: char) -> bool {
    matches!(u32::from(c), 0x0897 | 0x088f | 0x0c5c | 0x0cdc | 0x1c89 | 0x1c8a | 0xa7cb..=0xa7cf | 0xa7d2 | 0xa7d4 | 0xa7da..=0xa7dc | 0xa7f1)
}

const TEXTS: &[&str] = &[
    "",
    " \t\u{3000}\u{a0}",
    "\u{ad}\u{200b}\u{200e}\u{feff}\u{3164}\u{2800}",
    "\u{301}",
    "!",
    "Grey day, grey\nday",
    "Grüne Straße, Cafe\u{301}s, it's Ærø",
    "won\u{ad}der\u{ad}ful mid\u{200b}night snow\u{2060}fall می\u{200c}خواهم",
    "新しいUSBを買った。午後3時にNetflixを見た 70kg公里",
    "ＵＳＢ １２３ ｶﾌｪ ｶﾞｰﾃﾞﾝ か\u{3099}あ\u{3099} ガーデン",
    "A 🌧 soup ❤️‍🔥 x😀y 👍🏽 🇩🇪 1️⃣ → + © ™ №",
    "שָׁלוֹם עולם צה״ל ג׳ירפה كَتَبَ الوَلَدُ أحمد كـتب",
    "и\u{306}од ёлка ЙОД \u{1112}\u{1161}\u{11ab}글 ήλιος ΌΣΟΣ λο\u{301}γος",
    "it’s itʼs l‘eau Hawaiʻi Qurʾān O´Neil ‚x’",
    "“grey” «day» „x“ 「y」 well–known −5 －6",
    "㍿ ㎏ ㌔ ① Ⅷ ½ x² ﬁrst ŉ Ǆ 𝐀𝐛 ﷺ ﻻ",
    "วันนี้ทำNetflixที่ ท\u{e4d}\u{e32} ລາວ မြန်\u{1025}\u{102e}\u{1026}မာ ខ្មែរ",
    "क्षि हिन्दी কি தமிழ் \u{958}\u{915}\u{93c}",
    "İstanbul ışık ẞ ſ K Å Ω",
    "a\u{301}\u{323}b c\u{327}\u{301} tiếng Việt đ",
    "x_y 100% **won**derful a.b@c.d",
];

#[test]
fn the_command_names_for_the_access_list_are_up_to_date() {
    let names = pilot_app::COMMAND_NAMES.join("\n") + "\n";
    matches_committed("src-tauri/generated/commands.txt", &names);
}

#[test]
fn the_main_window_may_call_every_command() {
    let mut permissions: Vec<String> = [
        "core:event:allow-listen",
        "core:event:allow-unlisten",
        "core:webview:allow-print",
        "core:window:allow-close",
        "core:window:allow-destroy",
    ]
    .map(str::to_owned)
    .to_vec();
    permissions
        .extend(pilot_app::COMMAND_NAMES.iter().map(|name| format!("allow-{}", name.replace('_', "-"))));
    let capability = json!({
        "identifier": "main",
        "description": "The main window: every command, printing, and closing itself. Generated from the command table.",
        "windows": ["main"],
        "permissions": permissions,
    });
    let text = serde_json::to_string_pretty(&capability).unwrap() + "\n";
    matches_committed("src-tauri/capabilities/main.json", &text);
}
