// What was read of a Markdown text, in a form that both readers' tests compare: `markdown-cases.json`.
import type { Block, Inline } from './markdown';

export const outline = (blocks: readonly Block[]): string => blocks.map(ofBlock).join(' ');

function ofBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `h${block.level}(${words(block.inside)})`;
    case 'paragraph':
      return `p(${words(block.inside)})`;
    case 'quote':
      return `quote(${outline(block.inside)})`;
    case 'list':
      return `list${block.start ?? ''}(${block.items.map((item) => `li(${outline(item)})`).join(' ')})`;
    case 'table':
      return `table(${[block.head, ...block.rows].map((row) => row.map(words).join(' | ')).join(' // ')})`;
    case 'code':
      return `pre(${block.text})`;
    case 'rule':
      return 'rule';
  }
}

function words(inside: readonly Inline[]): string {
  const one = (piece: Inline): string => {
    switch (piece.kind) {
      case 'text':
        return piece.text;
      case 'code':
        return `code(${piece.text})`;
      case 'link':
        return `link(${words(piece.inside)} ${piece.address})`;
      case 'kept':
        return `picture(${piece.words} ${piece.name})`;
      case 'break':
        return 'break';
      default:
        return `${piece.kind}(${words(piece.inside)})`;
    }
  };
  return inside.map(one).join('');
}
