//! What a person has marked in the library. The items themselves ship with the program.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LibraryMark {
    pub item: String,
    pub is_favourite: bool,
    /// "Leave this one out": never suggested, listed apart.
    pub is_left_out: bool,
}
