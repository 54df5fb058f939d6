//! Files as cameras, programs and bad luck make them, as facts.

use std::{cell::Cell, io::Cursor};

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, codecs::gif::GifEncoder};
use pilot_domain::attachment::{AttachmentKind, Metadata, NotShown};

use crate::{Looked, exif};

const PLACE: &str = "54.6872 N 25.2797 E";
/// As long as it takes.
fn look(bytes: Vec<u8>, keeps_metadata: bool) -> Looked {
    crate::look(bytes, keeps_metadata, &|| true)
}

/// The colours of a phone.
fn profile() -> Vec<u8> {
    [b"ICC_PROFILE\0\x01\x01".as_slice(), &moxcms::ColorProfile::new_display_p3().encode().unwrap()].concat()
}

/// Wider than high, and dark at its left.
fn picture(width: u32, height: u32) -> DynamicImage {
    let shade = |x: u32| if x < width / 2 { 20 } else { 220 };
    DynamicImage::from(RgbImage::from_fn(width, height, |x, _| Rgb([shade(x); 3])))
}

fn encoded(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture(640, 400).write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// What a phone writes: which way up, and where. The place stands in a field of its own, so that it can be looked for.
fn camera_notes(way_up: u8) -> Vec<u8> {
    let mut exif = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, way_up, 0, 0]);
    exif.extend([0x01, 0x0e, 0, 2]);
    exif.extend((PLACE.len() as u32).to_be_bytes());
    exif.extend(38_u32.to_be_bytes());
    exif.extend([0; 4]);
    exif.extend(PLACE.as_bytes());
    assert_eq!(exif::turned(&exif), (way_up != 1).then_some(way_up), "the notes are read as notes");
    exif
}

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    [&[0xff, marker][..], &((body.len() + 2) as u16).to_be_bytes(), body].concat()
}

fn photo(way_up: u8) -> Vec<u8> {
    let plain = encoded(ImageFormat::Jpeg);
    [
        &plain[..2],
        &segment(0xe1, &[b"Exif\0\0", camera_notes(way_up).as_slice()].concat()),
        &segment(0xe1, format!("http://ns.adobe.com/xap/1.0/\0<x>{PLACE}</x>").as_bytes()),
        &segment(0xe2, &profile()),
        &segment(0xe2, format!("MPF\0{PLACE}").as_bytes()),
        &segment(0xed, format!("Photoshop 3.0\0{PLACE}").as_bytes()),
        &segment(0xfe, PLACE.as_bytes()),
        &plain[2..],
        // A phone hangs a film or a second picture behind the first.
        format!("ftypmp42{PLACE}").as_bytes(),
    ]
    .concat()
}

/// After the head of a PNG, which is 8 and 25 bytes long.
fn with_chunks(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let plain = encoded(ImageFormat::Png);
    let mut bytes = plain[..33].to_vec();
    for (kind, body) in chunks {
        bytes.extend((body.len() as u32).to_be_bytes());
        bytes.extend([kind.as_slice(), body].concat());
        // Decoders pass over a wrong sum where a picture does not need the chunk.
        bytes.extend([0; 4]);
    }
    bytes.extend(&plain[33..]);
    bytes
}

fn webp(way_up: u8) -> Vec<u8> {
    let plain = encoded(ImageFormat::WebP);
    let chunk = |kind: &[u8; 4], body: &[u8]| {
        let padding = vec![0; body.len() % 2];
        [kind.as_slice(), &(body.len() as u32).to_le_bytes(), body, &padding].concat()
    };
    // Flags for Exif and XMP; then the size, less one, in three bytes each.
    let size = [&639_u32.to_le_bytes()[..3], &399_u32.to_le_bytes()[..3]].concat();
    let body = [
        &b"WEBP"[..],
        &chunk(b"VP8X", &[&[0x0c, 0, 0, 0], size.as_slice()].concat()),
        &plain[12..],
        &chunk(b"EXIF", &camera_notes(way_up)),
        &chunk(b"XMP ", PLACE.as_bytes()),
    ]
    .concat();
    [&b"RIFF"[..], &(body.len() as u32).to_le_bytes(), &body].concat()
}

fn gif() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    for width in [30, 30] {
        encoder.encode_frame(image::Frame::new(picture(width, 20).to_rgba8())).unwrap();
    }
    drop(encoder);
    bytes.pop();
    let comment = [&[0x21, 0xfe, PLACE.len() as u8], PLACE.as_bytes(), &[0, 0x3b], PLACE.as_bytes()].concat();
    [bytes, comment].concat()
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

fn sides(looked: &Looked) -> (u32, u32) {
    (looked.facts.width.unwrap(), looked.facts.height.unwrap())
}

