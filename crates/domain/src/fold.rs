//! The one identity of text: what is written in two ways and read as one is one here. Searches, the index behind them,
//! tags and marks all go by it; `ui/src/lib/fold.ts` is its twin in the page, and both are held to the same cases
//! (`ui/src/lib/fold-cases.json`).
//!
//! Without case, width and composition; without signs that cannot be seen; without the accents of Latin and Greek and the
//! vowel points of Hebrew and Arabic. Letters of their own stay: æ, ß, ø, й.

use std::sync::LazyLock;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use crate::signs::{is_apostrophe, is_dash, is_kana, is_quote, is_unseen};

const COMPOSED: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfkc();
const DECOMPOSED: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizerBorrowed::new_nfd();

/// Goes up whenever the same text is folded another way than before: an index that was made earlier is made anew.
/// (The tables of `icu_normalizer` and `icu_properties` are part of the rule. 2: not what attachments are called by.)
pub const RULE: i64 = 2;

/// Text as it is compared.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    if text.chars().all(|c| simple(c).is_some()) {
        return text.chars().filter_map(simple).collect();
    }
    fold_all(text)
}

/// Whether a text, folded, is this or begins with it. Nothing is copied where each character stands for itself.
pub fn fits(text: &str, folded: &str, is_start: bool) -> bool {
    let mut wanted = folded.chars();
    let mut text_left = text.chars();
    loop {
        match (text_left.next(), wanted.next()) {
            (None, None) => return true,
            (None, Some(_)) => return false,
            // A mark may follow, which is read with the character before it.
            (Some(_), None) if is_start && text.is_ascii() => return true,
            (Some(c), wanted) => match simple(c) {
                Some(c) if Some(c) == wanted => {}
                _ if text.chars().all(|c| simple(c).is_some()) => return is_start && wanted.is_none(),
                _ => {
                    let text = fold_all(text);
                    return if is_start { text.starts_with(folded) } else { text == folded };
                }
            },
        }
    }
}

/// Up to here lie Latin, Greek and Cyrillic, whose letters are folded one by one.
const SIMPLE_END: usize = 0x530;

/// A character that is folded to one other whatever stands beside it.
fn simple(c: char) -> Option<char> {
    static SIMPLE: LazyLock<Vec<Option<char>>> = LazyLock::new(|| {
        let alone = |c: char| {
            let folded = fold_all(c.encode_utf8(&mut [0; 4]));
            let mut folded = folded.chars();
            folded.next().filter(|_| folded.next().is_none())
        };
        (0..SIMPLE_END as u32).map(|code| char::from_u32(code).and_then(alone)).collect()
    });
    if c.is_ascii() { Some(c.to_ascii_lowercase()) } else { SIMPLE.get(c as usize).copied().flatten() }
}

fn fold_all(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    // Looked at before and after: ″ would become two strokes, and some signs come apart into what is not seen.
    let seen = COMPOSED.normalize_iter(text.chars().filter_map(plain)).filter_map(plain);
    for small in seen.flat_map(char::to_lowercase) {
        match small {
            'ς' => folded.push('σ'),
            _ if is_accent(small) => {}
            _ if has_light_accents(small) => {
                folded.extend(DECOMPOSED.normalize_iter(std::iter::once(small)).filter(|c| !is_accent(*c)));
            }
            _ => folded.push(small),
        }
    }
    folded
}

/// The sign on a keyboard for those of its kind; nothing for what is not seen.
fn plain(c: char) -> Option<char> {
    Some(match c {
        _ if is_unseen(c) => return None,
        _ if is_apostrophe(c) => '\'',
        _ if is_quote(c) => '"',
        // Inches, and the sign inside a Hebrew abbreviation.
        '″' | '‶' | '״' => '"',
        _ if is_dash(c) => '-',
        _ if !c.is_ascii() && c.is_whitespace() => ' ',
        _ => c,
    })
}

