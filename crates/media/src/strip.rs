//! A picture without what was written beside it: place, time, device, programs, small copies and films behind it.
//! Only parts that are known to draw the picture stay. Which way up it is stays too.

mod gif;
mod jpeg;
mod png;
mod webp;

use crate::format::Format;

/// None when its parts cannot be told apart.
pub(crate) fn strip(format: Format, bytes: &[u8]) -> Option<Vec<u8>> {
    match format {
        Format::Jpeg => jpeg::strip(bytes),
        Format::Png => png::strip(bytes),
        Format::WebP => webp::strip(bytes),
        Format::Gif => gif::strip(bytes),
        _ => None,
    }
}
