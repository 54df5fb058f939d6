//! The one place where a decoder is made. A few bytes can claim to be larger than any memory, so a picture has to say
//! what it needs before one is made; and while it works, it is watched each time it reads on.

use std::{
    cell::Cell,
    io::{self, BufRead, Cursor, Read, Seek, SeekFrom},
    sync::{Mutex, MutexGuard, PoisonError},
};

use image::{
    DynamicImage, GrayImage, ImageDecoder, ImageResult, Limits, RgbImage,
    codecs::{gif::GifDecoder, png::PngDecoder, webp::WebPDecoder},
};
use zune_jpeg::{
    JpegDecoder,
    zune_core::{colorspace::ColorSpace, options::DecoderOptions},
};

use crate::{format::Format, strip::Stripped};

/// The most points of a picture that is shown: a page holds four bytes for each, 256 MB in all.
const MOST_POINTS: u64 = 64 << 20;
/// The most memory that a picture takes, its file included. The rest of 256 MB is for what no decoder tells of.
const MOST_MEMORY: u64 = 240 << 20;
/// How often a file of some length is held at once: as it came, as it was handed on, and as it is kept.
const COPIES: u64 = 3;
/// The most steps in which a JPEG becomes sharper: one of a few kilobytes can ask for hundreds of thousands.
const MOST_SCANS: usize = 100;
/// A decoder is looked after each time it has read so much, in bytes.
const STEP: usize = 1 << 14;

#[derive(Debug)]
pub(crate) enum Failed {
    /// Or too slow.
    TooLarge,
    Unreadable,
}

/// Waits until no other picture is looked at.
pub(crate) fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The points of a picture, of one that moves those of its first frame. `held` is how long the file was that it came in.
/// It ends soon after `goes_on` says no.
pub(crate) fn decode(
    format: Format,
    picture: &Stripped,
    held: usize,
    goes_on: &dyn Fn() -> bool,
) -> Result<DynamicImage, Failed> {
    let points = u64::from(picture.width) * u64::from(picture.height);
    let room = MOST_MEMORY.saturating_sub(COPIES * held.max(picture.bytes.len()) as u64);
    let is_large = points > MOST_POINTS || picture.memory > room || picture.scans > MOST_SCANS;
    if is_large || !goes_on() {
        return Err(Failed::TooLarge);
    }
    let is_stopped = Cell::new(false);
    let most = memory().saturating_add(room);
    let goes_on = || {
        let goes_on = !is_stopped.get() && goes_on() && memory() <= most;
        is_stopped.set(!goes_on);
        goes_on
    };
    let file = Watched { bytes: &picture.bytes, at: 0, left: 0, goes_on: &goes_on };
    let mut limits = Limits::default();
    limits.max_alloc = Some(room);
    let whole = match format {
        Format::Jpeg => jpeg(file),
        Format::Png => PngDecoder::with_limits(file, limits).and_then(DynamicImage::from_decoder).ok(),
        Format::Gif => gif(file, limits).ok(),
        Format::WebP => WebPDecoder::new(file).and_then(DynamicImage::from_decoder).ok(),
        _ => None,
    };
    match whole {
        // What a decoder makes of a file that ends early is not the picture.
        _ if is_stopped.get() => Err(Failed::TooLarge),
        whole => whole.ok_or(Failed::Unreadable),
    }
}

/// The profile that says what the colours of a picture are.
pub(crate) fn profile(format: Format, picture: &Stripped) -> Option<Vec<u8>> {
    let file = Cursor::new(&picture.bytes);
    match format {
        Format::Jpeg => {
            let mut decoder = JpegDecoder::new(file);
            decoder.decode_headers().ok()?;
            decoder.icc_profile()
        }
        Format::Png => PngDecoder::new(file).ok()?.icc_profile().ok()?,
        Format::WebP => WebPDecoder::new(file).ok()?.icc_profile().ok()?,
        _ => None,
    }
}

fn gif(file: Watched<'_>, limits: Limits) -> ImageResult<DynamicImage> {
    let mut decoder = GifDecoder::new(file)?;
    decoder.set_limits(limits)?;
    DynamicImage::from_decoder(decoder)
}

/// Not through `image`, which copies the file first and decodes it without reading on.
fn jpeg(file: Watched<'_>) -> Option<DynamicImage> {
    let options = DecoderOptions::default()
        .set_strict_mode(false)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .jpeg_set_max_scans(MOST_SCANS);
    let mut decoder = JpegDecoder::new_with_options(file, options);
    decoder.decode_headers().ok()?;
    let is_grey = decoder.input_colorspace() == Some(ColorSpace::Luma);
    let colours = if is_grey { ColorSpace::Luma } else { ColorSpace::RGB };
    decoder.set_options(options.jpeg_set_out_colorspace(colours));
    let points = decoder.decode().ok()?;
    let (width, height) = decoder.dimensions()?;
    let (width, height) = (u32::try_from(width).ok()?, u32::try_from(height).ok()?);
    if is_grey {
        GrayImage::from_raw(width, height, points).map(DynamicImage::from)
    } else {
        RgbImage::from_raw(width, height, points).map(DynamicImage::from)
    }
}

/// What the program takes, in bytes; nothing where the system does not tell. A code of a few bytes can make tables of
/// thousands, which no decoder counts.
fn memory() -> u64 {
    memory_stats::memory_stats().map_or(0, |stats| stats.physical_mem as u64)
}

/// A file that ends when its decoder has to.
struct Watched<'a> {
    bytes: &'a [u8],
    at: usize,
    /// So much is read before the next look.
    left: usize,
    goes_on: &'a dyn Fn() -> bool,
}

impl BufRead for Watched<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            if !(self.goes_on)() {
                return Err(io::ErrorKind::TimedOut.into());
            }
            self.left = STEP;
        }
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        Ok(&rest[..rest.len().min(self.left)])
    }

    fn consume(&mut self, amount: usize) {
        self.at += amount;
        self.left = self.left.saturating_sub(amount);
    }
}

impl Read for Watched<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl Seek for Watched<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let mut cursor = Cursor::new(self.bytes);
        cursor.set_position(self.at as u64);
        let at = cursor.seek(to)?;
        self.at = usize::try_from(at).map_err(io::Error::other)?;
        Ok(at)
    }
}
