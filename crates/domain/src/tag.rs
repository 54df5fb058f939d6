//! Tags: words a person files entries under. Two that are read as one (see `fold`) are one.

use std::collections::HashSet;

use crate::{Invalid, fold::fold, invalid::at_most, signs::is_quote, text};

/// Longest tag, in characters.
pub const LONGEST: usize = 60;
/// Most tags of one entry.
pub const MOST: usize = 100;

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
    at_most(MOST, names.len())?;
    let mut known = HashSet::new();
    let mut clean_names = names.iter().map(|name| clean(name)).collect::<Result<Vec<_>, _>>()?;
    clean_names.retain(|name| known.insert(fold(name)));
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
        let many: Vec<String> = (0..=MOST).map(|number| number.to_string()).collect();
        assert_eq!(clean_all(&many[1..]).unwrap(), many[1..]);
        assert_eq!(clean_all(&many), Err(Invalid::TooMany { max: MOST }));
    }
}
