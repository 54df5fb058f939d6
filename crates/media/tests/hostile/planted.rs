//! Bytes that were planted in a picture, wherever its format leaves room for some: none of them is kept.

use std::io::Read as _;

use flate2::read::ZlibDecoder;
use moxcms::{ColorProfile, LocalizableString, ProfileText, ToneReprCurve};
use pilot_domain::attachment::{AttachmentKind, Metadata};

use crate::{gif, jpeg, png, webp};

const PLANTED: &[u8] = b"54.6872 N 25.2797 E";

fn kept(file: &[u8], place: &str) -> Vec<u8> {
    assert!(holds(file, PLANTED) || place.contains("deflated"), "{place}: planted");
    let looked = pilot_media::look(file.to_vec(), false, &|| true);
    assert_eq!(
        (looked.facts.kind, looked.facts.metadata),
        (AttachmentKind::Picture, Metadata::Removed),
        "{place}"
    );
    assert!(!holds(&looked.bytes, PLANTED), "{place}");
    let again = pilot_media::look(looked.bytes.clone(), false, &|| true);
    assert!(again.bytes == looked.bytes, "{place}: what is clean stays as it is");
    looked.bytes
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

/// The colours of a phone, and the place in whatever takes a text.
fn profile() -> Vec<u8> {
    let mut profile = ColorProfile::new_display_p3();
    for text in [&mut profile.description, &mut profile.copyright, &mut profile.device_model] {
        let place = String::from_utf8_lossy(PLANTED).into_owned();
        let place = LocalizableString::new("en".to_owned(), "US".to_owned(), place);
        *text = Some(ProfileText::Localizable(vec![place]));
    }
    let mut bytes = profile.encode().unwrap();
    // Who made it, its number, the model of the device and what is reserved, one after the other.
    bytes[80..128].copy_from_slice(&[0; 48]);
    bytes[52..52 + 4].copy_from_slice(&PLANTED[..4]);
    bytes[84..84 + PLANTED.len()].copy_from_slice(PLANTED);
    // Behind the last tag.
    bytes.extend(PLANTED);
    let length = bytes.len() as u32;
    bytes[..4].copy_from_slice(&length.to_be_bytes());
    bytes
}

fn is_display_p3(profile: &[u8]) {
    let wide: Vec<u8> = PLANTED.iter().flat_map(|letter| [0, *letter]).collect();
    assert!(!holds(profile, PLANTED) && !holds(profile, &wide) && !holds(profile, &PLANTED[..4]));
    let (kept, whole) = (ColorProfile::new_from_slice(profile).unwrap(), ColorProfile::new_display_p3());
    let whole = ColorProfile::new_from_slice(&whole.encode().unwrap()).unwrap();
    assert_eq!(kept.red_colorant, whole.red_colorant);
    assert_eq!(kept.green_colorant, whole.green_colorant);
    assert_eq!(kept.blue_colorant, whole.blue_colorant);
    assert_eq!(kept.chromatic_adaptation.map(|by| by.v), whole.chromatic_adaptation.map(|by| by.v));
    assert_eq!(kept.media_white_point, whole.media_white_point);
    let curve = |profile: &ColorProfile| match &profile.red_trc {
        Some(ToneReprCurve::Parametric(curve)) => curve.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(curve(&kept), curve(&whole));
}

#[test]
fn nothing_planted_in_a_jpeg_is_kept() {
    let at_the_head = |body: &[u8]| jpeg::grey(16, 16, body);
    let with = |start: &[u8]| [start, PLANTED].concat();
    let table = [PLANTED, &[1; 64]].concat();
    for (place, marker, body) in [
        ("a comment", 0xfe, with(b"")),
        ("an application's own", 0xe3, with(b"Meta\0")),
        ("XMP", 0xe1, with(b"http://ns.adobe.com/xap/1.0/\0")),
        ("Exif", 0xe1, with(b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0")),
        ("the small copy in JFIF", 0xe0, with(b"JFIF\0\x01\x02\0\0\x01\0\x01\x02\x03")),
        ("an extension of JFIF", 0xe0, with(b"JFXX\0\x10")),
        ("behind what Adobe wrote", 0xee, with(b"Adobe\0\x64\0\0\0\0\0")),
        ("within what Adobe wrote", 0xee, [b"Adobe", &PLANTED[..6], &[0], PLANTED].concat()),
        ("more pictures", 0xe2, with(b"MPF\0")),
        ("no profile", 0xe2, with(b"ICC_PROFILE\0\x01\x01")),
        ("a table that no scan uses", 0xdb, [&[3], &table[..64]].concat()),
        ("a table that is replaced", 0xdb, [&[0], &table[..64]].concat()),
        ("codes that no scan uses", 0xc4, [&[3, 0, 0, 0, 0, 19][..], &[0; 11], PLANTED].concat()),
        ("codes that are replaced", 0xc4, [&[0, 0, 0, 0, 0, 19][..], &[0; 11], PLANTED].concat()),
        ("behind the distance of restarts", 0xdd, with(b"\0\0")),
        ("a number of lines", 0xdc, with(b"\0\x10")),
        ("the head of a pyramid", 0xde, with(b"")),
        ("reserved", 0xf0, with(b"")),
    ] {
        kept(&at_the_head(&jpeg::segment(marker, &body)), place);
    }
    let plain = at_the_head(&[]);
    kept(&at_the_head(&[&jpeg::segment(0xfe, b""), PLANTED].concat()), "between segments");
    kept(&[&plain, PLANTED].concat(), "behind the end");
    for marker in [0xc0, 0xda] {
        let at = plain.windows(2).position(|pair| pair == [0xff, marker]).unwrap();
        let end = at + 2 + usize::from(plain[at + 3]);
        let mut longer = plain.clone();
        longer[at + 3] += PLANTED.len() as u8;
        longer.splice(end..end, PLANTED.iter().copied());
        kept(&longer, "behind the head of a frame or a scan");
    }
}

#[test]
fn of_a_profile_only_the_colours_are_kept() {
    let halves = profile().len() / 2;
    let part =
        |number: u8, bytes: &[u8]| jpeg::segment(0xe2, &[b"ICC_PROFILE\0", &[number, 2][..], bytes].concat());
    let profile = profile();
    let parts = [part(2, &profile[halves..]), part(1, &profile[..halves])].concat();
    let bytes = kept(&jpeg::grey(16, 16, &parts), "a profile in a JPEG");
    let at = bytes.windows(12).position(|window| window == b"ICC_PROFILE\0").unwrap();
    let length = usize::from(u16::from_be_bytes([bytes[at - 2], bytes[at - 1]]));
    is_display_p3(&bytes[at + 14..at - 2 + length]);

    let body = [PLANTED, b"\0\0", &png::deflated(&profile)].concat();
    let bytes = kept(&png::small(&png::chunk(b"iCCP", &body)), "a profile in a PNG");
    let at = bytes.windows(4).position(|window| window == b"iCCP").unwrap();
    let mut inflated = Vec::new();
    ZlibDecoder::new(&bytes[at + 9..]).read_to_end(&mut inflated).unwrap();
    is_display_p3(&inflated);

    let bytes = kept(&webp::small(&webp::chunk(b"ICCP", &profile)), "a profile in a WebP");
    let at = bytes.windows(4).position(|window| window == b"ICCP").unwrap();
    let length = u32::from_le_bytes(bytes[at + 4..at + 8].try_into().unwrap()) as usize;
    is_display_p3(&bytes[at + 8..at + 8 + length]);
}

#[test]
fn a_profile_whose_curve_is_a_text_is_dropped() {
    let mut profile = ColorProfile::new_display_p3();
    let letters = PLANTED.chunks(2).map(|pair| u16::from_be_bytes([pair[0], *pair.last().unwrap()]));
    profile.red_trc = Some(ToneReprCurve::Lut(letters.collect()));
    let body = [&b"ICC_PROFILE\0\x01\x01"[..], &profile.encode().unwrap(), PLANTED].concat();
    assert!(!holds(&kept(&jpeg::grey(16, 16, &jpeg::segment(0xe2, &body)), "a curve"), &PLANTED[..18]));
}

#[test]
fn nothing_planted_in_a_png_is_kept() {
    let with = |start: &[u8]| [start, PLANTED].concat();
    for (place, kind, body) in [
        ("a text", b"tEXt", with(b"Comment\0")),
        ("a text that is deflated", b"zTXt", [&b"Comment\0\0"[..], &png::deflated(PLANTED)].concat()),
        ("a text in any script", b"iTXt", with(b"Comment\0\0\0\0\0")),
        ("Exif", b"eXIf", with(b"MM\0*\0\0\0\x08\0\0\0\0\0\0")),
        ("no profile", b"iCCP", with(b"icc\0\0")),
        ("a day", b"tIME", with(b"")),
        ("a program's own", b"prVt", with(b"")),
        ("suggested colours", b"sPLT", with(b"a\0\x08")),
        ("how often colours come", b"hIST", with(b"")),
        ("behind the gamma", b"gAMA", with(b"\0\0\xb1\x8f")),
        ("behind the size of a point", b"pHYs", with(b"\0\0\0\x01\0\0\0\x01\0")),
        ("behind the kind of colours", b"sRGB", with(b"\0")),
        ("behind the colours of the light", b"cHRM", with(&[0; 32])),
        ("a frame of no film", b"fdAT", with(b"\0\0\0\0")),
        ("what times a frame of no film", b"fcTL", with(b"1234567")),
        ("a second head", b"IHDR", with(b"")),
    ] {
        kept(&png::small(&png::chunk(kind, &body)), place);
    }
    kept(&[&png::small(&[]), PLANTED].concat(), "behind the end");
    // Decoders pass over the sum of a chunk that they can do without.
    let mut sum = png::chunk(b"gAMA", b"\0\0\xb1\x8f");
    sum.truncate(sum.len() - 4);
    let sum = [png::small(&[&sum, &PLANTED[..4]].concat()), PLANTED.to_vec()].concat();
    assert!(!holds(&kept(&sum, "a sum"), &PLANTED[..4]));
}

#[test]
fn nothing_planted_in_a_gif_is_kept() {
    let block = [&[PLANTED.len() as u8], PLANTED].concat();
    for (place, extension) in [
        ("a comment", [b"\x21\xfe", block.as_slice(), b"\0"].concat()),
        ("a text above the picture", [b"\x21\x01\x0c", &[0; 12][..], &block, b"\0"].concat()),
        ("a program's own", [b"\x21\xff\x0bXMP DataXMP", block.as_slice(), b"\0"].concat()),
        ("behind the repeats", [b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0", block.as_slice(), b"\0"].concat()),
        ("behind the time", [b"\x21\xf9\x04\0\0\0\0", block.as_slice(), b"\0"].concat()),
        ("an unknown kind", [b"\x21\x42", block.as_slice(), b"\0"].concat()),
    ] {
        kept(&gif::small(&extension), place);
    }
    kept(&[&gif::small(&[]), PLANTED].concat(), "behind the end");
}

#[test]
fn nothing_planted_in_a_webp_is_kept() {
    for kind in [b"EXIF", b"XMP ", b"ICCP", b"none", b"VP8X", b"ANIM", b"ANMF"] {
        let place = String::from_utf8_lossy(kind).into_owned();
        kept(&webp::small(&webp::chunk(kind, PLANTED)), &place);
    }
    kept(&[&webp::small(&[]), PLANTED].concat(), "behind the end");
    let moving = webp::moving_with(&webp::chunk(b"none", PLANTED));
    kept(&moving, "in a frame");
}
