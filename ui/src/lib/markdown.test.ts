import { describe, expect, it } from 'vitest';
import cases from './markdown-cases.json';
import { outline } from './markdown-outline';
import { exhaustingTexts, hostileTexts } from './hostile-texts';
import { readMarkdown, type Block, type Inline } from './markdown';

/** Everything a reader sees, and every address that could be copied. */
function shown(found: (Block | Inline)[]): { text: string; addresses: string[] } {
  const addresses: string[] = [];
  const walk = (piece: Block | Inline): string => {
    if (piece.kind === 'link') addresses.push(piece.address);
    if (piece.kind === 'table') return [...piece.head, ...piece.rows.flat()].flat().map(walk).join(' ');
    if (piece.kind === 'list') return piece.items.flat().map(walk).join(' ');
    if ('inside' in piece) return piece.inside.map(walk).join('');
    return 'text' in piece ? piece.text : '';
  };
  return { text: found.map(walk).join('\n'), addresses };
}

const kindsOf = (text: string) => readMarkdown(text).map((block) => block.kind);

describe('reading Markdown', () => {
  it('knows the blocks that the library and a journal use', () => {
    const text =
      '# One\n\nTwo **strong** *soft* `code`\n\n- a\n- b\n\n3. c\n\n> d\n\n---\n\n| h |\n| --- |\n| i |';
    expect(kindsOf(text)).toEqual(['heading', 'paragraph', 'list', 'list', 'quote', 'rule', 'table']);
    const [, , plain, numbered] = readMarkdown(text);
    expect(plain).toMatchObject({ start: null });
    expect(numbered).toMatchObject({ start: 3 });
  });

  it('keeps the words as they were typed', () => {
    expect(shown(readMarkdown('less < more & "so" &amp; \\*not\\* soft')).text).toBe(
      'less < more & "so" &amp; *not* soft',
    );
  });

  it('keeps the box of a task before its words', () => {
    const text = (...texts: string[]) => ({
      kind: 'paragraph',
      inside: texts.map((text) => ({ kind: 'text', text })),
    });
    const [loose, tight] = ['- [ ] tea\n\n  hot\n- [x] a walk', '- [x] tea\n- [ ]'].map(readMarkdown);
    expect(loose).toMatchObject([{ items: [[text('[ ] ', 'tea'), text('hot')], [text('[x] ', 'a walk')]] }]);
    expect(tight).toMatchObject([{ items: [[text('[x] ', 'tea')], [text('[ ]')]] }]);
  });

  it('keeps an address for copying', () => {
    expect(shown(readMarkdown('[words](https://example.org/a?b=c)')).addresses).toEqual([
      'https://example.org/a?b=c',
    ]);
  });
});

describe('hostile text', () => {
  it.each(Object.entries(hostileTexts))(
    'of the family “%s” becomes words, and no address that runs',
    (_, texts) => {
      for (const text of texts) {
        const found = shown(readMarkdown(text));
        expect(found.text, text).not.toBe('');
        for (const address of found.addresses)
          expect(address, text).toMatch(/^(https?:\/\/|mailto:)[^\s"<>]+$/);
      }
    },
  );

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onmouseover="alert(1)">b</b>',
    '![x](https://example.org/pixel.png)',
  ])('is shown as typed: %s', (text) => {
    const found = shown(readMarkdown(text));
    expect(found.text).toBe(text);
    expect(found.addresses).toEqual([]);
  });

  it.each(Object.entries(exhaustingTexts))('does not hold the program up with %s', (_, text) => {
    expect(shown(readMarkdown(text)).text).not.toBe('');
  });
});

it.each(cases as [string, string][])(
  'the screen reads in a text what the paper reads: %j',
  (text, expected) => {
    expect(outline(readMarkdown(text))).toBe(expected);
  },
);
