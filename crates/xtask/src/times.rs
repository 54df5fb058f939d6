//! Where the time of a step goes, read from what each test runner writes: by spec file, or by test where a file says
//! little. Several run at once, so the sum is larger than what the step took.

use std::collections::BTreeMap;
use std::fmt;

const SHOWN: usize = 15;

#[derive(Default)]
pub(crate) struct Times(BTreeMap<String, f64>);

impl Times {
    /// The JUnit report of nextest: `<testcase name="kill::of_many" classname="pilot-store" … time="61.500">`.
    pub(crate) fn from_nextest(junit: &str) -> Self {
        let mut times = Self::default();
        for case in junit.lines().filter(|line| line.trim_start().starts_with("<testcase ")) {
            let of = |key| attribute(case, key).unwrap_or_default();
            times.0.insert(format!("{} {}", of("classname"), of("name")), of("time").parse().unwrap_or(0.0));
        }
        times
    }

    /// Playwright's JSON, a key on each line: the file of a suite stands before the tests in it.
    pub(crate) fn from_playwright(json: &str) -> Self {
        let mut times = Self::default();
        let mut file = "";
        let (suites, _) = json.rsplit_once("\"stats\"").unwrap_or_default();
        for line in suites.lines() {
            let Some((key, value)) = line.trim().split_once(": ") else { continue };
            let value = value.trim_end_matches(',').trim_matches('"');
            match key {
                // The place of an error is a whole path, and of no interest here.
                "\"file\"" if !value.starts_with('/') => file = value,
                "\"duration\"" => times.add(file, value),
                _ => {}
            }
        }
        times
    }

    /// `1234 reminders.test.mjs`, as `e2e/desktop/times.mjs` writes it.
    pub(crate) fn from_desktop(report: &str) -> Self {
        let mut times = Self::default();
        for (milliseconds, file) in report.lines().filter_map(|line| line.split_once(' ')) {
            times.add(file, milliseconds);
        }
        times
    }

    fn add(&mut self, name: &str, milliseconds: &str) {
        *self.0.entry(name.to_owned()).or_default() += milliseconds.parse().unwrap_or(0.0) / 1000.0;
    }
}

/// The value of ` key="…"` in an element of XML.
pub(crate) fn attribute<'a>(element: &'a str, key: &str) -> Option<&'a str> {
    element.split_once(&format!(" {key}=\""))?.1.split('"').next()
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sorted: Vec<_> = self.0.iter().collect();
        sorted.sort_by(|a, b| b.1.total_cmp(a.1));
        writeln!(f, "\nWhere the time went:")?;
        for (name, seconds) in sorted.iter().take(SHOWN) {
            writeln!(f, "{seconds:>8.1} s   {name}")?;
        }
        writeln!(f, "{:>8.1} s   in all, by {}", self.0.values().sum::<f64>(), self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(times: &Times) -> Vec<(&str, f64)> {
        times.0.iter().map(|(name, seconds)| (name.as_str(), *seconds)).collect()
    }

    #[test]
    fn a_rust_test_has_its_own_time() {
        let junit = r#"<testsuite name="pilot-store" time="99">
        <testcase name="kill::of_many" classname="pilot-store" timestamp="2026-11-30" time="61.500">
        </testcase>"#;
        assert_eq!(listed(&Times::from_nextest(junit)), [("pilot-store kill::of_many", 61.5)]);
    }

    #[test]
    fn a_spec_file_has_the_times_of_its_tests_whatever_failed_in_them() {
        let json = r#"{ "suites": [ {
          "file": "axe.spec.ts",
          "specs": [ { "results": [ {
              "duration": 1500,
              "errors": [ { "location": {
                "file": "/home/support/page.ts",
          } } ] }, {
              "duration": 500,
          "file": "log.spec.ts",
              "duration": 250,
        } ], "stats": {
          "duration": 9999
        } }"#;
        let times = Times::from_playwright(json);
        assert_eq!(listed(&times), [("axe.spec.ts", 2.0), ("log.spec.ts", 0.25)]);
    }

    #[test]
    fn the_slowest_come_first_and_the_sum_last() {
        let times = Times::from_desktop("1000 tray.test.mjs\n2500 kill.test.mjs\n500 tray.test.mjs\n");
        let text = times.to_string();
        let lines: Vec<&str> = text.lines().skip(2).collect();
        assert_eq!(
            lines,
            ["     2.5 s   kill.test.mjs", "     1.5 s   tray.test.mjs", "     4.0 s   in all, by 2"]
        );
    }
}