/// Signs taken apart as far as they come apart: what has two forms has one then. Kana keeps its marks: が is no か.
pub(crate) fn apart(folded: &str) -> String {
    let mut parts = String::with_capacity(folded.len());
    for c in folded.chars() {
        if is_kana(c) {
            parts.push(c);
        } else {
            parts.extend(DECOMPOSED.normalize_iter(std::iter::once(c)));
        }
    }
    parts
}

/// Accents, stress marks, and the points that are left out in everyday Hebrew, Arabic and Syriac.
fn is_accent(c: char) -> bool {
    matches!(u32::from(c),
        0x300..=0x36f | 0x483..=0x487 | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xfe20..=0xfe2f
        | 0x591..=0x5bd | 0x5bf | 0x5c1 | 0x5c2 | 0x5c4 | 0x5c5 | 0x5c7
        | 0x610..=0x61a | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6dc | 0x6df..=0x6e4 | 0x6e7 | 0x6e8 | 0x6ea..=0x6ed
        | 0x711 | 0x730..=0x74a | 0x8ca..=0x8ff
    )
}

/// Letters that are read as the same without their accents. Of Cyrillic only those whose dots and strokes are left out
/// in everyday writing.
fn has_light_accents(c: char) -> bool {
    matches!(u32::from(c),
        0xc0..=0x3ff | 0x1e00..=0x1fff      // Latin, Greek
        | 0x450 | 0x451 | 0x45d             // ѐ ё ѝ
        | 0x600..=0x6ff                     // Arabic: hamza, madda
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_read_as_one_is_one() {
        for (one, other) in [
            ("Grüne", "grune"),
            ("Cafe\u{301}s", "CAFÉS"),
            ("ＵＳＢ １２３", "usb 123"),
            ("ｶﾞｰﾃﾞﾝ", "ガーデン"),
            ("\u{1112}\u{1161}\u{11ab}글", "한글"),
            ("и\u{306}од", "ЙОД"),
            ("ёлка", "ЕЛКА"),
            ("κα\u{301}λος", "ΚΆΛΟΣ"),
            ("שָׁלוֹם", "שלום"),
            ("كَتَبَ", "كـتب"),
            ("أحمد", "احمد"),
            ("won\u{ad}der\u{200b}ful\u{2060}", "wonderful"),
            ("می\u{200c}خواهم", "میخواهم"),
            ("it’s", "IT'S"),
            ("Hawaiʻi", "hawai'i"),
            ("“grey”", "\"grey\""),
            ("ﬁrst", "first"),
            ("well–known", "well-known"),
            ("a\u{3000}b", "a\u{a0}b"),
            ("İstanbul", "istanbul"),
            ("ﹱ", ""),
            ("ŉ x⁻", "'n x-"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} {other}");
        }
    }

    #[test]
    fn letters_of_their_own_stay() {
        assert_eq!(fold("Ærø Straße ЙОД"), "ærø straße йод");
        for (one, other) in [("й", "и"), ("が", "か"), ("ø", "o"), ("ñandú", "mandu"), ("한", "하")]
        {
            assert_ne!(fold(one), fold(other));
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,12}|[\u{a0}-\u{ffff}]{0,3}|[a-zéÉ\u{301}\u{300}ΆσςйЙёが\u{3099}か한\u{11ab}ﬁＵ\u{ad}]{0,12}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn a_text_fits_what_it_is_folded_to(
            text in "\\PC{0,8}|[a-cÉé\u{301}Ǆйи\u{306}ς\u{ad}ﬁ]{0,8}",
            other in "[a-cefiйзеd]{0,4}",
        ) {
            let folded = fold(&text);
            prop_assert!(fits(&text, &folded, false) && fits(&text, &folded, true));
            prop_assert_eq!(fits(&text, &other, false), folded == other);
            prop_assert_eq!(fits(&text, &other, true), folded.starts_with(&other));
        }

        #[test]
        fn composed_and_apart_are_one(text in "\\PC{0,12}|[a-zàÀấЙέऩが각]{0,12}") {
            let apart: String = DECOMPOSED.normalize(&text).into_owned();
            prop_assert_eq!(fold(&apart), fold(&text));
        }
    }
}
