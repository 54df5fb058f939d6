//! The one list of commands. `command_table.rs` makes of it a method of [`Core`] for each, the door by name for pages, the
//! TypeScript types, and the names for the shell's access list.
//!
//! `unlocked_` commands need no data: they answer while it is locked, damaged or being opened (`check_file` says whether it is). `uploads` are given bytes
//! beside their input, and `downloads` answer with bytes beside their answer. What is under `shell` the desktop shell does by itself.

use chrono::NaiveDate;
use pilot_content::{ActivityIdea, Country, Factor, LibraryItem, Passage, Prompt, Source, WordSet};
use pilot_domain::{
    ActivityId, AttachmentId, ChangeId, CheckInId, EntryId, EntryVersionId, OwnFormId, OwnPromptId, PersonId,
    PlanLineId, PracticeId, ReminderId, RoutineId, WorryId,
    activity::{Activity, ActivityDraft, ActivityEnd, ActivityLog, ActivityStart},
    attachment::{
        AttachedTo, Attachment, AttachmentCaption, AttachmentDraft, AttachmentPart, RemovedAttachment,
    },
    beginning::{OwnForm, OwnFormDraft, OwnPrompt, OwnPromptDraft, PromptLeftOut},
    change::Change,
    check_in::{CheckIn, CheckInDraft},
    entry::{
        BinnedEntry, Entry, EntryBeginning, EntryDraft, EntryReceipt, EntryStar, EntrySummary, EntryTags,
        TagName,
    },
    factors::FactorMark,
    finding,
    formats::SystemFormats,
    help::{Person, PersonDraft},
    library::{ContentTopic, LibraryMark, LibraryStop},
    plan_line::{PlanLine, PlanLineDraft, PlanLineMove},
    practice::{Practice, PracticeDraft, Practised},
    reminder::{Pause, Reminder, ReminderDraft, ReminderLog},
    right_now::{RightNow, RightNowAsk},
    routine::{Routine, RoutineMark, Run, RunEnd, StepMark},
    rules::ReminderRules,
    settings::{Preferences, Settings},
    small_thing::SmallThing,
    version::{EntryVersion, EntryVersionSummary},
    words::WordMark,
    worry::{ParkedWorry, WorryDraft},
};
use pilot_typeset::Paper;
use serde_json::Value;

use crate::{
    App, Core, Done, Error, Reply, Result, WithBytes,
    activities::SmallThingAsk,
    attachments,
    command_table::{commands, parse},
    damage::{self, FileState, Recovered},
    due_reminders::{Answered, ReminderAnswer},
    entries::{ChosenEntry, DayContext, DaySpan, EntryChoice, EntryPage, EntrySearch, Found},
    exports::{self, ExportDraft},
    factors,
    held_export::MadeExport,
    help::{self, Help},
    host_files::{FileName, HiddenFile},
    library,
    lock::{self, LockChoice, Unlock},
    long_work::LongWorkState,
    noting,
    pages::{self, Pages},
    preferences,
    prompts::PromptAsk,
    reminders::Reminders,
    rotation,
    status::Status,
    typescript::Declarations,
    words::{self, Words},
    worries::Worries,
};