#[test]
fn of_a_photo_only_the_picture_its_colours_and_the_way_up_are_kept() {
    let looked = look(photo(6), false);
    assert_eq!((looked.facts.kind, looked.facts.metadata), (AttachmentKind::Picture, Metadata::Removed));
    assert!(
        !holds(&looked.bytes, PLACE.as_bytes())
            && !holds(looked.thumbnail.as_ref().unwrap(), PLACE.as_bytes())
    );
    assert!(holds(&looked.bytes, b"ICC_PROFILE\0\x01\x01"));
    // Taken upright: the wide picture is a high one, and what was at its left is at its top.
    assert_eq!(sides(&looked), (400, 640));
    let small = image::load_from_memory(&looked.thumbnail.unwrap()).unwrap().to_luma8();
    assert_eq!((small.width(), small.height()), (200, 320));
    assert!(small.get_pixel(100, 40).0[0] < 60 && small.get_pixel(100, 280).0[0] > 180);
    // No point of it has changed.
    let points = |bytes: &[u8]| image::load_from_memory(bytes).unwrap().to_rgb8().into_raw();
    assert!(points(&looked.bytes) == points(&photo(6)));
    // What is clean already stays byte for byte as it is.
    let again = look(looked.bytes.clone(), false);
    assert_eq!((again.bytes == looked.bytes, again.facts.metadata), (true, Metadata::Absent));
}

#[test]
fn what_the_camera_wrote_is_kept_when_that_is_asked_for() {
    // Its profile says in which second it was made, so that another would be another.
    let photo = photo(3);
    let looked = look(photo.clone(), true);
    assert_eq!(looked.facts.metadata, Metadata::Kept);
    assert!(looked.bytes == photo);
}

#[test]
fn of_a_drawing_only_what_draws_it_is_kept() {
    let notes = camera_notes(6);
    let place = format!("Comment\0{PLACE}");
    let marked = with_chunks(&[(b"tEXt", place.as_bytes()), (b"eXIf", &notes), (b"iTXt", place.as_bytes())]);
    let looked = look([marked, PLACE.into()].concat(), false);
    assert_eq!(looked.facts.metadata, Metadata::Removed);
    assert!(!holds(&looked.bytes, PLACE.as_bytes()));
    assert_eq!(sides(&looked), (400, 640), "with a sum that a decoder takes");
}

#[test]
fn of_a_webp_only_the_picture_and_the_way_up_are_kept() {
    let looked = look(webp(8), false);
    assert_eq!((looked.facts.kind, looked.facts.metadata), (AttachmentKind::Picture, Metadata::Removed));
    assert!(!holds(&looked.bytes, PLACE.as_bytes()) && !holds(&looked.bytes, b"XMP "));
    assert_eq!(sides(&looked), (400, 640));
    let plain = look(webp(1), false);
    assert!(!holds(&plain.bytes, b"EXIF"));
    assert_eq!(sides(&plain), (640, 400));
}

#[test]
fn a_moving_picture_goes_on_moving_without_its_comments() {
    let looked = look(gif(), false);
    assert_eq!((looked.facts.metadata, looked.facts.moves), (Metadata::Removed, true));
    assert!(!holds(&looked.bytes, PLACE.as_bytes()));
    assert!(!look(encoded(ImageFormat::WebP), false).facts.moves);
}

#[test]
fn a_small_picture_is_not_made_larger_and_what_is_seen_through_stays_so() {
    let mut bytes = Vec::new();
    let clear = DynamicImage::new_rgba8(40, 30);
    clear.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
    let small = image::load_from_memory(&look(bytes, false).thumbnail.unwrap()).unwrap();
    assert_eq!((small.width(), small.color().has_alpha()), (40, true));
}

#[test]
fn a_picture_is_let_go_of_when_it_is_told_so() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        // Nothing of it repeats.
        let noise = |x: u32, y: u32| (x * 7919 + y * 104_729).wrapping_mul(2_654_435_761) >> 13;
        let noise = RgbImage::from_fn(900, 600, |x, y| Rgb([noise(x, y) as u8, noise(y, x) as u8, x as u8]));
        let mut bytes = Vec::new();
        DynamicImage::from(noise).write_to(&mut Cursor::new(&mut bytes), format).unwrap();
        assert!(look(bytes.clone(), false).thumbnail.is_some(), "{format:?}");
        let asked = Cell::new(0);
        let looked = crate::look(bytes, false, &|| {
            asked.set(asked.get() + 1);
            asked.get() < 5
        });
        assert_eq!((looked.facts.not_shown, asked.get()), (Some(NotShown::TooLarge), 5), "{format:?}");
    }
}

