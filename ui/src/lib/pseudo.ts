// Languages that nobody speaks, made from English, so that a test sees what is not translated, does not fit or is glued.
// They are in builds for tests alone (`vite build --mode pseudo`). `crates/content/src/pseudo.rs` makes the same of the
// texts that ship.

export interface Pseudo {
  /** What becomes of the words between the parameters. */
  words(text: string): string;
  /** What becomes of a whole message. */
  whole(message: string): string;
}

const plain = 'abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ';
const accented = [...'áḃçďéḟĝĥîĵķļḿñôṗŕšţûṽŵẋýžÁḂÇĎÉḞĜĤÎĴĶĻḾÑÔṖŔŠŢÛṼŴẊÝŽ'];
const more = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** With accents, and about a third longer. */
const long: Pseudo = {
  words: (text) => text.replace(/[A-Za-z]/g, (letter) => accented[plain.indexOf(letter)] ?? letter),
  whole(message) {
    let added = '';
    for (let at = 0; added.length < 0.35 * message.length; at++) added += ` ${more[at % more.length]}`;
    return `[${message}${added}]`;
  },
};

/** Each word from right to left, as those of Arabic are; a mark for what looks for the first letter. */
const mirrored: Pseudo = {
  words: (text) => text.replace(/\S*\p{L}\S*/gu, (word) => `\u202e${word}\u202c`),
  whole: (message) => `[\u200f${message}]`,
};

export const pseudoLanguages: Readonly<Record<string, Pseudo>> = { 'en-XA': long, 'ar-XB': mirrored };
