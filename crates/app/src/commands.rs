//! The one list of commands. It yields the dispatcher, the TypeScript types, and the names for the
//! shell's access list.
//!
//! `free` commands need no data: they answer while it is locked, damaged or being opened (`check_file` says whether it is). `puts` are given bytes
//! beside their input, and `gets` answer with bytes. What is under `shell` the desktop shell does by itself.

use std::any::type_name;

use chrono::NaiveDate;
use pilot_content::{ActivityIdea, Around, Country, LibraryItem, Passage, Prompt, Source, WordSet};
use pilot_domain::{
    ActivityId, AttachmentId, ChangeId, CheckInId, EntryId, EntryVersionId, HelpLineId, OwnFormId,
    OwnPromptId, PersonId, PracticeId, ReminderId, RoutineId, WorryId,
    activity::{Activity, ActivityDraft, ActivityEnd, ActivityLog, ActivityStart},
    around::AroundMark,
    attachment::{
        AttachedTo, Attachment, AttachmentCaption, AttachmentDraft, AttachmentPart, RemovedAttachment,
    },
    beginning::{OwnForm, OwnFormDraft, OwnPrompt, OwnPromptDraft, PromptLeftOut},
    check_in::{CheckIn, CheckInDraft},
    entry::{BinnedEntry, Entry, EntryBeginning, EntryDraft, EntryStar, EntrySummary, EntryTags, TagName},
    finding,
    help::{Person, PersonDraft},
    help_line::{HelpLine, HelpLineDraft, HelpLineMove},
    library::{ContentTopic, LibraryMark, LibraryStop},
    practice::{Practice, PracticeDraft, Practised},
    quiet::ReminderRules,
    reminder::{Pause, Reminder, ReminderDraft, ReminderLog},
    right_now::{RightNow, RightNowAsk},
    routine::{Routine, RoutineMark, Run, RunEnd, StepMark},
    settings::{Preferences, Settings},
    small_thing::SmallThing,
    version::{EntryVersion, EntryVersionSummary},
    words::WordMark,
    worry::{ParkedWorry, WorryDraft},
};
use pilot_paper::Paper;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{
    App, Core, Error, Reply, Result,
    access::{self, LockChoice, Unlock},
    activities::SmallThingAsk,
    around, attachments,
    core::Done,
    damage::{self, FileState, KeptReadable},
    entries::{DayAround, DaySpan, EntryChoice, EntryPage, EntrySearch, Found},
    help::{self, Help},
    library,
    long_work::{self, LongWorkState},
    pages::{self, Pages},
    preferences,
    prompts::PromptAsk,
    reminders::Reminders,
    reminding::{Answered, ReminderAnswer},
    rotation,
    status::Status,
    typescript::Declarations,
    words::{self, Words},
    worries::Worries,
};

