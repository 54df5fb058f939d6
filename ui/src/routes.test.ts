import { describe, expect, it } from 'vitest';
import type { ActivityId, RoutineId } from '$host/generated/wire';
import { idOf } from './test-ids';
import { doingShelves, format, parse, placeOf, type Route } from './routes';

const ids = ['7', 'new', 'a b', 'ä/ö', '100%', '#', '..', 'play'];

const everyRoute: Route[] = [
  { at: 'today' },
  { at: 'check-in' },
  { at: 'journal' },
  { at: 'doing' },
  { at: 'library' },
  { at: 'timer' },
  { at: 'nook' },
  { at: 'songs' },
  { at: 'help' },
  { at: 'settings' },
  { at: 'reminders' },
  ...doingShelves.map((shelf): Route => ({ at: 'doing', shelf })),
  ...ids.flatMap((id): Route[] => [
    { at: 'journal', id },
    { at: 'journal', id: 'new', question: id },
    { at: 'library', id },
    { at: 'library', id, play: true },
    { at: 'help', page: id },
    { at: 'help', page: id, write: true },
    { at: 'settings', section: id },
    { at: 'reminders', id },
    { at: 'reminders', id, times: true },
    ...doingShelves.map((shelf): Route => ({ at: 'doing', shelf, id })),
  ]),
];

describe('routes', () => {
  it.each(everyRoute.map((route) => [format(route), route] as const))(
    '%s reads back as it was',
    (hash, route) => {
      expect(parse(hash)).toEqual(route);
    },
  );

  it('every_place_has_a_spelling_of_its_own', () => {
    const spellings = everyRoute.map(format);
    expect(new Set(spellings).size).toBe(spellings.length);
  });

  it.each(['', '#', '#/', '#/nowhere', '#/today/x', '#%E0%A4%A'])('%j leads to today', (hash) => {
    expect(parse(hash)).toEqual({ at: 'today' });
  });

  it('a_shelf_that_is_not_known_leads_to_doing', () => {
    expect(parse('#/doing/elsewhere/3')).toEqual({ at: 'doing' });
  });
});

describe('where an answered reminder leads', () => {
  it.each([
    [{ place: 'check_in' }, '#/check-in'],
    [{ place: 'today' }, '#/today'],
    [{ place: 'write', prompt: '' }, '#/journal/new'],
    [{ place: 'write', prompt: 'What was 1/2 warm?' }, '#/journal/new/What%20was%201%2F2%20warm%3F'],
    [{ place: 'activity', activity: idOf<ActivityId>(3) }, '#/doing/activities/3'],
    [{ place: 'routine', routine: idOf<RoutineId>(8) }, '#/doing/routines/8'],
    [{ place: 'item', item: 'wind-down-hour' }, '#/library/wind-down-hour'],
  ] as const)('%j is %s', (opens, hash) => {
    expect(format(placeOf(opens))).toBe(hash);
  });

  it('a_question_that_comes_with_every_sign_encoded_is_read_the_same', () => {
    // As the shell writes it.
    expect(parse('#/journal/new/Was%20it%20%E2%80%9Csoft%E2%80%9D%2C%20or%20not%3F')).toEqual({
      at: 'journal',
      id: 'new',
      question: 'Was it “soft”, or not?',
    });
  });

  it('only_a_new_entry_has_a_question', () => {
    expect(parse('#/journal/7/why')).toEqual({ at: 'journal', id: '7' });
  });
});
