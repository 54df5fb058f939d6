import { describe, expect, it } from 'vitest';
import { doingShelves, format, parse, type Route } from './routes';

const ids = ['7', 'new', 'a b', 'ä/ö', '100%', '#', '..', 'play'];

const everyRoute: Route[] = [
  { at: 'today' },
  { at: 'check-in' },
  { at: 'journal' },
  { at: 'doing' },
  { at: 'library' },
  { at: 'help' },
  { at: 'settings' },
  { at: 'reminders' },
  ...doingShelves.map((shelf): Route => ({ at: 'doing', shelf })),
  ...ids.flatMap((id): Route[] => [
    { at: 'journal', id },
    { at: 'library', id },
    { at: 'library', id, play: true },
    { at: 'help', page: id },
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
