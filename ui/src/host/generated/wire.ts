// Generated from the command table. Do not edit: `cargo xtask generate`.

/** Tells newtypes apart. No value has it. */
declare const brand: unique symbol;

export type About = { "about": "check_in" } | { "about": "write", prompt: string, } | { "about": "activity", activity: ActivityId, } | { "about": "routine", routine: RoutineId, } | { "about": "practice", item: string, } | { "about": "wind_down" } | { "about": "own_words" };
export type Activity = { id: ActivityId, shelf: Shelf, title: string, smaller: string, minutes: number | null, energy: Energy, 
/**
 * The idea that it came from, by its key.
 */
idea: string | null, created_at: string, };
export type ActivityDraft = { id: ActivityId | null, shelf: Shelf, title: string, 
/**
 * A smaller version, for days when the whole is too much. May be empty.
 */
smaller: string, minutes: number | null, energy: Energy, 
/**
 * The idea that it comes from, by its key. What is there already keeps its own.
 */
idea?: string | null, };
export type ActivityEnd = { log: ActivityLogId, outcome: Outcome, pleasure: number | null, mastery: number | null, closeness: number | null, };
export type ActivityId = number & { readonly [brand]: 'ActivityId' };
export type ActivityIdea = { 
/**
 * The tag of the language that its texts are in.
 */
language: string, key: string, shelf: Shelf, title: string, minutes: number, energy: Energy, place: IdeaPlace, 
/**
 * What it gives the senses to notice, the clearest first. Never empty.
 */
senses: Array<IdeaSense>, company: IdeaCompany, 
/**
 * What it takes, such as "a cup and water". Empty when it takes nothing.
 */
needs: string, costs: IdeaCost, weather: IdeaWeather, touches: Array<ContentTopic>, cautions: Array<string>, smaller: string, };
export type ActivityLog = { id: ActivityLogId, activity: ActivityId | null, title: string, started_at: string, on: string, ended_at: string | null, outcome: Outcome | null, 
/**
 * How much it might be liked, guessed before, 0–10.
 */
guess: number | null, 
/**
 * Rated after, each 0–10.
 */
pleasure: number | null, mastery: number | null, closeness: number | null, };
export type ActivityLogId = number & { readonly [brand]: 'ActivityLogId' };
export type ActivityStart = { activity: ActivityId, 
/**
 * Its smaller version, where it has one.
 */
is_smaller: boolean, guess: number | null, };
export type Afterwards = "heavier" | "same" | "lighter" | "cant_tell";
export type Answer = "open" | "not_now" | "same_as_last" | "doing" | "smaller" | "stay_quiet" | "keep_on";
export type Answered = { 
/**
 * The check-in that "same as last time" stored.
 */
check_in: CheckIn | null, 
/**
 * What is to open now.
 */
opens: Opens | null, };
export type Attached = "picture" | "sound" | "file";
export type AttachedTo = { "entry": EntryId } | "plan" | "songs";
export type Attachment = { id: AttachmentId, 
/**
 * By which the text of its entry names it: `![what it shows](kept:…)`.
 */
uid: Uid, to: AttachedTo, name: string, 
/**
 * What it shows, in the person's words. Empty until there are some.
 */
caption: string, added_at: string, facts: AttachmentFacts, 
/**
 * How many parts its bytes come in.
 */
parts: number, has_thumbnail: boolean, };
export type AttachmentCaption = { attachment: AttachmentId, caption: string, };
export type AttachmentDraft = { to: AttachedTo, name: string, 
/**
 * Place, time and device stay in.
 */
keeps_metadata: boolean, 
/**
 * One that goes when this one comes.
 */
replaces: AttachmentId | null, };
export type AttachmentFacts = { kind: AttachmentKind, 
/**
 * What the web view is told it is.
 */
media_type: string, 
/**
 * In bytes.
 */
length: number, 
/**
 * As it is looked at, turned the right way up.
 */
width: number | null, height: number | null, 
/**
 * It is a moving picture.
 */
moves: boolean, metadata: Metadata, not_shown: NotShown | null, };
export type AttachmentId = number & { readonly [brand]: 'AttachmentId' };
export type AttachmentKind = "picture" | "sound" | "text" | "file";
export type AttachmentPart = { attachment: AttachmentId, part: number | null, };
export type BinnedEntry = { entry: EntrySummary, 
/**
 * It is here until this day at the least; a program that starts on the third day after it is used then removes it.
 */
goes_on: string, };
export type Block = { "kind": "heading", level: number, inside: Array<Inline>, } | { "kind": "paragraph", inside: Array<Inline>, } | { "kind": "quote", inside: Array<Block>, } | { "kind": "list", start: number | null, items: Array<Array<Block>>, } | { "kind": "table", head: Array<Array<Inline>>, rows: Array<Array<Array<Inline>>>, } | { "kind": "code", text: string, } | { "kind": "picture", words: string, } | { "kind": "rule" } | { "kind": "markdown", text: string, highest: number, };
export type BodyWords = { group: string, words: Array<string>, };
export type BodyZone = "hands" | "arms" | "shoulders" | "neck" | "face" | "back" | "legs" | "feet";
export type Change = { kinds: Array<Kind>, 
/**
 * None where there are too many to name, or where it is nothing in the data file.
 */
rows: Array<Touched> | null, source: ChangeSource, };
export type ChangeId = number & { readonly [brand]: 'ChangeId' };
export type ChangeSource = { "page": string } | "reminders" | "program";
export type CheckIn = { id: CheckInId, at: string, on: string, zone: string, feel: Feel | null, energy: number | null, comfort: number | null, words: Array<string>, body: Array<string>, note: string, };
export type CheckInDraft = { id: CheckInId | null, 
/**
 * What a new one is called by whoever makes it: saved twice, as after an answer that was lost, it is one and the same.
 */
uid?: Uid | null, feel: Feel | null, 
/**
 * 0 none … 10 a lot.
 */
energy: number | null, 
/**
 * 0 uncomfortable … 10 comfortable.
 */
comfort: number | null, words: Array<string>, body: Array<string>, note: string, };
export type CheckInId = number & { readonly [brand]: 'CheckInId' };
export type ChosenEntry = { id: EntryId, on: string, };
export type Clause = { typed: string, 
/**
 * It must not hold.
 */
is_not: boolean, seeks: Seeks, };
export type CommandError = { "code": "not_open" } | { "code": "not_found", what: string, } | { "code": "invalid", invalid: Invalid, } | { "code": "wrong_passphrase" } | { "code": "already_set_up" } | { "code": "newer" } | { "code": "no_check_in_yet" } | { "code": "nothing_to_undo" } | { "code": "changed_since" } | { "code": "trouble", problem: Problem, } | { "code": "busy" } | { "code": "stopped" } | { "code": "pages_not_made", } | { "code": "file_not_saved", } | { "code": "unknown_command", name: string, } | { "code": "bad_input", detail: string, };
export type ContentTopic = "substances" | "self_harm" | "trauma" | "eating" | "death" | "suicide";
export type Country = { code: string, name: string, };
export type DateOrder = "day_month" | "month_day";
export type DayContext = { check_ins: Array<CheckIn>, doings: Array<ActivityLog>, };
export type DaySpan = { from: string, until: string, };
export type Days = { "on": "weekdays", days: [boolean, boolean, boolean, boolean, boolean, boolean, boolean], } | { "on": "every_n_days", every: number, first: string, } | { "on": "dates", dates: Array<string>, };
export type DocumentForm = { "form": "pdf", size: PaperSize, } | { "form": "html" };
export type Emergency = { 
/**
 * The tag of the language that its texts are in.
 */
language: string, country: string, name: string, numbers: string, checked: boolean, };
export type Energy = "none" | "low" | "some";
export type Entry = { id: EntryId, uid: Uid, on: string, zone: string, created_at: string, written_at: string, 
/**
 * Empty for most.
 */
title: string, text: string, is_starred: boolean, tags: Array<string>, };
export type EntryBeginning = { 
/**
 * The day it belongs to; today when absent.
 */
on: string | null, };
export type EntryChoice = { 
/**
 * As typed into the search; nothing typed is every entry.
 */
typed: string, days: DaySpan | null, };
export type EntryDraft = { id: EntryId | null, 
/**
 * What a new one is called by whoever makes it: saved twice, as after an answer that was lost, it is one and the same.
 */
uid?: Uid | null, 
/**
 * The day it belongs to; today when absent.
 */
on: string | null, 
/**
 * As it was when absent.
 */
title?: string, text: string, };
export type EntryId = number & { readonly [brand]: 'EntryId' };
export type EntryPage = { after: [string, EntryId] | null, limit: number, };
export type EntryReceipt = { id: EntryId, uid: Uid, on: string, title: string, is_starred: boolean, tags: Array<string>, };
export type EntrySearch = { typed: string, limit: number, };
export type EntryStar = { entry: EntryId, is_starred: boolean, };
export type EntrySummary = { id: EntryId, on: string, created_at: string, title: string, excerpt: string, is_starred: boolean, has_attachments: boolean, };
export type EntryTags = { entry: EntryId, tags: Array<string>, };
export type EntryVersion = { id: EntryVersionId, entry: EntryId, at: string, title: string, text: string, };
export type EntryVersionId = number & { readonly [brand]: 'EntryVersionId' };
export type EntryVersionSummary = { id: EntryVersionId, at: string, title: string, excerpt: string, };
export type ExportDraft = { "export": "markdown", entries: Array<EntryId>, } | { "export": "entries", entries: Array<EntryId>, with_pictures: boolean, words: ExportWords, form: DocumentForm, } | { "export": "plan", manuscript: Manuscript, form: DocumentForm, };
export type ExportEnding = "pdf" | "html" | "md";
export type ExportWords = { title: string, 
/**
 * A line below the title. May be empty.
 */
lead: string, 
/**
 * A language tag such as `en-GB`.
 */
language: string, 
/**
 * How each day is called.
 */
days: { [key in string]: string }, 
/**
 * The line below an entry that has tags; they take the place of `{tags}` in it.
 */
tags: string, };
export type ExportedKind = "entries" | "plan";
export type Factor = { 
/**
 * The tag of the language that its texts are in.
 */
language: string, key: string, name: string, 
/**
 * Two short lines: what it is, and how it can go along with feeling little.
 */
explainer: [string, string], 
/**
 * Who to talk to about it.
 */
who: string, caution: string | null, touches: Array<ContentTopic>, 
/**
 * The library item that says more.
 */
item: string | null, sources: Array<string>, };
export type FactorMark = { key: string, is_ticked: boolean, note: string, };
export type Feel = { "level": number } | "cant_tell";
export type FileName = { name: string, };
export type FileState = { 
/**
 * So many are not as they were written. What stands on them cannot be read.
 */
damaged_pages: number, };
export type Focus = "outer" | "inner";
export type Formats = { date_order: DateOrder | null, hour_cycle: HourCycle | null, 
/**
 * Monday is 0.
 */
first_weekday: number | null, };
export type Found = { hits: Array<SearchHit>, clauses: Array<Clause>, 
/**
 * What was typed and cannot be looked for, such as `+`.
 */
unsought: Array<string>, };
export type GuidedPace = { seconds: number, 
/**
 * Something to look at only. It asks nobody to breathe with it.
 */
is_watched: boolean, 
/**
 * The first is what the steps say; one may choose another.
 */
cadences: Array<Array<Phase>>, };
export type Heard = "button" | "click" | "expired" | "dismissed" | "closed";
export type Help = { emergency: Emergency, helplines: Array<HelplineNow>, };
export type HelpPart = "signs" | "alone" | "company" | "ask" | "professionals" | "safer" | "say" | "questions" | "noticed" | "medicines" | "prescriber" | "note";
export type HelplineKind = "crisis" | "urgent_mental_health" | "listening" | "support" | "information" | "directory" | "emergency";
export type HelplineNeed = "anyone" | "young_people" | "substances" | "veterans" | "families" | "violence" | "deaf" | "lgbtq" | "indigenous";
export type HelplineNow = { now: WaysNow, 
/**
 * Nobody looked at its page for more than a year.
 */
is_old: boolean, key: string, 
/**
 * The tag of the language that its texts are in.
 */
language: string, 
/**
 * Two-letter ISO code, or [`EVERYWHERE`].
 */
country: string, 
/**
 * What it calls itself, the same in every language.
 */
name: string, phone: string | null, sms: string | null, chat: string | null, url: string | null, hours: string, languages: string, 
/**
 * The tags of the languages named in `languages`.
 */
speaks: Array<string>, kind: HelplineKind, 
/**
 * Whom it is for; none where it is for anyone.
 */
audience: string | null, needs: Array<HelplineNeed>, note: string | null, 
/**
 * Address of the page on which the number was seen.
 */
source: string, 
/**
 * Year and month in which that page was read, as `2026-11`.
 */
checked_month: string, 
/**
 * The day by which someone looks at that page again.
 */
recheck_by: string, 
/**
 * The page is old or weak: worth checking on the operator's own page first.
 */
recheck_first: boolean, };
export type HiddenFile = { 
/**
 * By which its bytes are asked for.
 */
id: number, name: string, 
/**
 * In bytes.
 */
length: number, };
export type Hold = "locked" | "full_screen" | "do_not_disturb" | "away" | "no_notices";
export type HourCycle = "h12" | "h23";
export type IdeaCompany = "alone" | "with_others" | "either";
export type IdeaCost = "free" | "a_little";
export type IdeaPlace = "bed" | "indoors" | "doorstep" | "out";
export type IdeaSense = "sight" | "sound" | "touch" | "taste" | "smell" | "movement";
export type IdeaWeather = "any" | "dry" | "mild";
export type Inline = { "kind": "text", text: string, } | { "kind": "code", text: string, } | { "kind": "strong", inside: Array<Inline>, } | { "kind": "emphasis", inside: Array<Inline>, } | { "kind": "struck", inside: Array<Inline>, } | { "kind": "link", inside: Array<Inline>, address: string, } | { "kind": "break" };
export type Invalid = { "what": "out_of_range", value: number, min: number, max: number, } | { "what": "text_too_long", max: number, } | { "what": "too_many", max: number, } | { "what": "title_missing" } | { "what": "tag_missing" } | { "what": "nothing_to_save" } | { "what": "window_ends_before_it_starts" } | { "what": "no_day_chosen" } | { "what": "no_time_chosen" } | { "what": "moments_do_not_fit" } | { "what": "date_in_the_past" } | { "what": "quiet_all_day" } | { "what": "window_in_quiet_hours" } | { "what": "nothing_to_remind_of" } | { "what": "passphrase_too_short", min: number, } | { "what": "impossible_date" } | { "what": "no_such_country" } | { "what": "no_such_language" } | { "what": "file_empty" } | { "what": "file_too_large", megabytes: number, } | { "what": "not_a_picture" } | { "what": "not_a_sound" };
export type Kind = "check_ins" | "entries" | "attachments" | "prompts" | "forms" | "worries" | "activities" | "routines" | "practices" | "reminders" | "library" | "settings" | "people" | "plan_lines" | "factors" | "preferences" | "status";
export type LatestAnswer = { answer: Answer, at: string, change: ChangeId, };
export type Length = "one_minute" | "five_minutes" | "fifteen_minutes";
export type LibraryFilter = { typed: string, need: Need | null, 
/**
 * Any of them; all when empty.
 */
kinds: Array<LibraryKind>, length: Length | null, 
/**
 * How much there is: what asks for less fits too.
 */
energy: Energy | null, topic: string | null, 
/**
 * Only favourites.
 */
favourites: boolean, };
export type LibraryFilterPart = "topic" | "kinds" | "length" | "favourites" | "energy" | "need" | "typed";
export type LibraryFound = { hits: Array<LibraryHit>, 
/**
 * Only when nothing was found.
 */
loosen: Loosened | null, 
/**
 * Something would fit, but touches on a muted subject.
 */
is_muted_there: boolean, };
export type LibraryHit = { item: string, title: Array<Piece>, 
/**
 * The place where the words were found; without words, the summary.
 */
snippet: Array<Piece>, };
export type LibraryItem = { 
/**
 * The tag of the language that its texts are in.
 */
language: string, id: string, 
/**
 * Rows of the starting article that this item answers, such as "S24".
 */
seed: Array<string>, kind: LibraryKind, title: string, summary: string, minutes: number, energy: Energy, 
/**
 * What its topics are called, in the language that was asked for.
 */
topics: Array<string>, needs: Array<Need>, touches: Array<ContentTopic>, eyes_open: boolean, focus: Focus, cautions: Array<string>, smaller: string, 
/**
 * Markdown.
 */
body: string, steps: Array<LibraryStep>, paces: Array<GuidedPace>, 
/**
 * Keys of the bibliography.
 */
sources: Array<string>, review: ReviewState, written_on: string, review_due_on: string, };
export type LibraryKind = "read" | "do" | "breathe" | "write" | "move" | "rest" | "connect";
export type LibraryMark = { item: string, 
/**
 * "Keep this one".
 */
is_favourite: boolean, 
/**
 * "Leave this one out": never suggested, listed apart.
 */
is_left_out: boolean, };
export type LibraryPlace = { "step": number } | { "text": number };
export type LibraryStep = { text: string, 
/**
 * Without it, the step lasts as long as the person wants.
 */
seconds: number | null, 
/**
 * The pace it goes along with: its place among the item's paces.
 */
pace: number | null, 
/**
 * How many small things there are to notice, each with a mark to press or to leave.
 */
marks: number | null, 
/**
 * The part of the body it asks to notice or to move. Whoever would rather not may leave that part out.
 */
zone: BodyZone | null, };
export type LibraryStop = { item: string, place: LibraryPlace, };
export type LockChoice = { "lock": "keychain" } | { "lock": "passphrase", passphrase: string, } | { "lock": "none" };
export type LockName = "keychain" | "passphrase" | "none";
export type LongWorkKind = "rotate_key" | "recover_readable" | "export";
export type LongWorkState = { kind: LongWorkKind, done: number, 
/**
 * Of so many; none where nobody knows.
 */
of: number | null, };
export type Loosened = { part: LibraryFilterPart, left: number, };
export type MadeExport = { of: ExportedKind, ending: ExportEnding, 
/**
 * Signs that no font of this computer has: they stand as `[?]` in it.
 */
unset: Array<string>, };
export type Manuscript = { title: string, 
/**
 * A line below the title. May be empty.
 */
lead: string, 
/**
 * A language tag such as `en-GB`.
 */
language: string, 
/**
 * Stands at the foot of every page. May be empty.
 */
foot: string, blocks: Array<Block>, };
export type Metadata = "absent" | "removed" | "kept" | "unknown";
export type Need = "come_back" | "steady" | "sleep" | "feel_a_little" | "begin_small" | "put_in_words" | "be_with_people" | "understand" | "find_help";
export type NotShown = "too_large" | "unreadable";
export type NotificationTest = { at: string, state: NotificationTestState, };
export type NotificationTestState = { "state": "asked" } | { "state": "no_server" } | { "state": "shown" } & ShownTest;
export type NudgeStatus = "held" | "shown" | "passed" | "done" | "opened" | "not_now" | "same_as_last" | "doing" | "smaller" | "stay_quiet" | "keep_on";
export type OpenNow = { "is": "open", until: string | null, } | { "is": "closed", opens_at: string, } | { "is": "unknown" };
export type Opens = { "place": "check_in" } | { "place": "today" } | { "place": "write", prompt: string, } | { "place": "activity", activity: ActivityId, } | { "place": "routine", routine: RoutineId, } | { "place": "item", item: string, };
export type Outcome = "done" | "part_of_it" | "stopped";
export type OwnForm = { id: OwnFormId, name: string, text: string, };
export type OwnFormDraft = { id: OwnFormId | null, name: string, text: string, };
export type OwnFormId = number & { readonly [brand]: 'OwnFormId' };
export type OwnPrompt = { id: OwnPromptId, text: string, weight: Weight, };
export type OwnPromptDraft = { id: OwnPromptId | null, text: string, weight: Weight, };
export type OwnPromptId = number & { readonly [brand]: 'OwnPromptId' };
export type OwnWords = { 
/**
 * For how it feels, beside those that ship.
 */
feelings: Array<string>, 
/**
 * For the body, beside those that ship.
 */
body: Array<string>, 
/**
 * Of those that ship, in whichever list they stand.
 */
hidden: Array<string>, };
export type Pace = { "pace": "steady" } | { "pace": "halved", unanswered: number, skips_next: boolean, } | { "pace": "asks_next", unanswered: number, skips_next: boolean, } | { "pace": "asleep" };
export type Pages = { count: number, 
/**
 * What stands on the page and what did not fit, when one page was asked for.
 */
blocks: Array<Block>, left_off: Array<Block>, 
/**
 * Signs that no font of this computer has.
 */
unset: Array<string>, };
export type Paper = { manuscript: Manuscript, size: PaperSize, 
/**
 * Only what fits on one page is set.
 */
is_one_page: boolean, };
export type PaperSize = "a4" | "letter";
export type ParkedWorry = { id: WorryId, text: string, on: string, minute: number, };
export type Passage = { 
/**
 * The tag of the language it was written in.
 */
language: string, key: string, title: string, author: string, 
/**
 * The year the author died, which says from when on it is free to print.
 */
died: number, 
/**
 * The year of the book in `source`.
 */
year: number, source: string, 
/**
 * Lines end where the author ended them.
 */
text: string, };
export type Pause = "one_hour" | "this_evening" | "until_tomorrow" | { "until_date": string } | "until_resumed";
export type Person = { id: PersonId, name: string, reach: string, };
export type PersonDraft = { id: PersonId | null, name: string, 
/**
 * How to reach them, in the person's own words. May be empty.
 */
reach: string, };
export type PersonId = number & { readonly [brand]: 'PersonId' };
export type Phase = { kind: PhaseKind, millis: number, };
export type PhaseKind = "in" | "sip" | "hold" | "out" | "rest" | "left" | "right";
export type Piece = { text: string, hit: boolean, };
export type PlanLine = { id: PlanLineId, part: HelpPart, text: string, 
/**
 * As they are now among the person's people, so that a new number is new here too.
 */
person: Person | null, written_at: string, };
export type PlanLineDraft = { id: PlanLineId | null, part: HelpPart, 
/**
 * May be empty when it is about a person.
 */
text: string, person: PersonId | null, };
export type PlanLineId = number & { readonly [brand]: 'PlanLineId' };
export type PlanLineMove = { id: PlanLineId, up: boolean, };
export type Practice = { id: PracticeId, of: Practised, at: string, on: string, afterwards: Afterwards, };
export type PracticeDraft = { id: PracticeId | null, of: Practised, afterwards: Afterwards, };
export type PracticeId = number & { readonly [brand]: 'PracticeId' };
export type Practised = { "item": string } | { "routine": RoutineId };
export type Preferences = { theme: Theme, 
/**
 * Per cent: 100, 125, 150, 175 or 200.
 */
text_size: number, 
/**
 * Two letters of ISO 3166, or ZZ; none until chosen.
 */
country: string | null, start_at_login: boolean, 
/**
 * An icon in the tray, where the system has one.
 */
tray_icon: boolean, low_energy: boolean, writing: WritingPage, formats: Formats, 
/**
 * The tag of the language the program speaks; none for the system's.
 */
language: string | null, };
export type Problem = "damaged" | "newer_version" | "in_use" | "read_only" | "disk_full" | "quota_reached" | "no_locks" | "gone" | "data_missing" | "key_file_missing" | "key_file_damaged" | "keychain" | "other";
export type Prompt = { 
/**
 * The tag of the language that its texts are in; empty where nobody knows.
 */
language: string, key: string, 
/**
 * One question or invitation.
 */
text: string, weight: Weight, 
/**
 * Words to browse by, of the library's list or of [`MORE_TOPICS`].
 */
about: Array<string>, touches: Array<ContentTopic>, 
/**
 * Rows of the starting article that this prompt answers, such as "S21".
 */
seed: Array<string>, how: PromptForm, 
/**
 * 1, 5 or 15.
 */
minutes: number, 
/**
 * A step back into the room, for a heavy prompt and for no other.
 */
close: string | null, };
export type PromptAsk = { 
/**
 * How much the question may stir up.
 */
weight: Weight, };
export type PromptForm = "words" | "body" | "picture";
export type PromptLeftOut = { 
/**
 * Its key.
 */
prompt: string, is_left_out: boolean, };
export type QuietHours = { 
/**
 * Minutes after midnight, 0..=1439.
 */
from_minute: number, 
/**
 * Minutes after midnight, 0..=1440.
 */
until_minute: number, };
export type Reason = "locked" | "full_screen" | "do_not_disturb" | "away" | "no_notices" | "asleep" | "paused" | "quiet_hours" | "enough_today" | "too_close" | "already_done" | "quieter";
export type Recovered = { 
/**
 * The folder in which the damaged file lies, whole.
 */
aside: string, rows: Array<RecoveredRows>, };
export type RecoveredRows = { what: RowsOf, recovered: number, 
/**
 * At most so many could not be read: some may have been let go of long ago.
 */
lost: number, };
export type Reminder = { id: ReminderId, is_on: boolean, about: About, timing: Timing, days: Days, words: string, hides_content: boolean, asks_again: boolean, keeps_on: boolean, 
/**
 * When it was made, last changed, or woken: nothing from before counts.
 */
changed_at: string, };
export type ReminderAnswer = { 
/**
 * None answers the one that is waiting.
 */
log: ReminderLogId | null, answer: Answer, };
export type ReminderDraft = { id: ReminderId | null, is_on: boolean, about: About, timing: Timing, days: Days, 
/**
 * Own words for the notice; may be empty.
 */
words: string, 
/**
 * Show neutral words whatever else is set.
 */
hides_content: boolean, 
/**
 * After *Not now*, ask once more later in the same window.
 */
asks_again: boolean, 
/**
 * Do not get quieter when left unanswered.
 */
keeps_on: boolean, };
export type ReminderId = number & { readonly [brand]: 'ReminderId' };
export type ReminderLog = { id: ReminderLogId, reminder: ReminderId, on: string, 
/**
 * Which moment of that day, from 0.
 */
slot: number, 
/**
 * 1 when it was asked again after *Not now*.
 */
attempt: number, at: string, 
/**
 * When its window closes.
 */
closes_at: string, status: NudgeStatus, reason: Reason | null, 
/**
 * It asked whether to stay quiet.
 */
asks_quiet: boolean, answered_at: string | null, };
export type ReminderLogId = number & { readonly [brand]: 'ReminderLogId' };
export type ReminderOutlook = { reminder: Reminder, next_at: string | null, pace: Pace, 
/**
 * On which of the seven days from today on it may come.
 */
coming: [boolean, boolean, boolean, boolean, boolean, boolean, boolean], };
export type ReminderRules = { 
/**
 * The one switch for all. Off: nothing comes, whatever each reminder says.
 */
is_on: boolean, 
/**
 * The most nudges on one day, 1..=6.
 */
most_a_day: number, quiet_hours: Array<QuietHours>, 
/**
 * Monday first: weekdays without any nudge.
 */
weekdays_off: [boolean, boolean, boolean, boolean, boolean, boolean, boolean], dates_off: Array<string>, 
/**
 * Waits while the screen is locked, something fills it, notices are switched off, or nobody is there.
 */
waits: boolean, };
export type Reminders = { reminders: Array<ReminderOutlook>, rules: ReminderRules, paused_until: string | null, waiting: Array<WaitingReminder>, latest_answer: LatestAnswer | null, 
/**
 * IANA name of where the person is; none if the system names a zone that is not known here, and times
 * are taken as UTC.
 */
zone: string | null, 
/**
 * The test notice of this run of the program.
 */
test: NotificationTest | null, };
export type RemovedAttachment = { attachment: Attachment, 
/**
 * From this day on the program removes it when it starts.
 */
goes_on: string, };
export type ReviewState = "not_clinically_reviewed";
export type RightNow = { 
/**
 * Ids of items. Empty only when nothing fits at all.
 */
items: Array<string>, 
/**
 * The most minutes that any of what was chosen from takes.
 */
most_minutes: number, 
/**
 * There is more than what is shown.
 */
has_others: boolean, };
export type RightNowAsk = { energy: Energy, length: Length, 
/**
 * How often "something else" was asked for.
 */
turn: number, };
export type Routine = { id: RoutineId, 
/**
 * The bundled routine it came from, if any.
 */
seed_key: string | null, title: string, summary: string, minutes: number, energy: Energy, cautions: Array<string>, 
/**
 * Never suggested.
 */
is_left_out: boolean, steps: Array<Step>, };
export type RoutineId = number & { readonly [brand]: 'RoutineId' };
export type RoutineMark = { routine: RoutineId, is_left_out: boolean, };
export type RowsOf = "entries" | "check_ins" | "attachments" | "rest";
export type Run = { id: RunId, routine: RoutineId | null, title: string, started_at: string, ended_at: string | null, outcome: RunOutcome | null, };
export type RunEnd = { run: RunId, outcome: RunOutcome, };
export type RunId = number & { readonly [brand]: 'RunId' };
export type RunOutcome = "finished" | "stopped";
export type SearchHit = { entry: EntrySummary, 
/**
 * The whole of it; none when there is no title.
 */
title: Array<Piece>, snippet: Array<Piece>, };
export type Seeks = { "what": "words", words: Array<string>, is_start: boolean, } | { "what": "tag", name: string, is_start: boolean, } | { "what": "starred" } | { "what": "has", attached: Attached, } | { "what": "days", from: string | null, until: string | null, };
export type Settings = { 
/**
 * What closing the window does has been said once.
 */
closing_explained: boolean, 
/**
 * Reminders stay quiet until then.
 */
paused_until: string | null, reminders: ReminderRules, 
/**
 * Subjects that are not put before the person anywhere. Help is never muted.
 */
muted: Array<ContentTopic>, };
export type Shelf = "used_to_like" | "ladder" | "small_changes" | "mine";
export type ShownTest = { 
/**
 * The name of what shows notices here.
 */
server: string | null, has_buttons: boolean | null, has_sound: boolean | null, 
/**
 * Why a reminder would wait now.
 */
hold: Hold | null, heard: Heard | null, };
export type SmallThing = { target: Target, title: string, minutes: number | null, why: Why, };
export type SmallThingAsk = { 
/**
 * 0–10, as in a check-in; none when it was not said.
 */
energy: number | null, 
/**
 * How often "another one" was asked for.
 */
turn: number, };
export type Source = { key: string, citation: string, address: string, };
export type Status = { "state": "first_run", keychain: boolean, folder: string, } | { "state": "locked", 
/**
 * Typing a passphrase opens it; otherwise only a recovery key does.
 */
passphrase: boolean, recovery_key: boolean, 
/**
 * The keychain should have opened it and did not.
 */
keychain_failed: boolean, folder: string, } | { "state": "open", lock: LockName, recovery_key: boolean, folder: string, 
/**
 * The folder that holds a copy of all files, made when saves in the log could not be read any more; until that was
 * seen.
 */
lost_saves: string | null, } | { "state": "demo" } | { "state": "refused", problem: Problem, folder: string, 
/**
 * Another folder, in which data was kept before.
 */
earlier: string | null, };
export type Step = { id: StepId, text: string, 
/**
 * Seconds the step is meant to last; none means as long as it takes.
 */
seconds: number | null, };
export type StepId = number & { readonly [brand]: 'StepId' };
export type StepMark = { run: RunId, step: StepId, outcome: StepOutcome, };
export type StepOutcome = "done" | "skipped";
export type SystemFormats = { 
/**
 * A tag such as `de-AT`, which has an order, a clock and a week of its own.
 */
locale: string | null, date_order: DateOrder | null, hour_cycle: HourCycle | null, 
/**
 * Monday is 0.
 */
first_weekday: number | null, };
export type TagName = { from: string, to: string, };
export type Target = { "kind": "activity", id: ActivityId, } | { "kind": "routine", id: RoutineId, } | { "kind": "library_item", id: string, };
export type Theme = "system" | "light" | "dark" | "dim" | "contrast";
export type Timing = { "when": "at", minutes: Array<number>, } | { "when": "window", from_minute: number, until_minute: number, } | { "when": "moments", from_minute: number, until_minute: number, count: number, apart_minutes: number, };
export type Touched = { kind: Kind, uid: Uid, };
export type Uid = string & { readonly [brand]: 'Uid' };
export type Unlock = { 
/**
 * A passphrase or a recovery key, as it was typed.
 */
typed: string, };
export type WaitingReminder = { log: ReminderLogId, about: About, 
/**
 * Own words, if they may be shown.
 */
words: string | null, asks_quiet: boolean, answers: Array<Answer>, };
export type WaysNow = { phone: OpenNow | null, sms: OpenNow | null, chat: OpenNow | null, };
export type Weight = "light" | "middle" | "heavy";
export type Why = "yours_and_fits" | "fits" | "asks_little";
export type WordMark = { word: string, becomes: WordUse, };
export type WordSet = { 
/**
 * The tag of the language that all of it is in.
 */
language: string, 
/**
 * Words for feeling little or nothing. Those for no word come first: nobody should have to look for them.
 */
absence: Array<string>, 
/**
 * Words for something faint, faintest first.
 */
flicker: Array<string>, zones: Array<WordZone>, body: Array<BodyWords>, };
export type WordUse = "feeling" | "body" | "hidden" | "usual";
export type WordZone = { zone: Zone, words: Array<string>, };
export type Words = { 
/**
 * What ships and is not hidden. A list may be empty.
 */
offered: WordSet, own: OwnWords, };
export type Worries = { 
/**
 * Their time has come.
 */
waiting: Array<ParkedWorry>, 
/**
 * Their time is still to come, the next one first.
 */
parked: Array<ParkedWorry>, };
export type WorryDraft = { id: WorryId | null, text: string, on: string, minute: number, };
export type WorryId = number & { readonly [brand]: 'WorryId' };
export type WritingPage = { 
/**
 * A field for a title on every page. Without it the field is there where it was asked for.
 */
shows_title: boolean, counts_words: boolean, size: WritingSize, width: WritingWidth, 
/**
 * A bell at the end of a time for writing.
 */
bell: boolean, };
export type WritingSize = "normal" | "larger" | "largest";
export type WritingWidth = "narrow" | "normal" | "wide";
export type Zone = "high_energy_comfortable" | "low_energy_comfortable" | "high_energy_uncomfortable" | "low_energy_uncomfortable" | "mixed";

