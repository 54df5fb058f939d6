// Facts about keeping what is written: no word lost, none out of order, trouble tried again.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Refused, useHost } from '$host/client';
import type { Entry, EntryDraft } from '$host/generated/wire';
import { idOf } from '../test-ids';
import { OpenEntry } from './open-entry.svelte';

const stored = (draft: Pick<EntryDraft, 'id' | 'on' | 'title' | 'text'>): Entry => ({
  id: draft.id ?? idOf(7),
  uid: idOf('7'),
  on: draft.on ?? '2026-11-03',
  zone: 'Europe/Vilnius',
  created_at: '2026-11-03T10:00:00Z',
  written_at: '2026-11-03T10:00:00Z',
  title: draft.title ?? '',
  text: draft.text,
  is_starred: false,
  tags: [],
});

/** What the core was asked, in order; `answer` may be replaced to make trouble. */
let asked: { name: string; input: unknown }[];
let answer: (name: string, input: unknown) => Promise<unknown>;
const sent = () => asked.filter(({ name }) => name === 'save_entry').map(({ input }) => input as EntryDraft);
/** Without what a new one is called, which is random. */
const saves = () =>
  sent().map(({ id, on, text, title }) => ({ id, on, text, ...(title !== undefined && { title }) }));

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  answer = async (_, input) => stored(input as EntryDraft);
  useHost({
    call: async (name, input) => {
      asked.push({ name, input });
      return { value: await answer(name, input), change: 1 };
    },
    onChanged: () => () => {},
    onNavigate: () => () => {},
  });
});
afterEach(() => vi.useRealTimers());

it('a_new_entry_begins_with_its_first_visible_character', async () => {
  const entry = new OpenEntry(null);
  entry.write(() => '  \n');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked).toEqual([]);
  entry.write(() => '  \na');
  await vi.advanceTimersByTimeAsync(800);
  expect(saves()).toEqual([{ id: null, on: null, text: '  \na' }]);
  expect([entry.id, entry.on, entry.isSaved]).toEqual([7, '2026-11-03', true]);
});

it('only_the_latest_words_of_a_pause_are_sent', async () => {
  const entry = new OpenEntry(null);
  for (const text of ['g', 'gr', 'grey']) entry.write(() => text);
  await vi.advanceTimersByTimeAsync(800);
  expect(saves().map(({ text }) => text)).toEqual(['grey']);
});

it('writing_without_a_pause_is_kept_all_the_same', async () => {
  const entry = new OpenEntry(null);
  for (let passed = 0; passed < 6_000; passed += 100) {
    entry.write(() => `${passed}`);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(saves()).toHaveLength(1);
});

it('the_second_save_waits_for_the_id_that_the_first_one_brings', async () => {
  let finishFirst = () => {};
  answer = async (_, input) => {
    if (saves().length === 1) await new Promise<void>((resolve) => (finishFirst = resolve));
    return stored(input as EntryDraft);
  };
  const entry = new OpenEntry(null);
  entry.write(() => 'one');
  void entry.flush();
  entry.write(() => 'one two');
  const all = entry.flush();
  expect(saves()).toHaveLength(1);
  finishFirst();
  await all;
  expect(saves().map(({ id, text }) => [id, text])).toEqual([
    [null, 'one'],
    [7, 'one two'],
  ]);
  expect(entry.isSaved).toBe(true);
});

it('a_day_chosen_while_the_first_save_is_under_way_is_not_overwritten_by_its_answer', async () => {
  let finishFirst = () => {};
  answer = async (_, input) => {
    if (saves().length === 1) await new Promise<void>((resolve) => (finishFirst = resolve));
    return stored(input as EntryDraft);
  };
  const entry = new OpenEntry(null);
  entry.write(() => 'one');
  void entry.flush();
  entry.moveTo('2026-10-01');
  const all = entry.flush();
  finishFirst();
  await all;
  expect(saves().at(-1)).toEqual({ id: 7, on: '2026-10-01', text: 'one' });
  expect(entry.on).toBe('2026-10-01');
});

it('what_got_no_answer_is_saved_again_as_the_same_entry', async () => {
  const works = answer;
  answer = () => Promise.reject(new Refused({ code: 'unreachable', detail: '' }));
  const entry = new OpenEntry(null);
  entry.write(() => 'one');
  await entry.flush();
  answer = works;
  entry.write(() => 'one two');
  await entry.flush();
  expect(sent().map(({ uid }) => uid)).toEqual([sent()[0]?.uid, sent()[0]?.uid]);
  expect(sent()[0]?.uid).toMatch(/^[0-9a-f]{32}$/);
});

it('what_could_not_be_kept_is_tried_again_with_the_latest_words', async () => {
  const works = answer;
  answer = async () => {
    throw new Refused({ code: 'trouble', problem: 'disk_full' });
  };
  const entry = new OpenEntry(null);
  entry.write(() => 'one');
  await entry.flush();
  expect(entry.error?.reason.code).toBe('trouble');
  expect(entry.isSaved).toBe(false);
  answer = works;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(saves().map(({ text }) => text)).toEqual(['one', 'one']);
  expect(entry.error).toBeUndefined();
  expect(entry.isSaved).toBe(true);
});

it.each([
  ['a_full_disk', { code: 'trouble', problem: 'disk_full' } as const, 12],
  // At a pause or every five seconds, as when all is well.
  ['what_is_too_long', { code: 'invalid', invalid: { what: 'text_too_long', max: 3 } } as const, 41],
])('%s_is_not_asked_at_every_key', async (_, reason, most) => {
  const works = answer;
  answer = async () => {
    throw new Refused(reason);
  };
  const entry = new OpenEntry(null);
  let text = '';
  for (let letter = 0; letter < 1_600; letter++) {
    text += 'x';
    entry.write(() => text);
    await vi.advanceTimersByTimeAsync(125);
  }
  expect(saves().length).toBeGreaterThan(6);
  expect(saves().length).toBeLessThanOrEqual(most);
  // Leaving does not wait.
  const before = saves().length;
  await entry.flush();
  expect(saves()).toHaveLength(before + 1);
  answer = works;
  entry.write(() => text);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(entry.isSaved).toBe(true);
  expect(saves().at(-1)?.text).toBe(text);
  // All is well again: kept at the next pause.
  entry.write(() => `${text}!`);
  await vi.advanceTimersByTimeAsync(600);
  expect(entry.isSaved).toBe(true);
});

it('what_will_never_be_taken_waits_for_other_words', async () => {
  const works = answer;
  answer = async () => {
    throw new Refused({ code: 'invalid', invalid: { what: 'text_too_long', max: 3 } });
  };
  const entry = new OpenEntry(null);
  entry.write(() => 'long');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saves()).toHaveLength(1);
  answer = works;
  entry.write(() => 'ok');
  await vi.advanceTimersByTimeAsync(800);
  expect(entry.error).toBeUndefined();
});

