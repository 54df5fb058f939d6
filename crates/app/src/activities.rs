//! Activities, and "one small thing".

use pilot_content::ActivityIdea;
use pilot_domain::{
    ActivityId,
    activity::{Activity, ActivityDraft, ActivityEnd, ActivityLog, ActivityStart, Energy},
    small_thing::{Candidate, SmallThing, Target, choose},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    App, Done, Result,
    entries::{DaySpan, PAGE_MAX},
};

/// Longest thing that counts as small, in minutes.
const SMALL_MINUTES: u16 = 10;

#[derive(Serialize, Deserialize, TS)]
pub struct SmallThingAsk {
    /// 0–10, as in a check-in; none when it was not said.
    pub energy: Option<u8>,
    /// How often "another one" was asked for.
    pub turn: u32,
}

impl App {
    pub(crate) fn list_activities(&self) -> Result<Vec<Activity>> {
        Ok(self.read()?.activities()?)
    }

    pub(crate) fn list_activity_ideas(&self) -> Result<Vec<ActivityIdea>> {
        Ok(self.content().activity_ideas().to_vec())
    }

    pub(crate) fn list_activity_log(&self, limit: u32) -> Result<Vec<ActivityLog>> {
        Ok(self.read()?.activity_log(limit.min(PAGE_MAX))?)
    }

    pub(crate) fn list_activity_log_between(&self, span: DaySpan) -> Result<Vec<ActivityLog>> {
        Ok(self.read()?.activity_log_between(span.from, span.until)?)
    }

    pub(crate) fn save_activity(&mut self, draft: ActivityDraft) -> Result<Done<Activity>> {
        let draft = draft.checked()?;
        let now = self.now();
        self.change(|tx| Ok(tx.save_activity(&draft, now)?))
    }

    pub(crate) fn delete_activity(&mut self, id: ActivityId) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.delete_activity(id)?))
    }

    pub(crate) fn start_activity(&mut self, start: ActivityStart) -> Result<Done<ActivityLog>> {
        let start = start.checked()?;
        let (now, today, zone) = (self.now(), self.today(), self.zone());
        self.change(|tx| Ok(tx.start_activity(&start, now, today, zone.name())?))
    }

    pub(crate) fn finish_activity(&mut self, end: ActivityEnd) -> Result<Done<ActivityLog>> {
        let end = end.checked()?;
        let now = self.now();
        self.change(|tx| Ok(tx.finish_activity(&end, now)?))
    }

    /// One small thing that fits the energy given: the person's own first, then what ships.
    pub(crate) fn get_small_thing(&self, ask: SmallThingAsk) -> Result<Option<SmallThing>> {
        let read = self.read()?;
        let wishes = self.library_wishes()?;
        let content = self.content();
        let is_muted_idea = |key: &str| {
            let idea = content.activity_ideas().iter().find(|idea| idea.key == key);
            idea.is_some_and(|idea| wishes.mutes(&idea.touches))
        };
        let is_muted_seed = |key: &str| {
            let seed = content.routines().iter().find(|seed| seed.key == key);
            seed.is_some_and(|seed| wishes.mutes(&seed.touches))
        };
        let own = read.activities()?.into_iter();
        let own = own.filter(|activity| !activity.idea.as_deref().is_some_and(is_muted_idea));
        let own = own.map(|activity| Candidate {
            target: Target::Activity { id: activity.id },
            title: activity.title,
            minutes: activity.minutes,
            energy: activity.energy,
            is_own: true,
        });
        let routines = read.routines()?.into_iter();
        let routines = routines.filter(|routine| {
            !routine.is_left_out && !routine.seed_key.as_deref().is_some_and(is_muted_seed)
        });
        let routines = routines.map(|routine| Candidate {
            target: Target::Routine { id: routine.id },
            title: routine.title,
            minutes: Some(routine.minutes),
            energy: routine.energy,
            is_own: false,
        });
        let items =
            content.shelved().iter().filter(|item| item.has_steps && wishes.offers(item)).map(|item| {
                Candidate {
                    target: Target::LibraryItem { id: item.id.clone() },
                    title: item.title.clone(),
                    minutes: Some(item.minutes.into()),
                    energy: item.energy,
                    is_own: false,
                }
            });
        let candidates: Vec<Candidate> = own
            .chain(items)
            .chain(routines)
            .filter(|candidate| candidate.minutes.is_none_or(|minutes| minutes <= SMALL_MINUTES))
            .collect();
        Ok(choose(&candidates, ask.energy.map(Energy::from_level), ask.turn as usize))
    }
}
