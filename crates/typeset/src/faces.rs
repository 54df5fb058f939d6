//! The computer's own fonts, for what the bundled typeface does not have: a face to read in for each script, and for
//! a sign that no such face has, any font that has it.

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
};

use icu_properties::{CodePointMapData, PropertyNamesLong, PropertyNamesShort, props::Script};
use parley::{
    FontContext,
    fontique::{Blob, FallbackKey, FontInfo, Script as ScriptTag},
};

const BUNDLED: [&[u8]; 4] = [
    include_bytes!("../fonts/atkinson-hyperlegible-next-regular.ttf"),
    include_bytes!("../fonts/atkinson-hyperlegible-next-bold.ttf"),
    include_bytes!("../fonts/atkinson-hyperlegible-next-italic.ttf"),
    include_bytes!("../fonts/atkinson-hyperlegible-next-bold-italic.ttf"),
];

/// Words in the name of a face that is for headlines, commentaries, code or screens, and not for reading a text in.
const NOT_FOR_READING: [&str; 19] = [
    "Rashi",
    "Nastaliq",
    "Nastaleeq",
    "Kufi",
    "Kufic",
    "Ruqaa",
    "Thuluth",
    "Diwani",
    "Display",
    "Mono",
    "Condensed",
    "Light",
    "Black",
    "Thin",
    "Math",
    "Looped",
    "Unifont",
    "Brush",
    "Chancery",
];
/// Those that show a box for every sign there is.
const NOT_A_FACE: [&str; 3] = ["LastResort", "Last Resort", "Blank"];
/// Upright and without serifs, as the bundled one.
const ALIKE: [&str; 8] =
    ["Noto Sans", "DejaVu Sans", "Segoe UI", "Apple", "Arial", "Liberation Sans", "Helvetica", "Tahoma"];

/// How well a face goes with the bundled one. The least comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Alike,
    ForReading,
    Colourful,
    NotForReading,
}

struct Face {
    name: String,
    rank: Rank,
    font: FontInfo,
}

pub(crate) struct Faces {
    pub(crate) fonts: FontContext,
    /// Every face of this computer, the best first; looked through when first needed.
    all: Option<Vec<Face>>,
    scripts: HashSet<Script>,
    /// What was found for signs that stand together.
    found: HashMap<Vec<char>, Option<String>>,
}

impl Faces {
    pub(crate) fn new() -> Self {
        let mut fonts = FontContext::new();
        for bytes in BUNDLED {
            fonts.collection.register_fonts(Blob::from(bytes.to_vec()), None);
        }
        Faces { fonts, all: None, scripts: HashSet::new(), found: HashMap::new() }
    }

    /// Sees to it that each script in `text` is set in a face for reading. The system's own choice stands if it is one.
    pub(crate) fn prepare(&mut self, text: &str) {
        for sign in text.chars().filter(|sign| !sign.is_ascii()) {
            let script = CodePointMapData::<Script>::new().get(sign);
            if !matches!(script, Script::Common | Script::Inherited | Script::Unknown)
                && self.scripts.insert(script)
            {
                self.prepare_script(script, sign);
            }
        }
    }

    fn prepare_script(&mut self, script: Script, sign: char) -> Option<()> {
        let tag = PropertyNamesShort::<Script>::new().get(script)?;
        let key = FallbackKey::new(ScriptTag::from_bytes(tag.as_bytes().try_into().ok()?), None);
        let collection = &mut self.fonts.collection;
        let usual = collection.fallback_families(key).next();
        let usual_name = usual.and_then(|family| collection.family_name(family)).unwrap_or_default();
        if rank(usual_name).is_some_and(|rank| rank < Rank::Colourful) {
            return None;
        }
        let script_name = PropertyNamesLong::<Script>::new().get(script)?.replace('_', " ");
        // A face made for the script before one that has it besides.
        let best = self
            .having(&[sign])
            .into_iter()
            .filter(|(_, rank)| *rank < Rank::Colourful)
            .min_by_key(|(name, rank)| (*rank, Reverse(name.contains(&script_name))))?
            .0;
        let collection = &mut self.fonts.collection;
        let best = collection.family_id(&best)?;
        collection.set_fallbacks(key, [best].into_iter().chain(usual));
        Some(())
    }

    /// The best face that has all of these signs.
    pub(crate) fn with(&mut self, signs: &[char]) -> Option<String> {
        if let Some(known) = self.found.get(signs) {
            return known.clone();
        }
        let best = self.having(signs).into_iter().next().map(|(name, _)| name);
        self.found.insert(signs.to_vec(), best.clone());
        best
    }

    /// Every face that has all of these signs, the best first.
    fn having(&mut self, signs: &[char]) -> Vec<(String, Rank)> {
        let all = self.all.get_or_insert_with(|| all(&mut self.fonts));
        let sources = &mut self.fonts.source_cache;
        let has_all = |face: &&Face| {
            let Some(data) = face.font.load(Some(sources)) else { return false };
            let Some(charmap) = face.font.charmap_index().charmap(data.as_ref()) else { return false };
            signs.iter().all(|sign| charmap.map(*sign).is_some_and(|glyph| glyph != 0))
        };
        all.iter().filter(has_all).map(|face| (face.name.clone(), face.rank)).collect()
    }
}

fn all(fonts: &mut FontContext) -> Vec<Face> {
    let names: Vec<String> = fonts.collection.family_names().map(str::to_owned).collect();
    let mut all: Vec<Face> = names
        .into_iter()
        .filter_map(|name| {
            let font = fonts.collection.family_by_name(&name)?.default_font()?.clone();
            Some(Face { rank: rank(&name)?, name, font })
        })
        .collect();
    all.sort_by(|a, b| (a.rank, &a.name).cmp(&(b.rank, &b.name)));
    all
}

/// None for what is no face, or has no name.
fn rank(name: &str) -> Option<Rank> {
    let words: Vec<&str> = name.split(' ').collect();
    let is_for_screens = words.len() > 2 && words.last() == Some(&"UI");
    if name.is_empty() || NOT_A_FACE.iter().any(|part| name.contains(part)) {
        None
    } else if is_for_screens || NOT_FOR_READING.iter().any(|word| words.contains(word)) {
        Some(Rank::NotForReading)
    } else if name.contains("Emoji") {
        Some(Rank::Colourful)
    } else if ALIKE.iter().any(|start| name.starts_with(start)) {
        Some(Rank::Alike)
    } else {
        Some(Rank::ForReading)
    }
}
