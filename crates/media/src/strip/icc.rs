//! Colour profiles, written anew from the numbers that make the colours of a screen or a camera. Names of devices, dates,
//! texts and what a program left in them are not among those.

use moxcms::{ColorProfile, DataColorSpace, LocalizableString, ProfileText, ToneReprCurve, Xyzd};

/// The longest that is looked at; that of a phone has 600 bytes, one with tables for a printer up to millions.
pub(super) const LONGEST: usize = 1 << 20;
/// Where the number of entries stands, and the most that are gone through.
const TAGS: usize = 128;
const MOST_TAGS: u32 = 64;
/// Where the day stands on which it was made, and the day that is written there.
const MADE_AT: usize = 24;
const SOME_DAY: [u8; 12] = [0x07, 0xd0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0];

/// None for one that is broken, or is made of tables for inks. Without a profile, a picture is shown as on any screen.
pub(super) fn plain(profile: &[u8]) -> Option<Vec<u8>> {
    let tags = u32::from_be_bytes(profile.get(TAGS..TAGS + 4)?.try_into().ok()?);
    if profile.len() > LONGEST || tags > MOST_TAGS {
        return None;
    }
    let mut kept = ColorProfile::new_from_slice(profile).ok()?;
    if !makes_colours(&kept) {
        return None;
    }
    kept.lut_a_to_b_perceptual = None;
    kept.lut_a_to_b_colorimetric = None;
    kept.lut_a_to_b_saturation = None;
    kept.lut_b_to_a_perceptual = None;
    kept.lut_b_to_a_colorimetric = None;
    kept.lut_b_to_a_saturation = None;
    kept.gamut = None;
    kept.luminance = None;
    kept.measurement = None;
    kept.technology = None;
    kept.calibration_date = None;
    kept.viewing_conditions = None;
    for text in [
        &mut kept.device_manufacturer,
        &mut kept.device_model,
        &mut kept.char_target,
        &mut kept.viewing_conditions_description,
    ] {
        *text = None;
    }
    // The format wants these two.
    for text in [&mut kept.description, &mut kept.copyright] {
        let word = LocalizableString::new("en".to_owned(), "US".to_owned(), "-".to_owned());
        *text = Some(ProfileText::Localizable(vec![word]));
    }
    let mut plain = kept.encode().ok()?;
    plain.get_mut(MADE_AT..MADE_AT + SOME_DAY.len())?.copy_from_slice(&SOME_DAY);
    Some(plain)
}

/// Numbers as colours have them, and curves that rise: no letters.
fn makes_colours(profile: &ColorProfile) -> bool {
    let curves: &[_] = match profile.color_space {
        DataColorSpace::Rgb => &[&profile.red_trc, &profile.green_trc, &profile.blue_trc],
        DataColorSpace::Gray => &[&profile.gray_trc],
        _ => return false,
    };
    let rises = |curve: &&Option<ToneReprCurve>| match curve {
        Some(ToneReprCurve::Lut(values)) => values.is_sorted(),
        Some(ToneReprCurve::Parametric(values)) => values.iter().all(|value| value.abs() < 16.0),
        None => false,
    };
    let is_light = |light: &Xyzd| [light.x, light.y, light.z].iter().all(|value| value.abs() < 4.0);
    let lights = [profile.red_colorant, profile.green_colorant, profile.blue_colorant, profile.white_point];
    let adapts = profile.chromatic_adaptation.is_none_or(|by| by.v.iter().flatten().all(|v| v.abs() < 4.0));
    curves.iter().all(rises)
        && lights.iter().all(is_light)
        && profile.media_white_point.iter().all(is_light)
        && adapts
}
