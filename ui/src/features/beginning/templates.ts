// Short forms to begin an entry with, as plain Markdown with a place to write on.
import { m } from '$lib/messages';
import type { OwnForm } from '$host/generated/wire';
import type { Offered } from '$state/open-entry.svelte';

function form(name: string, lines: string[]): Offered {
  const before = `## ${name}\n\n${lines[0] ?? ''}`;
  return { name, text: [before, ...lines.slice(1)].join('\n'), cursor: before.length };
}

/** One's own. One writes on after the first line that waits for words, such as "- window: "; else at the end. */
export function ownForm({ name, text }: OwnForm): Offered {
  const waits = text.search(/[ \t]$/m);
  return { name, text, cursor: waits < 0 ? text.length : waits + 1 };
}

const parts = (names: string[]) => names.map((name) => `- ${name}: `);

export const templates: readonly Offered[] = [
  form(m.beginning_three(), ['1. ', '2. ', '3. ']),
  form(
    m.beginning_weather(),
    parts([m.beginning_weather_sky(), m.beginning_weather_wind(), m.beginning_weather_light()]),
  ),
  form(
    m.beginning_body(),
    parts([
      m.beginning_body_head(),
      m.beginning_body_breath(),
      m.beginning_body_hands(),
      m.beginning_body_feet(),
    ]),
  ),
];
