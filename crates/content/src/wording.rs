//! How a bundled text may sound: words that never appear, and sentences that stay short.
//!
//! The list keeps out medical claims, cheering, blame and the language of scores. It works on
//! whole words, so "adjust" is not "just". What a reader needs explained may still be named.

use thiserror::Error;

/// Single words and phrases, lower case.
pub const BANNED: &[&str] = &[
    // Medical claims about what this program is or does.
    "treat",
    "treats",
    "treated",
    "treating",
    "cure",
    "cures",
    "cured",
    "heals",
    "diagnose",
    "diagnoses",
    "diagnosed",
    "screening",
    "self-therapy",
    "this therapy",
    "our therapy",
    "therapy app",
    "symptom score",
    "clinically proven",
    "scientifically proven",
    "proven to",
    "guaranteed",
    "prevent relapse",
    "detect risk",
    "your depression",
    "for ptsd",
    // Cheering, pressure and blame.
    "just",
    "simply",
    "you should",
    "you need to",
    "well done",
    "good job",
    "great job",
    "keep it up",
    "amazing",
    "awesome",
    "choose joy",
    "good vibes",
    "stay positive",
    "be positive",
    "bright side",
    "silver lining",
    "cheer up",
    "snap out",
    "have it worse",
    "everything happens for a reason",
    "be grateful",
    "lazy",
    "you failed",
    "i understand how you feel",
    "we understand how you feel",
    "we miss you",
    "we missed you",
    // Counting a life.
    "streak",
    "streaks",
    "badge",
    "badges",
    "level up",
    "in a row",
    // Suicide and self-harm.
    "committed suicide",
    "commit suicide",
    "commits suicide",
    "successful suicide",
    "successful attempt",
    "failed attempt",
    "failed suicide",
    "cry for help",
    // Food and bodies.
    "calorie",
    "calories",
    "diet",
    "dieting",
    "weight loss",
    "good food",
    "bad food",
    "healthy food",
    "junk food",
];

/// The longest average sentence a text may have, in words.
pub const LONGEST_AVERAGE: usize = 18;

#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WordingFault {
    #[error("says \"{0}\"")]
    Banned(&'static str),
    #[error("has an exclamation mark")]
    Exclamation,
    #[error("has {words} words in {sentences} sentences, more than 18 each")]
    LongSentences { words: usize, sentences: usize },
}

/// Everything wrong with the sound of one text, which may hold several paragraphs.
pub fn wording_faults(text: &str) -> Vec<WordingFault> {
    let mut faults = Vec::new();
    if text.contains('!') {
        faults.push(WordingFault::Exclamation);
    }
    faults.extend(phrases_in(text, BANNED).map(WordingFault::Banned));
    let lengths = sentence_lengths(text);
    let words = lengths.iter().sum();
    if words > LONGEST_AVERAGE * lengths.len() {
        let sentences = lengths.len();
        faults.push(WordingFault::LongSentences { words, sentences });
    }
    faults
}

/// Those of the phrases that stand in the text as whole words, whatever their case.
pub(crate) fn phrases_in(text: &str, phrases: &[&'static str]) -> impl Iterator<Item = &'static str> {
    let spaced = spaced_words(text);
    phrases.iter().copied().filter(move |phrase| spaced.contains(&spaced_words(phrase)))
}

/// Lower-case words with one space around each, so that a phrase is found only as whole words.
fn spaced_words(text: &str) -> String {
    let lower = text.to_lowercase().replace('’', "'");
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
    words.fold(String::from(" "), |all, word| all + word + " ")
}

/// Words in each sentence. A line that does not end in a mark (a heading, a list row) ends one too,
/// unless the next line goes on in the same paragraph.
fn sentence_lengths(text: &str) -> Vec<usize> {
    let mut lengths = vec![0];
    for line in text.lines() {
        let opens_block = line.is_empty() || line.starts_with(['#', '-', '|']);
        if opens_block {
            lengths.push(0);
        }
        for word in line.split_whitespace() {
            if word.contains(char::is_alphanumeric) {
                *lengths.last_mut().expect("never empty") += 1;
            }
            if word.trim_end_matches(['"', '*', '_', ')', '”']).ends_with(['.', '?', ':', '!']) {
                lengths.push(0);
            }
        }
        if line.starts_with('#') {
            lengths.push(0);
        }
    }
    lengths.retain(|length| *length > 0);
    lengths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_banned_phrase_is_found_across_case_punctuation_and_lines() {
        let text = "It is Clinically\nproven, they say.";
        assert_eq!(wording_faults(text), [WordingFault::Banned("clinically proven")]);
    }

    #[test]
    fn a_banned_word_inside_another_word_is_not_a_fault() {
        assert_eq!(wording_faults("You might adjust the lamp. Unjust things happen."), []);
    }

    #[test]
    fn an_exclamation_mark_is_a_fault() {
        assert_eq!(wording_faults("Hello there!"), [WordingFault::Exclamation]);
    }

    #[test]
    fn a_long_sentence_is_found_and_short_ones_make_up_for_it() {
        let long = "word ".repeat(20) + "end.";
        assert_eq!(wording_faults(&long), [WordingFault::LongSentences { words: 21, sentences: 1 }]);
        assert_eq!(wording_faults(&(long + " Short one. And one more.")), []);
    }

    #[test]
    fn headings_and_list_rows_count_as_sentences_and_decimals_do_not_end_one() {
        let text = "## A heading\nSmall, about 0.35 in size.\n\n- first\n- second row";
        assert_eq!(sentence_lengths(text), [2, 5, 1, 2]);
    }
}
