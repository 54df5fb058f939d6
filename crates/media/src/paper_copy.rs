//! A picture as it goes onto paper: no larger than is seen there, upright, standing still, in its colours, and without
//! anything that a camera wrote into it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::{
    DynamicImage, ImageEncoder, Rgb, RgbImage, codecs::jpeg::JpegEncoder, imageops::FilterType,
    metadata::Orientation,
};

use crate::{decoder, format::Format, strip::strip};

/// The longer side, in dots: the width of a page at 240 dots an inch.
const SIDE: u32 = 1600;
const QUALITY: u8 = 85;
/// Where a profile says what its colours are made of.
const MADE_OF: std::ops::Range<usize> = 16..20;

/// A JPEG of a picture; none of one that cannot be read, or is too large, or while `goes_on` says no.
pub fn paper_copy(bytes: &[u8], goes_on: &dyn Fn() -> bool) -> Option<Vec<u8>> {
    let _turn = decoder::turn();
    // Strangers' bytes must not end the program, whatever is made of them.
    catch_unwind(AssertUnwindSafe(|| draw(bytes, goes_on))).ok().flatten()
}

fn draw(bytes: &[u8], goes_on: &dyn Fn() -> bool) -> Option<Vec<u8>> {
    let format = Format::of(bytes);
    let stripped = strip(format, bytes)?;
    let whole = decoder::decode(format, &stripped, bytes.len(), goes_on).ok()?;
    let is_large = whole.width().max(whole.height()) > SIDE;
    let has_colours = whole.color().has_color();
    let mut copy = if is_large { whole.resize(SIDE, SIDE, FilterType::Triangle) } else { whole };
    copy.apply_orientation(Orientation::from_exif(stripped.way_up).unwrap_or(Orientation::NoTransforms));
    let mut out = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut out, QUALITY);
    let profile = decoder::profile(format, &stripped);
    if let Some(profile) = profile.filter(|profile| has_colours && profile.get(MADE_OF) == Some(b"RGB ")) {
        encoder.set_icc_profile(profile).ok()?;
    }
    encoder.encode_image(&on_white(copy)).ok()?;
    Some(out)
}

/// What lets light through stands on white, as on paper.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let picture = picture.to_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [red, green, blue, covers] = picture.get_pixel(x, y).0.map(u32::from);
        let mixed = |colour: u32| ((colour * covers + 255 * (255 - covers)) / 255) as u8;
        Rgb([mixed(red), mixed(green), mixed(blue)])
    })
}
