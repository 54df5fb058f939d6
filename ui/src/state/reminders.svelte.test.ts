import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Refused, useHost } from '$host/client';
import type { Invalid, Reminder, ReminderDraft, ReminderId, ReminderRules } from '$host/generated/wire';
import { idOf } from '../test-ids';
import { OpenReminder } from './open-reminder.svelte';
import { RulesForAll } from './reminder-rules.svelte';
import { Reminders } from './reminders.svelte';

let stop: (() => void) | undefined;
afterEach(() => stop?.());

const refuse = (what: Invalid['what']) => new Refused({ code: 'invalid', invalid: { what } as Invalid });

/** A core that keeps reminders and rules, and refuses what the real one would. */
function core(paused_until: string | null = null) {
  const stored = new Map<number, Reminder>();
  let rules: ReminderRules = {
    ...{ is_on: true, most_a_day: 1, quiet_hours: [], dates_off: [], waits: true },
    weekdays_off: [false, false, false, false, false, false, false],
  };
  const saved: ReminderDraft[] = [];
  let turn = 0;
  let changed: () => void = () => undefined;
  const keep = (draft: ReminderDraft): Reminder => {
    const { timing } = draft;
    if (timing.when === 'window' && timing.until_minute <= timing.from_minute)
      throw refuse('window_ends_before_it_starts');
    if (draft.days.on === 'weekdays' && !draft.days.days.includes(true)) throw refuse('no_day_chosen');
    const id = draft.id ?? idOf<ReminderId>(stored.size + 1);
    const kept = { ...draft, id, changed_at: String(++turn) };
    // As the core does: in order, each once.
    if (timing.when === 'at')
      kept.timing = { when: 'at', minutes: [...new Set(timing.minutes)].sort((a, b) => a - b) };
    stored.set(id, kept);
    return kept;
  };
  useHost({
    async call(name, input) {
      let value: unknown = null;
      if (name === 'save_reminder') {
        saved.push(input as ReminderDraft);
        value = keep(input as ReminderDraft);
      } else if (name === 'set_reminder_rules') {
        const typed = input as ReminderRules;
        if (typed.quiet_hours.some((part) => part.from_minute === part.until_minute))
          throw refuse('quiet_all_day');
        rules = typed;
      } else {
        const reminders = [...stored.values()].map((reminder) => ({
          ...{ reminder, next_at: null, pace: { pace: 'steady' }, coming: Array(7).fill(true) },
        }));
        value = { reminders, rules, paused_until, waiting: [], latest_answer: null, zone: 'UTC', test: null };
      }
      return { value, change: null };
    },
    onChanged: (listener) => {
      changed = () => listener({ kinds: ['reminders'], rows: null, source: 'program' });
      return () => undefined;
    },
    onNavigate: () => () => undefined,
  });
  return {
    saved,
    keep,
    stored: (id = 1) => stored.get(id),
    drop: (id: number) => stored.delete(id),
    rules: () => rules,
    changed: () => changed(),
  };
}

async function start<T>(make: (reminders: Reminders) => T): Promise<{ reminders: Reminders; made: T }> {
  let reminders: Reminders | undefined;
  let made: T | undefined;
  stop = $effect.root(() => {
    reminders = new Reminders();
    made = make(reminders);
  });
  flushSync();
  await vi.waitFor(() => expect(reminders?.value).toBeDefined());
  return { reminders: reminders as Reminders, made: made as T };
}
const startNew = () => start((reminders) => new OpenReminder(reminders, null));

