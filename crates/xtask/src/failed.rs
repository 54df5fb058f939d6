//! The names of the tests that failed, read from what each test runner writes: a whole run is long, and these are told again
//! at its end.

use crate::times::attribute;

/// The JUnit report of nextest.
pub(crate) fn in_nextest(junit: &str) -> Vec<String> {
    let cases = junit.split("<testcase").skip(1);
    let failed = cases.filter(|case| case.contains("<failure") || case.contains("<error"));
    failed
        .map(|case| {
            let of = |key| attribute(case, key).unwrap_or_default();
            format!("{} {}", of("classname"), of("name"))
        })
        .collect()
}

/// Vitest's JSON: `"fullName":"a day > ends","status":"failed"`.
pub(crate) fn in_vitest(json: &str) -> Vec<String> {
    let tests = json.split("\"fullName\":\"").skip(1);
    let names = tests.filter_map(|test| test.split_once("\",\"status\":\"failed\""));
    names.map(|(name, _)| name.to_owned()).filter(|name| !name.contains("\",\"")).collect()
}

/// Playwright's JSON, a key on each line: the file of a suite, the title of a test, and whether it went well. With the first
/// line of what was wrong.
pub(crate) fn in_playwright(json: &str) -> Vec<String> {
    let (mut file, mut title, mut failed) = ("", "", Vec::new());
    let mut waits_for_message = false;
    for line in json.lines() {
        let Some((key, value)) = line.trim().split_once(": ") else { continue };
        let value = value.trim_end_matches(',').trim_matches('"');
        match key {
            // The place of an error is a whole path, and of no interest here.
            "\"file\"" if !value.starts_with('/') => file = value,
            "\"title\"" => title = value,
            "\"ok\"" if value == "false" => {
                failed.push(format!("{file}: {title}"));
                waits_for_message = true;
            }
            "\"message\"" if waits_for_message => {
                if let Some(name) = failed.last_mut() {
                    let told = value.split("\\n").next().unwrap_or_default().replace("\\u001b[", "\u{1b}[");
                    *name = format!("{name}\n        {told}\u{1b}[0m");
                }
                waits_for_message = false;
            }
            _ => {}
        }
    }
    failed
}

/// TAP as Node writes it: `not ok 3 - the window opens`.
pub(crate) fn in_tap(tap: &str) -> Vec<String> {
    let failed = tap.lines().filter_map(|line| line.strip_prefix("not ok ")?.split_once(" - "));
    failed.map(|(_, name)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rust_test_is_named_with_its_binary() {
        let junit = r#"<testcase name="one" classname="pilot-store" time="1"></testcase>
            <testcase name="kill::of_many" classname="pilot-store" time="1"><failure type="test failure"/></testcase>"#;
        assert_eq!(in_nextest(junit), ["pilot-store kill::of_many"]);
    }

    #[test]
    fn a_test_of_the_pages_is_named_with_what_stands_around_it() {
        let json = r#"[{"fullName":"a day ends","status":"passed"},{"fullName":"a day begins","status":"failed","x":1}]"#;
        assert_eq!(in_vitest(json), ["a day begins"]);
    }

    #[test]
    fn a_test_in_the_browser_is_named_with_its_file_and_what_was_wrong() {
        let json = r#"
          "title": "axe.spec.ts",
          "file": "axe.spec.ts",
              "title": "fits",
              "ok": true,
              "title": "is high in contrast",
              "ok": false,
                    "message": "Error: expected 2\n  at once"
                    "file": "/home/support/page.ts",
                    "message": "Error: and another""#;
        assert_eq!(
            in_playwright(json),
            ["axe.spec.ts: is high in contrast\n        Error: expected 2\u{1b}[0m"]
        );
    }

    #[test]
    fn a_test_of_the_desktop_is_named_by_itself() {
        assert_eq!(in_tap("ok 1 - a\nnot ok 2 - b - c\n    not ok 1 - inside\n"), ["b - c"]);
    }
}
