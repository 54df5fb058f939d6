//! What is known of why something failed, in codes. The words of SQLite, of the system and of a keychain go no further: they
//! repeat what a person wrote, and say where it lies.

use std::{fmt, io};

use serde_json::error::Category;

/// Codes such as `sqlite DatabaseCorrupt 779` or `io StorageFull 28`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause(String);

impl Cause {
    /// What led to it is named after it.
    pub(crate) fn after(self, former: Option<Cause>) -> Self {
        match former {
            Some(former) if former != self => Cause(format!("{self} after {former}")),
            _ => self,
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Cause {}

impl From<&'static str> for Cause {
    fn from(code: &'static str) -> Self {
        Cause(code.to_owned())
    }
}

impl From<&io::Error> for Cause {
    fn from(error: &io::Error) -> Self {
        let number = error.raw_os_error().map_or(String::new(), |number| format!(" {number}"));
        Cause(format!("io {:?}{number}", error.kind()))
    }
}

impl From<&serde_json::Error> for Cause {
    fn from(error: &serde_json::Error) -> Self {
        Cause::from(match error.classify() {
            Category::Io => "json Io",
            Category::Syntax => "json no JSON",
            Category::Data => "json of another shape",
            Category::Eof => "json cut short",
        })
    }
}

impl From<&rusqlite::Error> for Cause {
    fn from(error: &rusqlite::Error) -> Self {
        use rusqlite::Error as Sql;
        match error {
            Sql::SqliteFailure(error, _) | Sql::SqlInputError { error, .. } => {
                Cause(format!("sqlite {:?} {}", error.code, error.extended_code))
            }
            Sql::FromSqlConversionFailure(_, held, why) => {
                let json = why.downcast_ref::<serde_json::Error>().map(serde_json::Error::classify);
                let why = match json {
                    Some(Category::Data) => " of another shape",
                    Some(_) => " no JSON",
                    None => "",
                };
                Cause(format!("sql FromSqlConversionFailure {held:?}{why}"))
            }
            error => Cause(format!("sql {}", variant(error))),
        }
    }
}

impl From<&keyring::v1::Error> for Cause {
    fn from(error: &keyring::v1::Error) -> Self {
        Cause(format!("keychain {}", variant(error)))
    }
}

/// The name of an enum's variant, and nothing of what is in it.
fn variant(of: &impl fmt::Debug) -> String {
    format!("{of:?}").chars().take_while(char::is_ascii_alphanumeric).collect()
}

#[cfg(test)]
mod tests {
    use rusqlite::{Connection, ffi, types::Type};

    use super::*;
    use crate::Error;

    const PLANTED: &str = "nobody saw the heron";

    fn code(error: impl Into<Error>) -> String {
        error.into().cause().unwrap().to_string()
    }

    #[test]
    fn a_cause_is_a_code_and_no_word_of_what_was_written() {
        let planted = || Some(PLANTED.to_owned());
        let corrupt = rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_CORRUPT_INDEX), planted());
        assert_eq!(code(corrupt), "sqlite DatabaseCorrupt 779");
        let full = rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_FULL), planted());
        assert_eq!(code(full), "sqlite DiskFull 13");
        assert_eq!(code(io::Error::other(PLANTED)), "io Other");
        assert_eq!(code(io::Error::from_raw_os_error(28)), "io StorageFull 28");
        let column = rusqlite::Error::InvalidColumnType(0, PLANTED.to_owned(), Type::Text);
        assert_eq!(code(column), "sql InvalidColumnType");
        let json = serde_json::from_str::<u8>(PLANTED).unwrap_err();
        let unread = rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(json));
        assert_eq!(code(unread), "sql FromSqlConversionFailure Text no JSON");
        let keychain = keyring::v1::Error::Invalid(PLANTED.to_owned(), PLANTED.to_owned());
        assert_eq!(Cause::from(&keychain).to_string(), "keychain Invalid");
    }

    #[test]
    fn what_sqlite_repeats_of_a_statement_stays_with_it() {
        let connection = Connection::open_in_memory().unwrap();
        let refused = connection.prepare(&format!("SELECT '{PLANTED}")).unwrap_err();
        assert!(refused.to_string().contains(PLANTED), "{refused}");
        let error = Error::from(refused);
        assert_eq!(error.cause().unwrap().to_string(), "sqlite Unknown 1");
        assert!(!error.to_string().contains(PLANTED), "{error}");
    }

    #[test]
    fn a_classified_error_has_its_cause_as_its_source() {
        let error = Error::from(io::Error::from_raw_os_error(28));
        assert!(matches!(error, Error::DiskFull(_)), "{error}");
        assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "io StorageFull 28");
    }

    #[test]
    fn what_led_to_a_cause_is_named_once() {
        let cause = || Cause::from("io StorageFull 28");
        assert_eq!(
            cause().after(Some("sqlite DiskFull 13".into())).to_string(),
            "io StorageFull 28 after sqlite DiskFull 13"
        );
        assert_eq!(cause().after(Some(cause())), cause());
        assert_eq!(cause().after(None), cause());
    }
}