/// A PNG of 60 000 by 60 000 points, in a few bytes.
#[test]
fn a_picture_that_claims_to_be_larger_than_any_memory_is_kept_as_a_file() {
    let mut bomb = encoded(ImageFormat::Png);
    bomb[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let sum = crc(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&sum.to_be_bytes());
    let looked = look(bomb.clone(), false);
    assert_eq!(looked.facts.not_shown, Some(NotShown::TooLarge));
    assert_eq!((looked.facts.kind, looked.thumbnail), (AttachmentKind::File, None));
    assert!(looked.bytes == bomb);
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(
            sum ^ u32::from(*byte),
            |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 },
        )
    })
}

#[test]
fn a_file_that_was_cut_off_loses_nothing_more_wherever_it_was_cut() {
    for whole in [photo(6), with_chunks(&[(b"tEXt", b"a\0b")]), webp(6), gif()] {
        for length in (0..whole.len()).step_by(whole.len() / 97 + 1) {
            let cut = whole[..length].to_vec();
            let looked = look(cut.clone(), false);
            let is_shown = looked.facts.kind == AttachmentKind::Picture;
            assert!(is_shown || looked.bytes == cut || looked.facts.not_shown == Some(NotShown::TooLarge));
            assert_eq!(looked.facts.length, looked.bytes.len() as u64);
        }
    }
}

#[test]
fn a_file_is_what_its_bytes_are() {
    let kind = |bytes: &[u8]| {
        let facts = look(bytes.to_vec(), false).facts;
        (facts.kind, facts.media_type)
    };
    let file = (AttachmentKind::File, "application/octet-stream".to_owned());
    for page in
        [&b"<!doctype html><script>"[..], b"\xef\xbb\xbf \n<svg onload=x>", b"<html>", b"%PDF-1.7\n\x80"]
    {
        assert_eq!(kind(page), file, "{}", String::from_utf8_lossy(page));
    }
    for sound in [
        &b"ID3\x04\0"[..],
        b"RIFF\0\0\0\0WAVEfmt ",
        b"OggS\0",
        b"fLaC\0",
        b"\0\0\0\x20ftypM4A \0",
        b"\xff\xfb\x90\x64",
    ] {
        assert_eq!(kind(sound).0, AttachmentKind::Sound, "{sound:?}");
    }
    assert_eq!(kind("a line\nand naïve 雨".as_bytes()), (AttachmentKind::Text, "text/plain".to_owned()));
    for other in [&b"\0\0\0\x18ftypheic"[..], b"\0\0\0\x18ftypmp42", b"PK\x03\x04", b"a\0b", b"\xff\xfe\0\0"]
    {
        assert_eq!(kind(other), file, "{other:?}");
    }
    assert_eq!(look(b"<html>".to_vec(), false).facts.metadata, Metadata::Unknown);
}

#[test]
fn a_copy_for_paper_is_upright_no_larger_than_is_seen_in_its_colours_and_on_white() {
    let copy = |bytes: &[u8]| crate::paper_copy(bytes, &|| true).unwrap();
    let read = |jpeg: &[u8]| image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).unwrap();
    // On its side: dark at its left becomes dark above.
    let upright = copy(&photo(6));
    assert!(!holds(&upright, PLACE.as_bytes()));
    assert!(holds(&upright, b"ICC_PROFILE"), "without its profile a phone's colours are paler");
    let points = read(&upright).to_rgb8();
    assert_eq!(points.dimensions(), (400, 640));
    assert!(points.get_pixel(200, 20).0[0] < 60 && points.get_pixel(200, 620).0[0] > 180);

    let mut large = Vec::new();
    picture(3200, 100).write_to(&mut Cursor::new(&mut large), ImageFormat::Png).unwrap();
    assert_eq!(read(&copy(&large)).to_rgb8().dimensions(), (1600, 50));

    let clear = image::RgbaImage::from_pixel(8, 8, image::Rgba([0, 0, 0, 0]));
    let mut drawing = Vec::new();
    clear.write_to(&mut Cursor::new(&mut drawing), ImageFormat::Png).unwrap();
    assert!(read(&copy(&drawing)).to_rgb8().pixels().all(|point| point.0.iter().all(|colour| *colour > 250)));

    assert!(read(&copy(&gif())).width() > 0 && read(&copy(&webp(1))).width() > 0);
    for other in [&b""[..], b"no picture", &encoded(ImageFormat::Png)[..60]] {
        assert!(crate::paper_copy(other, &|| true).is_none());
    }
    assert!(crate::paper_copy(&encoded(ImageFormat::Png), &|| false).is_none());
}
