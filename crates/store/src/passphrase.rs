//! A passphrase, made the same however it was typed: composed or not, from another keyboard, or pasted along
//! with signs that nobody sees. `docs/storage.md` says what is made the same, and why that much.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu_properties::{
    CodePointSetData,
    props::{Dash, DefaultIgnorableCodePoint},
};
use unicode_segmentation::UnicodeSegmentation as _;
use zeroize::Zeroizing;

type Secret = Zeroizing<String>;

/// How many times its bytes a text can become when it is normalised (UAX #15). Room for that is made at once: a
/// string that grows leaves copies behind.
const LONGEST_GROWTH: usize = 11;

/// The form in which new passphrases lock.
pub(crate) fn canonical(typed: &str) -> Secret {
    let nfkc = ComposingNormalizerBorrowed::new_nfkc();
    let seen = nfkc.normalize_iter(typed.chars()).filter(|&sign| !is_invisible(sign)).map(plain);
    let seen = gather(typed, seen);
    let mut words = Secret::new(String::with_capacity(seen.len()));
    for word in seen.split(' ').filter(|word| !word.is_empty()) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    // What an invisible sign kept apart comes together.
    gather(&words, nfkc.normalize_iter(words.chars()))
}

/// What may have been meant, the likeliest first, for a lock that holds a passphrase as it was typed then.
pub(crate) fn readings(typed: &str) -> Vec<Secret> {
    let canonical = canonical(typed);
    let mut readings: Vec<Secret> = Vec::new();
    for form in [typed, typed.trim(), &canonical] {
        for reading in [Secret::new(form.to_owned()), nfc(form), nfd(form)] {
            if !reading.is_empty() && !readings.contains(&reading) {
                readings.push(reading);
            }
        }
    }
    readings
}

/// How many signs a person sees. Blanks are not seen.
pub fn visible_length(typed: &str) -> usize {
    typed
        .graphemes(true)
        .filter(|seen| seen.chars().any(|sign| !is_invisible(sign) && !is_blank(sign)))
        .count()
}

fn nfc(text: &str) -> Secret {
    gather(text, ComposingNormalizerBorrowed::new_nfc().normalize_iter(text.chars()))
}

fn nfd(text: &str) -> Secret {
    gather(text, DecomposingNormalizerBorrowed::new_nfd().normalize_iter(text.chars()))
}

fn gather(from: &str, signs: impl Iterator<Item = char>) -> Secret {
    let mut text = Secret::new(String::with_capacity(from.len() * LONGEST_GROWTH));
    text.extend(signs);
    text
}

/// Blanks of any width, the empty Braille cell among them.
fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || sign == '\u{2800}'
}

/// Signs that show nothing and take no room: selectors, joiners, marks of direction, what is left of a paste.
fn is_invisible(sign: char) -> bool {
    const IGNORABLE: icu_properties::CodePointSetDataBorrowed<'static> =
        CodePointSetData::new::<DefaultIgnorableCodePoint>();
    !is_blank(sign)
        && (sign.is_control() || IGNORABLE.contains(sign) || ('\u{fff9}'..='\u{fffb}').contains(&sign))
}

/// The sign on a keyboard for those that programs put in its place.
fn plain(sign: char) -> char {
    const DASHES: icu_properties::CodePointSetDataBorrowed<'static> = CodePointSetData::new::<Dash>();
    match sign {
        '\u{2018}'..='\u{201b}' => '\'',
        '\u{201c}'..='\u{201f}' => '"',
        _ if is_blank(sign) => ' ',
        _ if DASHES.contains(sign) => '-',
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Signs of many scripts, such as passphrases are made of.
    const SIGNS: &str = "[a-zA-Z0-9 é ñ ộ ạ̈ ử å ё й Й ї ά ώ が プ ｶﾞ 漢 葛 한 글 비밀 ㅂ ไทย ำ क़ हिन्दी বাংলা ক্ষ தமிழ் עִבְרִית \
        شُكْرًا لا ﷺ ﬁ ½ ² № ™ … Ａｂ１ － ’ “ – — ❤ 👩 🚀 🇱🇹 ´ ¨ ' \" -]{0,24}";

    fn form(text: &str, form: usize) -> String {
        use icu_normalizer::{ComposingNormalizerBorrowed as C, DecomposingNormalizerBorrowed as D};
        match form {
            0 => text.to_owned(),
            1 => C::new_nfc().normalize(text).into_owned(),
            2 => D::new_nfd().normalize(text).into_owned(),
            3 => C::new_nfkc().normalize(text).into_owned(),
            _ => D::new_nfkd().normalize(text).into_owned(),
        }
    }

    proptest! {
        #[test]
        fn whatever_form_it_is_typed_in_it_is_the_same(text in SIGNS, any in any::<String>(), one in 0..5_usize, other in 0..5_usize) {
            for text in [text, any] {
                prop_assert_eq!(canonical(&form(&text, one)), canonical(&form(&text, other)));
                prop_assert_eq!(&canonical(&canonical(&text)), &canonical(&text));
            }
        }

        #[test]
        fn signs_that_nobody_sees_change_nothing(text in SIGNS, places in prop::collection::vec((0..40_usize, 0..9_usize), 0..6)) {
            const UNSEEN: [char; 9] = ['\u{200b}', '\u{feff}', '\u{ad}', '\u{200e}', '\u{202e}', '\u{2069}', '\u{fe0e}', '\u{fe0f}', '\u{200d}'];
            let mut signs: Vec<char> = text.chars().collect();
            for (place, sign) in places {
                signs.insert(place.min(signs.len()), UNSEEN[sign]);
            }
            let strewn: String = signs.into_iter().collect();
            prop_assert_eq!(canonical(&strewn), canonical(&text));
        }

        #[test]
        fn blanks_around_it_and_of_another_width_change_nothing(text in SIGNS) {
            let other = format!("\u{feff}\u{3000} {}\u{a0}\n", text.replace(' ', "\u{3000}\u{a0}"));
            prop_assert_eq!(canonical(&other), canonical(&text));
        }

        #[test]
        fn a_lock_of_an_earlier_version_is_tried_as_typed_first_and_in_few_ways(text in any::<String>()) {
            let readings = readings(&text);
            prop_assert!(readings.len() <= 9);
            prop_assert!(text.is_empty() || *readings[0] == text);
        }
    }

    #[test]
    fn a_plain_passphrase_stays_as_it_is_and_costs_one_try() {
        let plain = "Don't - a \"small\" grey stone, 7 of them!";
        assert_eq!(*canonical(plain), plain);
        assert_eq!(readings(plain).len(), 1);
    }

    #[test]
    fn what_a_person_tells_apart_stays_apart() {
        for (one, other) in
            [("stone", "Stone"), ("a b", "ab"), ("é", "e"), ("й", "и"), ("が", "か"), ("ß", "ss")]
        {
            assert_ne!(canonical(one), canonical(other));
        }
    }

    #[test]
    fn length_is_what_a_person_sees() {
        let cases = [
            ("          ", 0),
            ("\u{3000}\u{a0}\u{2003}\u{2800}\t\n", 0),
            ("\u{200b}\u{feff}\u{ad}\u{200e}\u{fe0f}\u{3164}\u{115f}\u{e0041}", 0),
            ("a b c", 3),
            ("e\u{301}", 1),
            ("\u{1112}\u{1161}\u{11ab}", 1),
            ("👨\u{200d}👩\u{200d}👧 🇱🇹 ❤\u{fe0f}", 3),
            ("pass\u{200b}word", 8),
        ];
        for (text, length) in cases {
            assert_eq!(visible_length(text), length, "{text:?}");
        }
    }
}
