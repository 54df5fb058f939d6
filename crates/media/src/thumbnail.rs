//! A small picture of a picture, within limits: a file of a few bytes can claim to be larger than any memory.

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use image::{
    AnimationDecoder as _, DynamicImage, ImageDecoder as _, ImageError, ImageFormat, ImageReader,
    ImageResult, Limits,
    codecs::{gif::GifDecoder, jpeg::JpegEncoder, png::PngDecoder, webp::WebPDecoder},
    metadata::Orientation,
};

use crate::format::Format;

/// The longest side of the small picture.
const SIDE: u32 = 320;
/// The longest side, and the most memory, of a picture that is shown: more than cameras make.
const LONGEST: u32 = 20_000;
const MOST_MEMORY: u64 = 400 << 20;

pub(crate) enum Decoded {
    Picture { width: u32, height: u32, moves: bool, thumbnail: Vec<u8> },
    TooLarge,
    Unreadable,
}

pub(crate) fn decode(format: Format, bytes: &[u8]) -> Decoded {
    let format = match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::Gif => ImageFormat::Gif,
        Format::WebP => ImageFormat::WebP,
        _ => return Decoded::Unreadable,
    };
    // Strangers' bytes must not end the program, whatever the decoder makes of them.
    match catch_unwind(AssertUnwindSafe(|| picture(format, bytes))) {
        Ok(Ok(picture)) => picture,
        Ok(Err(ImageError::Limits(_))) => Decoded::TooLarge,
        Ok(Err(_)) | Err(_) => Decoded::Unreadable,
    }
}

fn picture(format: ImageFormat, bytes: &[u8]) -> ImageResult<Decoded> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST);
    limits.max_image_height = Some(LONGEST);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder()?;
    limits.reserve(decoder.total_bytes())?;
    let way_up = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let whole = DynamicImage::from_decoder(decoder)?;
    let (across, down) = (whole.width(), whole.height());
    let mut small = if across.max(down) > SIDE { whole.thumbnail(SIDE, SIDE) } else { whole };
    small.apply_orientation(way_up);
    let is_on_its_side = way_up.to_exif() >= 5;
    let (width, height) = if is_on_its_side { (down, across) } else { (across, down) };
    Ok(Decoded::Picture { width, height, moves: moves(format, bytes)?, thumbnail: encode(&small)? })
}

fn moves(format: ImageFormat, bytes: &[u8]) -> ImageResult<bool> {
    let bytes = Cursor::new(bytes);
    Ok(match format {
        ImageFormat::Gif => GifDecoder::new(bytes)?.into_frames().take(2).count() > 1,
        ImageFormat::Png => PngDecoder::new(bytes)?.is_apng()?,
        ImageFormat::WebP => WebPDecoder::new(bytes)?.has_animation(),
        _ => false,
    })
}

fn encode(small: &DynamicImage) -> ImageResult<Vec<u8>> {
    let mut out = Vec::new();
    if small.color().has_alpha() {
        DynamicImage::from(small.to_rgba8()).write_to(&mut Cursor::new(&mut out), ImageFormat::Png)?;
    } else {
        JpegEncoder::new_with_quality(&mut out, 80).encode_image(&small.to_rgb8())?;
    }
    Ok(out)
}
