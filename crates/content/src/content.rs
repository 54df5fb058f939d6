//! Everything that ships, as it reads in one language. English has all of it, and stands in for what a language lacks.

use std::{
    collections::BTreeMap,
    sync::{LazyLock, OnceLock},
};

use pilot_domain::finding::Shelved;
use serde::de::DeserializeOwned;

#[cfg(feature = "pseudo")]
use crate::pseudo::{self, Pseudo};
use crate::{
    Emergency, Factor, Helpline, LibraryItem, Prompt, RoutineSeed, WordSet, bundled,
    header::{parse_item, parse_texts},
    ideas::ActivityIdea,
    library::IDS,
    shelved::shelved,
    translation::{ENGLISH, ItemTexts, Texts, Translated, translated},
    words::{KeyedSet, ShippedWords, WordTexts},
};

include!(concat!(env!("OUT_DIR"), "/folders.rs"));

/// A language of what ships. Each part is read when it is first asked for.
pub struct Content {
    pub(crate) language: &'static str,
    source: Source,
    library: OnceLock<Vec<LibraryItem>>,
    shelved: OnceLock<Vec<Shelved>>,
    factors: OnceLock<Vec<Factor>>,
    routines: OnceLock<Vec<RoutineSeed>>,
    ideas: OnceLock<Vec<ActivityIdea>>,
    prompts: OnceLock<Vec<Prompt>>,
    words: OnceLock<ShippedWords>,
    helplines: OnceLock<Vec<Helpline>>,
    emergencies: OnceLock<Vec<Emergency>>,
}

/// The files of a folder by their names.
type Files = &'static [(&'static str, &'static str)];

enum Source {
    English(Files),
    Translation(Files),
    #[cfg(feature = "pseudo")]
    Pseudo(&'static Pseudo),
}

static ENGLISH_CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let files = FOLDERS.iter().find(|(tag, _)| *tag == ENGLISH).map_or(&[] as Files, |(_, files)| files);
    Content::new(ENGLISH, Source::English(files))
});

static OTHERS: LazyLock<Vec<Content>> = LazyLock::new(|| {
    let folders = FOLDERS.iter().filter(|(tag, _)| *tag != ENGLISH);
    let content = folders.map(|(tag, files)| Content::new(tag, Source::Translation(files)));
    #[cfg(feature = "pseudo")]
    let content =
        content.chain(pseudo::LANGUAGES.iter().map(|made| Content::new(made.tag, Source::Pseudo(made))));
    content.collect()
});

/// The tags of the languages made for tests.
pub fn pseudo_languages() -> impl Iterator<Item = &'static str> {
    #[cfg(feature = "pseudo")]
    return pseudo::LANGUAGES.iter().map(|made| made.tag);
    #[cfg(not(feature = "pseudo"))]
    std::iter::empty()
}

pub(crate) fn english() -> &'static Content {
    &ENGLISH_CONTENT
}

/// The words with their keys, as they stand in the file.
pub(crate) fn english_words() -> KeyedSet {
    bundled("words.json", english().file("words.json").unwrap_or_default())
}

/// All but English.
pub(crate) fn others() -> &'static [Content] {
    &OTHERS
}

