//! The place in an entry that a search found, with what was looked for marked.

use std::ops::Range;

use crate::{
    entry::Piece,
    fold,
    search_query::{Query, Seeks, words_fit},
};

/// How much text is looked at in one go, in bytes: little at first, since a word stands early as a rule. And
/// how far two goes overlap at most.
const FIRST_STRETCH: usize = 512;
const LONGEST_STRETCH: usize = 64 * 1024;
const OVERLAP: usize = 2 * 1024;
/// How much is shown before the first hit and from there on, in characters.
const BEFORE: usize = 40;
const FROM: usize = 100;

/// What stands around the first hit; nothing when no word of the search stands in the text.
pub fn around(query: &Query, text: &str) -> Vec<Piece> {
    let Some(hit) = first_hit(query, text) else { return Vec::new() };
    let start = edge(text, nth_before(text, hit.start, BEFORE), hit.start);
    let end = nth_after(text, hit.start, FROM).max(hit.end);
    let shown = &text[start..end];
    let mut pieces = Vec::new();
    let mut put = |text: &str, hit: bool| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), hit });
        }
    };
    if start > 0 {
        put("…", false);
    }
    let mut at = 0;
    for hit in hits(query, shown) {
        put(&shown[at..hit.start], false);
        put(&shown[hit.clone()], true);
        at = hit.end;
    }
    put(&shown[at..], false);
    if end < text.len() {
        put("…", false);
    }
    pieces
}

fn first_hit(query: &Query, text: &str) -> Option<Range<usize>> {
    let (mut start, mut stretch) = (0, FIRST_STRETCH);
    loop {
        let end = whole_words(text, start, start + stretch);
        if let Some(hit) = hits(query, &text[start..end]).first() {
            return Some(start + hit.start..start + hit.end);
        }
        if end == text.len() {
            return None;
        }
        start = text.floor_char_boundary(end - OVERLAP.min(stretch / 2));
        stretch = (stretch * 4).min(LONGEST_STRETCH);
    }
}

/// The end of a stretch that cuts no word, unless there is but one word in it.
fn whole_words(text: &str, start: usize, end: usize) -> usize {
    if end >= text.len() {
        return text.len();
    }
    let end = text.floor_char_boundary(end);
    let half = text.floor_char_boundary(start + (end - start) / 2);
    text[half..end].rfind(char::is_whitespace).map_or(end, |space| half + space)
}

/// Where what is looked for stands, in order and without overlap.
fn hits(query: &Query, text: &str) -> Vec<Range<usize>> {
    let (places, words): (Vec<_>, Vec<_>) = fold::words(text).unzip();
    let mut found: Vec<Range<usize>> = Vec::new();
    for clause in query.clauses.iter().filter(|clause| !clause.is_not) {
        match &clause.seeks {
            Seeks::Words { words: sought, is_start } => {
                for (at, there) in words.windows(sought.len()).enumerate() {
                    if words_fit(there, sought, *is_start) {
                        found.push(places[at].start..places[at + sought.len() - 1].end);
                    }
                }
            }
            Seeks::Part { text: part } => {
                let part = part.to_ascii_lowercase();
                let there = text.to_ascii_lowercase();
                found.extend(there.match_indices(&part).map(|(at, _)| at..at + part.len()));
            }
            _ => {}
        }
    }
    found.sort_by_key(|hit| (hit.start, usize::MAX - hit.end));
    let mut end = 0;
    found.retain(|hit| {
        let is_apart = hit.start >= end;
        if is_apart {
            end = hit.end;
        }
        is_apart
    });
    found
}

fn nth_before(text: &str, at: usize, count: usize) -> usize {
    text[..at].char_indices().rev().nth(count.saturating_sub(1)).map_or(0, |(at, _)| at)
}

fn nth_after(text: &str, at: usize, count: usize) -> usize {
    text[at..].char_indices().nth(count).map_or(text.len(), |(after, _)| at + after)
}

/// The start of the next word after `at`, so that no word is shown from its middle.
fn edge(text: &str, at: usize, before: usize) -> usize {
    if at == 0 {
        return 0;
    }
    text[at..before].find(char::is_whitespace).map_or(at, |space| {
        let rest = &text[at + space..before];
        at + space + (rest.len() - rest.trim_start().len())
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(typed: &str, text: &str) -> String {
        around(&Query::parse(typed), text)
            .iter()
            .map(|piece| if piece.hit { format!("[{}]", piece.text) } else { piece.text.clone() })
            .collect()
    }

    #[test]
    fn hits_are_marked_whole_with_what_stands_around_them() {
        assert_eq!(
            shown("gru \"a café\"", "Grüne Straße, and a Café here"),
            "[Grüne] Straße, and [a Café] here"
        );
        assert_eq!(shown("雨", "今日は雨でした"), "今日は[雨]でした");
        assert_eq!(shown("-rain starred:", "rain"), "");
    }

    #[test]
    fn a_hit_deep_in_a_long_text_is_shown() {
        let text = format!("{}heron {}", "grey ".repeat(40_000), "mud ".repeat(100));
        let shown = shown("heron", &text);
        assert!(
            shown.starts_with("…grey") && shown.contains("[heron] mud") && shown.ends_with('…'),
            "{shown}"
        );
    }

    #[test]
    fn a_word_is_not_taken_for_its_beginning_where_a_stretch_ends() {
        for before in 495..530 {
            let text = format!("{} heron {}", "-".repeat(before), "mud ".repeat(999));
            assert_eq!(shown("\"he\"", &text), "", "{before}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_a_piece_of_the_text(text in "\\PC{0,300}", word in "[a-z日é]{1,2}") {
            let pieces = around(&Query::parse(&word), &text);
            let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            prop_assert!(text.contains(whole.trim_start_matches('…').trim_end_matches('…')));
        }
    }
}
