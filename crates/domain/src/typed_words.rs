//! What a person types, looked for in a text that is not in the database: each word as the start of a word,
//! whatever its case and accents. Finds, counts and marks; knows nothing of what the texts are.

use crate::entry::Piece;

/// The typed words, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedWords(Vec<Vec<char>>);

/// The most characters around a hit.
const AROUND: usize = 150;

impl TypedWords {
    pub fn of(typed: &str) -> Self {
        TypedWords(words(typed).map(|(from, until)| folded(&typed[from..until]).collect()).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// For each typed word in turn: whether a word of `text` begins with it.
    pub fn found_in(&self, text: &str) -> Vec<bool> {
        let mut found = vec![false; self.0.len()];
        for (from, until) in words(text) {
            for (typed, found) in self.0.iter().zip(&mut found) {
                *found = *found || start(&text[from..until], typed).is_some();
            }
        }
        found
    }

    pub fn is_in(&self, text: &str) -> bool {
        self.found_in(text).contains(&true)
    }

    /// The whole text, the found beginnings of words marked.
    pub fn marked(&self, text: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut done = 0;
        for (from, until) in words(text) {
            let longest = self.0.iter().filter_map(|typed| start(&text[from..until], typed)).max();
            let Some(length) = longest else { continue };
            push(&mut pieces, &text[done..from], false);
            push(&mut pieces, &text[from..from + length], true);
            done = from + length;
        }
        push(&mut pieces, &text[done..], false);
        pieces
    }

    /// Some words around the first one found, marked; the start of the text if there is none.
    pub fn around(&self, text: &str) -> Vec<Piece> {
        let all: Vec<(usize, usize)> = words(text).collect();
        let is_hit = |&(from, until): &(usize, usize)| {
            self.0.iter().any(|typed| start(&text[from..until], typed).is_some())
        };
        let hit = all.iter().position(is_hit).unwrap_or(0);
        let (mut first, mut last) = (hit, hit);
        let length = |first: usize, last: usize| {
            let span = all.get(first).zip(all.get(last));
            span.map_or(0, |(first, last)| last.1.saturating_sub(first.0))
        };
        // A little before the hit, so that it is read in its sentence; the rest after it.
        while first > 0 && length(first - 1, hit) <= AROUND / 3 {
            first -= 1;
        }
        while last + 1 < all.len() && length(first, last + 1) <= AROUND {
            last += 1;
        }
        let from = if first == 0 { 0 } else { all[first].0 };
        let until = if last + 1 >= all.len() { text.len() } else { all[last].1 };
        let mut pieces = self.marked(&text[from..until]);
        if from > 0 {
            pieces.insert(0, Piece { text: "… ".to_owned(), hit: false });
        }
        if until < text.len() {
            pieces.push(Piece { text: " …".to_owned(), hit: false });
        }
        pieces
    }
}

fn push(pieces: &mut Vec<Piece>, text: &str, hit: bool) {
    if !text.is_empty() {
        pieces.push(Piece { text: text.to_owned(), hit });
    }
}

/// How many bytes of `word` the typed word takes, if the word begins with it. A mark that sits on the last
/// letter goes with it.
fn start(word: &str, typed: &[char]) -> Option<usize> {
    let mut wanted = typed.iter();
    let mut next = wanted.next();
    for (at, c) in word.char_indices() {
        if is_mark(c) {
            continue;
        }
        let Some(letter) = next else { return Some(at) };
        if fold(c) != *letter {
            return None;
        }
        next = wanted.next();
    }
    next.is_none().then_some(word.len())
}

/// The words of a text, as ranges of bytes.
fn words(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (from, _) = rest.find(|(_, c)| c.is_alphanumeric())?;
        while rest.next_if(|(_, c)| c.is_alphanumeric() || is_mark(*c)).is_some() {}
        let until = rest.peek().map_or(text.len(), |(at, _)| *at);
        Some((from, until))
    })
}

fn folded(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(|c| !is_mark(*c)).map(fold)
}

/// A mark that sits on the letter before it.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// A letter in lower case and without its accent: the Latin letters that people type.
fn fold(c: char) -> char {
    let small = c.to_lowercase().next().unwrap_or(c);
    match small {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(pieces: &[Piece]) -> String {
        pieces
            .iter()
            .map(|piece| if piece.hit { format!("[{}]", piece.text) } else { piece.text.clone() })
            .collect()
    }

    #[test]
    fn a_typed_word_is_the_start_of_a_word_whatever_its_case_and_accents() {
        let typed = TypedWords::of("CAFE, sl");
        assert_eq!(
            shown(&typed.marked("A café; slow, asleep. Cafe\u{301}s.")),
            "A [café]; [sl]ow, asleep. [Cafe\u{301}]s."
        );
        assert_eq!(TypedWords::of("cafés").found_in("Two cafes"), [true]);
        assert!(!TypedWords::of("leep").is_in("asleep"));
    }

    #[test]
    fn without_a_letter_nothing_is_looked_for() {
        assert!(TypedWords::of(" \"*-( ").is_empty());
    }

    #[test]
    fn a_hit_is_read_in_its_sentence() {
        let text = format!("{}the grey mug stood there {}", "word ".repeat(40), "after ".repeat(60));
        let around = shown(&TypedWords::of("mug").around(&text));
        assert!(around.starts_with("… word") && around.ends_with("after …"), "{around}");
        assert!(around.contains("the grey [mug] stood"), "{around}");
        assert!(around.chars().count() < 170, "{around}");
        assert_eq!(shown(&TypedWords::of("mug").around("A mug.")), "A [mug].");
        assert_eq!(shown(&TypedWords::of("mug").around("")), "");
    }

    proptest! {
        #[test]
        fn marking_never_changes_a_letter(text in "\\PC{0,60}", typed in "\\PC{0,12}") {
            let typed = TypedWords::of(&typed);
            let joined: String = typed.marked(&text).into_iter().map(|piece| piece.text).collect();
            prop_assert_eq!(&joined, &text);
            prop_assert_eq!(typed.marked(&text).iter().any(|piece| piece.hit), typed.is_in(&text));
            typed.around(&text);
        }

        #[test]
        fn the_start_of_any_word_finds_it(word in "[a-zA-Zé-öø-ü]{1,10}", length in 1usize..10) {
            let typed: String = word.chars().take(length).collect();
            let text = format!("x, {word}");
            prop_assert!(TypedWords::of(&typed).is_in(&text));
        }
    }
}
