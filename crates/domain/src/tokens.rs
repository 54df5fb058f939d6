//! A text as the words and signs that a search looks for, in every script. `ui/src/lib/fold.ts` is its twin in the page.

use std::{borrow::Cow, collections::VecDeque, ops::Range};

use crate::{
    fold::{apart, fold},
    signs::{Class, class},
    text::without_references,
};

/// A word as it stands, or a sign as it is compared, and its place.
pub type Token<'a> = (Range<usize>, Cow<'a, str>);

/// The words and signs of a text. Letters beside a script without spaces are a word of their own.
pub fn tokens(text: &str) -> Tokens<'_> {
    tokens_from(text, 0)
}

/// Those from a place on that is not inside a word.
pub fn tokens_from(text: &str, at: usize) -> Tokens<'_> {
    Tokens { text, at, parts: VecDeque::new() }
}

#[derive(Clone)]
pub struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// What is left of a sign that stands for several, such as ㍿.
    parts: VecDeque<Token<'a>>,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if let Some(part) = self.parts.pop_front() {
            return Some(part);
        }
        let text = self.text;
        let (start, first) = find_from(text, self.at, |class| matches!(class, Class::Letter | Class::Sign))?;
        let is_end = |class| class != Class::Mark && (first == Class::Sign || class != Class::Letter);
        let after = start + text[start..].chars().next().map_or(0, char::len_utf8);
        let end = find_from(text, after, is_end).map_or(text.len(), |(end, _)| end);
        self.at = end;
        let there = &text[start..end];
        if first == Class::Letter {
            return Some((start..end, Cow::Borrowed(there)));
        }
        if stands_for_itself(there) {
            return Some((start..end, Cow::Borrowed(there)));
        }
        self.parts = parts(&apart(&fold(there))).map(|sign| (start..end, Cow::Owned(sign))).collect();
        self.next()
    }
}

/// Most signs of a text in kana and Han, without looking at each of their forms.
fn stands_for_itself(sign: &str) -> bool {
    let mut signs = sign.chars();
    let is_plain = |c| matches!(u32::from(c), 0x3041..=0x3096 | 0x30a1..=0x30fa | 0x30fc | 0x4e00..=0x9fff);
    signs.next().is_some_and(is_plain) && signs.next().is_none()
}

/// What one sign stands for, folded: mostly itself.
fn parts(folded: &str) -> impl Iterator<Item = String> {
    let is_token = |part: &&str| part.chars().any(|c| matches!(class(c), Class::Letter | Class::Sign));
    let mut rest = folded;
    std::iter::from_fn(move || {
        let first = class(rest.chars().next()?);
        let is_end = |class| class != Class::Mark && (first != Class::Letter || class != Class::Letter);
        let after = rest.chars().next().map_or(0, char::len_utf8);
        let end = find_from(rest, after, is_end).map_or(rest.len(), |(end, _)| end);
        let part = &rest[..end];
        rest = &rest[end..];
        Some(part)
    })
    .filter(is_token)
    .map(str::to_owned)
    .collect::<Vec<_>>()
    .into_iter()
}

/// The tokens of a text, folded, with a space between them: what the index is made of, and what it is asked for. How a
/// text names its attachments is nothing that anyone looks for.
pub fn indexed(text: &str) -> String {
    let text = without_references(text);
    let mut indexed = String::with_capacity(text.len());
    let mut add = |token: &str| {
        if !indexed.is_empty() {
            indexed.push(' ');
        }
        if token.is_ascii() {
            indexed.extend(token.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()));
        } else {
            indexed.push_str(&folded(token));
        }
    };
    if text.is_ascii() {
        // Letters and digits alone make tokens there.
        let words = text.split(|c: char| !c.is_ascii_alphanumeric());
        words.filter(|word| !word.is_empty()).for_each(add);
    } else {
        tokens(&text).for_each(|(_, token)| add(&token));
    }
    indexed
}

/// A token as it is compared. What its letters come apart into and is no letter is left out (ŉ).
pub fn folded(token: &str) -> String {
    let mut folded = fold(token);
    folded.retain(|c| c.is_ascii_alphanumeric() || !c.is_ascii() && class(c) != Class::Between);
    folded
}

