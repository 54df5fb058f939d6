// Facts about attaching: one after another, what fails holds nothing up, and what was stopped leaves nothing.
import { flushSync } from 'svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { Refused, useHost } from '$host/client';
import type { AttachmentDraft } from '$host/generated/wire';
import { idOf } from '../test-ids';
import { Attachments, bytesOf, onEntry } from './attachments.svelte';
import { OpenEntry } from './open-entry.svelte';

let asked: { name: string; input: unknown }[];
let answer: (name: string, input: unknown) => unknown;
const drafts = () =>
  asked.filter(({ name }) => name === 'put_attachment').map(({ input }) => input as AttachmentDraft);

beforeEach(() => {
  asked = [];
  answer = () => null;
  let ids = 0;
  useHost({
    call: async (name, input) => {
      asked.push({ name, input });
      const given = await answer(name, input);
      if (name === 'put_attachment') return { value: { id: ++ids, facts: {} }, change: ids };
      if (name === 'list_attachments') return { value: [], change: null };
      if (name === 'begin_entry')
        return { value: { id: 7, on: '2026-11-03', title: '', tags: [] }, change: 1 };
      return { value: given, change: null };
    },
    onChanged: () => () => {},
    onNavigate: () => () => {},
  });
});

/** As a component would make it. */
function made(entry: OpenEntry): Attachments {
  let attachments: Attachments | undefined;
  $effect.root(() => {
    attachments = new Attachments(onEntry(entry));
  });
  flushSync();
  return attachments as Attachments;
}

const file = (name: string) => new File(['words'], name);

it('files_are_attached_in_order_and_one_that_is_refused_holds_up_no_other', async () => {
  answer = (_, input) => {
    if ((input as AttachmentDraft | null)?.name === 'b')
      throw { code: 'invalid', invalid: { what: 'file_empty' } };
  };
  const attachments = made(new OpenEntry(idOf(7)));
  const added = await attachments.add(['a', 'b', 'c'].map(file));
  expect(drafts().map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  expect(added).toHaveLength(2);
  expect(attachments.notAdded.map(({ name, refused }) => [name, refused.reason.code])).toEqual([
    ['b', 'invalid'],
  ]);
  expect(attachments.adding).toBeUndefined();
});

it('a_blank_page_becomes_one_entry_however_many_files_come_at_once', async () => {
  const entry = new OpenEntry(null);
  await made(entry).add(['a', 'b'].map(file));
  expect(asked.filter(({ name }) => name === 'begin_entry')).toHaveLength(1);
  expect(drafts().map(({ to }) => to)).toEqual([{ entry: 7 }, { entry: 7 }]);
  expect(entry.id).toBe(7);
});

it('words_written_while_a_blank_page_becomes_an_entry_go_into_it', async () => {
  const entry = new OpenEntry(null);
  let begin = () => {};
  answer = (name, input) => {
    if (name === 'begin_entry') return new Promise<void>((done) => (begin = done));
    if (name === 'save_entry') return { ...(input as object), id: 7, on: '2026-11-03', tags: [] };
    return null;
  };
  const held = entry.hold();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  entry.write(() => 'rain');
  const kept = entry.flush();
  begin();
  expect(await held).toBe(7);
  await kept;
  expect(asked.filter(({ name }) => name === 'save_entry').map(({ input }) => input)).toEqual([
    { id: 7, on: '2026-11-03', text: 'rain' },
  ]);
});

it('what_was_stopped_is_taken_back_and_the_rest_is_not_sent', async () => {
  const attachments = made(new OpenEntry(idOf(7)));
  let arrive = () => {};
  answer = (name) => (name === 'put_attachment' ? new Promise<void>((done) => (arrive = done)) : null);
  const adding = attachments.add(['a', 'b'].map(file));
  await vi.waitFor(() => expect(drafts()).toHaveLength(1));
  expect(attachments.adding).toEqual({ name: 'a', waiting: 1 });
  attachments.stop();
  expect(asked.at(-1)?.name).toBe('stop_attaching');
  arrive();
  expect(await adding).toEqual([]);
  expect(drafts()).toHaveLength(1);
  expect(asked.at(-1)).toEqual({ name: 'undo_change', input: 1 });
});

it('a_file_that_is_too_long_is_not_read', async () => {
  const long = file('film.mp4');
  Object.defineProperty(long, 'size', { value: 64 * 2 ** 20 + 1 });
  const read = vi.spyOn(long, 'arrayBuffer');
  const attachments = made(new OpenEntry(idOf(7)));
  await attachments.add([long]);
  expect(read).not.toHaveBeenCalled();
  expect(attachments.notAdded[0]?.refused.reason).toMatchObject({ invalid: { what: 'file_too_large' } });
});

it('a_file_that_cannot_be_read_is_said_to_be_that', async () => {
  const folder = file('folder');
  folder.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
  const attachments = made(new OpenEntry(idOf(7)));
  await attachments.add([folder]);
  expect(attachments.notAdded[0]?.refused).toEqual(new Refused({ code: 'file_unreadable' }));
});

it('reading_stops_with_whoever_waited_for_it', async () => {
  const reading = new AbortController();
  answer = () => {
    reading.abort();
    return new Uint8Array([4, 0, 0, 0, ...new TextEncoder().encode('null')]).buffer;
  };
  const one = { id: 1, parts: 40, facts: { media_type: 'text/plain' } } as Parameters<typeof bytesOf>[0];
  await bytesOf(one, reading.signal);
  expect(asked).toHaveLength(1);
});
