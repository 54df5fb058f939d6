// Text as it is seen: what looks like one sign is one, however many characters it is made of (UAX #29). Everything that
// goes through a text sign by sign, or cuts it, asks here.

const segmenter =
  'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : undefined;

/** Where there is no segmenter: a character and what is put on it, emoji that are joined, flags. */
const roughly =
  /\r\n|\p{RI}\p{RI}|[^](?:\p{M}|\p{Emoji_Modifier}|\u200c|\u200d|[\u{e0020}-\u{e007f}]|(?<=\u200d)\p{Extended_Pictographic})*/gu;

/**
 * Consonants of India that a virama joins stand as one (rule GB9c). Web views that read by tables older than
 * Unicode 15.1 would part them.
 */
const joins = /[\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d][\p{M}\u200d]*$/u;
const joined = /^(?=\p{Lo})[\p{sc=Deva}\p{sc=Beng}\p{sc=Gujr}\p{sc=Orya}\p{sc=Telu}\p{sc=Mlym}]/u;

/** Longer than any sign. In a long text only what is near is read, from behind a plain letter on, where signs part. */
const near = 1_000;
const plainLetter = /[ -~](?=[ -~])/;

function signAt(text: string, at: number): { from: number; to: number } {
  if (text.length <= 4 * near) return signIn(text, at);
  const start = Math.max(0, at - near);
  const around = text.slice(start, at + near);
  const from = start === 0 ? 0 : around.slice(0, near).search(plainLetter) + 1;
  const sign = signIn(around.slice(from), at - start - from);
  return { from: sign.from + start + from, to: sign.to + start + from };
}

function signIn(text: string, at: number): { from: number; to: number } {
  const found = segmenter?.segment(text).containing(at);
  if (found) return { from: found.index, to: found.index + found.segment.length };
  for (const { index, 0: sign } of text.matchAll(roughly))
    if (at < index + sign.length) return { from: index, to: index + sign.length };
  return { from: at, to: text.length };
}

const isOneWith = (before: string, after: string) => joined.test(after) && joins.test(before);

/** The sign that the character at `at` is a part of. */
function wholeSignAt(text: string, at: number): { from: number; to: number } {
  let { from, to } = signAt(text, at);
  while (to < text.length && joined.test(text.slice(to, to + 2))) {
    if (!joins.test(text.slice(from, to))) break;
    to = signAt(text, to).to;
  }
  while (from > 0 && joined.test(text.slice(from, from + 2))) {
    const before = signAt(text, from - 1);
    if (!isOneWith(text.slice(before.from, from), text.slice(from, from + 2))) break;
    from = before.from;
  }
  return { from, to };
}

/** Where the sign ends that begins at `at`, or that `at` is inside of. */
export const signAfter = (text: string, at: number): number =>
  at < text.length ? wholeSignAt(text, at).to : text.length;

/** Where the sign begins that ends at `at`, or that `at` is inside of. */
export const signBefore = (text: string, at: number): number => (at > 0 ? wholeSignAt(text, at - 1).from : 0);

/** Whether a sign would be taken apart here. */
export const isInsideSign = (text: string, at: number): boolean =>
  at > 0 && at < text.length && wholeSignAt(text, at).from < at;

/** As many whole signs of its beginning as fit into `most` characters. */
export const beginning = (text: string, most: number): string =>
  text.length <= most
    ? text
    : text.slice(0, isInsideSign(text, most) ? signBefore(text, most) : Math.max(most, 0));

/** With a capital at its beginning, where its letters have some. */
export function capitalised(text: string): string {
  const end = signAfter(text, 0);
  return text.slice(0, end).toLocaleUpperCase() + text.slice(end);
}
