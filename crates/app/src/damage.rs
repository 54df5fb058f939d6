//! A file that is damaged, or was taken away: noticed before an answer leaves, and what can be read of it kept.

use pilot_domain::change::Kind;
use pilot_store::{Rescue, Rescued};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, Core, Done, Error, Result, access::Access, long_work::LongWorkKind};

/// What was found when every page of the file was looked at.
#[derive(Debug, Serialize, Deserialize, TS)]
pub struct FileState {
    /// So many are not as they were written. What stands on them cannot be read.
    pub damaged_pages: usize,
}

/// What came along into a new file.
#[derive(Debug, Serialize, Deserialize, TS)]
pub struct Recovered {
    /// The folder in which the damaged file lies, whole.
    pub aside: String,
    pub rows: Vec<RecoveredRows>,
}

#[derive(Debug, Serialize, Deserialize, TS)]
pub struct RecoveredRows {
    pub what: RowsOf,
    pub recovered: u64,
    /// At most so many could not be read: some may have been let go of long ago.
    pub lost: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RowsOf {
    Entries,
    CheckIns,
    Attachments,
    Rest,
}

impl RowsOf {
    const ALL: [Self; 4] = [RowsOf::Entries, RowsOf::CheckIns, RowsOf::Attachments, RowsOf::Rest];

    fn table(name: &str) -> Self {
        match name {
            "entries" => RowsOf::Entries,
            "check_ins" => RowsOf::CheckIns,
            "attachments" => RowsOf::Attachments,
            _ => RowsOf::Rest,
        }
    }
}

/// Looks at every page. The data can be used meanwhile.
pub(crate) fn check_file(core: &Core) -> Result<FileState> {
    let check = match &core.app().access {
        Access::Open { profile, key, .. } => profile.file_check(key),
        Access::Throwaway { .. } => return Ok(FileState { damaged_pages: 0 }),
        _ => return Err(Error::NotOpen),
    };
    Ok(FileState { damaged_pages: check.damaged_pages()? })
}

/// Puts a copy of what can be read in place of a damaged file, which is set aside whole. One can read meanwhile; what would
/// change the data is refused, since what was written into a page that was read already would be missing in the copy.
pub(crate) fn recover_readable(core: &Core) -> Result<Done<Recovered>> {
    let underway = core.long_work.begin(LongWorkKind::RecoverReadable)?;
    let rescue = core.app().begin_rescue()?;
    let copied = rescue.copy(&|rows| underway.goes_on(rows, None));
    let mut app = core.app();
    let recovered = match copied {
        // Locked meanwhile, it was stopped: the data that is open by now may be other data.
        Ok(Some(rescued)) if !underway.is_stopped() => app.take_readable(rescue, &rescued),
        copied => {
            app.discard_made(rescue);
            Err(copied.err().map_or(Error::Stopped, Error::from))
        }
    };
    app.settle(recovered)
}

impl App {
    /// The person has seen that saves are missing, and where a copy of the files lies.
    pub(crate) fn note_lost_saves_seen(&self) -> Result<Done<()>> {
        let Access::Open { profile, .. } = &self.access else { return Err(Error::NotOpen) };
        profile.note_lost_saves_seen()?;
        Ok(Done::of((), Kind::Status))
    }

    fn begin_rescue(&mut self) -> Result<Rescue> {
        let Access::Open { profile, key, store, .. } = &mut self.access else { return Err(Error::NotOpen) };
        Ok(profile.begin_rescue(store, key)?)
    }

    fn take_readable(&mut self, rescue: Rescue, rescued: &[Rescued]) -> Result<Done<Recovered>> {
        let when = self.when();
        if !matches!(self.access, Access::Open { .. }) {
            self.discard_made(rescue);
            return Err(Error::NotOpen);
        }
        let Access::Open { profile, key, store, .. } = self.take_access() else {
            return Err(Error::NotOpen);
        };
        let taken = profile.take_readable(rescue, store, &when);
        self.claim_again(profile, key);
        let aside = taken?.display().to_string();
        Ok(Done::of(Recovered { aside, rows: summed(rescued) }, Kind::Status))
    }
}

fn summed(rescued: &[Rescued]) -> Vec<RecoveredRows> {
    let of = |what| {
        let tables = rescued.iter().filter(move |rescued| RowsOf::table(&rescued.table) == what);
        tables.fold(RecoveredRows { what, recovered: 0, lost: 0 }, |sum, one| RecoveredRows {
            what,
            recovered: sum.recovered + one.read,
            lost: sum.lost + one.lost,
        })
    };
    RowsOf::ALL.map(of).into()
}
