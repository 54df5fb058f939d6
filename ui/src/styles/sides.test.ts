// No style says left or right: a page of a language that runs from right to left is the same page, mirrored.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const sources = readdirSync('src', { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.(svelte|css)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

const side =
  /^(?:left|right|(?:margin|padding|border)-(?:left|right)(?:-\w+)?|border-(?:top|bottom)-(?:left|right)-radius|float|clear)$/;
const fourSided = /^(?:padding|margin|inset|border-(?:width|style|color)|scroll-(?:padding|margin))$/;

/** The values of a shorthand, one for each side that it names. */
function values(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let now = '';
  for (const sign of `${text} `) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (/\s/.test(sign) && depth === 0) {
      if (now) found.push(now);
      now = '';
    } else now += sign;
  }
  return found;
}

function namesSide(property: string, value: string): boolean {
  if (side.test(property) || (property === 'text-align' && /^(?:left|right)\b/.test(value))) return true;
  const [, right, , left] = fourSided.test(property) ? values(value) : [];
  return left !== undefined && left !== right;
}

it.each(sources)('%s names no side', (path) => {
  const text = readFileSync(path, 'utf8');
  const styles = path.endsWith('.css') ? text : (/<style>([^]*)<\/style>/.exec(text)?.[1] ?? '');
  const declared = [...styles.matchAll(/^\s*([a-z-]+):\s*([^;{]+);/gm)].map(
    ([, property = '', value = '']) => [property, value],
  );
  const inMarkup = [...text.matchAll(/style:([a-z-]+)=/g)].map(([, property = '']) => [property, '']);
  const found = [...declared, ...inMarkup].filter(([property = '', value = '']) =>
    namesSide(property, value),
  );
  expect(found).toEqual([]);
});
