//! What a row is called beyond the file it stands in: in texts, in exports, in another file.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use ts_rs::TS;

/// 16 bytes, made once and given to nothing else. Written as 32 small hexadecimal digits.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string")]
pub struct Uid(pub [u8; 16]);

impl Serialize for Uid {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Uid {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|NoUid| D::Error::custom("no uid"))
    }
}

/// A text that names no row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoUid;

impl Uid {
    /// As two numbers, to be mixed.
    pub(crate) fn halves(self) -> [u64; 2] {
        let number = u128::from_be_bytes(self.0);
        [(number >> 64) as u64, number as u64]
    }
}

impl fmt::Display for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl fmt::Debug for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Uid {
    type Err = NoUid;

    fn from_str(text: &str) -> Result<Self, NoUid> {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if text.len() != 32 || !text.bytes().all(is_digit) {
            return Err(NoUid);
        }
        let number = u128::from_str_radix(text, 16).map_err(|_| NoUid)?;
        Ok(Uid(number.to_be_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_written_in_one_way_only() {
        let uid = Uid([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff]);
        assert_eq!(uid.to_string(), "00010203040506070809aabbccddeeff");
        assert_eq!(uid.to_string().parse(), Ok(uid));
        for other in [
            "",
            "12",
            "00010203040506070809AABBCCDDEEFF",
            "+0010203040506070809aabbccddeef",
            "00010203040506070809aabbccddeeff0",
        ] {
            assert_eq!(other.parse::<Uid>(), Err(NoUid), "{other}");
        }
    }
}
