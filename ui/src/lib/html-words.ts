// HTML that is pasted or let go of, as the Markdown a person could have typed: its words, and of its shape what Markdown
// has. It is read in a document of its own that runs nothing and fetches nothing; what leaves here is text.
import { isAddress } from './markdown';

/** Nobody means deeper quotes and lists than this; the words go on without further marks. */
const deepest = 8;

const unseen = new Set(
  'SCRIPT STYLE HEAD TITLE META LINK TEMPLATE NOSCRIPT IFRAME OBJECT EMBED SVG MATH CANVAS VIDEO AUDIO SELECT'.split(
    ' ',
  ),
);
const blocks = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5
  H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL`.split(/\s+/),
);
const marks: Record<string, string> = {
  STRONG: '**',
  B: '**',
  EM: '*',
  I: '*',
  DEL: '~~',
  S: '~~',
  STRIKE: '~~',
};

const isSeen = (element: Element) =>
  !unseen.has(element.tagName.toUpperCase()) &&
  !element.hasAttribute('hidden') &&
  !/display\s*:\s*none/i.test(element.getAttribute('data-style') ?? '');

/** What would be read as a mark stays a letter. */
const asLetters = (text: string) =>
  text.replace(
    /\\(?=[!-/:-@[-`{-~])|\*(?=\S)|(?<=\S)\*|`|~~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\[(?=[^\]]*\]\()/gu,
    '\\$&',
  );
const atLineStart = (line: string) =>
  line
    .replace(/^(#{1,6}|[-+>]|\d+(?=[.)]))(?=[\s.)]|$)/, (mark) => (/^\d/.test(mark) ? mark : `\\${mark}`))
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');

/** The words of a line, with the marks that hold for a part of them outside of the space around it. */
function around(mark: string, inside: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(inside) ?? [];
  return words ? before + mark + words + mark + after : inside;
}

function link(address: string, words: string): string {
  if (!isAddress(address) || !words.trim()) return words;
  if (words.trim() === address) return words;
  return `[${words.trim().replace(/\s+/g, ' ')}](${address.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

/** The words of a run of nodes on one line; a break in them is the end of a line. */
function inline(nodes: Iterable<Node>): string {
  let words = '';
  for (const node of nodes) {
    if (node.nodeType === Node.TEXT_NODE)
      words += asLetters((node.nodeValue ?? '').replace(/[ \t\r\n\f]+/g, ' '));
    if (!(node instanceof Element) || !isSeen(node)) continue;
    const tag = node.tagName.toUpperCase();
    const mark = marks[tag];
    if (tag === 'BR') words += '\n';
    else if (tag === 'IMG') words += asLetters(node.getAttribute('alt') ?? '');
    else if (tag === 'INPUT')
      words +=
        node.getAttribute('type') === 'checkbox' ? `[${node.hasAttribute('checked') ? 'x' : ' '}] ` : '';
    else if (tag === 'A') words += link(node.getAttribute('href') ?? '', inline(node.childNodes));
    else if (tag === 'CODE' || tag === 'KBD' || tag === 'SAMP') {
      const text = (node.textContent ?? '').trim();
      words += text && !text.includes('`') ? `\`${text}\`` : asLetters(text);
    } else if (mark && !/font-weight\s*:\s*(?:normal|400)/i.test(node.getAttribute('data-style') ?? ''))
      words += around(mark, inline(node.childNodes));
    else words += inline(node.childNodes);
  }
  return words;
}

const tidy = (words: string) =>
  words
    .split('\n')
    .map((line) =>
      atLineStart(
        line
          .replace(/\u00a0/g, ' ')
          .replace(/ {2,}/g, ' ')
          .trim(),
      ),
    )
    .join('\n')
    .trim();

const isBlock = (node: Node): node is Element =>
  node instanceof Element && (blocks.has(node.tagName.toUpperCase()) || [...node.children].some(isBlock));

/** The blocks of a run of nodes. What stands between blocks is a paragraph. */
function blocksOf(nodes: Iterable<Node>, depth: number): string[] {
  const found: string[] = [];
  let run: Node[] = [];
  const end = () => {
    const words = tidy(inline(run));
    if (words) found.push(words);
    run = [];
  };
  for (const node of nodes) {
    if (node instanceof Element && !isSeen(node)) continue;
    if (!isBlock(node)) {
      run.push(node);
      continue;
    }
    end();
    found.push(...block(node, depth));
  }
  end();
  return found;
}

const beside = (text: string, first: string, rest: string) =>
  text
    .split('\n')
    .map((line, at) => (at === 0 ? first + line : line ? rest + line : rest.trimEnd()))
    .join('\n');

function block(element: Element, depth: number): string[] {
  const tag = element.tagName.toUpperCase();
  const isTooDeep = depth >= deepest;
  if (/^H[1-6]$/.test(tag)) {
    const words = tidy(inline(element.childNodes)).replace(/\s+/g, ' ');
    return words ? [`${'#'.repeat(Number(tag[1]))} ${words}`] : [];
  }
  if (tag === 'HR') return ['---'];
  if (tag === 'PRE') {
    const text = (element.textContent ?? '').replace(/\n$/, '');
    const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
    return text.trim() ? [`${fence}\n${text}\n${fence}`] : [];
  }
  if (tag === 'BLOCKQUOTE' && !isTooDeep) {
    const inside = blocksOf(element.childNodes, depth + 1).join('\n\n');
    return inside ? [beside(inside, '> ', '> ')] : [];
  }
  if ((tag === 'UL' || tag === 'OL') && !isTooDeep) return list(element, depth);
  if (tag === 'TABLE') return table(element, depth);
  return blocksOf(element.childNodes, depth);
}

function list(element: Element, depth: number): string[] {
  let number = Number(element.getAttribute('start') ?? 1) || 1;
  const items = [...element.children].filter(isSeen).flatMap((child) => {
    // Some programs put a list straight into a list.
    const isItem = child.tagName.toUpperCase() === 'LI';
    const inside = isItem ? blocksOf(child.childNodes, depth + 1) : block(child, depth + 1);
    if (inside.length === 0) return [];
    const mark = element.tagName.toUpperCase() === 'OL' ? `${number}. ` : '- ';
    const indent = ' '.repeat(mark.length);
    if (!isItem) return [beside(inside.join('\n'), indent, indent)];
    number++;
    // A box at the beginning is no letter.
    return [beside(inside.join('\n'), mark, indent)];
  });
  return items.length > 0 ? [items.join('\n')] : [];
}

/** One that only puts things in their places, as letters have them, is the things in it. */
function table(element: Element, depth: number): string[] {
  const rows = [...element.querySelectorAll('tr')].filter(
    (row) => row.closest('table') === element && isSeen(row),
  );
  const cells = rows.map((row) => [...row.children].filter(isSeen));
  const width = Math.max(0, ...cells.map(({ length }) => length));
  if (width < 2 || element.querySelector('table')) return blocksOf(element.childNodes, depth);
  const caption = element.querySelector('caption');
  const lines = cells.map((row) => {
    const words = row.map((cell) =>
      blocksOf(cell.childNodes, deepest).join(' ').replace(/\s+/g, ' ').replace(/\|/g, '\\|'),
    );
    return `| ${[...words, ...Array<string>(width - row.length).fill('')].join(' | ')} |`;
  });
  lines.splice(1, 0, `|${' --- |'.repeat(width)}`);
  return [...(caption ? blocksOf(caption.childNodes, depth) : []), lines.join('\n')];
}

const styles = /<style\b[^]*?<\/style\s*>/gi;
const tags = /(<[a-z][^\s/>]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/gi;
const attributes = /([^\s"'<>/=]+)((?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)/g;

/** Styles and handlers under other names. They would do nothing, and the content policy would report each of them. */
const inert = (html: string) =>
  html
    .replace(styles, '')
    .replace(
      tags,
      (_, tag: string, rest: string) =>
        `${tag}${rest.replace(attributes, (whole, name: string) => (/^(?:style|on)/i.test(name) ? `data-${whole}` : whole))}>`,
    );

export function wordsOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(inert(html), 'text/html');
  return blocksOf(body.childNodes, 0).join('\n\n');
}
