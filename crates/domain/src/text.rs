//! Text as it is stored: exactly what was typed, less what no file or search can hold.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::{Invalid, Uid, signs::is_visible};

/// Longest single line of text, such as a title: 500 characters.
pub const LINE_MAX: usize = 500;
/// Longest opening of an entry in a list, in characters as they are seen.
const OPENING_MAX: usize = 140;
/// Longest journal entry: 20 million characters, about 20 MB.
pub const ENTRY_MAX: usize = 20_000_000;

/// Text without NUL characters, which SQL literals and search cannot carry.
/// Errors when it is longer than `max` characters.
pub fn clean(text: &str, max: usize) -> Result<String, Invalid> {
    let text = if text.contains('\0') { text.replace('\0', "") } else { text.to_owned() };
    // Bytes bound characters from above: the count is needed only for very long texts.
    if text.len() > max && text.chars().count() > max {
        return Err(Invalid::TextTooLong { max });
    }
    Ok(text)
}

/// Nothing of it is seen: blanks, and signs without a form of their own.
pub fn is_blank(text: &str) -> bool {
    !text.chars().any(is_visible)
}

/// One line as it is being typed: a space at its end may have more to come. What is blank is nothing.
pub fn line(text: &str) -> Result<String, Invalid> {
    let line = clean(text, LINE_MAX)?.replace(['\n', '\r'], " ");
    Ok(if is_blank(&line) { String::new() } else { line })
}

/// A trimmed, non-empty title on one line.
pub fn title(text: &str) -> Result<String, Invalid> {
    let title = clean(text, LINE_MAX)?.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_blank(&title) { Err(Invalid::TitleMissing) } else { Ok(title) }
}

/// The first line that says something, without Markdown marks at its start, cut where a character as it is seen
/// ends. A person's own
/// words come before those they quote.
pub fn excerpt(text: &str) -> String {
    let first = |is_quote: bool| {
        let lines = text.lines().filter(move |line| line.trim_start().starts_with('>') == is_quote);
        lines.map(|line| picture_words(without_marks(line))).find(|line| !is_blank(line))
    };
    first(false).or_else(|| first(true)).unwrap_or_default().graphemes(true).take(OPENING_MAX).collect()
}

/// A line without what makes it a heading, a quote, an item of a list or a task. What shapes its words stays.
fn without_marks(line: &str) -> &str {
    let mut line = line.trim();
    loop {
        let after = line.trim_start_matches(['#', '>', '-', '*', '+']);
        let is_mark = after.is_empty() || line.starts_with('>') || after.starts_with(char::is_whitespace);
        if after.len() == line.len() || !is_mark {
            return line;
        }
        let is_item = line.starts_with(['-', '*', '+']);
        line = after.trim_start();
        if is_item {
            let task = ["[ ]", "[x]", "[X]"].iter().find_map(|task| line.strip_prefix(task));
            line = task.filter(|rest| rest.starts_with(char::is_whitespace)).map_or(line, str::trim_start);
        }
    }
}

/// What a picture of the entry shows, where a line is nothing but that: `![the lake](kept:3f…)`.
fn picture_words(line: &str) -> &str {
    let words = || {
        let (words, named) = line.strip_prefix("![")?.strip_suffix(')')?.rsplit_once(REFERENCE)?;
        is_name(named).then_some(words)
    };
    words().unwrap_or(line)
}

/// How a text names an attachment of its entry: by its uid. Before there were uids, by its number.
pub const REFERENCE: &str = "](kept:";

fn is_name(named: &str) -> bool {
    named.parse::<Uid>().is_ok() || !named.is_empty() && named.bytes().all(|digit| digit.is_ascii_digit())
}

/// The text with what `becomes` gives for each name of an attachment in it, where it gives one.
pub fn with_references(text: &str, becomes: impl Fn(&str) -> Option<String>) -> Cow<'_, str> {
    if !text.contains(REFERENCE) {
        return Cow::Borrowed(text);
    }
    let mut parts = text.split(REFERENCE);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        whole.push_str(REFERENCE);
        let named = part.split_once(')').map(|(named, _)| named).filter(|named| is_name(named));
        let rest = match named.and_then(|named| Some((named, becomes(named)?))) {
            Some((named, becomes)) => {
                whole.push_str(&becomes);
                &part[named.len()..]
            }
            None => part,
        };
        whole.push_str(rest);
    }
    Cow::Owned(whole)
}

/// The text as it is read: what an attachment is called by stays out of it.
pub fn without_references(text: &str) -> Cow<'_, str> {
    match with_references(text, |_| Some(String::new())) {
        Cow::Owned(text) => Cow::Owned(text.replace("](kept:)", "]")),
        text @ Cow::Borrowed(_) => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nul_is_dropped_and_nothing_else_is_touched() {
        assert_eq!(clean(" a\0b\r\n🜂 ", 10).unwrap(), " ab\r\n🜂 ");
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert!(clean("🜂🜂🜂", 3).is_ok());
        assert_eq!(clean("🜂🜂🜂", 2), Err(Invalid::TextTooLong { max: 2 }));
    }

    #[test]
    fn an_opening_skips_marks_and_blank_lines() {
        assert_eq!(excerpt("\n\n## Grey again\nmore"), "Grey again");
        assert_eq!(excerpt("  \n"), "");
        assert_eq!(excerpt("> - **Soup** again"), "**Soup** again");
        assert_eq!(excerpt("- [x] tea\n- [ ] a walk"), "tea");
        assert_eq!(excerpt("- [x]  \ttea"), "tea");
        assert_eq!(excerpt("- [ ]\n- [sic]"), "[ ]");
        assert_eq!(excerpt("# [x] marks the spot"), "[x] marks the spot");
        assert_eq!(excerpt("[x] is what it says"), "[x] is what it says");
        assert_eq!(excerpt("> What was warm?\n\nThe mug."), "The mug.");
        assert_eq!(excerpt("---\n*quiet*"), "*quiet*");
        assert_eq!(excerpt("-5 degrees"), "-5 degrees");
        assert_eq!(excerpt("![the lake](kept:3)\n\nIt was cold."), "the lake");
        assert_eq!(excerpt("![](kept:3)\nIt was cold."), "It was cold.");
        assert_eq!(excerpt("![by uid](kept:00010203040506070809aabbccddeeff)"), "by uid");
        assert_eq!(excerpt("![x](https://a.example/y)"), "![x](https://a.example/y)");
    }

    #[test]
    fn what_a_text_names_gets_another_name_and_nothing_else_is_touched() {
        let becomes = |named: &str| (named == "3").then(|| "ab".to_owned());
        let text = "![a](kept:3) [b](kept:3)\n![c](kept:33) ![d](kept:3.png) kept:3 ![e](kept:3";
        let expected = "![a](kept:ab) [b](kept:ab)\n![c](kept:33) ![d](kept:3.png) kept:3 ![e](kept:3";
        assert_eq!(with_references(text, becomes), expected);
        assert!(matches!(with_references("no name", becomes), Cow::Borrowed(_)));
        assert_eq!(without_references("![a](kept:3)b"), "![a]b");
    }

    #[test]
    fn a_title_is_one_line() {
        assert_eq!(title("  two\nlines ").unwrap(), "two lines");
        assert_eq!(title(" \n"), Err(Invalid::TitleMissing));
    }
}