impl Content {
    /// In `language`, a tag such as `en`; English where there is no folder for it.
    pub fn of(language: &str) -> &'static Content {
        if language == ENGLISH {
            return english();
        }
        OTHERS.iter().find(|content| content.language == language).unwrap_or(english())
    }

    const fn new(language: &'static str, source: Source) -> Content {
        Content {
            language,
            source,
            library: OnceLock::new(),
            shelved: OnceLock::new(),
            factors: OnceLock::new(),
            routines: OnceLock::new(),
            ideas: OnceLock::new(),
            prompts: OnceLock::new(),
            words: OnceLock::new(),
            helplines: OnceLock::new(),
            emergencies: OnceLock::new(),
        }
    }

    /// The files of a translation under a tag; for tests.
    #[cfg(test)]
    pub(crate) fn translation(language: &'static str, files: Files) -> Content {
        Content::new(language, Source::Translation(files))
    }

    pub fn library(&self) -> &[LibraryItem] {
        self.library.get_or_init(|| {
            let topics = self.topics();
            let named = |mut item: LibraryItem| {
                for topic in &mut item.topics {
                    if let Some(name) = topics.get(topic.as_str()) {
                        name.clone_into(topic);
                    }
                }
                item
            };
            IDS.iter().map(|id| self.library_item(id)).map(named).collect()
        })
    }

    /// With its topics by their keys.
    fn library_item(&self, id: &str) -> LibraryItem {
        let path = format!("library/{id}.md");
        if let Source::English(_) = self.source {
            let text = self.file(&path).unwrap_or_default();
            return parse_item(text).unwrap_or_else(|error| panic!("bundled file {path}: {error}"));
        }
        let texts = self.file(&path).and_then(|text| parse_texts(text).ok());
        self.said(&english().library_item(id), texts.as_ref())
    }

    /// The library as the finding rules see it.
    pub fn shelved(&self) -> &[Shelved] {
        self.shelved.get_or_init(|| self.library().iter().map(shelved).collect())
    }

    pub fn factors(&self) -> &[Factor] {
        self.factors.get_or_init(|| self.items("factors.json", Content::factors))
    }

    pub fn routines(&self) -> &[RoutineSeed] {
        self.routines.get_or_init(|| self.items("routines.json", Content::routines))
    }

    pub fn activity_ideas(&self) -> &[ActivityIdea] {
        self.ideas.get_or_init(|| self.items("ideas.json", Content::activity_ideas))
    }

    pub fn prompts(&self) -> &[Prompt] {
        self.prompts.get_or_init(|| self.items("prompts.json", Content::prompts))
    }

    pub fn helplines(&self) -> &[Helpline] {
        self.helplines.get_or_init(|| self.items("helplines.json", Content::helplines))
    }

    pub(crate) fn emergencies(&self) -> &[Emergency] {
        self.emergencies.get_or_init(|| self.items("emergency.json", Content::emergencies))
    }

    /// What each topic is called, by its key.
    pub(crate) fn topics(&self) -> BTreeMap<String, String> {
        type Names = BTreeMap<String, String>;
        let mut names: Names = english().read("topics.json").unwrap_or_default();
        match &self.source {
            Source::English(_) => {}
            Source::Translation(_) => names.extend(self.read::<Names>("topics.json").unwrap_or_default()),
            #[cfg(feature = "pseudo")]
            Source::Pseudo(made) => names.values_mut().for_each(|name| *name = made.said(name)),
        }
        names
    }

    /// Words for a check-in.
    pub fn words(&self) -> &WordSet {
        &self.shipped_words().set
    }

    pub(crate) fn keyed_words(&self) -> &[(String, String)] {
        &self.shipped_words().keyed
    }

    fn shipped_words(&self) -> &ShippedWords {
        self.words.get_or_init(|| {
            let set = english_words();
            match &self.source {
                Source::English(_) => {}
                Source::Translation(_) => {
                    if let Some(texts) = self.read::<WordTexts>("words.json") {
                        let said = |texts: &BTreeMap<String, String>, key: &str, text| {
                            texts.get(key).cloned().unwrap_or(text)
                        };
                        return set.said(
                            self.language,
                            |key, text| said(&texts.words, key, text),
                            |key, name| said(&texts.groups, key, name),
                        );
                    }
                }
                #[cfg(feature = "pseudo")]
                Source::Pseudo(made) => {
                    return set.said(self.language, |_, text| made.said(&text), |_, name| made.said(&name));
                }
            }
            set.said(ENGLISH, |_, text| text, |_, name| name)
        })
    }

    /// Every item of a file.
    fn items<T: Translated + DeserializeOwned + 'static>(
        &self,
        name: &str,
        in_english: fn(&'static Content) -> &'static [T],
    ) -> Vec<T> {
        if let Source::English(_) = self.source {
            return bundled(name, self.file(name).unwrap_or_default());
        }
        let texts: BTreeMap<String, ItemTexts> = self.read(name).unwrap_or_default();
        let said = |item: &T| self.said(item, texts.get(item.key()).map(|texts| &texts.0));
        in_english(english()).iter().map(said).collect()
    }

    /// An item in this language; in English where it has no texts, or others than English. The checks find the latter.
    fn said<T: Translated>(&self, item: &T, texts: Option<&Texts>) -> T {
        #[cfg(feature = "pseudo")]
        if let Source::Pseudo(made) = self.source
            && !made.lacks.contains(&item.key())
        {
            let mut item = item.clone();
            item.texts().into_iter().for_each(|(_, text)| *text = made.said(text));
            self.language.clone_into(item.language());
            return item;
        }
        let said = texts.and_then(|texts| translated(item, texts, self.language).ok());
        said.unwrap_or_else(|| item.clone())
    }

    /// The files of its folder by their names, to be checked.
    pub(crate) fn files(&self) -> Files {
        match self.source {
            Source::English(files) | Source::Translation(files) => files,
            #[cfg(feature = "pseudo")]
            Source::Pseudo(_) => &[],
        }
    }

    fn file(&self, path: &str) -> Option<&'static str> {
        self.files().iter().find(|(name, _)| *name == path).map(|(_, text)| *text)
    }

    /// A file of a translation; none where there is none, or one that cannot be read, which the checks find.
    fn read<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        serde_json::from_str(self.file(name)?).ok()
    }
}
