//! Words as a search compares them: in small letters and without the accents of Latin letters.
//!
//! It is the rule of the index (FTS5's `unicode61 remove_diacritics 2`), written out so that a found word can
//! be marked and a search can be checked. A test of the store holds both against each other.

use std::ops::Range;

/// Latin letters with accents, after the letter they are read as.
const LATIN: &[&str] = &[
    "aàáâãäåāăąǎǟǻȁȃȧḁạảấầẩẫậắằẳẵặ",
    "bḃḅḇ",
    "cçćĉċčḉ",
    "dďḋḍḏḑḓ",
    "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
    "fḟ",
    "gĝğġģǧǵḡ",
    "hĥȟḣḥḧḩḫẖ",
    "iìíîïĩīĭįǐȉȋḭḯỉị",
    "jĵǰ",
    "kķǩḱḳḵ",
    "lĺļľḷḹḻḽ",
    "mḿṁṃ",
    "nñńņňǹṅṇṉṋ",
    "oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
    "pṕṗ",
    "rŕŗřȑȓṙṛṝṟ",
    "sſśŝşšșṡṣṥṧṩẛ",
    "tţťțṫṭṯṱẗ",
    "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
    "vṽṿ",
    "wŵẁẃẅẇẉẘ",
    "xẋẍ",
    "yýÿŷȳẏẙỳỵỷỹ",
    "zźżžẑẓẕ",
];

/// An accent of its own, after the letter it belongs to.
fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{331}').contains(&c)
}

/// One character as it is compared; none for an accent of its own.
fn fold_char(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    if is_accent(c) {
        return None;
    }
    // The sign for "micro" is read as the Greek letter.
    let small = if c == 'µ' { 'μ' } else { c.to_lowercase().next().unwrap_or(c) };
    if !('\u{e0}'..'\u{1f00}').contains(&small) {
        return Some(small);
    }
    let letter = LATIN.iter().find(|letters| letters.contains(small));
    Some(letter.and_then(|letters| letters.chars().next()).unwrap_or(small))
}

/// Text as it is compared.
pub fn fold(text: &str) -> String {
    text.chars().filter_map(fold_char).collect()
}

/// Whether a word, as it stands, is this folded one or begins with it. Nothing is copied.
pub fn fits(word: &str, folded: &str, is_start: bool) -> bool {
    let mut word = word.chars().filter_map(fold_char);
    folded.chars().all(|c| word.next() == Some(c)) && (is_start || word.next().is_none())
}

/// The words of a text as they stand, each with its place.
pub fn words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> + Clone {
    words_from(text, 0)
}

/// The words from a place on that is not inside a word.
pub fn words_from(text: &str, mut at: usize) -> impl Iterator<Item = (Range<usize>, &str)> + Clone {
    std::iter::from_fn(move || {
        let start = find_from(text, at, char::is_alphanumeric)?;
        let end = find_from(text, start, |c| !c.is_alphanumeric() && !is_accent(c)).unwrap_or(text.len());
        at = end;
        Some((start..end, &text[start..end]))
    })
}

/// With which bytes words may begin that are, or go on from, one of these folded ones.
pub fn first_bytes<'a>(folded: impl Iterator<Item = &'a str>) -> [bool; 256] {
    let mut may_begin = [false; 256];
    // A letter with an accent may stand for one without.
    may_begin[0x80..].fill(true);
    for first in folded.filter_map(|word| word.bytes().next()) {
        may_begin[usize::from(first)] = true;
        may_begin[usize::from(first.to_ascii_uppercase())] = true;
    }
    may_begin
}

/// Where words begin with such a byte. The others are passed over, which is most of a text.
pub fn word_starts(text: &str, may_begin: [bool; 256]) -> impl Iterator<Item = usize> {
    let places = (0..text.len()).filter(move |at| may_begin[usize::from(text.as_bytes()[*at])]);
    places.filter(|at| {
        let Some((before, from_here)) = text.split_at_checked(*at) else { return false };
        from_here.starts_with(char::is_alphanumeric)
            && !before.trim_end_matches(is_accent).ends_with(char::is_alphanumeric)
    })
}

/// Where the first such character stands, from `at` on. As `str::find`, and quicker where most are ASCII.
fn find_from(text: &str, mut at: usize, is_sought: impl Fn(char) -> bool) -> Option<usize> {
    while let Some(&byte) = text.as_bytes().get(at) {
        let c = if byte.is_ascii() { char::from(byte) } else { text[at..].chars().next()? };
        if is_sought(c) {
            return Some(at);
        }
        at += c.len_utf8();
    }
    None
}

/// Scripts that put no space between words: what is looked for may stand anywhere in a run of them.
pub fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c),
        0x0e00..=0x0eff      // Thai, Lao
        | 0x1000..=0x109f    // Myanmar
        | 0x1780..=0x17ff    // Khmer
        | 0x3005..=0x3007    // ideographic marks
        | 0x3040..=0x30ff    // kana
        | 0x3100..=0x312f    // bopomofo
        | 0x31f0..=0x31ff    // kana
        | 0x3400..=0x4dbf    // Han
        | 0x4e00..=0x9fff
        | 0xf900..=0xfaff
        | 0xff66..=0xff9f    // kana, half width
        | 0x20000..=0x3ffff  // Han
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_where_they_stand_and_are_compared_small_and_without_accents() {
        let text = "Grüne  Cafe\u{301}s, it's";
        let found: Vec<_> = words(text).map(|(at, word)| (&text[at], word)).collect();
        assert_eq!(found, ["Grüne", "Cafe\u{301}s", "it", "s"].map(|word| (word, word)));
        for (word, folded) in [("Grüne", "grune"), ("Cafe\u{301}s", "cafes")] {
            assert_eq!(fold(word), folded);
            assert!(fits(word, folded, false) && fits(word, &folded[..3], true));
            assert!(!fits(word, &folded[..3], false) && !fits(word, &format!("{folded}s"), true));
        }
    }

    proptest::proptest! {
        #[test]
        fn no_word_is_passed_over_that_may_be_sought(
            text in "[aAeéÉ\u{301}\u{34f}ßкК雪Kſµ1 ’-]{0,24}",
            sought in "[aeskкμ雪1]{1,2}",
        ) {
            let all: Vec<_> = words(&text).collect();
            let starts: Vec<_> = all.iter().map(|(at, _)| at.start).collect();
            proptest::prop_assert_eq!(word_starts(&text, [true; 256]).collect::<Vec<_>>(), starts);
            let likely: Vec<_> = word_starts(&text, first_bytes([sought.as_str()].into_iter())).collect();
            for (at, word) in all {
                proptest::prop_assert!(likely.contains(&at.start) || !fits(word, &sought, true), "{word}");
                proptest::prop_assert_eq!(words_from(&text, at.start).next(), Some((at, word)));
            }
        }
    }

    #[test]
    fn letters_of_their_own_stay() {
        assert_eq!(fold("Ærø Straße ЙОД"), "ærø straße йод");
    }
}
