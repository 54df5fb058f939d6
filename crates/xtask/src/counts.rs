//! How many tests passed, failed and were skipped, read from what each test runner writes.

use std::fmt;
use std::ops::AddAssign;

use crate::times::attribute;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Counts {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    pub(crate) skipped: u32,
}

impl Counts {
    /// A check without tests of its own counts as one.
    pub(crate) fn check(passed: bool) -> Self {
        Self { passed: passed.into(), failed: (!passed).into(), skipped: 0 }
    }

    /// `Summary [ 1.2s] 30 tests run: 28 passed (1 slow), 1 failed, 1 timed out, 3 skipped`
    pub(crate) fn from_nextest(output: &str) -> Option<Self> {
        let summary = output.lines().rfind(|line| line.contains("Summary ["))?;
        let (run, results) = summary.split_once(" run: ")?;
        let total: u32 = run.split_whitespace().rev().nth(1)?.split('/').next()?.parse().ok()?;
        let number = |word: &str| {
            let part = results.split(", ").find(|part| part.contains(word));
            part.and_then(|part| part.split_whitespace().next()?.parse().ok()).unwrap_or(0)
        };
        let passed = number(" passed");
        Some(Self { passed, failed: total.saturating_sub(passed), skipped: number(" skipped") })
    }

    /// Takes the tests that passed without showing anything from those that passed.
    pub(crate) fn without(self, not_shown: &[String]) -> Self {
        let count = u32::try_from(not_shown.len()).unwrap_or(u32::MAX);
        Self { passed: self.passed.saturating_sub(count), skipped: self.skipped + count, ..self }
    }

    pub(crate) fn from_vitest(json: &str) -> Option<Self> {
        Some(Self {
            passed: number_in(json, "numPassedTests")?,
            failed: number_in(json, "numFailedTests")?,
            skipped: number_in(json, "numPendingTests")? + number_in(json, "numTodoTests")?,
        })
    }

    pub(crate) fn from_playwright(json: &str) -> Option<Self> {
        let stats = json.rsplit_once("\"stats\"")?.1;
        Some(Self {
            passed: number_in(stats, "expected")? + number_in(stats, "flaky")?,
            failed: number_in(stats, "unexpected")?,
            skipped: number_in(stats, "skipped")?,
        })
    }

    /// The closing lines of TAP as Node writes it: `# pass 3`.
    pub(crate) fn from_tap(tap: &str) -> Option<Self> {
        let number = |word: &str| -> Option<u32> {
            tap.lines()
                .rev()
                .find_map(|line| line.strip_prefix("# ")?.strip_prefix(word)?.trim().parse().ok())
        };
        Some(Self {
            passed: number("pass ")?,
            failed: number("fail ")? + number("cancelled ")?,
            skipped: number("skipped ")? + number("todo ")?,
        })
    }
}

/// A Rust test cannot be skipped once it runs. One that finds no root or no tool writes `not shown here: …` and passes;
/// here are their names with their reasons.
pub(crate) fn not_shown(junit: &str) -> Vec<String> {
    let cases = junit.split("<testcase").skip(1);
    cases
        .filter_map(|case| {
            let (_, rest) = case.split_once("not shown here: ")?;
            let name = attribute(case, "name").unwrap_or_default();
            Some(format!("{name}: {}", rest.lines().next()?.split('<').next()?))
        })
        .collect()
}

/// The tests that Node skipped, with their reasons: `ok 2 - the page has no network # SKIP no sandbox here`.
pub(crate) fn skipped_in_tap(tap: &str) -> Vec<String> {
    let skipped = tap.lines().filter_map(|line| line.trim_start().split_once(" # SKIP"));
    skipped
        .map(|(test, why)| format!("{}:{why}", test.split_once(" - ").map_or(test, |(_, name)| name)))
        .collect()
}

fn number_in(json: &str, key: &str) -> Option<u32> {
    let after = json.split_once(&format!("\"{key}\""))?.1.trim_start().strip_prefix(':')?;
    let digits: String = after.trim_start().chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(passed: u32, failed: u32, skipped: u32) -> Option<Counts> {
        Some(Counts { passed, failed, skipped })
    }

    #[test]
    fn a_nextest_summary_counts_everything_that_did_not_pass_as_failed() {
        let all_well = "     Summary [   0.005s] 5 tests run: 5 passed, 0 skipped\n";
        assert_eq!(Counts::from_nextest(all_well), counts(5, 0, 0));
        let mixed = "     Summary [  61.1s] 9 tests run: 6 passed (1 slow), 2 failed, 1 timed out, 3 skipped\n   FAIL a b\n";
        assert_eq!(Counts::from_nextest(mixed), counts(6, 3, 3));
        let cut_short = "     Summary [   0.1s] 4/9 tests run: 3 passed, 1 failed, 0 skipped\n";
        assert_eq!(Counts::from_nextest(cut_short), counts(3, 1, 0));
        assert_eq!(Counts::from_nextest("error: could not compile"), None);
    }

    #[test]
    fn a_vitest_report_counts_pending_and_todo_as_skipped() {
        let json = r#"{"numTotalTests":7,"numPassedTests":4,"numFailedTests":1,"numPendingTests":1,"numTodoTests":1}"#;
        assert_eq!(Counts::from_vitest(json), counts(4, 1, 2));
    }

    #[test]
    fn a_playwright_report_counts_a_test_that_passed_at_the_second_try() {
        let json = r#"{"suites": [{"expected": 99}], "stats": {"duration": 1.5, "expected": 7, "skipped": 2, "unexpected": 1, "flaky": 1}}"#;
        assert_eq!(Counts::from_playwright(json), counts(8, 1, 2));
    }

    #[test]
    fn a_tap_ending_counts_cancelled_as_failed() {
        let tap = "# tests 6\n# suites 0\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n# duration_ms 12\n";
        assert_eq!(Counts::from_tap(tap), counts(3, 2, 1));
        assert_eq!(Counts::from_tap("# Subtest: pass 4"), None);
    }

    #[test]
    fn a_test_that_shows_nothing_here_is_skipped_once_and_says_why() {
        let junit = r#"<testcase name="a_full_disk" classname="pilot-store" time="0.1">
            <system-err>not shown here: mounting needs root
not shown here: mounting needs root</system-err></testcase>
            <testcase name="another" classname="pilot-store" time="0.1"></testcase>"#;
        let skipped = not_shown(junit);
        assert_eq!(skipped, ["a_full_disk: mounting needs root"]);
        assert_eq!(counts(2, 0, 0).map(|all| all.without(&skipped)), counts(1, 0, 1));
        assert_eq!(
            skipped_in_tap("ok 1 - one\nok 2 - the page has no files # SKIP no sandbox here\n"),
            ["the page has no files: no sandbox here"]
        );
    }

    #[test]
    fn the_last_line_is_plain() {
        assert_eq!(Counts { passed: 3, failed: 0, skipped: 1 }.to_string(), "3 passed, 0 failed, 1 skipped");
    }
}
