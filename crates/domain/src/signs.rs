//! What a character is to those who read: a letter of a word, a sign that stands for itself, a mark upon another, or
//! something between words.

use icu_properties::{
    CodePointMapData, CodePointMapDataBorrowed, CodePointSetData, CodePointSetDataBorrowed,
    props::{DefaultIgnorableCodePoint, ExtendedPictographic, GeneralCategory},
};

const CATEGORY: CodePointMapDataBorrowed<'static, GeneralCategory> =
    CodePointMapData::<GeneralCategory>::new();
const UNSEEN: CodePointSetDataBorrowed<'static> = CodePointSetData::new::<DefaultIgnorableCodePoint>();
const PICTURED: CodePointSetDataBorrowed<'static> = CodePointSetData::new::<ExtendedPictographic>();

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Words are made of these, and a space or a mark stands between two words.
    Letter,
    /// A word by itself: the letters of scripts without spaces, and pictures.
    Sign,
    /// Belongs to what stands before it, or is not seen at all.
    Mark,
    Between,
}

pub(crate) fn class(c: char) -> Class {
    if c.is_ascii() {
        return if c.is_ascii_alphanumeric() { Class::Letter } else { Class::Between };
    }
    // Most of the text of those who write so.
    if matches!(u32::from(c), 0xc0..=0xd6 | 0xd8..=0xf6 | 0xf8..=0x24f | 0x410..=0x44f) {
        return Class::Letter;
    }
    if is_apostrophe(c) || is_quote(c) {
        return Class::Between;
    }
    if is_voice_mark(c) || is_unseen(c) || is_point_alone(c) {
        return Class::Mark;
    }
    if is_unspaced(c) {
        return Class::Sign;
    }
    match CATEGORY.get(c) {
        GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark | GeneralCategory::EnclosingMark => {
            Class::Mark
        }
        // Upon an emoji it is the colour of a skin.
        GeneralCategory::ModifierSymbol if matches!(c, '\u{1f3fb}'..='\u{1f3ff}') => Class::Mark,
        GeneralCategory::OtherSymbol if is_letters_in_a_square(c) => Class::Letter,
        GeneralCategory::OtherSymbol => Class::Sign,
        _ if c.is_alphanumeric() => Class::Letter,
        _ if PICTURED.contains(c) => Class::Sign,
        _ => Class::Between,
    }
}

/// It takes part in words and searches, yet nothing of it is seen: soft hyphens, joiners, direction, selectors, and the
/// stroke that makes an Arabic word longer.
pub(crate) fn is_unseen(c: char) -> bool {
    c == '\u{640}' || !c.is_ascii() && UNSEEN.contains(c)
}

/// Something of it is seen on a page by itself.
pub(crate) fn is_visible(c: char) -> bool {
    let is_empty = c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{2800}' | '\u{fff9}'..='\u{fffb}')
        || !c.is_ascii() && class(c) == Class::Mark;
    !is_empty
}

/// An apostrophe, whatever it was typed with. Some of them count as letters elsewhere.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '´' | '‘' | '’' | '‚' | '‛' | '′' | '‵' | '\u{2b9}' | '\u{2bb}'
            ..='\u{2bf}'
                | '\u{2c8}'
                | '\u{2ca}'
                | '\u{2cb}'
                | '\u{2ee}'
                | '\u{374}'
                | '\u{1ffd}'
                | '\u{55a}'
                | '\u{5f3}'
                | '\u{7f4}'
                | '\u{7f5}'
                | '\u{a78b}'
                | '\u{a78c}'
                | '\u{ff07}'
                | '\u{ff40}'
    )
}

/// A quotation mark that stands on either side of a phrase.
pub(crate) fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '｢'
            | '｣'
            | '〝'
            | '〞'
            | '〟'
            | '❝'
            | '❞'
            | '🙶'
            | '🙷'
            | '🙸'
            | '\u{2ba}'
            | '\u{ff02}'
    )
}

pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐'..='―' | '−' | '﹘' | '﹣' | '－' | '⁃' | '\u{5be}')
}

pub(crate) fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：' | '﹕' | '︓' | '∶' | 'ː' | '\u{a789}' | '\u{5c3}')
}

/// `㎏`, `㏄`: what stands in the square is a word.
fn is_letters_in_a_square(c: char) -> bool {
    matches!(u32::from(c), 0x3371..=0x337a | 0x3380..=0x33df | 0x32cc..=0x32cf | 0x33ff)
}

/// What makes か into が, in its three forms.
fn is_voice_mark(c: char) -> bool {
    matches!(u32::from(c), 0x3099 | 0x309a | 0xff9e | 0xff9f)
}

/// Arabic points with a stroke or a space to stand on, and the iota below a Greek letter.
fn is_point_alone(c: char) -> bool {
    matches!(u32::from(c), 0x37a | 0xfe70..=0xfe7f | 0xfc5e..=0xfc63 | 0xfcf2..=0xfcf4)
}

pub(crate) fn is_kana(c: char) -> bool {
    matches!(u32::from(c), 0x3040..=0x30ff | 0x31f0..=0x31ff)
}

/// Scripts that put no space between words: each of their signs is looked for by itself.
fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c),
        0x0e00..=0x0eff      // Thai, Lao
        | 0x1000..=0x109f    // Myanmar
        | 0x1780..=0x17ff    // Khmer
        | 0x3005..=0x3007    // ideographic marks
        | 0x3021..=0x3029
        | 0x3031..=0x3035
        | 0x3038..=0x303c
        | 0x3041..=0x309f    // kana
        | 0x30a1..=0x30fa
        | 0x30fc..=0x30ff
        | 0x3105..=0x312f    // bopomofo
        | 0x3192..=0x319f    // Han in small, and in a ring
        | 0x3220..=0x3229
        | 0x3280..=0x3289
        | 0x31a0..=0x31bf
        | 0x31f0..=0x31ff    // kana
        | 0x3400..=0x4dbf    // Han
        | 0x4e00..=0x9fff
        | 0xf900..=0xfaff
        | 0xff66..=0xff9d    // kana, half width
        | 0x1aff0..=0x1b16f  // kana
        | 0x20000..=0x3ffff  // Han
    )
}
