//! What a person types into the search of the journal, as clauses that all have to hold.
//!
//! `grey` the start of a word · `"grey day"` these words, whole and in order · `-grey` not that ·
//! `tag:rain` · `has:picture` · `on:2026-11` · `before:2026-11-03` · `after:2026` · `starred:`. Nothing typed is an error: what is
//! not understood is looked for as text.

use std::iter;

use chrono::{Datelike as _, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    fold,
    signs::{is_colon, is_dash, is_quote, is_unseen, is_visible},
    tokens::{self, Token, tokens},
};

/// More than anyone looks for: the rest is not read.
const LONGEST: usize = 500;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    pub clauses: Vec<Clause>,
    /// What was typed and holds nothing that can be looked for, such as `+` or `…`.
    pub unsought: Vec<String>,
}

/// One part of a search, and what was typed for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Clause {
    pub typed: String,
    /// It must not hold.
    pub is_not: bool,
    pub seeks: Seeks,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Seeks {
    /// Folded words and signs, one right after the other; the last may go on if it is a start.
    Words {
        words: Vec<String>,
        is_start: bool,
    },
    /// A folded tag, or the start of one.
    Tag {
        name: String,
        is_start: bool,
    },
    Starred,
    /// Something attached.
    Has {
        attached: Attached,
    },
    /// Days from and up to these, both included.
    Days {
        from: Option<NaiveDate>,
        until: Option<NaiveDate>,
    },
}

/// What can be looked for among attachments. A file is what is neither a picture nor a sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Attached {
    Picture,
    Sound,
    File,
}

/// What a search looks at.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    pub title: &'a str,
    pub text: &'a str,
    pub tags: &'a [String],
    pub is_starred: bool,
    pub on: NaiveDate,
    pub attached: &'a [Attached],
    /// Names and captions of what is attached; words are found in them too.
    pub named: &'a [String],
}

impl Query {
    pub fn parse(typed: &str) -> Self {
        let mut rest: String = typed.chars().take(LONGEST).collect();
        let mut query = Query::default();
        while let Some((piece, after)) = next_piece(&rest) {
            match clause(&piece) {
                Some(clause) => query.clauses.push(clause),
                None if piece.is_unsought() => query.unsought.push(piece.typed),
                None => {}
            }
            rest = after;
        }
        query
    }

    /// The plain rule, entry by entry; the store answers the same from its index. Nothing asked finds nothing.
    pub fn matches(&self, entry: &Sought<'_>) -> bool {
        !self.clauses.is_empty() && self.clauses.iter().all(|one| one.seeks.holds(entry) != one.is_not)
    }
}

impl Seeks {
    fn holds(&self, entry: &Sought<'_>) -> bool {
        let mut texts = [entry.title, entry.text].into_iter().chain(entry.named.iter().map(String::as_str));
        match self {
            Seeks::Words { words, is_start } => texts.any(|text| {
                let mut rest = tokens(text);
                let mut ends = iter::from_fn(|| Some(words_end(&rest.next()?, &rest, words, *is_start)));
                ends.any(|end| end.is_some())
            }),
            Seeks::Tag { name, is_start } => entry.tags.iter().any(|tag| {
                let tag = fold::fold(tag);
                if *is_start { tag.starts_with(name) } else { tag == *name }
            }),
            Seeks::Starred => entry.is_starred,
            Seeks::Has { attached } => entry.attached.contains(attached),
            Seeks::Days { from, until } => {
                from.is_none_or(|from| entry.on >= from) && until.is_none_or(|until| entry.on <= until)
            }
        }
    }
}

/// Where the words that are sought end, if the first of them stands here and the others come next.
pub(crate) fn words_end<'a>(
    (place, here): &Token<'a>,
    rest: &(impl Iterator<Item = Token<'a>> + Clone),
    sought: &[String],
    is_start: bool,
) -> Option<usize> {
    let (first, others) = sought.split_first()?;
    if !fold::fits(here, first, is_start && others.is_empty()) {
        return None;
    }
    let Some((last, between)) = others.split_last() else { return Some(place.end) };
    let mut rest = rest.clone();
    for word in between {
        rest.next().filter(|(_, there)| fold::fits(there, word, false))?;
    }
    let (place, there) = rest.next()?;
    fold::fits(&there, last, is_start).then_some(place.end)
}

/// What stands between two spaces, or between two quotation marks.
struct Piece {
    typed: String,
    is_not: bool,
    /// `tag`, `on` … when the piece begins so.
    key: Option<&'static str>,
    value: String,
    is_quoted: bool,
    /// Its second quotation mark has not been typed yet.
    is_unfinished: bool,
}

impl Piece {
    /// It says something, and is not the beginning of more.
    fn is_unsought(&self) -> bool {
        self.key.is_none() && self.value.chars().any(|c| is_visible(c) && !is_dash(c) && !is_quote(c))
    }
}

