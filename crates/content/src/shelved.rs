//! The library as the finding rules of `domain` see it: facts, and text without its Markdown.

use pilot_domain::finding::Shelved;

use crate::item::{Focus, LibraryItem};

/// Says where help is. Help leads to it, and it is never muted.
const HELP: &str = "when-to-get-help-today";

pub(crate) fn shelved(item: &LibraryItem) -> Shelved {
    let steps = item.steps.iter().map(|step| step.text.clone());
    Shelved {
        id: item.id.clone(),
        kind: item.kind,
        minutes: item.minutes,
        energy: item.energy,
        topics: item.topics.clone(),
        needs: item.needs.clone(),
        touches: item.touches.clone(),
        is_help: item.id == HELP,
        has_steps: !item.steps.is_empty(),
        is_outward: item.focus == Focus::Outer,
        title: item.title.clone(),
        summary: item.summary.clone(),
        passages: item.body.split("\n\n").filter_map(plain).chain(steps).collect(),
    }
}

/// A part of a text without marks; nothing where it is only a heading.
fn plain(part: &str) -> Option<String> {
    if part.starts_with('#') {
        return None;
    }
    let lines = part.lines().map(|line| line.trim_start_matches(['-', '>', ' ']));
    Some(lines.collect::<Vec<_>>().join(" ").replace("**", ""))
}

#[cfg(test)]
mod tests {
    use pilot_domain::{
        activity::Energy,
        finding::{Filter, Wishes, find},
        library::{ContentTopic, Length, Need},
        right_now::{RightNowAsk, choose},
    };

    use crate::content::english;

    const NEEDS: [Need; 9] = [
        Need::ComeBack,
        Need::Steady,
        Need::Sleep,
        Need::FeelALittle,
        Need::BeginSmall,
        Need::PutInWords,
        Need::BeWithPeople,
        Need::Understand,
        Need::FindHelp,
    ];

    #[test]
    fn every_need_is_answered_by_several_items() {
        for need in NEEDS {
            let found = find(
                english().shelved(),
                &Filter { need: Some(need), ..Filter::default() },
                &Wishes::default(),
            );
            assert!(found.hits.len() >= 4, "{need:?}");
        }
    }

    #[test]
    fn whatever_energy_and_time_there_are_something_can_be_offered() {
        // Even with every subject muted.
        use ContentTopic::{Death, Eating, SelfHarm, Substances, Suicide, Trauma};
        let muted = vec![Substances, SelfHarm, Trauma, Eating, Death, Suicide];
        let wishes = Wishes { muted, ..Wishes::default() };
        for energy in [Energy::None, Energy::Low, Energy::Some] {
            for length in [Length::OneMinute, Length::FiveMinutes, Length::FifteenMinutes] {
                let now = choose(english().shelved(), RightNowAsk { energy, length, turn: 0 }, &wishes);
                assert_eq!(now.items.len(), 3, "{energy:?} {length:?}");
                assert!(now.has_others, "{energy:?} {length:?}");
            }
        }
    }

    #[test]
    fn help_is_on_the_shelf() {
        assert!(english().shelved().iter().any(|item| item.is_help));
    }

    #[test]
    fn no_mark_of_markdown_is_left_in_what_is_searched() {
        for item in english().shelved() {
            for passage in &item.passages {
                assert!(
                    !passage.contains("**") && !passage.contains('#') && !passage.contains('\n'),
                    "{passage}"
                );
            }
        }
    }

    #[test]
    fn a_word_is_found_without_its_accent() {
        let found = find(
            english().shelved(),
            &Filter { typed: "cafe".into(), ..Filter::default() },
            &Wishes::default(),
        );
        assert!(found.hits.iter().any(|hit| hit.item == "a-shelf-of-songs"));
    }
}
