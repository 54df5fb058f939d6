// The one identity of text, as `crates/domain/src/fold.rs` and `tokens.rs` have it: what is written in two ways and read
// as one is one here. Both sides are held to the cases in `fold-cases.json`.

export interface Token {
  from: number;
  to: number;
  /** Folded. */
  text: string;
}

const unseen = /[\p{Default_Ignorable_Code_Point}\u0640]/u;
const apostrophe =
  /['´‘’‚‛′‵\u02b9\u02bb-\u02bf\u02c8\u02ca\u02cb\u02ee\u0374\u1ffd\u055a\u05f3\u07f4\u07f5\ua78b\ua78c\uff07\uff40]/u;
/** A quotation mark, and what stands for one. */
export const quote = /["“”„‟«»‹›「」『』｢｣〝〞〟❝❞🙶🙷🙸\u02ba\uff02″‶״]/u;
export const dash = /[-‐-―−﹘﹣－⁃\u05be]/u;
const space = /\s/u;

/** Accents, stress marks, and the points that are left out in everyday Hebrew, Arabic and Syriac. */
const accents = [
  [0x300, 0x36f],
  [0x483, 0x487],
  [0x591, 0x5bd],
  [0x5bf, 0x5bf],
  [0x5c1, 0x5c2],
  [0x5c4, 0x5c5],
  [0x5c7, 0x5c7],
  [0x610, 0x61a],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6dc],
  [0x6df, 0x6e4],
  [0x6e7, 0x6e8],
  [0x6ea, 0x6ed],
  [0x711, 0x711],
  [0x730, 0x74a],
  [0x8ca, 0x8ff],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
] as const;

function isAccent(c: string): boolean {
  const code = c.codePointAt(0) ?? 0;
  return accents.some(([from, to]) => code >= from && code <= to);
}

/** Letters that are read as the same without their accents. */
const lightlyAccented = /[\u00c0-\u03ff\u1e00-\u1fff\u0450\u0451\u045d\u0600-\u06ff]/u;

const ascii = /^[\0-\x7f]*$/;

/** Text as it is compared. */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  let folded = '';
  // Looked at before and after: ″ would become two strokes, and some signs come apart into what is not seen.
  for (const c of plain(plain(text).normalize('NFKC')))
    for (const small of c.toLowerCase())
      for (const part of lightlyAccented.test(small) ? small.normalize('NFD') : small)
        if (!isAccent(part)) folded += part === 'ς' ? 'σ' : part;
  return folded;
}

/** With the sign on a keyboard for those of its kind, and without what is not seen. */
function plain(text: string): string {
  let seen = '';
  for (const c of text) {
    if (unseen.test(c)) continue;
    if (apostrophe.test(c)) seen += "'";
    else if (quote.test(c)) seen += '"';
    else if (dash.test(c)) seen += '-';
    else seen += c > '\x7f' && space.test(c) ? ' ' : c;
  }
  return seen;
}

type Class = 'letter' | 'sign' | 'mark' | 'between';

const voiceMark = /[\u3099\u309a\uff9e\uff9f]/u;
/** Arabic points with a stroke or a space to stand on, and the iota below a Greek letter. */
const pointAlone = /[\u037a\ufe70-\ufe7f\ufc5e-\ufc63\ufcf2-\ufcf4]/u;
/** Scripts that put no space between words. */
const unspaced =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3192-\u319f\u3220-\u3229\u3280-\u3289\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\u{1aff0}-\u{1b16f}\u{20000}-\u{3ffff}]/u;
const mark = /[\p{M}\u{1f3fb}-\u{1f3ff}]/u;
const lettersInASquare = /[\u3371-\u337a\u3380-\u33df\u32cc-\u32cf\u33ff]/u;
const symbol = /\p{So}/u;
const letter = /[\p{Alphabetic}\p{N}]/u;
const pictured = /\p{Extended_Pictographic}/u;
const kana = /[\u3040-\u30ff\u31f0-\u31ff]/u;

function classOf(c: string): Class {
  if (c < '\x80') return /[0-9A-Za-z]/.test(c) ? 'letter' : 'between';
  if (apostrophe.test(c) || quote.test(c)) return 'between';
  if (voiceMark.test(c) || unseen.test(c) || pointAlone.test(c)) return 'mark';
  if (unspaced.test(c)) return 'sign';
  if (mark.test(c)) return 'mark';
  if (symbol.test(c)) return lettersInASquare.test(c) ? 'letter' : 'sign';
  if (letter.test(c)) return 'letter';
  return pictured.test(c) ? 'sign' : 'between';
}

/** A word of plain letters, with what stands before it, where no mark or other letter may go on from it. */
const plainWord = /([\0-/:-@[-`{-\x7f]*)([0-9A-Za-z]+)(?![0-9A-Za-z\x80-\uffff])/y;

/** The words and signs of a text, folded, each with its place. Letters beside a script without spaces are a word. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < text.length;) {
    // Most of most texts.
    plainWord.lastIndex = at;
    const word = plainWord.exec(text);
    if (word) {
      const [before = '', there = ''] = word.slice(1);
      at += before.length + there.length;
      found.push({ from: at - there.length, to: at, text: there.toLowerCase() });
      continue;
    }
    const first = classAt(text, at);
    if (first !== 'letter' && first !== 'sign') {
      at += widthAt(text, at);
      continue;
    }
    const to = endOf(text, at, first);
    const there = text.slice(at, to);
    if (first === 'letter') found.push({ from: at, to, text: lettersOf(fold(there)) });
    else for (const part of partsOf(fold(there))) found.push({ from: at, to, text: part });
    at = to;
  }
  return found;
}

const widthAt = (text: string, at: number) => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
const classAt = (text: string, at: number) => classOf(text.slice(at, at + widthAt(text, at)));

/** Where the word or the sign that begins at `from` ends. */
function endOf(text: string, from: number, first: Class): number {
  let to = from + widthAt(text, from);
  while (to < text.length) {
    const next = classAt(text, to);
    if (next !== 'mark' && !(first === 'letter' && next === 'letter')) break;
    to += widthAt(text, to);
  }
  return to;
}

/** What the letters of a word come apart into and is no letter is left out (ŉ). */
const lettersOf = (folded: string) => [...folded].filter((c) => classOf(c) !== 'between').join('');

/** What one sign stands for, folded: mostly itself, but ㍿ is four. Signs come apart as far as they do, kana aside. */
function partsOf(folded: string): string[] {
  const apart = [...folded].map((c) => (kana.test(c) ? c : c.normalize('NFD'))).join('');
  const parts: string[] = [];
  for (let at = 0; at < apart.length;) {
    const first = classAt(apart, at);
    const to = endOf(apart, at, first);
    if (first === 'letter' || first === 'sign') parts.push(apart.slice(at, to));
    at = to;
  }
  return parts;
}

/** Nothing of it is seen: blanks, and signs without a form of their own. */
export function isBlank(text: string): boolean {
  for (const c of text) {
    if (/[\s\u2800\ufff9-\ufffb\p{Cc}]/u.test(c)) continue;
    if (c < '\x80' || classOf(c) !== 'mark') return false;
  }
  return true;
}