const KEYS: [&str; 6] = ["tag", "on", "before", "after", "starred", "has"];

/// The first piece of what was typed, and what stands after it. Quotation marks, dashes and colons may be of any kind.
fn next_piece(typed: &str) -> Option<(Piece, String)> {
    let typed = typed.trim_start_matches(is_nothing);
    if typed.is_empty() {
        return None;
    }
    let after_not = typed.strip_prefix(is_dash).filter(|rest| rest.starts_with(|c: char| !c.is_whitespace()));
    let body = after_not.unwrap_or(typed);
    let (key, value) = match body.split_once(is_colon) {
        Some((before, value)) => match KEYS.into_iter().find(|key| fold::fold(before) == *key) {
            Some(key) => (Some(key), value.trim_start_matches(is_unseen)),
            None => (None, body),
        },
        None => (None, body),
    };
    let quoted = value.strip_prefix(is_quote);
    let (value, after, is_unfinished) = match quoted {
        Some(inside) => match inside.split_once(is_quote) {
            Some((value, after)) => (value, after, false),
            None => (inside, "", true),
        },
        None => {
            let (value, after) = value.split_at(value.find(char::is_whitespace).unwrap_or(value.len()));
            (value, after, false)
        }
    };
    let piece = Piece {
        typed: typed[..typed.len() - after.len()].to_owned(),
        is_not: after_not.is_some(),
        key,
        value: value.to_owned(),
        is_quoted: quoted.is_some(),
        is_unfinished,
    };
    Some((piece, after.to_owned()))
}

/// A space, or what is not seen.
fn is_nothing(c: char) -> bool {
    c.is_whitespace() || is_unseen(c)
}

fn clause(piece: &Piece) -> Option<Clause> {
    let is_start = !piece.is_quoted || piece.is_unfinished;
    let value = piece.value.trim();
    let folded = fold::fold(value);
    let (seeks, turned) = match (piece.key, folded.trim()) {
        (Some("starred"), "" | "yes") => (Seeks::Starred, false),
        (Some("starred"), "no") => (Seeks::Starred, true),
        // Not typed to its end yet.
        (Some(_), "") => return None,
        (Some("has"), what) => match attached(what, is_start) {
            Some(attached) => (Seeks::Has { attached }, false),
            None => (text(&format!("has:{value}"), is_start)?, false),
        },
        (Some("tag"), name) => (Seeks::Tag { name: name.to_owned(), is_start }, false),
        (Some(key), day) => match days(key, day) {
            Some(days) => (days, false),
            None => (text(&format!("{key}:{value}"), is_start)?, false),
        },
        (None, _) => (text(value, is_start)?, false),
    };
    Some(Clause { typed: piece.typed.clone(), is_not: piece.is_not != turned, seeks })
}

/// A kind of attachment, by its name or the start of it.
fn attached(value: &str, is_start: bool) -> Option<Attached> {
    let names = [
        ("picture", Attached::Picture),
        ("photo", Attached::Picture),
        ("sound", Attached::Sound),
        ("file", Attached::File),
    ];
    let fits = |name: &str| if is_start { name.starts_with(value) } else { name == value };
    names.into_iter().find(|(name, _)| fits(name)).map(|(_, attached)| attached)
}

fn text(value: &str, is_start: bool) -> Option<Seeks> {
    let words: Vec<String> = tokens(value).map(|(_, word)| tokens::folded(&word)).collect();
    (!words.is_empty()).then_some(Seeks::Words { words, is_start })
}