/// With which bytes tokens may begin that are, or go on from, one of these folded ones.
pub fn first_bytes<'a>(folded: impl Iterator<Item = &'a str>) -> [bool; 256] {
    let mut may_begin = [false; 256];
    // A letter with an accent, or a wide one, may stand for one without.
    may_begin[0x80..].fill(true);
    for first in folded.filter_map(|word| word.bytes().next()) {
        may_begin[usize::from(first)] = true;
        may_begin[usize::from(first.to_ascii_uppercase())] = true;
    }
    may_begin
}

/// Where tokens begin with such a byte. The others are passed over, which is most of a text.
pub fn token_starts(text: &str, may_begin: [bool; 256]) -> impl Iterator<Item = usize> {
    let places = (0..text.len()).filter(move |at| may_begin[usize::from(text.as_bytes()[*at])]);
    places.filter(|at| {
        let Some((before, from_here)) = text.split_at_checked(*at) else { return false };
        match from_here.chars().next().map(class) {
            Some(Class::Sign) => true,
            Some(Class::Letter) => {
                let before = before.chars().rev().map(class).find(|class| *class != Class::Mark);
                before != Some(Class::Letter)
            }
            _ => false,
        }
    })
}

/// Where the first such character stands, from `at` on, and what it is. Quick where most are ASCII.
fn find_from(text: &str, mut at: usize, is_sought: impl Fn(Class) -> bool) -> Option<(usize, Class)> {
    while let Some(&byte) = text.as_bytes().get(at) {
        let c = if byte.is_ascii() { char::from(byte) } else { text[at..].chars().next()? };
        let class = class(c);
        if is_sought(class) {
            return Some((at, class));
        }
        at += c.len_utf8();
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fold::fits;

    fn cut(text: &str) -> Vec<String> {
        tokens(text).map(|(_, token)| folded(&token)).collect()
    }

    #[test]
    fn letters_beside_a_script_without_spaces_are_a_word_and_each_of_its_signs_is_one() {
        assert_eq!(cut("新しいUSBを買った"), ["新", "し", "い", "usb", "を", "買", "っ", "た"]);
        assert_eq!(cut("体重70kg。Python"), ["体", "重", "70kg", "python"]);
        assert_eq!(cut("soup ❤️‍🔥 x😀y"), ["soup", "❤", "🔥", "x", "😀", "y"]);
        assert_eq!(cut("㍿ ㎏ ™ it’s"), ["株", "式", "会", "社", "kg", "tm", "it", "s"]);
    }

    #[test]
    fn a_letter_is_read_as_letters_and_no_token_is_nothing() {
        let is_part = |c: char| matches!(class(c), Class::Letter | Class::Mark);
        let others: Vec<char> = ('\0'..=char::MAX)
            .filter(|c| class(*c) == Class::Letter && !folded(&c.to_string()).chars().all(is_part))
            .collect();
        assert!(others.is_empty(), "{others:?}");
        let nothing: Vec<char> =
            ('\0'..=char::MAX).filter(|c| cut(&c.to_string()).contains(&String::new())).collect();
        assert!(nothing.is_empty(), "{nothing:?}");
    }

    proptest! {
        #[test]
        fn no_token_is_passed_over_that_may_be_sought(
            text in "[aAeéÉ\u{301}\u{34f}ßкК雪Kſµ1ｶﾞ😀㍿ ’-]{0,24}",
            sought in "[aeskкμ雪1😀]{1,2}",
        ) {
            let all: Vec<_> = tokens(&text).collect();
            let mut starts: Vec<_> = all.iter().map(|(at, _)| at.start).collect();
            starts.dedup();
            prop_assert_eq!(token_starts(&text, [true; 256]).collect::<Vec<_>>(), starts);
            let likely: Vec<_> = token_starts(&text, first_bytes([sought.as_str()].into_iter())).collect();
            for (at, word) in all {
                prop_assert!(likely.contains(&at.start) || !fits(&word, &sought, true), "{}", word);
                let first = tokens_from(&text, at.start).next().map(|(at, _)| at);
                prop_assert_eq!(first, Some(at));
            }
        }

        #[test]
        fn what_is_indexed_is_cut_the_same_again(text in "\\PC{0,16}|[\u{a0}-\u{ffff}]{0,6}") {
            prop_assert_eq!(cut(&indexed(&text)), cut(&text));
        }

        #[test]
        fn the_short_way_for_plain_letters_leads_to_the_same(text in "[ -~\n]{0,60}") {
            prop_assert_eq!(indexed(&text), cut(&text).join(" "));
        }
    }
}