describe('a reminder being set', () => {
  it('is not kept until it is asked for, and then as the gentle first one', async () => {
    const { saved, stored } = core();
    const { made } = await startNew();
    expect(made.draft).toMatchObject({ is_on: true, about: { about: 'check_in' }, hides_content: true });
    expect(saved).toEqual([]);
    expect(await made.done()).toBe(true);
    expect(stored()?.timing).toEqual({ when: 'window', from_minute: 600, until_minute: 720 });
    expect(made.id).toBe(1);
  });

  it('is kept in order as one, however quickly it is changed', async () => {
    const { saved, stored } = core();
    const { made } = await startNew();
    made.set({ asks_again: true });
    made.set({ keeps_on: true });
    made.set({ words: 'water' });
    await vi.waitFor(() => expect(stored()).toMatchObject({ keeps_on: true, words: 'water' }));
    expect(saved.map(({ id }) => id)).toEqual([null, 1]);
  });

  it('says why in one sentence, keeps what is on the screen, and leaves the stored one', async () => {
    const { stored } = core();
    const { made } = await startNew();
    await made.done();
    made.set({ timing: { when: 'window', from_minute: 600, until_minute: 540 } });
    await vi.waitFor(() => expect(made.problem).toMatch(/\.$/));
    expect(made.problemIn('timing')).toBe(made.problem);
    expect(made.problemIn('days')).toBeUndefined();
    expect(made.draft.timing).toMatchObject({ until_minute: 540 });
    expect(stored()?.timing).toMatchObject({ until_minute: 720 });
    expect(await made.done()).toBe(false);
    made.turn(false);
    await vi.waitFor(() => expect(stored()).toMatchObject({ is_on: false }));
    await vi.waitFor(() => expect(made.problem).toBeUndefined());
    expect(made.draft.timing).toMatchObject({ until_minute: 720 });
  });

  it('waits for what it is about to be chosen', async () => {
    const { saved } = core();
    const { made } = await startNew();
    made.set({ about: { about: 'activity', activity: idOf(0) } });
    expect(await made.done()).toBe(false);
    expect([made.needsChoice, made.problem, saved]).toEqual([true, undefined, []]);
    made.set({ about: { about: 'activity', activity: idOf(4) } });
    await vi.waitFor(() => expect(saved).toHaveLength(1));
    expect(made.needsChoice).toBe(false);
  });

  it('keeps its rows where they are, though they are stored in order', async () => {
    const { stored } = core();
    const { made } = await startNew();
    made.set({ timing: { when: 'at', minutes: [900, 540] } });
    await vi.waitFor(() => expect(stored()?.timing).toEqual({ when: 'at', minutes: [540, 900] }));
    await made.done();
    expect(made.draft.timing).toEqual({ when: 'at', minutes: [900, 540] });
  });

  it('follows a change from elsewhere, and says when it is gone', async () => {
    const { keep, stored, drop, changed } = core();
    const { made } = await startNew();
    made.set({ asks_again: true });
    await vi.waitFor(() => expect(stored()).toBeDefined());
    await made.done();
    keep({ ...(stored() as Reminder), asks_again: false });
    changed();
    await vi.waitFor(() => expect(made.draft.asks_again).toBe(false));
    drop(1);
    changed();
    await vi.waitFor(() => expect(made.isGone).toBe(true));
  });
});

describe('the rules for all', () => {
  it('are kept as they are changed; a refused one stays on the screen', async () => {
    const { rules } = core();
    const { made } = await start((reminders) => new RulesForAll(reminders));
    made.set({ most_a_day: 3 });
    await vi.waitFor(() => expect(rules().most_a_day).toBe(3));
    made.set({ quiet_hours: [{ from_minute: 60, until_minute: 60 }] });
    await vi.waitFor(() => expect(made.problem).toMatch(/\.$/));
    expect(made.rules.quiet_hours).toHaveLength(1);
    expect(rules().quiet_hours).toEqual([]);
  });

  it('can always be switched off', async () => {
    const { rules } = core();
    const { made } = await start((reminders) => new RulesForAll(reminders));
    made.set({ quiet_hours: [{ from_minute: 60, until_minute: 60 }] });
    await vi.waitFor(() => expect(made.problem).toBeDefined());
    made.set({ is_on: false });
    await vi.waitFor(() => expect(rules()).toMatchObject({ is_on: false, quiet_hours: [] }));
    await vi.waitFor(() => expect(made.problem).toBeUndefined());
  });
});

it('a_pause_without_an_end_is_one_until_the_person_comes_back', async () => {
  core('9999-12-31T00:00:00Z');
  const { reminders } = await start(() => undefined);
  expect(reminders.pausedUntil).toBe('until_resumed');
  expect(reminders.isAnyOn).toBe(false);
});
