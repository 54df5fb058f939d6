// The one way from Markdown to the page. Text from outside becomes plain data of a few known kinds, never HTML:
// what is not known here, a tag or a picture or a script, is shown as the characters that were typed.
import { lexer, type Token, type Tokens } from 'marked';
import { referenceIn } from './references';

export type Inline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'strong' | 'emphasis' | 'struck'; inside: Inline[] }
  /** Never opened: the words and the address are shown, and the address can be copied. */
  | { kind: 'link'; inside: Inline[]; address: string }
  /** A picture that is attached and called so, and what it shows in words. */
  | { kind: 'kept'; name: string; words: string }
  | { kind: 'break' };

export type Block =
  | { kind: 'heading'; level: number; inside: Inline[] }
  | { kind: 'paragraph'; inside: Inline[] }
  | { kind: 'quote'; inside: Block[] }
  | { kind: 'list'; start: number | null; items: Block[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' };

/** Nobody writes deeper than this; a text that does is not read further, only shown. */
const deepest = 12;
/** Longer runs of marks are not writing, and could take long to read. */
const longestNest = /^(?:[ \t]*(?:>|[-*+]|\d+[.)])){40,}/m;

export function readMarkdown(text: string): Block[] {
  if (longestNest.test(text)) return [asTyped(text)];
  try {
    return blocks(lexer(text, { gfm: true }), 0);
  } catch {
    return [asTyped(text)];
  }
}

/** A paragraph of plain words. */
function asTyped(text: string): Block {
  return { kind: 'paragraph', inside: [{ kind: 'text', text }] };
}

function blocks(tokens: Token[], depth: number): Block[] {
  return tokens.flatMap((token) => block(token, depth));
}

function block(token: Token, depth: number): Block[] {
  if (depth > deepest) return [asTyped(token.raw)];
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'hr':
      return [{ kind: 'rule' }];
    case 'heading': {
      const { depth: level, tokens } = token as Tokens.Heading;
      return [{ kind: 'heading', level, inside: inlines(tokens, depth) }];
    }
    case 'paragraph':
    case 'text': {
      const { tokens, raw } = token as Tokens.Paragraph | Tokens.Text;
      return tokens ? [{ kind: 'paragraph', inside: inlines(tokens, depth) }] : [asTyped(raw)];
    }
    case 'blockquote':
      return [{ kind: 'quote', inside: blocks((token as Tokens.Blockquote).tokens, depth + 1) }];
    case 'list': {
      const { ordered, start, items } = token as Tokens.List;
      return [
        {
          kind: 'list',
          start: ordered ? Number(start) : null,
          items: items.map((item) => itemBlocks(item.tokens, depth + 1)),
        },
      ];
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const cells = (row: Tokens.TableCell[]) => row.map((cell) => inlines(cell.tokens, depth));
      return [{ kind: 'table', head: cells(header), rows: rows.map(cells) }];
    }
    case 'code':
      return [{ kind: 'code', text: (token as Tokens.Code).text }];
    default:
      return [asTyped(token.raw)];
  }
}

/** The box of a task stands before its words. */
function itemBlocks(tokens: Token[], depth: number): Block[] {
  const [box, ...rest] = tokens;
  if (box?.type !== 'checkbox') return blocks(tokens, depth);
  const inside = blocks(rest, depth);
  const [words, ...others] = inside;
  if (words?.kind !== 'paragraph') return [asTyped(box.raw), ...inside];
  return [{ ...words, inside: [{ kind: 'text', text: box.raw }, ...words.inside] }, ...others];
}

function inlines(tokens: Token[], depth: number): Inline[] {
  return tokens.map((token) => inline(token, depth + 1));
}

function inline(token: Token, depth: number): Inline {
  if (depth > deepest) return { kind: 'text', text: token.raw };
  const inside = () => inlines((token as Tokens.Generic).tokens ?? [], depth);
  switch (token.type) {
    case 'text':
    case 'escape':
      return { kind: 'text', text: (token as Tokens.Text).text };
    case 'strong':
      return { kind: 'strong', inside: inside() };
    case 'em':
      return { kind: 'emphasis', inside: inside() };
    case 'del':
      return { kind: 'struck', inside: inside() };
    case 'codespan':
      return { kind: 'code', text: (token as Tokens.Codespan).text };
    case 'br':
      return { kind: 'break' };
    case 'link': {
      const address = (token as Tokens.Link).href;
      return isAddress(address)
        ? { kind: 'link', inside: inside(), address }
        : { kind: 'text', text: token.raw };
    }
    case 'image': {
      // One of the entry's own. Any other stays as it was typed, and is never fetched.
      const { href, text } = token as Tokens.Image;
      const name = referenceIn(href);
      return name ? { kind: 'kept', name, words: text } : { kind: 'text', text: token.raw };
    }
    default:
      return { kind: 'text', text: token.raw };
  }
}

/** Only what a browser or a mail program would be given anyway; nothing that runs. */
export function isAddress(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(address);
}