macro_rules! commands {
    (
        free { $($free:ident: $free_in:ty => $free_out:ty = $free_do:expr;)* }
        free_changes { $($fch:ident: $fch_in:ty => $fch_out:ty = $fch_do:expr;)* }
        reads { $($read:ident: $read_in:ty => $read_out:ty = $read_do:expr;)* }
        changes { $($change:ident: $change_in:ty => $change_out:ty = $change_do:expr;)* }
        puts { $($put:ident: $put_in:ty => $put_out:ty = $put_do:expr;)* }
        gets { $($get:ident: $get_in:ty = $get_do:expr;)* }
        shell { $($shell:ident;)* }
    ) => {
        /// Every command's name, as on the wire.
        pub const NAMES: &[&str] = &[
            $(stringify!($free),)* $(stringify!($fch),)* $(stringify!($read),)* $(stringify!($change),)*
            $(stringify!($put),)* $(stringify!($get),)* $(stringify!($shell),)*
        ];

        /// Those that answer with bytes.
        pub const GIVING_BYTES: &[&str] = &[$(stringify!($get),)*];

        pub(crate) fn call(core: &Core, name: &str, input: Value) -> Result<Reply> {
            match name {
                $(stringify!($free) => {
                    let run: fn(&Core, $free_in) -> Result<$free_out> = $free_do;
                    Reply::answer(run(core, parse(input)?)?)
                })*
                $(stringify!($fch) => {
                    let run: fn(&Core, $fch_in) -> Result<Done<$fch_out>> = $fch_do;
                    run(core, parse(input)?)?.reply()
                })*
                $(stringify!($read) => {
                    let run: fn(&App, $read_in) -> Result<$read_out> = $read_do;
                    let input = parse(input)?;
                    let mut app = core.app();
                    let answer = run(&app, input).and_then(Reply::answer);
                    app.settle(answer)
                })*
                $(stringify!($change) => {
                    let run: fn(&mut App, $change_in) -> Result<Done<$change_out>> = $change_do;
                    let input = parse(input)?;
                    let mut app = core.app();
                    app.doing = stringify!($change);
                    let answer = run(&mut app, input).and_then(Done::reply);
                    app.settle(answer)
                })*
                _ => Err(Error::UnknownCommand { name: name.to_owned() }),
            }
        }

        pub(crate) fn put(core: &Core, name: &str, input: Value, bytes: Vec<u8>) -> Result<Reply> {
            match name {
                $(stringify!($put) => {
                    let run: fn(&Core, $put_in, Vec<u8>) -> Result<Done<$put_out>> = $put_do;
                    run(core, parse(input)?, bytes)?.reply()
                })*
                _ => Err(Error::UnknownCommand { name: name.to_owned() }),
            }
        }

        pub(crate) fn get(core: &Core, name: &str, input: Value) -> Result<Vec<u8>> {
            match name {
                $(stringify!($get) => {
                    let run: fn(&Core, $get_in) -> Result<Vec<u8>> = $get_do;
                    run(core, parse(input)?)
                })*
                _ => Err(Error::UnknownCommand { name: name.to_owned() }),
            }
        }

        /// The commands as TypeScript interfaces: `Reads` and `Changes`, and `Puts` and `Gets` for bytes.
        pub(crate) fn declare(into: &mut Declarations) {
            into.interface("Reads");
            $(into.command::<$free_in, $free_out>(stringify!($free));)*
            $(into.command::<$read_in, $read_out>(stringify!($read));)*
            into.interface("Changes");
            $(into.command::<$fch_in, $fch_out>(stringify!($fch));)*
            $(into.command::<$change_in, $change_out>(stringify!($change));)*
            into.interface("Puts");
            $(into.command::<$put_in, $put_out>(stringify!($put));)*
            into.interface("Gets");
            $(into.command::<$get_in, ()>(stringify!($get));)*
        }
    };
}

