// Pages as one HTML file that stands alone: no script, nothing fetched, and fit to print.
import type { Block, Inline, Manuscript } from '$host/generated/wire';
import { blockDirection, directionOfBlocks } from './blocks';

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

const style = `
  body { max-width: 40em; margin: 2em auto; padding: 0 1em; font: 1rem/1.55 system-ui, sans-serif; color: #222; background: #fff; overflow-wrap: anywhere; }
  [dir='auto'] { unicode-bidi: plaintext; }
  ul, ol { padding: 0; }
  li { margin-inline-start: 2em; }
  h1, h2, h3, h4, h5, h6 { line-height: 1.25; break-after: avoid; }
  h2 { margin-top: 2em; }
  p, li, td, th { white-space: pre-line; }
  blockquote { margin-inline: 0; padding-inline-start: 1em; border-inline-start: 3px solid #999; }
  pre { white-space: pre-wrap; }
  img { max-width: 100%; max-height: 90vh; break-inside: avoid; }
  table { border-collapse: collapse; }
  th, td { padding-block: 0.25em; padding-inline-end: 1em; border-bottom: 1px solid #bbb; text-align: start; vertical-align: top; }
  .lead { color: #555; }
  @media print { body { max-width: none; margin: 0; padding: 0; font-size: 11pt; } tr, blockquote { break-inside: avoid; } }
`;

function inlines(inside: readonly Inline[]): string {
  return inside.map(inline).join('');
}

function inline(piece: Inline): string {
  switch (piece.kind) {
    case 'text':
      return safe(piece.text);
    case 'code':
      return `<code>${safe(piece.text)}</code>`;
    case 'strong':
      return `<strong>${inlines(piece.inside)}</strong>`;
    case 'emphasis':
      return `<em>${inlines(piece.inside)}</em>`;
    case 'struck':
      return `<s>${inlines(piece.inside)}</s>`;
    case 'link':
      return `<a href="${safe(piece.address)}" rel="noreferrer">${inlines(piece.inside)}</a>`;
    case 'break':
      return '<br>';
  }
}

/** What holds blocks runs as the first of them does. They say so for themselves, which `auto` would not look at. */
const dir = (direction: string | undefined) => (direction ? ` dir="${direction}"` : '');

const cells = (row: readonly Inline[][], tag: 'th' | 'td') =>
  `<tr>${row.map((cell) => `<${tag} dir="auto">${inlines(cell)}</${tag}>`).join('')}</tr>`;

function block(piece: Block): string {
  switch (piece.kind) {
    case 'heading': {
      const level = Math.min(Math.max(piece.level, 2), 6);
      return `<h${level} dir="auto">${inlines(piece.inside)}</h${level}>`;
    }
    case 'paragraph':
      return `<p dir="auto">${inlines(piece.inside)}</p>`;
    case 'quote':
      return `<blockquote${dir(blockDirection(piece))}>${blocks(piece.inside)}</blockquote>`;
    case 'list': {
      const items = piece.items
        .map((item) => `<li${dir(directionOfBlocks(item))}>${blocks(item)}</li>`)
        .join('\n');
      return piece.start === null ? `<ul>${items}</ul>` : `<ol start="${piece.start}">${items}</ol>`;
    }
    case 'table':
      return `<table${dir(blockDirection(piece))}><thead>${cells(piece.head, 'th')}</thead><tbody>${piece.rows.map((row) => cells(row, 'td')).join('')}</tbody></table>`;
    case 'code':
      return `<pre dir="auto">${safe(piece.text)}</pre>`;
    case 'picture':
      return `<p><img src="data:image/jpeg;base64,${safe(piece.jpeg)}" alt="${safe(piece.words)}"></p>`;
    case 'rule':
      return '<hr>';
  }
}

function blocks(pieces: readonly Block[]): string {
  return pieces.map(block).join('\n');
}

export function htmlOf({ title, lead, language, foot, blocks: pieces }: Manuscript): string {
  return `<!doctype html>
<html lang="${safe(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${safe(title)}</title>
<style>${style}</style>
</head>
<body>
<h1 dir="auto">${safe(title)}</h1>
${lead ? `<p class="lead" dir="auto">${safe(lead)}</p>\n` : ''}${blocks(pieces)}${foot ? `\n<p class="lead" dir="auto">${safe(foot)}</p>` : ''}
</body>
</html>
`;
}
