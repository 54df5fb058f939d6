//! What a person types, looked for in a text that is not in the database: each word as the start of a word,
//! whatever its case and accents. Finds, counts and marks; knows nothing of what the texts are.

use std::ops::Range;

use crate::{
    entry::Piece,
    fold::fits,
    tokens::{folded, tokens},
};

/// The typed words, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedWords(Vec<String>);

/// The most characters around a hit.
const AROUND: usize = 150;

impl TypedWords {
    pub fn of(typed: &str) -> Self {
        TypedWords(tokens(typed).map(|(_, word)| folded(&word)).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// For each typed word in turn: whether a word of `text` begins with it.
    pub fn found_in(&self, text: &str) -> Vec<bool> {
        let mut found = vec![false; self.0.len()];
        for (_, word) in tokens(text) {
            for (typed, found) in self.0.iter().zip(&mut found) {
                *found = *found || fits(&word, typed, true);
            }
        }
        found
    }

    pub fn is_in(&self, text: &str) -> bool {
        self.found_in(text).contains(&true)
    }

    /// The whole text, the found words marked.
    pub fn marked(&self, text: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut done = 0;
        for (at, word) in tokens(text) {
            if at.start >= done && self.fit(&word) {
                push(&mut pieces, &text[done..at.start], false);
                push(&mut pieces, &text[at.clone()], true);
                done = at.end;
            }
        }
        push(&mut pieces, &text[done..], false);
        pieces
    }

    fn fit(&self, word: &str) -> bool {
        self.0.iter().any(|typed| fits(word, typed, true))
    }

    /// Some words around the first one found, marked; the start of the text if there is none.
    pub fn snippet(&self, text: &str) -> Vec<Piece> {
        let (all, words): (Vec<Range<usize>>, Vec<_>) = tokens(text).unzip();
        let hit = words.iter().position(|word| self.fit(word)).unwrap_or(0);
        let (mut first, mut last) = (hit, hit);
        let length = |first: usize, last: usize| {
            let span = all.get(first).zip(all.get(last));
            span.map_or(0, |(first, last)| last.end.saturating_sub(first.start))
        };
        // A little before the hit, so that it is read in its sentence; the rest after it.
        while first > 0 && length(first - 1, hit) <= AROUND / 3 {
            first -= 1;
        }
        while last + 1 < all.len() && length(first, last + 1) <= AROUND {
            last += 1;
        }
        let from = if first == 0 { 0 } else { all[first].start };
        let until = if last + 1 >= all.len() { text.len() } else { all[last].end };
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
            "A [café]; [slow], asleep. [Cafe\u{301}s]."
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
        let snippet = shown(&TypedWords::of("mug").snippet(&text));
        assert!(snippet.starts_with("… word") && snippet.ends_with("after …"), "{snippet}");
        assert!(snippet.contains("the grey [mug] stood"), "{snippet}");
        assert!(snippet.chars().count() < 170, "{snippet}");
        assert_eq!(shown(&TypedWords::of("mug").snippet("A mug.")), "A [mug].");
        assert_eq!(shown(&TypedWords::of("mug").snippet("")), "");
    }

    proptest! {
        #[test]
        fn marking_never_changes_a_letter(text in "\\PC{0,60}", typed in "\\PC{0,12}") {
            let typed = TypedWords::of(&typed);
            let joined: String = typed.marked(&text).into_iter().map(|piece| piece.text).collect();
            prop_assert_eq!(&joined, &text);
            prop_assert_eq!(typed.marked(&text).iter().any(|piece| piece.hit), typed.is_in(&text));
            typed.snippet(&text);
        }

        #[test]
        fn the_start_of_any_word_finds_it(word in "[a-zA-Zé-öø-ü]{1,10}", length in 1usize..10) {
            let typed: String = word.chars().take(length).collect();
            let text = format!("x, {word}");
            prop_assert!(TypedWords::of(&typed).is_in(&text));
        }
    }
}
