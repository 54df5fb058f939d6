//! The place in an entry that a search found, with what was looked for marked.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::{
    entry::Piece,
    search_query::{Query, Seeks, words_end},
    tokens::{first_bytes, token_starts, tokens_from},
};

/// How much is shown before the first hit and from there on, in characters.
const BEFORE: usize = 40;
const FROM: usize = 100;

/// What stands around the first hit; nothing when no word of the search stands in the text.
pub fn of(query: &Query, text: &str) -> Vec<Piece> {
    let Some(hit) = first_hit(query, text) else { return Vec::new() };
    let start = edge(text, nth_before(text, hit.start, BEFORE), hit.start);
    let end = nth_after(text, hit.start, FROM).max(hit.end);
    let cut = |is_cut: bool| is_cut.then(|| Piece { text: "…".to_owned(), hit: false });
    cut(start > 0).into_iter().chain(marked(query, &text[start..end])).chain(cut(end < text.len())).collect()
}

/// All of a short text, with what was looked for marked.
pub fn marked(query: &Query, text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut put = |text: &str, hit: bool| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), hit });
        }
    };
    let mut at = 0;
    for hit in hits(query, text) {
        put(&text[at..hit.start], false);
        put(&text[hit.clone()], true);
        at = hit.end;
    }
    put(&text[at..], false);
    pieces
}

/// Reads no further than it has to.
fn first_hit(query: &Query, text: &str) -> Option<Range<usize>> {
    found(query, text).next()
}

/// Where what is looked for stands, in order and without overlap.
fn hits<'a>(query: &'a Query, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut end = 0;
    found(query, text).filter(move |hit| {
        let is_apart = hit.start >= end;
        if is_apart {
            end = hit.end;
        }
        is_apart
    })
}

fn sought(query: &Query) -> impl Iterator<Item = &Seeks> {
    query.clauses.iter().filter(|clause| !clause.is_not).map(|clause| &clause.seeks)
}

/// Whole words and those that begin as it was typed, in the order in which they stand: the longest of those that begin at
/// one place.
fn found<'a>(query: &'a Query, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let clauses: Vec<(&[String], bool)> = sought(query)
        .filter_map(|seeks| match seeks {
            Seeks::Words { words, is_start } => Some((words.as_slice(), *is_start)),
            _ => None,
        })
        .collect();
    let firsts = clauses.iter().filter_map(|(words, _)| words.first());
    let may_begin = first_bytes(firsts.map(String::as_str));
    token_starts(text, may_begin).filter_map(move |start| {
        let mut rest = tokens_from(text, start);
        let first = rest.next()?;
        let ends = clauses.iter().filter_map(|(words, is_start)| words_end(&first, &rest, words, *is_start));
        ends.max().map(|end| start..end)
    })
}

/// So many letters and signs before `at`, as they are seen.
fn nth_before(text: &str, at: usize, count: usize) -> usize {
    // One byte more: what stands at the edge must not belong to what is cut off.
    let from = at.saturating_sub(count + 1);
    if is_plain(&text.as_bytes()[from..at]) {
        return at.saturating_sub(count);
    }
    // Where a sign ends may depend on all that stands before it; what is longer than this is no sign that is seen.
    let mut near = at.saturating_sub(count * 64);
    while !text.is_char_boundary(near) {
        near += 1;
    }
    text[near..at]
        .grapheme_indices(true)
        .rev()
        .nth(count.saturating_sub(1))
        .map_or(near, |(from, _)| near + from)
}

fn nth_after(text: &str, at: usize, count: usize) -> usize {
    let end = text.len().min(at + count + 1);
    if is_plain(&text.as_bytes()[at..end]) {
        return text.len().min(at + count);
    }
    text[at..].grapheme_indices(true).nth(count).map_or(text.len(), |(after, _)| at + after)
}

/// Each byte is a sign by itself, which is so for most of most texts.
fn is_plain(bytes: &[u8]) -> bool {
    bytes.is_ascii() && !bytes.contains(&b'\r')
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
        of(&Query::parse(typed), text)
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
    fn a_hit_counts_though_a_longer_one_that_ends_with_it_overlaps_another() {
        assert_eq!(shown("\"x a\" \"a b\" b", "x a b"), "[x a] [b]");
        assert!(shown("b \"a b\"", &format!("{} a b", "é ".repeat(200))).contains("[a b]"));
    }

    #[test]
    fn the_first_hit_is_the_first_in_the_text_and_not_in_what_was_typed() {
        let text = format!("雨{}雪", "あ".repeat(300));
        assert!(shown("雪 雨", &text).starts_with("[雨]"), "{}", shown("雪 雨", &text));
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

    #[test]
    fn what_is_cut_off_ends_where_a_sign_ends() {
        let family = "👨\u{200d}👩\u{200d}👧";
        let text = format!("{}-heron {}", "e\u{301}".repeat(90), family.repeat(120));
        let all = shown("heron", &text);
        let (before, after) = all.trim_matches('…').split_once("-[heron] ").unwrap();
        assert!(before.starts_with('e') && before.ends_with('\u{301}'), "{before}");
        assert_eq!(after.replace(family, ""), "");
    }

    proptest! {
        #[test]
        fn places_are_counted_by_what_is_seen(text in "[a-c \r\né\u{301}\u{200d}👨日]{0,40}", count in 0_usize..12, place in 0_usize..60) {
            let edges: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
            let nth = place % edges.len();
            prop_assert_eq!(nth_after(&text, edges[nth], count), edges[(nth + count).min(edges.len() - 1)]);
            if count > 0 {
                prop_assert_eq!(nth_before(&text, edges[nth], count), edges[nth.saturating_sub(count)]);
            }
        }

        #[test]
        fn what_is_shown_is_a_piece_of_the_text(text in "\\PC{0,300}", word in "[a-z日é]{1,2}") {
            let pieces = of(&Query::parse(&word), &text);
            let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            prop_assert!(text.contains(whole.trim_start_matches('…').trim_end_matches('…')));
        }
    }
}
