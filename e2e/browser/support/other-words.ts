// Words on a page that are not the program's, each with the reason why no language changes them here.
import type { Program } from './program.ts';
import { literal } from './words.ts';

/** What the tests type into the page. */
const typed = [
  ...[
    'qwertz',
    'grief that goes quiet',
    'leg',
    'music',
    'ra',
    'rain',
    'kettle',
    'grey day',
    'kit',
    'The light went, and nobody minded.Later:',
    'One line.',
  ],
  ...['What did you notice today?', 'the rent', 'Evening', 'What did the river do?', 'window:'],
];

const names = (options: Intl.DateTimeFormatOptions, length: number) => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
  const step = options.month ? 31 : 1;
  return Array.from({ length }, (_, at) => format.format(Date.UTC(2026, 0, 1 + at * step)));
};
/** Any of them, where it is a word or several. */
function anyOf(words: readonly string[]): RegExp {
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  return new RegExp(`(?<!\\p{L})(?:${longestFirst.map(literal).join('|')})(?!\\p{L})`, 'gu');
}

const things: readonly RegExp[] = [
  /\bPilot Light\b/g, // what the program is called
  /https?:\/\/[^\s”]+|\/tmp\/[^\s”]+/g, // addresses and folders
  /\b[\w ]+\.(?:png|wav|pdf)\b/g, // names of files
  /\b[A-Z2-7]{4}(?:-[A-Z2-7]{4}){7}\b/g, // a recovery key
  /"grey day"|-grey\b|\b(?:tag|on|before|after|starred|has):[\w-]*/g, // what is typed to search
  /\bCtrl\+(?:Shift\+)?(?:\S|Enter)|\b(?:Esc|Enter)\b/g, // keys
  /\b(?:kB|MB|[ap]m)\b/g, // units, as Intl writes them
  /\b\d{4}-\d\d-\d\dT[\d:]+Z [A-Z]+(?: \w+=\S+)*/g, // what is noted of a slow computer, in codes
];
/** What Intl writes in lists and dates, in English and in Arabic, and how it calls the languages. */
const formats = [
  /\band\b|\p{Script=Arabic}+/gu,
  anyOf(['en', 'en-XA', 'ar-XB'].map((tag) => new Intl.DisplayNames(tag, { type: 'language' }).of(tag)!)),
  anyOf([
    ...names({ month: 'long' }, 12),
    ...names({ month: 'short' }, 12),
    ...names({ weekday: 'long' }, 7),
    ...names({ weekday: 'short' }, 7),
    ...names({ weekday: 'short' }, 7).map((name) => name.slice(0, 2)),
  ]),
];

/** A text of a person's, as it is shown: without the marks of Markdown, line by line and cell by cell. */
const shown = (text: string) =>
  text
    .split(/[\n|]|\*\*|`|!\[|\]\(/)
    .map((part) => part.replace(/^[\s>#*-]+(?:\[.\] )?/, '').trim())
    .filter((part) => /\p{L}/u.test(part) && part.length > 1 && part.length < 1_000);

/** What on a page of this program is not to be translated. */
export async function otherWords(program: Program): Promise<RegExp[]> {
  const lines = [];
  for (const country of ['GB', 'BE', 'ZZ'])
    lines.push(...(await program.call('get_help', country)).helplines.map(({ name }) => name));
  return [...things, anyOf([...program.given.flatMap(shown), ...typed, ...lines]), ...formats];
}
