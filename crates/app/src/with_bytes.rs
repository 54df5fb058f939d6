//! An answer with bytes beside it. They cross in one body, so that a file is never spelled out as text on its way to a page.

use serde::Serialize;

use crate::Result;

/// What is told of some bytes, and the bytes.
#[derive(Debug)]
pub struct WithBytes<T> {
    pub head: T,
    pub bytes: Vec<u8>,
}

impl<T: Serialize> WithBytes<T> {
    /// As the page is told, which reads it in `ui/src/host/client.ts`: the length of the head as four bytes, the lowest
    /// first; the head as JSON; the bytes.
    pub(crate) fn body(self) -> Result<Vec<u8>> {
        let head = serde_json::to_vec(&self.head)?;
        // A head is far shorter than four gigabytes.
        let length = (head.len() as u32).to_le_bytes();
        Ok([&length, &head[..], &self.bytes].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_come_after_the_head_and_its_length() {
        let body = |head: Option<&str>| WithBytes { head, bytes: vec![0, 255] }.body().unwrap();
        assert_eq!(body(Some("é")), b"\x04\0\0\0\"\xc3\xa9\"\0\xff");
        assert_eq!(body(None), b"\x04\0\0\0null\0\xff");
    }
}
