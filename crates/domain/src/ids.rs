//! Ids are newtypes, so that one cannot be passed for another.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! ids {
    ($($name:ident),* $(,)?) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[ts(type = "number")]
        pub struct $name(pub i64);
    )*};
}

ids!(
    CheckInId,
    EntryId,
    EntryVersionId,
    AttachmentId,
    OwnPromptId,
    OwnFormId,
    WorryId,
    ActivityId,
    ActivityLogId,
    RoutineId,
    StepId,
    RunId,
    PracticeId,
    ReminderId,
    ReminderLogId,
    PersonId,
    PlanLineId,
    ChangeId,
);
