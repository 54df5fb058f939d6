// Contrast is a promise of every theme, so it is computed from the tokens and not judged by eye.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');

function coloursOf(theme: string): Record<string, string> {
  const block = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name ?? '', hex ?? '']),
  );
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['bg', 'surface', 'surface-raised', 'surface-hover'];
const onGround = (name: string) => grounds.map((ground) => [name, ground] as const);

const readPairs = [
  ...onGround('text'),
  ...onGround('text-muted'),
  ...onGround('accent'),
  ...onGround('help'),
  ...onGround('danger'),
  ['accent-text', 'accent'],
  ['accent-text', 'accent-hover'],
  ['help-text', 'help'],
  ['danger-text', 'danger'],
  ['text', 'accent-soft'],
  ['text-muted', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['text', 'help-soft'],
  ['help', 'help-soft'],
  ['text', 'danger-soft'],
  ['danger', 'danger-soft'],
] as const;
const seenPairs = [...onGround('line-strong'), ...onGround('focus')];

describe.each([
  ['light', 4.5],
  ['dark', 4.5],
  ['dim', 4.5],
  ['contrast', 7],
] as const)('the %s theme', (theme, least) => {
  const colours = coloursOf(theme);
  const between = (one: string, other: string) => {
    const [a, b] = [colours[one], colours[other]];
    if (!a || !b) throw new Error(`${theme} lacks --${one} or --${other}`);
    return contrast(a, b);
  };

  it.each(readPairs)(`--%s can be read on --%s at ${least}:1`, (one, other) => {
    expect(between(one, other)).toBeGreaterThanOrEqual(least);
  });

  it.each(seenPairs)('--%s can be seen on --%s at 3:1', (one, other) => {
    expect(between(one, other)).toBeGreaterThanOrEqual(3);
  });
});

it('every theme sets the same colours', () => {
  const names = (theme: string) => Object.keys(coloursOf(theme)).sort();
  for (const theme of ['dark', 'dim', 'contrast']) expect(names(theme)).toEqual(names('light'));
});