it('words_written_to_an_entry_deleted_elsewhere_are_kept_as_a_new_one', async () => {
  answer = async (_, input) => {
    if ((input as EntryDraft).id === 3) throw new Refused({ code: 'not_found', what: 'entry' });
    return stored(input as EntryDraft);
  };
  const entry = new OpenEntry(idOf(3));
  entry.write(() => 'still here');
  await entry.flush();
  expect(entry.id).toBe(7);
  expect(saves().at(-1)).toEqual({ id: null, on: null, text: 'still here' });
});

it('words_of_an_entry_that_was_deleted_before_its_first_answer_came_are_kept_as_a_new_one', async () => {
  const works = answer;
  answer = () => Promise.reject(new Refused({ code: 'unreachable', detail: '' }));
  const entry = new OpenEntry(null);
  entry.write(() => 'still');
  await entry.flush();
  const [lost] = sent();
  answer = (name, input) => {
    if ((input as EntryDraft).uid === lost?.uid)
      return Promise.reject(new Refused({ code: 'not_found', what: 'entry' }));
    return works(name, input);
  };
  entry.write(() => 'still here');
  await entry.flush();
  expect(entry.isSaved).toBe(true);
  expect(saves().at(-1)).toEqual({ id: null, on: null, text: 'still here' });
});

it('reading_never_takes_the_place_of_words_that_are_not_kept_yet', async () => {
  let finishReading = () => {};
  answer = async (name, input) => {
    if (name === 'save_entry') return stored(input as EntryDraft);
    await new Promise<void>((resolve) => (finishReading = resolve));
    return stored({ id: idOf(3), on: null, text: 'old' });
  };
  const entry = new OpenEntry(idOf(3));
  const reading = entry.read();
  entry.write(() => 'new');
  finishReading();
  await reading;
  expect(entry.text).toBe('new');
  expect(entry.arrivals).toBe(0);
});

it('words_changed_elsewhere_arrive_when_nothing_here_waits_to_be_kept', async () => {
  answer = async () => stored({ id: idOf(3), on: null, text: 'from elsewhere' });
  const entry = new OpenEntry(idOf(3));
  await entry.read();
  expect([entry.text, entry.arrivals, entry.phase]).toEqual(['from elsewhere', 1, 'ready']);
});

it('a_deleted_entry_takes_its_last_words_along', async () => {
  const entry = new OpenEntry(idOf(3));
  entry.write(() => 'last words');
  await entry.remove();
  expect(asked.map(({ name }) => name)).toEqual(['save_entry', 'delete_entry']);
  entry.write(() => 'an echo of the editor closing');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saves()).toHaveLength(1);
});

it('a_question_is_kept_as_a_quote_with_the_first_words_and_not_before', async () => {
  const entry = new OpenEntry(null, 'What was warm?');
  entry.moveTo('2026-11-02');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([]);
  entry.write(() => 'The mug.');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saves().map(({ text }) => text)).toEqual(['> What was warm?\n\nThe mug.']);
  expect(entry.text).toBe('The mug.');
});

