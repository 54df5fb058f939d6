//! A picture without what was written beside it: place, time, device, programs, small copies and films behind it.
//! Only parts that are known to draw the picture stay, each as long as it has to be. Which way up it is stays too.

mod gif;
mod icc;
mod jpeg;
mod png;
mod webp;

use crate::format::Format;

/// What is left of a picture, and what its parts say of it.
pub(crate) struct Stripped {
    pub(crate) bytes: Vec<u8>,
    /// As it lies in the file, before it is turned.
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// As Exif counts: 1 is the plain one.
    pub(crate) way_up: u8,
    /// In how many steps it becomes sharper.
    pub(crate) scans: usize,
    /// It is a moving picture.
    pub(crate) moves: bool,
    /// What a decoder of it takes, in bytes.
    pub(crate) memory: u64,
}

/// None when its parts cannot be told apart.
pub(crate) fn strip(format: Format, bytes: &[u8]) -> Option<Stripped> {
    match format {
        Format::Jpeg => jpeg::strip(bytes),
        Format::Png => png::strip(bytes),
        Format::WebP => webp::strip(bytes),
        Format::Gif => gif::strip(bytes),
        _ => None,
    }
}
