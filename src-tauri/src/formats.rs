//! How the system's settings say that dates and times are written. Web views know the language of the system, and not these.

use pilot_app::domain::formats::SystemFormats;

/// As they are now.
pub(crate) fn of_system() -> SystemFormats {
    system::formats()
}

#[cfg(target_os = "linux")]
mod system {
    use std::env;

    use gio::{Settings, SettingsSchemaSource, prelude::SettingsExt as _};
    use pilot_app::domain::formats::{Formats, HourCycle, SystemFormats};

    pub(super) fn formats() -> SystemFormats {
        // The first that is set counts, as for every program here.
        let set = ["LC_ALL", "LC_TIME", "LANG"]
            .into_iter()
            .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
        let formats = Formats { hour_cycle: hour_cycle(), ..Formats::default() };
        SystemFormats { locale: set.as_deref().and_then(tag), formats }
    }

    /// `de_AT.UTF-8@euro` as `de-AT`. What names no language (`C`, `POSIX`) says nothing.
    fn tag(locale: &str) -> Option<String> {
        let name = locale.split(['.', '@']).next()?;
        let (language, region) = name.split_once('_')?;
        let is_tag =
            |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        (is_tag(language) && is_tag(region)).then(|| format!("{language}-{region}"))
    }

    /// GNOME has a choice of its own. One that nobody made is no choice.
    fn hour_cycle() -> Option<HourCycle> {
        const SCHEMA: &str = "org.gnome.desktop.interface";
        const KEY: &str = "clock-format";
        if !env::var("XDG_CURRENT_DESKTOP")
            .is_ok_and(|desktop| desktop.split(':').any(|name| name == "GNOME"))
        {
            return None;
        }
        // Settings that have no schema end the program.
        let schema = SettingsSchemaSource::default()?.lookup(SCHEMA, true)?;
        if !schema.has_key(KEY) {
            return None;
        }
        let chosen = Settings::new(SCHEMA).user_value(KEY)?;
        match chosen.str()? {
            "12h" => Some(HourCycle::H12),
            "24h" => Some(HourCycle::H23),
            _ => None,
        }
    }

    #[cfg(test)]
    mod tests {
        use super::tag;

        #[test]
        fn a_locale_is_read_as_a_tag() {
            for (locale, read) in [
                ("de_AT.UTF-8@euro", Some("de-AT")),
                ("en_US", Some("en-US")),
                ("es_419.utf8", Some("es-419")),
                ("C.UTF-8", None),
                ("POSIX", None),
                ("de", None),
                ("", None),
                ("de_<b>", None),
            ] {
                assert_eq!(tag(locale).as_deref(), read, "{locale}");
            }
        }
    }
}

#[cfg(windows)]
mod system {
    use std::ptr;

    use pilot_app::domain::formats::{DateOrder, Formats, HourCycle, SystemFormats};
    use windows_sys::Win32::Globalization::{
        GetLocaleInfoEx, LOCALE_IDATE, LOCALE_IFIRSTDAYOFWEEK, LOCALE_ITIME, LOCALE_SNAME,
    };

    pub(super) fn formats() -> SystemFormats {
        let formats = Formats {
            date_order: match said(LOCALE_IDATE).as_deref() {
                Some("0") => Some(DateOrder::MonthDay),
                Some("1") => Some(DateOrder::DayMonth),
                _ => None,
            },
            hour_cycle: match said(LOCALE_ITIME).as_deref() {
                Some("0") => Some(HourCycle::H12),
                Some("1") => Some(HourCycle::H23),
                _ => None,
            },
            first_weekday: said(LOCALE_IFIRSTDAYOFWEEK)
                .and_then(|day| day.parse().ok())
                .filter(|day| *day < 7),
        };
        SystemFormats { locale: said(LOCALE_SNAME), formats }
    }

    /// What is set for this user, with what they changed in it.
    fn said(what: u32) -> Option<String> {
        let mut text = [0_u16; 85];
        let room = i32::try_from(text.len()).ok()?;
        #[expect(unsafe_code, reason = "the system is asked by its own call")]
        // SAFETY: it writes no more than there is room for; without a name it goes by the user's settings.
        let length = unsafe { GetLocaleInfoEx(ptr::null(), what, text.as_mut_ptr(), room) };
        // The zero at its end is counted.
        let end = usize::try_from(length).ok()?.checked_sub(1)?;
        String::from_utf16(text.get(..end)?).ok()
    }
}

#[cfg(target_os = "macos")]
mod system {
    use objc2_foundation::{NSCalendar, NSDateFormatter, NSLocale, NSString};
    use pilot_app::domain::formats::{DateOrder, Formats, HourCycle, SystemFormats};

    pub(super) fn formats() -> SystemFormats {
        let locale = NSLocale::currentLocale();
        // What the formatter would write: with the letter for morning and afternoon on a clock to 12.
        let pattern = |of: &str| {
            NSDateFormatter::dateFormatFromTemplate_options_locale(&NSString::from_str(of), 0, Some(&locale))
                .map(|pattern| pattern.to_string())
        };
        let order = pattern("dMMMM").and_then(|pattern| {
            let (day, month) = (pattern.find('d')?, pattern.find('M')?);
            Some(if day < month { DateOrder::DayMonth } else { DateOrder::MonthDay })
        });
        let hour_cycle =
            pattern("j").map(|pattern| if pattern.contains('a') { HourCycle::H12 } else { HourCycle::H23 });
        // Sunday is 1 there.
        let first_weekday =
            u8::try_from(NSCalendar::currentCalendar().firstWeekday()).ok().map(|day| (day + 5) % 7);
        SystemFormats {
            locale: Some(
                locale.localeIdentifier().to_string().split('@').next().unwrap_or_default().replace('_', "-"),
            ),
            formats: Formats { date_order: order, hour_cycle, first_weekday },
        }
    }
}
