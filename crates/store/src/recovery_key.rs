//! The recovery key: 32 letters and digits, to be written on paper and typed from there.

use data_encoding::BASE32_NOPAD;
use icu_normalizer::DecomposingNormalizerBorrowed;
use zeroize::Zeroizing;

use crate::{Error, Result};

const LENGTH: usize = 32;

/// Signs of the alphabet that look like another of it, and that one. New keys have only the latter.
const LOOK_ALIKES: [(char, char); 5] = [('L', 'I'), ('5', 'S'), ('2', 'Z'), ('6', 'G'), ('U', 'V')];

/// More signs than these that could be either of two are read alike; each way to read a key costs a try.
const MOST_UNSURE: usize = 3;

/// A new key: its bytes, and as it is shown.
pub(crate) fn make() -> Result<(Zeroizing<Vec<u8>>, Zeroizing<String>)> {
    loop {
        let mut plain = Zeroizing::new(vec![0; 20]);
        getrandom::fill(&mut plain).map_err(|_| Error::NoRandomness)?;
        let letters = Zeroizing::new(BASE32_NOPAD.encode(&plain));
        // One in about two hundred has none of them, so 152 of 160 random bits are left.
        if !letters.contains(LOOK_ALIKES.map(|(sign, _)| sign)) {
            let groups: Vec<&str> =
                letters.as_bytes().chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
            return Ok((plain, Zeroizing::new(groups.join("-"))));
        }
    }
}

/// The bytes of what may have been meant, the likeliest first; none when it is no recovery key. Case, width and
/// all that is neither letter nor digit do not matter, and neither does a sign that looks like another.
pub(crate) fn readings(typed: &str) -> Vec<Zeroizing<Vec<u8>>> {
    // Room at once: what grows leaves copies behind.
    let mut signs = Zeroizing::new(Vec::with_capacity(LENGTH + 1));
    signs.extend(
        DecomposingNormalizerBorrowed::new_nfkd()
            .normalize_iter(typed.chars())
            // A dotless i of a Turkish keyboard is an I.
            .map(|sign| if sign == 'ı' { 'I' } else { sign })
            .filter(char::is_ascii_alphanumeric)
            .take(LENGTH + 1),
    );
    if signs.len() != LENGTH {
        return Vec::new();
    }
    let [has_upper, has_lower] = [char::is_ascii_uppercase, char::is_ascii_lowercase]
        .map(|is_of_case| signs.iter().any(|sign| *sign != 'l' && *sign != 'I' && is_of_case(sign)));
    // 1 is neither, and one of another case than the rest was read from a line.
    let is_unsure = |sign: char| sign == '1' || sign == 'l' && has_upper || sign == 'I' && has_lower;
    let unsure = signs.iter().filter(|sign| is_unsure(**sign)).count();
    let ways: Vec<u32> = match unsure {
        0..=MOST_UNSURE => (0..1 << unsure).collect(),
        _ => vec![0, u32::MAX],
    };
    let read = |way: u32| {
        let mut at = 0;
        let letters = signs.iter().map(|&sign| match sign {
            _ if is_unsure(sign) => {
                at += 1;
                if way >> (at - 1) & 1 == 0 { 'I' } else { 'L' }
            }
            '0' => 'O',
            '8' => 'B',
            '9' => 'G',
            _ => sign.to_ascii_uppercase(),
        });
        Zeroizing::new(letters.collect::<Vec<char>>())
    };
    let first = read(0);
    let of_new_keys = Zeroizing::new(first.iter().copied().map(without_look_alike).collect());
    let rest = ways.into_iter().skip(1).map(read);
    let mut readings: Vec<Zeroizing<Vec<u8>>> = Vec::new();
    for letters in [first, of_new_keys].into_iter().chain(rest) {
        let letters = Zeroizing::new(letters.iter().map(|&letter| letter as u8).collect::<Vec<u8>>());
        if let Ok(plain) = BASE32_NOPAD.decode(&letters).map(Zeroizing::new)
            && !readings.contains(&plain)
        {
            readings.push(plain);
        }
    }
    readings
}

fn without_look_alike(letter: char) -> char {
    LOOK_ALIKES.iter().find(|(sign, _)| *sign == letter).map_or(letter, |(_, meant)| *meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opens(key: &str, typed: &str) -> bool {
        let plain = BASE32_NOPAD.decode(key.replace('-', "").as_bytes()).unwrap();
        readings(typed).iter().any(|reading| **reading == plain)
    }

    #[test]
    fn a_new_key_is_read_whatever_its_signs_were_taken_for() {
        for _ in 0..20 {
            let (_, key) = make().unwrap();
            let swaps = [
                ('O', '0'),
                ('I', '1'),
                ('I', 'L'),
                ('I', 'l'),
                ('B', '8'),
                ('S', '5'),
                ('Z', '2'),
                ('G', '6'),
            ];
            for (sign, taken_for) in swaps {
                assert!(opens(&key, &key.replace(sign, &taken_for.to_string())), "{taken_for}");
            }
            let all = swaps
                .iter()
                .fold(key.to_string(), |key, (sign, for_it)| key.replace(*sign, &for_it.to_string()));
            assert!(opens(&key, &all) && opens(&key, &all.to_lowercase()));
            assert!(readings(&key).len() == 1 && readings(&all).len() <= 9);
        }
    }

    #[test]
    fn a_key_is_read_however_it_was_written_down_or_pasted() {
        let (_, key) = make().unwrap();
        let wide: String = key.chars().map(wide).collect();
        for typed in [
            key.to_lowercase(),
            key.replace('-', ""),
            key.replace('-', " "),
            key.replace('-', " – "),
            key.replace('-', "—"),
            key.replace('-', "\u{2011}"),
            key.replace('-', "－"),
            key.replace('-', "\u{a0}"),
            key.replace('-', "\u{3000}"),
            key.replacen('-', "\n", 4),
            key.replacen('-', "\r\n", 1),
            key.replace('-', "-\u{200b}"),
            format!("\u{feff}\u{201c}{}\u{201d}\u{200e} ", *key),
            format!("'{}'.", *key),
            wide,
            key.to_lowercase().replace('i', "ı"),
            key.to_lowercase().replace('i', "İ"),
        ] {
            assert!(opens(&key, &typed), "{typed}");
        }
    }

    /// Keys of earlier versions have every letter of the alphabet.
    #[test]
    fn a_key_of_an_earlier_version_is_read_with_its_own_letters() {
        let key = "ABLI-2SZ5-6GUV-LMNO-PQRS-TUVW-XYZ2-3457";
        for typed in [
            key.to_owned(),
            key.to_lowercase(),
            key.replace('O', "0").replace('B', "8"),
            key.replacen('L', "1", 1),
            key.replacen('I', "1", 1),
            key.replace(['I', 'L'], "1"),
            key.replace('I', "l"),
            key.to_lowercase().replace('l', "I"),
        ] {
            assert!(opens(key, &typed), "{typed}");
        }
    }

    #[test]
    fn what_is_no_key_costs_no_try() {
        for typed in ["", "a small grey stone", "ABLI-2SZ5", "한국어 비밀번호", &"A".repeat(33)] {
            assert!(readings(typed).is_empty(), "{typed}");
        }
    }

    fn wide(sign: char) -> char {
        char::from_u32(u32::from(sign) + 0xfee0).unwrap()
    }
}
