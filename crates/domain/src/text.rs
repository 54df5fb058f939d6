//! Text as it is stored: exactly what was typed, less what no file or search can hold.

use crate::Invalid;

/// Longest single line of text, such as a title: 500 characters.
pub const LINE_MAX: usize = 500;
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

/// A trimmed, non-empty title on one line.
pub fn title(text: &str) -> Result<String, Invalid> {
    let title = clean(text, LINE_MAX)?.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() { Err(Invalid::TitleMissing) } else { Ok(title) }
}

/// The first line that says something, without Markdown marks at its start, at most 140 characters.
pub fn opening(text: &str) -> String {
    text.lines()
        .map(|line| line.trim_start_matches(['#', '>', '-', '*', ' ', '\t']).trim())
        .find(|line| !line.is_empty())
        .unwrap_or_default()
        .chars()
        .take(140)
        .collect()
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
        assert_eq!(opening("\n\n## Grey again\nmore"), "Grey again");
        assert_eq!(opening("  \n"), "");
    }

    #[test]
    fn a_title_is_one_line() {
        assert_eq!(title("  two\nlines ").unwrap(), "two lines");
        assert_eq!(title(" \n"), Err(Invalid::TitleMissing));
    }
}