/// A day, a month or a year, and which days `on`, `before` and `after` it are.
fn days(key: &str, value: &str) -> Option<Seeks> {
    let mut parts = value.split('-');
    let number = |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok()).flatten();
    let year = parts.next().filter(|part| part.len() == 4).and_then(number)?;
    let [month, day] = [parts.next(), parts.next()].map(|part| part.map(number));
    let first = NaiveDate::from_ymd_opt(
        i32::try_from(year).ok()?,
        month.map_or(Some(1), |month| month)?,
        day.map_or(Some(1), |day| day)?,
    )?;
    if parts.next().is_some() || !(1900..=9998).contains(&first.year()) {
        return None;
    }
    let next = match (month, day) {
        (_, Some(_)) => first.checked_add_days(Days::new(1)),
        (Some(_), None) => first.checked_add_months(Months::new(1)),
        (None, None) => first.checked_add_months(Months::new(12)),
    }?;
    Some(match key {
        "before" => Seeks::Days { from: None, until: first.pred_opt() },
        "after" => Seeks::Days { from: Some(next), until: None },
        _ => Seeks::Days { from: Some(first), until: next.pred_opt() },
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn seeks(typed: &str) -> Vec<(bool, Seeks)> {
        Query::parse(typed).clauses.into_iter().map(|one| (one.is_not, one.seeks)).collect()
    }

    fn words(words: &[&str], is_start: bool) -> Seeks {
        Seeks::Words { words: words.iter().map(|&word| word.to_owned()).collect(), is_start }
    }

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn words_are_starts_and_what_is_quoted_is_whole() {
        let expected = [(false, words(&["gre"], true)), (false, words(&["grey", "day"], false))];
        assert_eq!(seeks("Gré \"grey  day\""), expected);
        assert_eq!(seeks("it's"), [(false, words(&["it", "s"], true))]);
        assert_eq!(seeks("\"grey da"), [(false, words(&["grey", "da"], true))]);
    }

    #[test]
    fn a_minus_excludes_and_alone_it_is_nothing() {
        assert_eq!(
            seeks("-rain - -\"a b\""),
            [(true, words(&["rain"], true)), (true, words(&["a", "b"], false))]
        );
    }

    #[test]
    fn operators_and_marks_are_only_text() {
        let starts = ["grey", "or", "near"].map(|word| (false, words(&[word], true)));
        assert_eq!(seeks("grey\" OR NEAR("), starts);
        assert_eq!(seeks("  \"*-^ "), []);
        assert_eq!(seeks("on:rain"), [(false, words(&["on", "rain"], true))]);
    }

    #[test]
    fn filters_are_read_and_unfinished_ones_wait() {
        let tag = |name: &str, is_start| Seeks::Tag { name: name.to_owned(), is_start };
        assert_eq!(
            seeks("tag:Café -tag:\"two words\""),
            [(false, tag("cafe", true)), (true, tag("two words", false))]
        );
        assert_eq!(
            seeks("starred: -starred:yes starred:no").iter().map(|one| one.0).collect::<Vec<_>>(),
            [false, true, true]
        );
        assert_eq!(seeks("tag: on: before: after:\"\" has:"), []);
    }

    #[test]
    fn what_is_attached_is_named_or_half_named() {
        let has = |attached| (false, Seeks::Has { attached });
        assert_eq!(
            seeks("has:picture has:SOU has:f"),
            [has(Attached::Picture), has(Attached::Sound), has(Attached::File)]
        );
        assert!(matches!(seeks("has:\"pict\" has:soup")[..], [(false, Seeks::Words { .. }), _]));
    }

    #[test]
    fn days_are_days_months_or_years() {
        let days = |from: Option<&str>, until: Option<&str>| {
            (false, Seeks::Days { from: from.map(on), until: until.map(on) })
        };
        assert_eq!(seeks("on:2026-02"), [days(Some("2026-02-01"), Some("2026-02-28"))]);
        assert_eq!(seeks("before:2026-03-01"), [days(None, Some("2026-02-28"))]);
        assert_eq!(seeks("after:2026"), [days(Some("2027-01-01"), None)]);
        for typed in ["on:2026-13", "on:26", "on:2026-02-30", "on:2026-1-1-1", "on:+026", "on:0999"] {
            assert!(matches!(seeks(typed)[..], [(false, Seeks::Words { .. })]), "{typed}");
        }
    }

    #[test]
    fn a_script_without_spaces_is_found_by_any_part() {
        let entry = Sought {
            title: "",
            text: "今日は雨でした",
            tags: &[],
            is_starred: false,
            on: on("2026-11-03"),
            attached: &[],
            named: &[],
        };
        assert!(Query::parse("雨で").matches(&entry));
        assert!(!Query::parse("雪").matches(&entry));
        assert!(!Query::parse("-雨").matches(&entry));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_and_says_where_it_came_from(typed in "[ \"\\-:a-zé日0-9]{0,40}|\\PC{0,40}") {
            let query = Query::parse(&typed);
            let mut rest = typed.as_str();
            for clause in &query.clauses {
                let at = rest.find(&clause.typed);
                prop_assert!(at.is_some());
                rest = &rest[at.unwrap_or_default() + clause.typed.len()..];
            }
        }

        #[test]
        fn a_clause_read_alone_is_the_same_clause(typed in "[ \"\\-:a-zé日0-9]{0,40}") {
            for clause in Query::parse(&typed).clauses {
                prop_assert_eq!(Query::parse(&clause.typed).clauses, [clause]);
            }
        }

        #[test]
        fn what_is_excluded_is_what_is_not_found(word in "[a-c]{1,2}", text in "[a-c ]{0,12}") {
            let entry = Sought { title: "", text: &text, tags: &[], is_starred: false, on: on("2026-11-03"), attached: &[], named: &[] };
            let found = Query::parse(&word).matches(&entry);
            prop_assert_eq!(Query::parse(&format!("-{word}")).matches(&entry), !found);
        }
    }
}
