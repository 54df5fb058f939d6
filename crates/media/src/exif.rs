//! The one thing of Exif that a picture needs: which way up it is.

use image::metadata::Orientation;

/// The way up that is neither missing nor the plain one.
pub(crate) fn turned(exif: &[u8]) -> Option<u8> {
    let exif = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
    Orientation::from_exif_chunk(exif).map(Orientation::to_exif).filter(|way| *way != 1)
}

/// Exif that says which way up the picture is, and nothing else.
pub(crate) fn only(way_up: u8) -> [u8; 26] {
    let mut exif = [0; 26];
    exif[..8].copy_from_slice(b"MM\0*\0\0\0\x08");
    // One field: orientation, a short, one of it.
    exif[8..18].copy_from_slice(&[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1]);
    exif[19] = way_up;
    exif
}
