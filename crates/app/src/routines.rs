//! Routines and playing them.

use pilot_content::Content;
use pilot_domain::{
    RoutineId,
    routine::{NewRoutine, Routine, RoutineMark, Run, RunEnd, StepMark},
};
use pilot_store::Tx;

use crate::{App, Done, Result};

/// Stores the routines that ship, so that they can be played and later made one's own. They stay in the language of this
/// moment, as what is one's own does.
pub(crate) fn add_bundled(tx: &Tx<'_>, content: &Content) -> Result<()> {
    for seed in content.routines() {
        tx.add_routine(&NewRoutine {
            seed_key: Some(seed.key.clone()),
            title: seed.title.clone(),
            summary: seed.summary.clone(),
            minutes: seed.minutes.into(),
            energy: seed.energy,
            cautions: seed.cautions.clone(),
            steps: seed.steps.iter().map(|step| (step.text.clone(), step.seconds)).collect(),
        })?;
    }
    Ok(())
}

impl App {
    pub(crate) fn list_routines(&self) -> Result<Vec<Routine>> {
        Ok(self.read()?.routines()?)
    }

    pub(crate) fn mark_routine(&mut self, mark: RoutineMark) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.mark_routine(&mark)?))
    }

    pub(crate) fn start_routine(&mut self, id: RoutineId) -> Result<Done<Run>> {
        let (now, today, zone) = (self.now(), self.today(), self.zone());
        self.change(|tx| Ok(tx.start_routine(id, now, today, zone.name())?))
    }

    pub(crate) fn mark_step(&mut self, mark: StepMark) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.mark_step(&mark)?))
    }

    pub(crate) fn finish_routine(&mut self, end: RunEnd) -> Result<Done<Run>> {
        let now = self.now();
        self.change(|tx| Ok(tx.finish_routine(&end, now)?))
    }
}
