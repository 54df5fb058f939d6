import { flushSync } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { Refused, useHost } from '$host/client';
import type { Change, PlanLine, PlanLineDraft, PlanLineMove } from '$host/generated/wire';
import { idOf } from '../test-ids';
import { PlanLines, OpenLine, OpenPart } from './plan-lines.svelte';

let stop: (() => void) | undefined;
afterEach(() => {
  stop?.();
  vi.useRealTimers();
});

/** A core that keeps lines. It tells of a change before the one who changed it has the answer, as a busy one may. */
function core() {
  let stored: PlanLine[] = [];
  let isRefusing = false;
  let listed = Promise.resolve();
  let heldAt: string | undefined;
  let deliver = () => {};
  const saved: PlanLineDraft[] = [];
  let next = 1;
  let changed: (change: Change) => void = () => undefined;
  useHost({
    async call(name, input) {
      let value: unknown = null;
      if (name === 'list_plan_lines') value = [...stored];
      else if (isRefusing) throw new Refused({ code: 'not_open' });
      else if (name === 'save_plan_line') {
        const { id, part, text } = input as PlanLineDraft;
        saved.push(input as PlanLineDraft);
        if (text === heldAt) listed = new Promise((resolve) => (deliver = resolve));
        if (id !== null && !stored.some((line) => line.id === id))
          throw new Refused({ code: 'not_found', what: 'help line' });
        const line: PlanLine = {
          id: id ?? idOf(next++),
          part,
          text: text.trim(),
          person: null,
          written_at: '',
        };
        stored = id === null ? [...stored, line] : stored.map((old) => (old.id === id ? line : old));
        value = line;
      } else if (name === 'delete_plan_line') stored = stored.filter(({ id }) => id !== input);
      else if (name === 'move_plan_line') {
        const at = stored.findIndex(({ id }) => id === (input as PlanLineMove).id);
        stored = stored.toSpliced(at, 1).toSpliced(at - 1, 0, ...stored.slice(at, at + 1));
      }
      if (name === 'list_plan_lines') await listed;
      else changed({ kinds: ['plan_lines'], rows: null, source: 'program' });
      return Promise.resolve({ value, change: 7 });
    },
    onChanged: (listener) => {
      changed = listener;
      return () => undefined;
    },
    onNavigate: () => () => undefined,
  });
  return {
    saved,
    texts: () => stored.map(({ text }) => text),
    put: (text: string) => {
      stored = [...stored, { id: idOf(next++), part: 'alone', text, person: null, written_at: '' }];
    },
    drop: () => {
      stored = [];
      changed({ kinds: ['plan_lines'], rows: null, source: 'program' });
    },
    /** Lists that are asked for from the save of `text` on are on their way until what comes back is called. */
    holdListsAt: (text: string) => {
      heldAt = text;
      return () => {
        listed = Promise.resolve();
        deliver();
      };
    },
    tell: () => changed({ kinds: ['plan_lines'], rows: null, source: 'program' }),
    refuse: (refuses: boolean) => (isRefusing = refuses),
  };
}

async function opened() {
  let part: OpenPart | undefined;
  stop = $effect.root(() => {
    part = new OpenPart(new PlanLines(), 'alone');
  });
  flushSync();
  await vi.waitFor(() => flushSync());
  return part as unknown as OpenPart;
}

it('a_line_is_kept_once_and_stays_in_its_place_while_it_is_written', async () => {
  const { texts, saved } = core();
  const part = await opened();
  const row = part.add();
  row.write('walk to');
  await row.saver.flush();
  row.write('walk to the river ');
  await row.saver.flush();
  flushSync();
  await vi.waitFor(() => expect(part.rows).toEqual([row]));
  expect(texts()).toEqual(['walk to the river']);
  expect(saved.map(({ id }) => id)).toEqual([null, 1]);
  // What is typed stays as typed until the field is left.
  expect(row.text).toBe('walk to the river ');
  await row.settle();
  expect(row.text).toBe('walk to the river');
});

it('an_empty_line_is_not_kept_and_a_second_is_not_made', async () => {
  const { saved } = core();
  const part = await opened();
  const row = part.add();
  expect(part.add()).toBe(row);
  row.write('  ');
  await row.settle();
  expect(saved).toEqual([]);
  expect(row.isEmptied).toBe(false);
});

it('what_cannot_be_kept_stays_on_the_page_and_is_kept_later', async () => {
  vi.useFakeTimers();
  const { texts, refuse } = core();
  const part = await opened();
  refuse(true);
  const row = part.add();
  row.write('ring the bell');
  await row.settle();
  expect(row.text).toBe('ring the bell');
  expect(row.saver.problem).toBeTruthy();
  refuse(false);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(texts()).toEqual(['ring the bell']);
});

it('lines_deleted_elsewhere_go_except_the_one_being_written', async () => {
  const { put, drop, texts } = core();
  put('tea');
  put('the window');
  const part = await opened();
  await vi.waitFor(() => {
    flushSync();
    expect(part.rows).toHaveLength(2);
  });
  part.rows[0]?.write('tea with milk');
  drop();
  await vi.waitFor(() => {
    flushSync();
    expect(part.rows.map(({ text }) => text)).toEqual(['tea with milk']);
  });
  await part.rows[0]?.saver.flush();
  expect(texts()).toEqual(['tea with milk']);
});

it('a_line_that_was_kept_while_an_older_list_was_on_its_way_does_not_leave_the_page', async () => {
  const { holdListsAt, tell } = core();
  const deliver = holdListsAt('awake a');
  const part = await opened();
  const first = part.add();
  const second = new OpenLine('alone');
  const seen: boolean[] = [];
  const end = $effect.root(() => {
    $effect(() => void seen.push(part.rows.includes(second)));
  });
  const turns = async () => {
    for (let turn = 0; turn < 20; turn++) {
      await Promise.resolve();
      flushSync();
    }
  };
  first.write('not answering anyone');
  await first.saver.flush();
  // It is being written when the list of the first comes, and kept before the next one does.
  part.rows = [...part.rows, second];
  second.write('awake a');
  seen.length = 0;
  tell();
  await turns();
  expect(second.id).toBe(2);
  deliver();
  await turns();
  end();
  expect(seen).toContain(true);
  expect(seen).not.toContain(false);
  expect(part.rows).toEqual([first, second]);
});

it('moving_and_removing_are_kept', async () => {
  const { put, texts } = core();
  put('tea');
  put('the window');
  const part = await opened();
  await vi.waitFor(() => {
    flushSync();
    expect(part.rows).toHaveLength(2);
  });
  const [first, second] = part.rows;
  if (!first || !second) throw new Error('two rows');
  await part.move(second, true);
  flushSync();
  expect(part.rows).toEqual([second, first]);
  expect(await part.remove(first)).toBe(7);
  expect(texts()).toEqual(['the window']);
  const empty = part.add();
  expect(await part.remove(empty)).toBeNull();
});
