// Which way a text runs. A person's words run as their first letter does, and inside the program's sentences they keep
// that to themselves: letters that run the other way and the signs that turn text around hold for those words alone, and
// a mark that needs a letter below it does not stand on one of the program's.

const controls = '\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069';
/** Where Unicode keeps the scripts that are written from right to left, those to come among them. */
const rightToLeft = '\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}';
const firstLetter = new RegExp(`[${rightToLeft}]|\\p{L}`, 'u');
const turns = new RegExp(`[${controls}${rightToLeft}]`, 'u');
/** What begins a paragraph for Unicode: no isolate reaches over it. */
const stretch = /[^\p{Cc}\u2029]+/gu;

const [isolate, endOfIsolate, endOfEmbedding] = ['\u2068', '\u2069', '\u202c'];

/** By its first letter; undefined where it has none. What a browser does for `dir="auto"`, for what holds other blocks. */
export function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  const [letter] = firstLetter.exec(text) ?? [];
  if (letter === undefined) return undefined;
  return turns.test(letter) ? 'rtl' : 'ltr';
}

/** What was opened is closed, and nothing closes what it did not open. */
function balanced(text: string): string {
  const open: string[] = [];
  let kept = '';
  for (const sign of text) {
    if (/[\u202a\u202b\u202d\u202e]/.test(sign)) open.push(endOfEmbedding);
    else if (/[\u2066-\u2068]/.test(sign)) open.push(endOfIsolate);
    else if (sign === endOfEmbedding) {
      if (open.at(-1) !== endOfEmbedding) continue;
      open.pop();
    } else if (sign === endOfIsolate) {
      const at = open.lastIndexOf(endOfIsolate);
      if (at < 0) continue;
      kept += open
        .splice(at + 1)
        .fill(endOfEmbedding)
        .join('');
      open.pop();
    }
    kept += sign;
  }
  return kept + open.reverse().join('');
}

/** The words as they may stand in a sentence. Those that cannot do harm stay as they are. */
export function isolated(words: string): string {
  const based = /^\p{M}/u.test(words) ? `\u00a0${words}` : words;
  if (!turns.test(based)) return based;
  return based.replace(stretch, (line) => isolate + balanced(line) + endOfIsolate);
}

/** A sentence that becomes a person's own text: without the signs that were put into it. */
export const unisolated = (sentence: string): string => sentence.replace(/[\u2068\u2069]/g, '');
