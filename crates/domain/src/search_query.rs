//! What a person types into a search box, as an FTS5 query that cannot be malformed.

/// An FTS5 `MATCH` expression: every word must occur, each as the start of a word. `None` when there is
/// no letter or digit to look for.
pub fn to_match(typed: &str) -> Option<String> {
    let words: Vec<String> = typed
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| format!("\"{word}\"*"))
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_and_quotes_are_only_text() {
        assert_eq!(to_match("grey\" OR NEAR(x)").unwrap(), "\"grey\"* \"OR\"* \"NEAR\"* \"x\"*");
        assert_eq!(to_match("  \"*-^ "), None);
    }
}
