// What was typed into the search, said again in plain words, part by part.
import type { Clause, Seeks } from '$host/generated/wire';
import { dateName, monthName } from '$lib/locale';
import { dash, quote } from '$lib/fold';
import { m, message } from '$lib/messages';

export function inWords(clause: Clause): string {
  const what = sought(clause.seeks, clause.typed);
  return clause.is_not ? m.search_not({ what }) : what;
}

/** A single word, of which nobody needs to be told how it was understood. */
export function isPlain({ is_not, seeks }: Clause): boolean {
  return !is_not && seeks.what === 'words' && seeks.is_start;
}

/** What was typed, without the part at `index`. */
export function without(typed: string, clauses: readonly Clause[], index: number): string {
  let at = 0;
  for (const [place, clause] of clauses.entries()) {
    const from = typed.indexOf(clause.typed, at);
    if (from < 0) return typed;
    at = from + clause.typed.length;
    if (place === index) return `${typed.slice(0, from).trimEnd()} ${typed.slice(at).trimStart()}`.trim();
  }
  return typed;
}

function sought(seeks: Seeks, typed: string): string {
  switch (seeks.what) {
    case 'words': {
      const text = [...typed]
        .filter((c, at) => !quote.test(c) && !(at === 0 && dash.test(c)))
        .join('')
        .trim();
      return seeks.is_start ? m.search_start({ text }) : m.search_exactly({ text });
    }
    case 'tag':
      return seeks.is_start ? m.search_tag_start({ tag: seeks.name }) : m.search_tag({ tag: seeks.name });
    case 'starred':
      return m.search_starred();
    case 'has':
      return message(`search_has_${seeks.attached}`);
    case 'days':
      return span(seeks.from, seeks.until);
  }
}

function span(from: string | null, until: string | null): string {
  if (from === null) return m.search_until({ day: dateName(until ?? '') });
  if (until === null) return m.search_from({ day: dateName(from) });
  if (from === until) return m.search_on({ day: dateName(from) });
  const isYear = from.endsWith('-01-01') && until.endsWith('-12-31');
  // The core reads days, months and years, and nothing between.
  return m.search_in({ time: isYear ? from.slice(0, 4) : monthName(from) });
}
