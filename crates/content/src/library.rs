//! The bundled library: one Markdown file an item, so that a text can be read and reviewed as text.
//! Each file opens with a header (see `header.rs`) that carries what the program needs to know.

use std::sync::LazyLock;

use crate::{header::parse_item, item::LibraryItem};

/// Plain words to browse by. A closed list, so that a slip of the pen makes no new shelf.
pub(crate) const TOPICS: &[&str] = &[
    "body",
    "breathing",
    "food",
    "getting help",
    "grief",
    "light",
    "medicines",
    "movement",
    "music",
    "night",
    "people",
    "senses",
    "small steps",
    "stress",
    "understanding",
    "unreal feeling",
    "words",
    "worry",
];

macro_rules! files {
    ($($id:literal),* $(,)?) => {
        &[$(($id, include_str!(concat!("../library/", $id, ".md")))),*]
    };
}

/// File name without its ending, and text. A test compares this list with the folder.
const FILES: &[(&str, &str)] = files![
    "what-numb-can-mean",
    "numb-as-protection",
    "when-stress-goes-on",
    "after-something-frightening",
    "flat-after-panic",
    "low-mood-and-low-volume",
    "wanting-and-liking",
    "medicines-and-blunted-feelings",
    "body-causes",
    "ups-and-downs",
    "feeling-unreal",
    "alcohol-drugs-and-numbness",
    "what-research-says",
    "no-need-for-positive",
    "small-acts-come-first",
    "mastery-counts-too",
    "what-still-matters",
    "feeling-without-dwelling",
    "open-look-close",
    "noticing-one-per-cent",
    "feelings-as-messages",
    "grief-that-goes-quiet",
    "when-words-are-missing",
    "kinds-of-help",
    "ways-to-talk",
    "first-appointment",
    "when-a-helper-does-not-fit",
    "when-to-get-help-today",
    "a-tiny-list",
    "shrink-the-step",
    "before-and-after",
    "if-this-then-that",
    "rungs-of-a-ladder",
    "a-good-enough-day",
    "one-different-thing",
    "tidy-one-square",
    "warm-water",
    "a-box-for-five-senses",
    "a-shelf-of-songs",
    "something-to-eat",
    "open-the-curtain",
    "what-weighs",
    "three-morning-moves",
    "plan-for-unsafe-hours-one",
    "plan-for-unsafe-hours-two",
    "six-slow-breaths",
    "four-in-six-out",
    "sighing-out",
    "around-a-square",
    "breathing-without-changing-it",
    "tap-instead-of-breathe",
    "one-line-today",
    "body-postcard",
    "three-things-that-happened",
    "weather-report",
    "one-less-grey-moment",
    "letter-i-will-not-send",
    "fair-words",
    "words-for-a-friend",
    "replay-a-small-moment",
    "sketch-of-something-ahead",
    "park-the-worry",
    "two-minute-question",
    "a-map-of-words",
    "note-for-the-prescriber",
    "bed-stretch",
    "chair-stretch",
    "two-minute-walk-inside",
    "five-colours-walk",
    "shake-it-loose",
    "push-sit-carry",
    "a-slow-sequence",
    "five-senses-round",
    "name-the-room",
    "a-warm-thing-a-cool-thing",
    "hands-and-feet-only",
    "squeeze-and-let-go",
    "near-and-far-sounds",
    "wind-down-hour",
    "awake-at-night",
    "permission-to-rest",
    "two-line-message",
    "a-small-hello",
    "side-by-side",
    "asking-for-one-small-thing",
    "a-kind-no",
    "helping-someone-understand",
    "pets-plants-places",
    "something-to-hold-to",
];

pub fn library() -> &'static [LibraryItem] {
    static ITEMS: LazyLock<Vec<LibraryItem>> = LazyLock::new(|| {
        FILES
            .iter()
            .map(|(file, text)| parse_item(text).unwrap_or_else(|error| panic!("library/{file}.md: {error}")))
            .collect()
    });
    &ITEMS
}