it('a_question_of_several_lines_stays_one_quote', async () => {
  const entry = new OpenEntry(null, 'One.\n\nTwo?');
  entry.write(() => 'Words');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saves().map(({ text }) => text)).toEqual(['> One. Two?\n\nWords']);
});

it('words_that_are_all_deleted_take_the_question_out_of_the_file_but_not_off_the_page', async () => {
  const entry = new OpenEntry(null, 'What was warm?');
  entry.write(() => 'The mug.');
  await vi.advanceTimersByTimeAsync(1_000);
  entry.write(() => '');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saves().at(-1)?.text).toBe('');
  answer = async () => stored({ id: idOf(7), on: null, text: '' });
  await entry.read();
  expect([entry.question, entry.arrivals]).toEqual(['What was warm?', 0]);
});

it('a_question_can_be_left_out_again', async () => {
  const entry = new OpenEntry(null, 'What was warm?');
  entry.write(() => 'The mug.');
  entry.dropQuestion();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saves().map(({ text }) => text)).toEqual(['The mug.']);
});

it('reading_it_again_shows_the_question_once_unless_it_was_changed_elsewhere', async () => {
  const entry = new OpenEntry(null, 'What was warm?');
  entry.write(() => 'The mug.');
  await vi.advanceTimersByTimeAsync(1_000);
  answer = async () => stored({ id: idOf(7), on: null, text: '> What was warm?\n\nThe mug, twice.' });
  await entry.read();
  expect([entry.question, entry.text]).toEqual(['What was warm?', 'The mug, twice.']);
  answer = async () => stored({ id: idOf(7), on: null, text: 'The mug alone.' });
  await entry.read();
  expect([entry.question, entry.text]).toEqual(['', 'The mug alone.']);
});

it('a_question_chosen_on_the_page_takes_the_place_of_a_form_and_of_the_question_before', async () => {
  const entry = new OpenEntry(null);
  entry.offered = { name: 'form', text: '1. ', cursor: 3 };
  entry.ask('What was heavy?', 'You might look around.');
  expect([entry.shown, entry.closing]).toEqual(['', 'You might look around.']);
  entry.ask('What was warm?', null);
  entry.write(() => 'The mug.');
  entry.ask('What came too late?', null);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saves().map(({ text }) => text)).toEqual(['> What was warm?\n\nThe mug.']);
  expect(entry.closing).toBeNull();
});

it('a_form_is_nobodys_until_something_is_typed', async () => {
  const entry = new OpenEntry(null);
  entry.offered = { name: 'form', text: '1. ', cursor: 3 };
  await entry.flush();
  expect([asked, entry.shown]).toEqual([[], '1. ']);
  entry.write(() => '1. tea');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saves().map(({ text }) => text)).toEqual(['1. tea']);
});

it('tags_given_one_after_the_other_are_all_there_whatever_an_older_answer_says', async () => {
  const entry = new OpenEntry(idOf(3));
  let tags: string[] = [];
  let finishFirst = () => {};
  answer = async (name, input) => {
    if (name === 'tag_entry' && tags.length === 0)
      await new Promise<void>((resolve) => (finishFirst = resolve));
    if (name === 'tag_entry') tags = (input as { tags: string[] }).tags;
    return { ...stored({ id: idOf(3), on: null, text: '' }), tags };
  };
  const first = entry.tag(['rain']);
  await entry.read();
  expect(entry.tags).toEqual(['rain']);
  const second = entry.tag([...entry.tags, 'walk']);
  finishFirst();
  await Promise.all([first, second]);
  await vi.advanceTimersByTimeAsync(1);
  expect([tags, entry.tags]).toEqual([
    ['rain', 'walk'],
    ['rain', 'walk'],
  ]);
});

it('a_star_that_could_not_be_kept_goes_out_again', async () => {
  answer = async () => {
    throw new Refused({ code: 'trouble', problem: 'disk_full' });
  };
  const entry = new OpenEntry(idOf(3));
  await expect(entry.star(true)).rejects.toBeInstanceOf(Refused);
  expect(entry.isStarred).toBe(false);
});

it('a_title_alone_is_kept_and_one_that_was_not_touched_here_is_not_sent', async () => {
  const entry = new OpenEntry(null);
  entry.writeTitle('  ');
  await vi.advanceTimersByTimeAsync(800);
  expect(saves()).toEqual([]);
  entry.writeTitle('Grey day ');
  await vi.advanceTimersByTimeAsync(800);
  expect(saves()).toEqual([{ id: null, on: null, text: '', title: 'Grey day ' }]);
  expect([entry.id, entry.title, entry.isTouched]).toEqual([7, 'Grey day ', false]);

  const other = new OpenEntry(idOf(9));
  answer = async (name, input) =>
    name === 'get_entry'
      ? { ...stored({ id: idOf(9), on: null, text: 'x' }), title: 'From elsewhere' }
      : stored(input as EntryDraft);
  await other.read();
  expect(other.title).toBe('From elsewhere');
  other.write(() => 'more');
  await vi.advanceTimersByTimeAsync(800);
  expect(saves().at(-1)).toEqual({ id: 9, on: '2026-11-03', text: 'more' });
});
