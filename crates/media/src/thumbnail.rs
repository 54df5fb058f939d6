//! A small picture of a picture.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, ImageResult, codecs::jpeg::JpegEncoder, metadata::Orientation};

/// The longest side of the small picture.
const SIDE: u32 = 320;

/// Turned the right way up.
pub(crate) fn of(whole: DynamicImage, way_up: u8) -> ImageResult<Vec<u8>> {
    let is_large = whole.width().max(whole.height()) > SIDE;
    let mut small = if is_large { whole.thumbnail(SIDE, SIDE) } else { whole };
    small.apply_orientation(Orientation::from_exif(way_up).unwrap_or(Orientation::NoTransforms));
    let mut out = Vec::new();
    if small.color().has_alpha() {
        DynamicImage::from(small.to_rgba8()).write_to(&mut Cursor::new(&mut out), ImageFormat::Png)?;
    } else {
        JpegEncoder::new_with_quality(&mut out, 80).encode_image(&small.to_rgb8())?;
    }
    Ok(out)
}
