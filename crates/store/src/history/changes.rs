//! What a step touched.

use std::collections::BTreeSet;

use pilot_domain::change::{Kind, Touched};

use super::{RowChange, TABLES};

/// More than a person changes at once: of as many only the kinds are told.
const MOST: usize = 100;

/// The kinds that a step touched, and its rows, each once; none where there are many.
pub(super) fn of(changes: &[RowChange]) -> (BTreeSet<Kind>, Option<BTreeSet<Touched>>) {
    let mut kinds = BTreeSet::new();
    let mut rows = BTreeSet::new();
    for RowChange { row: (table, _), uid, .. } in changes {
        let Some((_, kind)) = TABLES.get(*table) else { continue };
        kinds.insert(*kind);
        if rows.len() <= MOST {
            rows.insert(Touched { kind: *kind, uid: *uid });
        }
    }
    (kinds, (rows.len() <= MOST).then_some(rows))
}
