// How many words a text has, as people count: a word with an apostrophe or a hyphen is one, and in a script
// without spaces each sign is one, with all that is put on it.

const unspaced =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
/** Signs of those scripts that go with the one before them, though they are letters: Thai and Lao am. */
const following = '\\p{M}\\u0e33\\u0eb3\\uff9e\\uff9f';
const letter = `(?![${unspaced}])[\\p{L}\\p{N}]`;
/** What may stand within a word: apostrophes, hyphens, the marks of Hebrew, and what joins letters or keeps them apart. */
const inner = "['’\\-\\u05be\\u05f3\\u05f4\\u200c\\u200d]";
const word = new RegExp(
  `[${unspaced}][${following}]*|${letter}(?:${letter}|\\p{M}|${inner}(?=${letter}))*`,
  'gu',
);

export function countWords(text: string): number {
  let words = 0;
  word.lastIndex = 0;
  while (word.exec(text)) words++;
  return words;
}
