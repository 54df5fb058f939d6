//! Measurements of two ways to do one thing, and the row of the table that they make.

use std::collections::BTreeMap;

pub(super) const HEAD: &str =
    "| | Pilot Light | the least | ratio (lowest–highest) |\n| --- | --: | --: | --: |";

/// Which share of the measurements lies below the one that is told.
pub(super) const MEDIAN: f64 = 0.5;
pub(super) const P95: f64 = 0.95;

#[derive(Clone, Copy)]
pub(super) enum Unit {
    Milliseconds,
    Mebibytes,
}

/// By round: ours, and the other's.
#[derive(Default)]
pub(super) struct Samples(BTreeMap<u32, (Vec<f64>, Vec<f64>)>);

impl Samples {
    pub(super) fn add(&mut self, round: u32, ours: f64, bare: f64) {
        let (all_ours, all_bare) = self.0.entry(round).or_default();
        all_ours.push(ours);
        all_bare.push(bare);
    }

    /// Those of one name among lines of `name round ours bare`, in nanoseconds.
    pub(super) fn named(name: &str, lines: &str) -> Result<Self, String> {
        let mut samples = Samples::default();
        for line in lines.lines() {
            if let [found, round, ours, bare] = line.split(' ').collect::<Vec<_>>()[..]
                && found == name
                && let (Ok(round), Ok(ours), Ok(bare)) =
                    (round.parse(), ours.parse::<f64>(), bare.parse::<f64>())
            {
                samples.add(round, ours / 1e6, bare / 1e6);
            }
        }
        if samples.0.is_empty() { Err(format!("nothing was measured of `{name}`")) } else { Ok(samples) }
    }

    pub(super) fn row(&self, label: &str, unit: Unit, at: f64) -> String {
        let ratios: Vec<f64> =
            self.0.values().map(|(ours, bare)| quantile(ours, at) / quantile(bare, at)).collect();
        let all_ours: Vec<f64> = self.0.values().flat_map(|(ours, _)| ours).copied().collect();
        let all_bare: Vec<f64> = self.0.values().flat_map(|(_, bare)| bare).copied().collect();
        format!(
            "| {label} | {} | {} | {:.2} ({:.2}–{:.2}) |",
            unit.show(quantile(&all_ours, at)),
            unit.show(quantile(&all_bare, at)),
            quantile(&ratios, MEDIAN),
            quantile(&ratios, 0.0),
            quantile(&ratios, 1.0),
        )
    }
}

impl Unit {
    fn show(self, value: f64) -> String {
        let digits = if value < 1.0 { 3 } else { usize::from(value < 100.0) };
        let unit = match self {
            Unit::Milliseconds => "ms",
            Unit::Mebibytes => "MiB",
        };
        format!("{value:.digits$} {unit}")
    }
}

/// The value that this share of the others lies below. Zero when there is none.
fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1);
    sorted.get((last as f64 * share).round() as usize).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_is_the_median_of_the_rounds_and_not_of_everything() {
        let lines =
            "save 0 2000000 1000000\nrare 0 9 9\nsave 1 3000000 1000000\nsave 2 90000000 10000000\nnoise";
        let row = Samples::named("save", lines).unwrap().row("save", Unit::Milliseconds, MEDIAN);
        assert_eq!(row, "| save | 3.0 ms | 1.0 ms | 3.00 (2.00–9.00) |");
        assert!(Samples::named("common", lines).is_err());
    }

    #[test]
    fn a_quantile_is_one_of_the_values() {
        let values = [5.0, 1.0, 3.0];
        assert_eq!([0.0, 0.5, 1.0].map(|share| quantile(&values, share)), [1.0, 3.0, 5.0]);
    }
}