commands! {
    unlocked_reads {
        get_preferences() => Preferences = preferences::get_preferences;
        get_language() => String = preferences::get_language;
        list_countries() => Vec<Country> = help::list_countries;
        get_help(String) => Help = help::get_help;
        list_library() => Vec<LibraryItem> = library::list_library;
        list_sources() => Vec<Source> = |_| library::list_sources();
        list_passages() => Vec<Passage> = |_| library::list_passages();
        list_bundled_words() => WordSet = words::list_bundled_words;
        list_factors() => Vec<Factor> = factors::list_factors;
        get_status() => Status = |core| core.app().get_status();
        check_file() => FileState = damage::check_file;
        get_log() => String = noting::get_log;
        get_made_export() => Option<MadeExport> = exports::get_made_export;
        get_long_work() => Option<LongWorkState> = |core| Ok(core.long_work.how_far());
    }
    unlocked_changes {
        set_preferences(Preferences) => () = preferences::set_preferences;
        stop_attaching() => () = |core| Ok(attachments::stop_attaching(core));
        stop_long_work() => () = |core| {
            core.long_work.stop();
            Ok(Done::unchanged(()))
        };
        make_export(ExportDraft) => MadeExport = exports::make_export;
        discard_export() => () = exports::discard_export;
        lock() => () = lock::lock;
        delete_log() => () = noting::delete_log;
        rotate_key(LockChoice) => () = rotation::rotate_key;
        recover_readable() => Recovered = damage::recover_readable;
    }
    reads {
        get_settings() => Settings = App::get_settings;
        count_newer() => usize = App::count_newer;
        list_check_ins(u32) => Vec<CheckIn> = App::list_check_ins;
        list_check_ins_between(DaySpan) => Vec<CheckIn> = App::list_check_ins_between;
        list_words() => Words = App::list_words;
        list_factor_marks() => Vec<FactorMark> = App::list_factor_marks;
        list_entries(EntryPage) => Vec<EntrySummary> = App::list_entries;
        get_entry(EntryId) => Entry = App::get_entry;
        search_entries(EntrySearch) => Found = App::search_entries;
        list_chosen_entries(EntryChoice) => Vec<ChosenEntry> = App::list_chosen_entries;
        list_entry_summaries(Vec<EntryId>) => Vec<EntrySummary> = App::list_entry_summaries;
        list_entry_days(DaySpan) => Vec<NaiveDate> = App::list_entry_days;
        list_attachments(AttachedTo) => Vec<Attachment> = App::list_attachments;
        get_day_context(NaiveDate) => DayContext = App::get_day_context;
        list_removed_attachments() => Vec<RemovedAttachment> = App::list_removed_attachments;
        list_tags() => Vec<String> = App::list_tags;
        list_merged_tags() => Vec<String> = App::list_merged_tags;
        list_bin() => Vec<BinnedEntry> = App::list_bin;
        list_versions(EntryId) => Vec<EntryVersionSummary> = App::list_versions;
        get_version(EntryVersionId) => EntryVersion = App::get_version;
        list_own_prompts() => Vec<OwnPrompt> = App::list_own_prompts;
        list_left_out_prompts() => Vec<Prompt> = App::list_left_out_prompts;
        list_own_forms() => Vec<OwnForm> = App::list_own_forms;
        list_worries() => Worries = App::list_worries;
        list_activities() => Vec<Activity> = App::list_activities;
        list_activity_ideas() => Vec<ActivityIdea> = App::list_activity_ideas;
        list_activity_log(u32) => Vec<ActivityLog> = App::list_activity_log;
        list_activity_log_between(DaySpan) => Vec<ActivityLog> = App::list_activity_log_between;
        get_small_thing(SmallThingAsk) => Option<SmallThing> = App::get_small_thing;
        list_routines() => Vec<Routine> = App::list_routines;
        search_library(finding::Filter) => finding::Found = App::search_library;
        get_right_now(RightNowAsk) => RightNow = App::get_right_now;
        list_library_marks() => Vec<LibraryMark> = App::list_library_marks;
        get_library_stop() => Option<LibraryStop> = App::get_library_stop;
        list_practices(Practised) => Vec<Practice> = App::list_practices;
        list_people() => Vec<Person> = App::list_people;
        list_plan_lines() => Vec<PlanLine> = App::list_plan_lines;
        get_reminders() => Reminders = App::get_reminders;
        list_reminder_log(u32) => Vec<ReminderLog> = App::list_reminder_log;
    }
    changes {
        create_profile(LockChoice) => () = App::create_profile;
        unlock(Unlock) => () = App::unlock;
        ask_keychain() => () = App::ask_keychain;
        change_lock(LockChoice) => () = App::change_lock;
        make_recovery_key() => String = App::make_recovery_key;
        set_data_aside() => Option<String> = App::set_data_aside;
        try_again() => () = App::try_again;
        undo_change(ChangeId) => () = App::undo_change;
        note_lost_saves_seen() => () = |app| app.note_lost_saves_seen();
        note_closing_explained() => () = |app| app.note_closing_explained(true);
        save_check_in(CheckInDraft) => CheckIn = App::save_check_in;
        delete_check_in(CheckInId) => () = App::delete_check_in;
        mark_word(WordMark) => () = App::mark_word;
        save_entry(EntryDraft) => EntryReceipt = App::save_entry;
        begin_entry(EntryBeginning) => EntryReceipt = App::begin_entry;
        caption_attachment(AttachmentCaption) => Attachment = App::caption_attachment;
        remove_attachment(AttachmentId) => () = App::remove_attachment;
        bring_back_attachment(AttachmentId) => () = App::bring_back_attachment;
        let_go_attachment(AttachmentId) => () = App::let_go_attachment;
        delete_entry(EntryId) => () = App::delete_entry;
        bring_back_entry(EntryId) => () = App::bring_back_entry;
        remove_entry(EntryId) => () = App::remove_entry;
        empty_bin() => () = App::empty_bin;
        star_entry(EntryStar) => () = App::star_entry;
        tag_entry(EntryTags) => EntryReceipt = App::tag_entry;
        rename_tag(TagName) => () = App::rename_tag;
        keep_tags_apart() => () = App::keep_tags_apart;
        close_entry(EntryId) => bool = App::close_entry;
        bring_back_version(EntryVersionId) => EntryReceipt = App::bring_back_version;
        offer_prompt(PromptAsk) => Option<Prompt> = App::offer_prompt;
        save_own_prompt(OwnPromptDraft) => OwnPrompt = App::save_own_prompt;
        delete_own_prompt(OwnPromptId) => () = App::delete_own_prompt;
        leave_out_prompt(PromptLeftOut) => () = App::leave_out_prompt;
        save_own_form(OwnFormDraft) => OwnForm = App::save_own_form;
        delete_own_form(OwnFormId) => () = App::delete_own_form;
        park_worry(WorryDraft) => ParkedWorry = App::park_worry;
        let_worry_go(WorryId) => () = App::let_worry_go;
        save_activity(ActivityDraft) => Activity = App::save_activity;
        delete_activity(ActivityId) => () = App::delete_activity;
        start_activity(ActivityStart) => ActivityLog = App::start_activity;
        finish_activity(ActivityEnd) => ActivityLog = App::finish_activity;
        mark_routine(RoutineMark) => () = App::mark_routine;
        start_routine(RoutineId) => Run = App::start_routine;
        mark_step(StepMark) => () = App::mark_step;
        finish_routine(RunEnd) => Run = App::finish_routine;
        set_library_mark(LibraryMark) => () = App::set_library_mark;
        set_muted_topics(Vec<ContentTopic>) => () = App::set_muted_topics;
        set_library_stop(Option<LibraryStop>) => () = App::set_library_stop;
        save_practice(PracticeDraft) => Practice = App::save_practice;
        delete_practice(PracticeId) => () = App::delete_practice;
        set_factor_mark(FactorMark) => () = App::set_factor_mark;
        save_person(PersonDraft) => Person = App::save_person;
        delete_person(PersonId) => () = App::delete_person;
        save_plan_line(PlanLineDraft) => PlanLine = App::save_plan_line;
        delete_plan_line(PlanLineId) => () = App::delete_plan_line;
        move_plan_line(PlanLineMove) => () = App::move_plan_line;
        save_reminder(ReminderDraft) => Reminder = App::save_reminder;
        delete_reminder(ReminderId) => () = App::delete_reminder;
        wake_reminder(ReminderId) => () = App::wake_reminder;
        quieten_reminder(ReminderId) => Reminder = App::quieten_reminder;
        set_reminder_rules(ReminderRules) => () = App::set_reminder_rules;
        test_notification() => () = App::test_notification;
        answer_reminder(ReminderAnswer) => Answered = App::answer_reminder;
        pause_reminders(Pause) => () = App::pause_reminders;
        resume_reminders() => () = App::resume_reminders;
    }
    uploads {
        put_attachment(AttachmentDraft) => Attachment = attachments::put_attachment;
    }
    downloads {
        get_attachment_part(AttachmentPart) => () = attachments::get_attachment_part;
        get_export_file(()) => () = exports::get_export_file;
        get_pages(Option<Paper>) => Option<Pages> = pages::get_pages;
    }
    shell {
        // Asks a person where to put a file.
        save_file(FileName) => bool;
        // Where the web view does not give it to the page.
        get_clipboard_picture() => ();
        list_dropped_files() => Vec<HiddenFile>;
        list_pasted_files() => Vec<HiddenFile>;
        get_hidden_file(usize) => ();
        get_system_formats() => SystemFormats;
    }
}
