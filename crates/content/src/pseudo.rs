//! Languages that nobody speaks, made from English, so that a test sees what is not translated or does not fit. They are
//! in builds for tests alone. `ui/src/lib/pseudo.ts` makes the same of what the program says.

pub(crate) struct Pseudo {
    pub(crate) tag: &'static str,
    said: fn(&str) -> String,
    /// Items that it lacks, so that English is seen in their place.
    pub(crate) lacks: &'static [&'static str],
}

pub(crate) const LANGUAGES: &[Pseudo] = &[
    Pseudo { tag: "en-XA", said: long, lacks: &[] },
    Pseudo {
        tag: "ar-XB",
        said: mirrored,
        lacks: &["grief-that-goes-quiet", "part-of-a-song", "gb-samaritans"],
    },
];

impl Pseudo {
    /// A text, with the marks of Markdown where they are.
    pub(crate) fn said(&self, text: &str) -> String {
        text.split("\n\n").map(|block| self.block(block)).collect::<Vec<_>>().join("\n\n")
    }

    fn block(&self, block: &str) -> String {
        let mut lines: Vec<String> = Vec::new();
        let mut going_on = String::new();
        for line in block.split('\n') {
            if line.starts_with('|') {
                lines.push(self.row(line));
                continue;
            }
            let marks = line.len() - line.trim_start_matches(['#', '-', '>', ' ']).len();
            if marks > 0 && !going_on.is_empty() {
                lines.push(self.line(&going_on));
                going_on.clear();
            }
            if !going_on.is_empty() {
                going_on.push(' ');
            }
            going_on.push_str(line);
        }
        if !going_on.is_empty() {
            lines.push(self.line(&going_on));
        }
        lines.join("\n")
    }

    fn line(&self, line: &str) -> String {
        let words = line.trim_start_matches(['#', '-', '>', ' ']);
        let (marks, words) = line.split_at(line.len() - words.len());
        format!("{marks}[{}]", (self.said)(words))
    }

    fn row(&self, row: &str) -> String {
        if row.contains("---") {
            return row.to_owned();
        }
        let cell = |cell: &str| match cell.trim() {
            "" => String::new(),
            words => format!(" [{}] ", (self.said)(words)),
        };
        row.split('|').map(cell).collect::<Vec<_>>().join("|")
    }
}

const LETTERS: (&str, &str) = (
    "abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ",
    "áḃçďéḟĝĥîĵķļḿñôṗŕšţûṽŵẋýžÁḂÇĎÉḞĜĤÎĴĶĻḾÑÔṖŔŠŢÛṼŴẊÝŽ",
);
const MORE: [&str; 9] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/// With accents, and about a third longer.
fn long(text: &str) -> String {
    let accented = |letter| {
        let at = LETTERS.0.chars().position(|plain| plain == letter);
        at.and_then(|at| LETTERS.1.chars().nth(at)).unwrap_or(letter)
    };
    let mut longer: String = text.chars().map(accented).collect();
    let length = text.chars().count();
    let mut added = 0;
    for word in MORE.iter().cycle() {
        if added * 20 >= length * 7 {
            break;
        }
        longer = longer + " " + word;
        added += word.len() + 1;
    }
    longer
}

/// Each word from right to left, as those of Arabic are; a mark for what looks for the first letter.
fn mirrored(text: &str) -> String {
    let turned = |word: &str| {
        if word.contains(char::is_alphabetic) { format!("\u{202e}{word}\u{202c}") } else { word.to_owned() }
    };
    format!("\u{200f}{}", text.split(' ').map(turned).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(tag: &str, text: &str) -> String {
        LANGUAGES.iter().find(|made| made.tag == tag).unwrap().said(text)
    }

    #[test]
    fn a_text_is_longer_and_in_brackets_and_keeps_its_numbers() {
        assert_eq!(said("en-XA", "Settings"), "[Šéţţîñĝš one]");
        assert_eq!(
            said("en-XA", "In 12 trials, a little less."),
            "[Îñ 12 ţŕîáļš, á ļîţţļé ļéšš. one two three]"
        );
    }

    #[test]
    fn each_word_is_turned_around() {
        assert_eq!(said("ar-XB", "Go on: 3"), "[\u{200f}\u{202e}Go\u{202c} \u{202e}on:\u{202c} 3]");
    }

    #[test]
    fn the_marks_of_markdown_stay() {
        let text = "## A title\n\nOne line.\nAnd more.\n\n- **first:** a\n- second\n\n| a | b |\n| --- | --- |\n| c | |";
        let plain = said("ar-XB", text).replace(['\u{200f}', '\u{202e}', '\u{202c}'], "");
        assert_eq!(
            plain,
            "## [A title]\n\n[One line. And more.]\n\n- [**first:** a]\n- [second]\n\n| [a] | [b] |\n| --- | --- |\n| [c] ||"
        );
    }

    #[test]
    fn what_is_lacking_is_there_in_english() {
        for key in LANGUAGES.iter().flat_map(|made| made.lacks) {
            let content = crate::content::english();
            let ideas = content.activity_ideas().iter().map(|idea| idea.key.as_str());
            let lines = content.helplines().iter().map(|line| line.key.as_str());
            let mut keys = content.library().iter().map(|item| item.id.as_str()).chain(ideas).chain(lines);
            assert!(keys.any(|known| known == *key), "{key}");
        }
    }
}