commands! {
    free {
        get_preferences: () => Preferences = |core, ()| preferences::get_preferences(core);
        list_countries: () => Vec<Country> = |core, ()| help::list_countries(core);
        get_help: String => Help = help::get_help;
        list_library: () => Vec<LibraryItem> = |_, ()| library::list_library();
        get_pages: Option<Paper> => Option<Pages> = pages::get_pages;
        list_sources: () => Vec<Source> = |_, ()| library::list_sources();
        list_passages: () => Vec<Passage> = |_, ()| library::list_passages();
        list_bundled_words: () => WordSet = |_, ()| words::list_bundled_words();
        list_around: () => Vec<Around> = |_, ()| around::list_around();
        get_status: () => Status = |core, ()| core.app().get_status();
        check_file: () => FileState = |core, ()| damage::check_file(core);
        get_long_work: () => Option<LongWorkState> = |core, ()| Ok(long_work::get_long_work(core));
    }
    free_changes {
        set_preferences: Preferences => () = preferences::set_preferences;
        stop_attaching: () => () = |core, ()| Ok(attachments::stop_attaching(core));
        stop_long_work: () => () = |core, ()| Ok(long_work::stop_long_work(core));
        lock: () => () = |core, ()| access::lock(core);
        rotate_key: LockChoice => () = rotation::rotate_key;
        keep_readable: () => KeptReadable = |core, ()| damage::keep_readable(core);
    }
    reads {
        get_settings: () => Settings = |app, ()| app.get_settings();
        count_newer: () => usize = |app, ()| app.count_newer();
        list_check_ins: u32 => Vec<CheckIn> = App::list_check_ins;
        list_check_ins_between: DaySpan => Vec<CheckIn> = App::list_check_ins_between;
        list_words: () => Words = |app, ()| app.list_words();
        list_around_marks: () => Vec<AroundMark> = |app, ()| app.list_around_marks();
        list_entries: EntryPage => Vec<EntrySummary> = App::list_entries;
        get_entry: EntryId => Entry = App::get_entry;
        search_entries: EntrySearch => Found = App::search_entries;
        list_entry_ids: EntryChoice => Vec<EntryId> = App::list_entry_ids;
        list_entry_summaries: Vec<EntryId> => Vec<EntrySummary> = App::list_entry_summaries;
        list_entry_days: DaySpan => Vec<NaiveDate> = App::list_entry_days;
        list_attachments: AttachedTo => Vec<Attachment> = App::list_attachments;
        get_day_around: NaiveDate => DayAround = App::get_day_around;
        list_removed_attachments: () => Vec<RemovedAttachment> = |app, ()| app.list_removed_attachments();
        list_tags: () => Vec<String> = |app, ()| app.list_tags();
        list_merged_tags: () => Vec<String> = |app, ()| app.list_merged_tags();
        list_bin: () => Vec<BinnedEntry> = |app, ()| app.list_bin();
        list_versions: EntryId => Vec<EntryVersionSummary> = App::list_versions;
        get_version: EntryVersionId => EntryVersion = App::get_version;
        list_own_prompts: () => Vec<OwnPrompt> = |app, ()| app.list_own_prompts();
        list_left_out_prompts: () => Vec<Prompt> = |app, ()| app.list_left_out_prompts();
        list_own_forms: () => Vec<OwnForm> = |app, ()| app.list_own_forms();
        list_worries: () => Worries = |app, ()| app.list_worries();
        list_activities: () => Vec<Activity> = |app, ()| app.list_activities();
        list_activity_ideas: () => Vec<ActivityIdea> = |app, ()| app.list_activity_ideas();
        list_activity_log: u32 => Vec<ActivityLog> = App::list_activity_log;
        list_activity_log_between: DaySpan => Vec<ActivityLog> = App::list_activity_log_between;
        get_small_thing: SmallThingAsk => Option<SmallThing> = App::get_small_thing;
        list_routines: () => Vec<Routine> = |app, ()| app.list_routines();
        search_library: finding::Filter => finding::Found = App::search_library;
        get_right_now: RightNowAsk => RightNow = App::get_right_now;
        list_library_marks: () => Vec<LibraryMark> = |app, ()| app.list_library_marks();
        get_library_stop: () => Option<LibraryStop> = |app, ()| app.get_library_stop();
        list_practices: Practised => Vec<Practice> = App::list_practices;
        list_people: () => Vec<Person> = |app, ()| app.list_people();
        list_help_lines: () => Vec<HelpLine> = |app, ()| app.list_help_lines();
        get_reminders: () => Reminders = |app, ()| app.get_reminders();
        list_reminder_log: u32 => Vec<ReminderLog> = App::list_reminder_log;
    }
    changes {
        create_profile: LockChoice => () = App::create_profile;
        unlock: Unlock => () = App::unlock;
        ask_keychain: () => () = |app, ()| app.ask_keychain();
        change_lock: LockChoice => () = App::change_lock;
        make_recovery_key: () => String = |app, ()| app.make_recovery_key();
        set_data_aside: () => Option<String> = |app, ()| app.set_data_aside();
        try_again: () => () = |app, ()| app.try_again();
        undo_change: ChangeId => () = App::undo_change;
        note_lost_saves_seen: () => () = |app, ()| app.note_lost_saves_seen();
        note_closing_explained: () => () = |app, ()| app.note_closing_explained(true);
        save_check_in: CheckInDraft => CheckIn = App::save_check_in;
        delete_check_in: CheckInId => () = App::delete_check_in;
        mark_word: WordMark => () = App::mark_word;
        save_entry: EntryDraft => Entry = App::save_entry;
        begin_entry: EntryBeginning => Entry = App::begin_entry;
        caption_attachment: AttachmentCaption => Attachment = App::caption_attachment;
        remove_attachment: AttachmentId => () = App::remove_attachment;
        bring_back_attachment: AttachmentId => () = App::bring_back_attachment;
        let_go_attachment: AttachmentId => () = App::let_go_attachment;
        delete_entry: EntryId => () = App::delete_entry;
        bring_back_entry: EntryId => () = App::bring_back_entry;
        remove_entry: EntryId => () = App::remove_entry;
        empty_bin: () => () = |app, ()| app.empty_bin();
        star_entry: EntryStar => () = App::star_entry;
        tag_entry: EntryTags => Entry = App::tag_entry;
        rename_tag: TagName => () = App::rename_tag;
        keep_tags_apart: () => () = |app, ()| app.keep_tags_apart();
        close_entry: EntryId => bool = App::close_entry;
        bring_back_version: EntryVersionId => Entry = App::bring_back_version;
        offer_prompt: PromptAsk => Option<Prompt> = App::offer_prompt;
        save_own_prompt: OwnPromptDraft => OwnPrompt = App::save_own_prompt;
        delete_own_prompt: OwnPromptId => () = App::delete_own_prompt;
        leave_out_prompt: PromptLeftOut => () = App::leave_out_prompt;
        save_own_form: OwnFormDraft => OwnForm = App::save_own_form;
        delete_own_form: OwnFormId => () = App::delete_own_form;
        park_worry: WorryDraft => ParkedWorry = App::park_worry;
        let_worry_go: WorryId => () = App::let_worry_go;
        save_activity: ActivityDraft => Activity = App::save_activity;
        delete_activity: ActivityId => () = App::delete_activity;
        start_activity: ActivityStart => ActivityLog = App::start_activity;
        finish_activity: ActivityEnd => ActivityLog = App::finish_activity;
        mark_routine: RoutineMark => () = App::mark_routine;
        start_routine: RoutineId => Run = App::start_routine;
        mark_step: StepMark => () = App::mark_step;
        finish_routine: RunEnd => Run = App::finish_routine;
        set_library_mark: LibraryMark => () = App::set_library_mark;
        set_muted_topics: Vec<ContentTopic> => () = App::set_muted_topics;
        set_library_stop: Option<LibraryStop> => () = App::set_library_stop;
        save_practice: PracticeDraft => Practice = App::save_practice;
        delete_practice: PracticeId => () = App::delete_practice;
        set_around_mark: AroundMark => () = App::set_around_mark;
        save_person: PersonDraft => Person = App::save_person;
        delete_person: PersonId => () = App::delete_person;
        save_help_line: HelpLineDraft => HelpLine = App::save_help_line;
        delete_help_line: HelpLineId => () = App::delete_help_line;
        move_help_line: HelpLineMove => () = App::move_help_line;
        save_reminder: ReminderDraft => Reminder = App::save_reminder;
        delete_reminder: ReminderId => () = App::delete_reminder;
        wake_reminder: ReminderId => () = App::wake_reminder;
        quieten_reminder: ReminderId => Reminder = App::quieten_reminder;
        set_reminder_rules: ReminderRules => () = App::set_reminder_rules;
        test_notice: () => () = |app, ()| app.test_notice();
        answer_reminder: ReminderAnswer => Answered = App::answer_reminder;
        pause_reminders: Pause => () = App::pause_reminders;
        resume_reminders: () => () = |app, ()| app.resume_reminders();
    }
    puts {
        put_attachment: AttachmentDraft => Attachment = attachments::put_attachment;
    }
    gets {
        get_attachment_part: AttachmentPart = attachments::get_attachment_part;
    }
    shell {
        // Asks a person where to put a file.
        save_file;
        // Where the web view does not give it to the page.
        get_clipboard_picture;
        list_dropped_files;
        list_pasted_files;
        get_given_file;
    }
}

fn parse<T: DeserializeOwned>(input: Value) -> Result<T> {
    // Which type was awaited is said, and nothing of what came: the errors of serde repeat it.
    serde_json::from_value(input).map_err(|_| Error::BadInput { detail: format!("no {}", type_name::<T>()) })
}
