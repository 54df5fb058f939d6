//! Where a window can be asked to go.

use percent_encoding::NON_ALPHANUMERIC;
use pilot_app::domain::reminder::Opens;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    /// The main window, at a route such as `#/help`; empty leaves it where it is.
    Main(String),
    CheckIn,
}

impl Place {
    /// The main window, wherever it is.
    pub(crate) const MAIN: Self = Place::Main(String::new());
}

/// Where an answer leads.
impl From<&Opens> for Place {
    fn from(opens: &Opens) -> Self {
        let part = |text: &str| percent_encoding::utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        Place::Main(match opens {
            Opens::CheckIn => return Place::CheckIn,
            Opens::Today => "#/today".to_owned(),
            Opens::Write { prompt } if prompt.is_empty() => "#/journal/new".to_owned(),
            Opens::Write { prompt } => format!("#/journal/new/{}", part(prompt)),
            Opens::Activity { activity } => format!("#/doing/activities/{}", activity.0),
            Opens::Routine { routine } => format!("#/doing/routines/{}", routine.0),
            Opens::Item { item } => format!("#/library/{}", part(item)),
        })
    }
}
