//! What a file is, by its first bytes. What is not known here for certain is a plain file that nothing opens.

use pilot_domain::attachment::AttachmentKind;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Jpeg,
    Png,
    Gif,
    WebP,
    Mp3,
    Wav,
    Ogg,
    Flac,
    M4a,
    /// Plain text, and nothing that a browser would draw.
    Text,
    Other,
}

impl Format {
    pub(crate) fn of(bytes: &[u8]) -> Format {
        let at = |from: usize, what: &[u8]| bytes.get(from..from + what.len()) == Some(what);
        match () {
            () if at(0, b"\xff\xd8\xff") => Format::Jpeg,
            () if at(0, b"\x89PNG\r\n\x1a\n") => Format::Png,
            () if at(0, b"GIF87a") || at(0, b"GIF89a") => Format::Gif,
            () if at(0, b"RIFF") && at(8, b"WEBP") => Format::WebP,
            () if at(0, b"RIFF") && at(8, b"WAVE") => Format::Wav,
            () if at(0, b"OggS") => Format::Ogg,
            () if at(0, b"fLaC") => Format::Flac,
            () if at(4, b"ftypM4A ") || at(4, b"ftypM4B ") => Format::M4a,
            () if at(0, b"ID3") || is_mp3_frame(bytes) => Format::Mp3,
            () if is_text(bytes) => Format::Text,
            () => Format::Other,
        }
    }

    pub(crate) fn is_picture(self) -> bool {
        self.kind() == AttachmentKind::Picture
    }

    pub(crate) fn kind(self) -> AttachmentKind {
        match self {
            Format::Jpeg | Format::Png | Format::Gif | Format::WebP => AttachmentKind::Picture,
            Format::Mp3 | Format::Wav | Format::Ogg | Format::Flac | Format::M4a => AttachmentKind::Sound,
            Format::Text => AttachmentKind::Text,
            Format::Other => AttachmentKind::File,
        }
    }

    /// What the web view is told: never a type that it would run.
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Format::Jpeg => "image/jpeg",
            Format::Png => "image/png",
            Format::Gif => "image/gif",
            Format::WebP => "image/webp",
            Format::Mp3 => "audio/mpeg",
            Format::Wav => "audio/wav",
            Format::Ogg => "audio/ogg",
            Format::Flac => "audio/flac",
            Format::M4a => "audio/mp4",
            Format::Text => "text/plain",
            Format::Other => "application/octet-stream",
        }
    }
}

/// The head of a frame of MPEG layer III with a bit rate and a sample rate that exist.
fn is_mp3_frame(bytes: &[u8]) -> bool {
    let Some(&[first, second, third]) = bytes.first_chunk::<3>() else { return false };
    first == 0xff
        && second & 0xe6 == 0xe2
        && second & 0x18 != 0x08
        && !matches!(third >> 4, 0 | 0xf)
        && third & 0x0c != 0x0c
}

/// Letters and line breaks only. What begins with a tag is a page or a drawing, and those are not opened.
fn is_text(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let is_letter = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    let start = text.trim_start_matches('\u{feff}').trim_start();
    !start.starts_with('<') && text.trim_start_matches('\u{feff}').chars().all(is_letter)
}
