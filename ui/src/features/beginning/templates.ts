// Short forms to begin an entry with, as plain Markdown with a place to write on.
import { m } from '$lib/messages';
import type { Offered } from '$state/open-entry.svelte';

const form = (title: string, lines: string[]): Offered => {
  const before = `## ${title}\n\n${lines[0] ?? ''}`;
  return { text: [before, ...lines.slice(1)].join('\n'), cursor: before.length, closing: null };
};

export interface Template {
  name: string;
  offered: () => Offered;
}

export const templates = (): Template[] => [
  {
    name: m.beginning_three(),
    offered: () => form(m.beginning_three(), ['1. ', '2. ', '3. ']),
  },
  {
    name: m.beginning_body(),
    offered: () =>
      form(
        m.beginning_body(),
        [m.beginning_body_head(), m.beginning_body_breath(), m.beginning_body_hands(), m.beginning_body_feet()].map(
          (part) => `- ${part}: `,
        ),
      ),
  },
  {
    name: m.beginning_weather(),
    offered: () =>
      form(
        m.beginning_weather(),
        [m.beginning_weather_sky(), m.beginning_weather_wind(), m.beginning_weather_light()].map(
          (part) => `- ${part}: `,
        ),
      ),
  },
];

/** A question as a quote, with room below it. */
export function asQuote(text: string, closing: string | null): Offered {
  const quote = `> ${text}\n\n`;
  return { text: quote, cursor: quote.length, closing };
}
