// What was typed into the search, said again in plain words, part by part.
import type { Clause, Seeks } from '$host/generated/wire';
import { dateName, monthName } from '$lib/locale.svelte';
import { dash, quote } from '$lib/fold';
import { m, message } from '$lib/messages';

type Is = 'sought' | 'left_out';

export function inWords(clause: Clause): string {
  return sought(clause.seeks, clause.typed, clause.is_not ? 'left_out' : 'sought');
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

function sought(seeks: Seeks, typed: string, is: Is): string {
  switch (seeks.what) {
    case 'words': {
      const text = [...typed]
        .filter((c, at) => !quote.test(c) && !(at === 0 && dash.test(c)))
        .join('')
        .trim();
      return seeks.is_start ? m.search_start({ is, text }) : m.search_exactly({ is, text });
    }
    case 'tag':
      return seeks.is_start
        ? m.search_tag_start({ is, tag: seeks.name })
        : m.search_tag({ is, tag: seeks.name });
    case 'starred':
      return m.search_starred({ is });
    case 'has':
      return message(`search_has_${seeks.attached}`, { is });
    case 'days':
      return span(seeks.from, seeks.until, is);
  }
}

function span(from: string | null, until: string | null, is: Is): string {
  if (from === null) return m.search_until({ is, day: dateName(until ?? '') });
  if (until === null) return m.search_from({ is, day: dateName(from) });
  if (from === until) return m.search_on({ is, day: dateName(from) });
  const isYear = from.endsWith('-01-01') && until.endsWith('-12-31');
  // The core reads days, months and years, and nothing between.
  return m.search_in({ is, time: isYear ? from.slice(0, 4) : monthName(from) });
}
