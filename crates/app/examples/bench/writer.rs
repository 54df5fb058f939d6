//! Writes believable entries, the same ones every time.

const SYLLABLES: [&str; 24] = [
    "ka", "re", "mi", "so", "tu", "len", "dor", "vi", "pa", "shi", "no", "bel", "gra", "fi", "hum", "ja",
    "wen", "cu", "zo", "tri", "lo", "nes", "ab", "ye",
];
/// Every word of one, two or three syllables.
const VOCABULARY: usize = 24 + 24 * 24 + 24 * 24 * 24;

/// The word of a rank. The commonest are the shortest, and each begins many that are rarer.
pub(crate) fn word(rank: usize) -> String {
    let mut syllables = Vec::new();
    let mut rest = rank + 1;
    while rest > 0 {
        rest -= 1;
        syllables.push(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    syllables.into_iter().rev().collect()
}

/// Writes the same texts every time. Holds the state of a small random generator (SplitMix64).
pub(crate) struct Writer(pub(crate) u64);

impl Writer {
    pub(crate) fn texts(count: u32) -> impl Iterator<Item = String> {
        let mut writer = Writer(0);
        (0..count).map(move |_| {
            // 30 to 400 words, short ones more often: half have fewer than 110.
            let words = 30.0 * (400.0_f64 / 30.0).powf(writer.fraction());
            writer.text(words as usize)
        })
    }

    pub(crate) fn text(&mut self, words: usize) -> String {
        let mut text = String::new();
        for place in 1..=words {
            text.push_str(&word(self.rank()));
            text.push_str(if place % 12 == 0 { ".\n" } else { " " });
        }
        text
    }

    /// As in a language: a word's share falls with its rank (Zipf).
    pub(crate) fn rank(&mut self) -> usize {
        (VOCABULARY as f64).powf(self.fraction()) as usize - 1
    }

    /// From 0 to just under 1.
    pub(crate) fn fraction(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^= bits >> 31;
        (bits >> 11) as f64 / (1_u64 << 53) as f64
    }
}
