//! Tags: words a person files entries under. Two that are read as one (see `fold`) are one.

use crate::{Invalid, fold, signs::is_quote, text};

/// Longest tag, in characters.
pub const LONGEST: usize = 60;

/// A tag on one line, without the mark that some put before it.
pub fn clean(name: &str) -> Result<String, Invalid> {
    let name = text::clean(name, text::LINE_MAX)?.replace(is_quote, "");
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = name.trim_start_matches('#').trim().to_owned();
    if text::is_blank(&name) {
        return Err(Invalid::TagMissing);
    }
    if name.chars().count() > LONGEST { Err(Invalid::TextTooLong { max: LONGEST }) } else { Ok(name) }
}

/// These tags, cleaned, each once.
pub fn clean_all(names: &[String]) -> Result<Vec<String>, Invalid> {
    let mut clean_names: Vec<String> = Vec::new();
    for name in names {
        let name = clean(name)?;
        if !clean_names.iter().any(|known| fold::fold(known) == fold::fold(&name)) {
            clean_names.push(name);
        }
    }
    Ok(clean_names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_one_line_without_its_mark() {
        assert_eq!(clean(" #the \n garden ").unwrap(), "the garden");
        assert_eq!(clean(" # "), Err(Invalid::TagMissing));
        assert!(clean(&"x".repeat(61)).is_err());
    }

    #[test]
    fn one_that_differs_in_capitals_alone_comes_once() {
        let names = ["Rain", "rain", "café", "CAFE"].map(str::to_owned);
        assert_eq!(clean_all(&names).unwrap(), ["Rain", "café"]);
    }
}
