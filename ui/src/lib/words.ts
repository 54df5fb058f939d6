// How many words a text has, as people count: a word with an apostrophe or a hyphen is one, and in a script
// without spaces each sign is one.

const unspaced =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const letter = `(?![${unspaced}])[\\p{L}\\p{N}]`;
const word = new RegExp(`[${unspaced}]|${letter}(?:${letter}|\\p{M}|['’-](?=${letter}))*`, 'gu');

export function countWords(text: string): number {
  let words = 0;
  word.lastIndex = 0;
  while (word.exec(text)) words++;
  return words;
}