export interface Reads {
  get_preferences: { input: null; output: Preferences };
  get_language: { input: null; output: string };
  list_countries: { input: null; output: Array<Country> };
  get_help: { input: string; output: Help };
  list_library: { input: null; output: Array<LibraryItem> };
  list_sources: { input: null; output: Array<Source> };
  list_passages: { input: null; output: Array<Passage> };
  list_bundled_words: { input: null; output: WordSet };
  list_factors: { input: null; output: Array<Factor> };
  get_status: { input: null; output: Status };
  check_file: { input: null; output: FileState };
  get_log: { input: null; output: string };
  get_made_export: { input: null; output: MadeExport | null };
  get_long_work: { input: null; output: LongWorkState | null };
  get_settings: { input: null; output: Settings };
  count_newer: { input: null; output: number };
  list_check_ins: { input: number; output: Array<CheckIn> };
  list_check_ins_between: { input: DaySpan; output: Array<CheckIn> };
  list_words: { input: null; output: Words };
  list_factor_marks: { input: null; output: Array<FactorMark> };
  list_entries: { input: EntryPage; output: Array<EntrySummary> };
  get_entry: { input: EntryId; output: Entry };
  search_entries: { input: EntrySearch; output: Found };
  list_chosen_entries: { input: EntryChoice; output: Array<ChosenEntry> };
  list_entry_summaries: { input: Array<EntryId>; output: Array<EntrySummary> };
  list_entry_days: { input: DaySpan; output: Array<string> };
  list_attachments: { input: AttachedTo; output: Array<Attachment> };
  get_day_context: { input: string; output: DayContext };
  list_removed_attachments: { input: null; output: Array<RemovedAttachment> };
  list_tags: { input: null; output: Array<string> };
  list_merged_tags: { input: null; output: Array<string> };
  list_bin: { input: null; output: Array<BinnedEntry> };
  list_versions: { input: EntryId; output: Array<EntryVersionSummary> };
  get_version: { input: EntryVersionId; output: EntryVersion };
  list_own_prompts: { input: null; output: Array<OwnPrompt> };
  list_left_out_prompts: { input: null; output: Array<Prompt> };
  list_own_forms: { input: null; output: Array<OwnForm> };
  list_worries: { input: null; output: Worries };
  list_activities: { input: null; output: Array<Activity> };
  list_activity_ideas: { input: null; output: Array<ActivityIdea> };
  list_activity_log: { input: number; output: Array<ActivityLog> };
  list_activity_log_between: { input: DaySpan; output: Array<ActivityLog> };
  get_small_thing: { input: SmallThingAsk; output: SmallThing | null };
  list_routines: { input: null; output: Array<Routine> };
  search_library: { input: LibraryFilter; output: LibraryFound };
  get_right_now: { input: RightNowAsk; output: RightNow };
  list_library_marks: { input: null; output: Array<LibraryMark> };
  get_library_stop: { input: null; output: LibraryStop | null };
  list_practices: { input: Practised; output: Array<Practice> };
  list_people: { input: null; output: Array<Person> };
  list_plan_lines: { input: null; output: Array<PlanLine> };
  get_reminders: { input: null; output: Reminders };
  list_reminder_log: { input: number; output: Array<ReminderLog> };
}

