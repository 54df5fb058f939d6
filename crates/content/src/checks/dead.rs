//! Numbers and ways that no longer reach a line, or never did: they were closed, moved, or are printed wrong somewhere.

/// The country and the digits. A short number is dead in its own country alone, since elsewhere it may be another line.
#[rustfmt::skip]
pub(super) const DEAD_NUMBERS: &[(&str, &str)] = &[
    ("US", "18002738255"),
    ("GB", "08457909090"),
    ("GB", "07725909090"),
    ("GB", "07860039967"),
    ("GB", "07786209697"),
    ("CA", "18334564566"),
    ("US", "18002214444"),
    ("KR", "1393"),
    ("BR", "141"),
    ("IT", "199284284"),
    ("IT", "3450361628"),
    ("NL", "09000113"),
    ("IN", "18005990019"),
    ("IN", "1800110031"),
    ("IN", "1933"),
    ("IE", "1850609090"),
    ("IE", "1800247100"),
    ("IE", "1800201890"),
    ("DE", "08000116016"),
    ("DE", "01805313031"),
    ("DK", "70203082"),
    ("SE", "0200230230"),
    ("SE", "020220060"),
    ("CZ", "284016666"),
    ("CZ", "1212"),
    ("SG", "18002026868"),
    ("SG", "62026868"),
    ("SG", "71999"),
    ("MY", "0379568144"),
    ("MY", "0379568145"),
    ("EG", "7621602"),
    ("EG", "7621603"),
    ("EG", "7622381"),
    ("IR", "09628"),
    ("UY", "08008483"),
    ("BD", "10921"),
    ("GH", "0206814666"),
    ("PH", "09179898727"),
    ("ZA", "0871632030"),
    ("BE", "080030800"),
    ("JP", "0570046556"),
    ("JP", "0570078310"),
    ("VN", "18001567"),
    ("KR", "15770119"),
];

/// What one was told to press or write, beside a number that still works.
const DEAD_WAYS: &[(&str, &str)] = &[("US", "press 3"), ("US", "PRIDE"), ("IE", "TALK")];

/// From this length on, a number is looked for in every country and within longer ones, such as with a country's prefix.
const LONG: usize = 7;

/// Looks at each run of digits, however it is spaced or hyphenated.
pub(super) fn dead_number(country: &str, text: &str) -> Option<&'static str> {
    let separates = |c: char| !(c.is_ascii_digit() || c.is_whitespace() || ".-()/".contains(c));
    let digits = |run: &str| run.chars().filter(char::is_ascii_digit).collect::<String>();
    let runs: Vec<String> = text.split(separates).map(digits).collect();
    let is_dead = |(place, dead): &&(&str, &str)| {
        let own = dead.trim_start_matches('0');
        runs.iter().any(|run| (*place == country && run == dead) || (own.len() >= LONG && run.contains(own)))
    };
    DEAD_NUMBERS.iter().find(is_dead).map(|(_, dead)| *dead)
}

pub(super) fn dead_way(country: &str, text: &str) -> Option<&'static str> {
    DEAD_WAYS.iter().find(|(place, way)| *place == country && text.contains(way)).map(|(_, way)| *way)
}
