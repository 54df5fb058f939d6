// Every place in the program as plain data, and its two spellings: Route ↔ hash. Pure; `parse(format(r)) = r`.
// The lock screen and the first run are not places: the shell shows them whatever the route says.
import type { Opens } from '$host/generated/wire';

export const doingShelves = ['activities', 'routines'] as const;
export type DoingShelf = (typeof doingShelves)[number];

export type Route =
  | { at: 'today' }
  /** `id: 'new'` opens an empty entry, to be written from a question if there is one. */
  | { at: 'journal'; id?: string; question?: string }
  | { at: 'doing'; shelf?: DoingShelf; id?: string }
  | { at: 'library'; id?: string; play?: boolean }
  /** A timer and quiet sounds. */
  | { at: 'timer' }
  /** A few short texts to read slowly. */
  | { at: 'nook' }
  /** One's own songs. */
  | { at: 'songs' }
  /** `write`: a sheet is being written and not read. */
  | { at: 'help'; page?: string; write?: boolean }
  | { at: 'settings'; section?: string }
  /** `id: 'new'` opens one that is not there yet; `times` leads to its times. */
  | { at: 'reminders'; id?: string; times?: boolean }
  /** Fills a small window of its own; no rail. */
  | { at: 'check-in' };

export type Place = Route['at'];

const home: Route = { at: 'today' };

export function format(route: Route): string {
  const path: (string | undefined)[] = [route.at];
  switch (route.at) {
    case 'journal':
      path.push(route.id, route.id === 'new' ? route.question : undefined);
      break;
    case 'doing':
      if (route.shelf) path.push(route.shelf, route.id);
      break;
    case 'library':
      path.push(route.id, route.id && route.play ? 'play' : undefined);
      break;
    case 'help':
      path.push(route.page, route.page && route.write ? 'write' : undefined);
      break;
    case 'settings':
      path.push(route.section);
      break;
    case 'reminders':
      path.push(route.id, route.id && route.times ? 'times' : undefined);
      break;
  }
  return `#/${path
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join('/')}`;
}

/** The id that a part of an address, or a choice in a list, names; 0, which nothing has, where it names none. */
export function idIn<Id extends number>(text: string): Id {
  const id = Number(text);
  return (Number.isSafeInteger(id) ? id : 0) as Id;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function parse(hash: string): Route {
  const [at, first, second] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decode)
    .map((part) => part || undefined);
  switch (at) {
    case 'journal':
      return { at, ...(first && { id: first }), ...(first === 'new' && second && { question: second }) };
    case 'doing': {
      const shelf = doingShelves.find((known) => known === first);
      if (!shelf) return { at };
      return { at, shelf, ...(second && { id: second }) };
    }
    case 'library':
      return { at, ...(first && { id: first }), ...(first && second === 'play' && { play: true }) };
    case 'help':
      return { at, ...(first && { page: first }), ...(first && second === 'write' && { write: true }) };
    case 'settings':
      return { at, ...(first && { section: first }) };
    case 'reminders':
      return { at, ...(first && { id: first }), ...(first && second === 'times' && { times: true }) };
    case 'timer':
    case 'nook':
    case 'songs':
    case 'check-in':
      return { at };
    default:
      return home;
  }
}

/** Where an answered reminder leads. The shell leads from a notice to the same places. */
export function placeOf(opens: Opens): Route {
  switch (opens.place) {
    case 'check_in':
      return { at: 'check-in' };
    case 'today':
      return home;
    case 'write':
      return { at: 'journal', id: 'new', ...(opens.prompt && { question: opens.prompt }) };
    case 'activity':
      return { at: 'doing', shelf: 'activities', id: String(opens.activity) };
    case 'routine':
      return { at: 'doing', shelf: 'routines', id: String(opens.routine) };
    case 'item':
      return { at: 'library', id: opens.item };
  }
}