export interface Changes {
  set_preferences: { input: Preferences; output: null };
  stop_attaching: { input: null; output: null };
  stop_long_work: { input: null; output: null };
  make_export: { input: ExportDraft; output: MadeExport };
  discard_export: { input: null; output: null };
  lock: { input: null; output: null };
  delete_log: { input: null; output: null };
  rotate_key: { input: LockChoice; output: null };
  recover_readable: { input: null; output: Recovered };
  create_profile: { input: LockChoice; output: null };
  unlock: { input: Unlock; output: null };
  ask_keychain: { input: null; output: null };
  change_lock: { input: LockChoice; output: null };
  make_recovery_key: { input: null; output: string };
  set_data_aside: { input: null; output: string | null };
  try_again: { input: null; output: null };
  undo_change: { input: ChangeId; output: null };
  note_lost_saves_seen: { input: null; output: null };
  note_closing_explained: { input: null; output: null };
  save_check_in: { input: CheckInDraft; output: CheckIn };
  delete_check_in: { input: CheckInId; output: null };
  mark_word: { input: WordMark; output: null };
  save_entry: { input: EntryDraft; output: EntryReceipt };
  begin_entry: { input: EntryBeginning; output: EntryReceipt };
  caption_attachment: { input: AttachmentCaption; output: Attachment };
  remove_attachment: { input: AttachmentId; output: null };
  bring_back_attachment: { input: AttachmentId; output: null };
  let_go_attachment: { input: AttachmentId; output: null };
  delete_entry: { input: EntryId; output: null };
  bring_back_entry: { input: EntryId; output: null };
  remove_entry: { input: EntryId; output: null };
  empty_bin: { input: null; output: null };
  star_entry: { input: EntryStar; output: null };
  tag_entry: { input: EntryTags; output: EntryReceipt };
  rename_tag: { input: TagName; output: null };
  keep_tags_apart: { input: null; output: null };
  close_entry: { input: EntryId; output: boolean };
  bring_back_version: { input: EntryVersionId; output: EntryReceipt };
  offer_prompt: { input: PromptAsk; output: Prompt | null };
  save_own_prompt: { input: OwnPromptDraft; output: OwnPrompt };
  delete_own_prompt: { input: OwnPromptId; output: null };
  leave_out_prompt: { input: PromptLeftOut; output: null };
  save_own_form: { input: OwnFormDraft; output: OwnForm };
  delete_own_form: { input: OwnFormId; output: null };
  park_worry: { input: WorryDraft; output: ParkedWorry };
  let_worry_go: { input: WorryId; output: null };
  save_activity: { input: ActivityDraft; output: Activity };
  delete_activity: { input: ActivityId; output: null };
  start_activity: { input: ActivityStart; output: ActivityLog };
  finish_activity: { input: ActivityEnd; output: ActivityLog };
  mark_routine: { input: RoutineMark; output: null };
  start_routine: { input: RoutineId; output: Run };
  mark_step: { input: StepMark; output: null };
  finish_routine: { input: RunEnd; output: Run };
  set_library_mark: { input: LibraryMark; output: null };
  set_muted_topics: { input: Array<ContentTopic>; output: null };
  set_library_stop: { input: LibraryStop | null; output: null };
  save_practice: { input: PracticeDraft; output: Practice };
  delete_practice: { input: PracticeId; output: null };
  set_factor_mark: { input: FactorMark; output: null };
  save_person: { input: PersonDraft; output: Person };
  delete_person: { input: PersonId; output: null };
  save_plan_line: { input: PlanLineDraft; output: PlanLine };
  delete_plan_line: { input: PlanLineId; output: null };
  move_plan_line: { input: PlanLineMove; output: null };
  save_reminder: { input: ReminderDraft; output: Reminder };
  delete_reminder: { input: ReminderId; output: null };
  wake_reminder: { input: ReminderId; output: null };
  quieten_reminder: { input: ReminderId; output: Reminder };
  set_reminder_rules: { input: ReminderRules; output: null };
  test_notification: { input: null; output: null };
  answer_reminder: { input: ReminderAnswer; output: Answered };
  pause_reminders: { input: Pause; output: null };
  resume_reminders: { input: null; output: null };
}

export interface Uploads {
  put_attachment: { input: AttachmentDraft; output: Attachment };
}

export interface Downloads {
  get_attachment_part: { input: AttachmentPart; output: null };
  get_export_file: { input: null; output: null };
  get_pages: { input: Paper | null; output: Pages | null };
}

export interface ByTheShell {
  save_file: { input: FileName; output: boolean };
  get_clipboard_picture: { input: null; output: null };
  list_dropped_files: { input: null; output: Array<HiddenFile> };
  list_pasted_files: { input: null; output: Array<HiddenFile> };
  get_hidden_file: { input: number; output: null };
  get_system_formats: { input: null; output: SystemFormats };
}
