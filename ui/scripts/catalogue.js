// Reads /messages: for the types that are made from it (messages.js), and for the checks of its words. Both run in ui/.
import { parse, Visitor } from '@fluent/syntax';
import { readdirSync, readFileSync } from 'node:fs';

const root = '../messages/';
const pluralForms = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * @typedef {object} Entry
 * @property {string} file
 * @property {string} key
 * @property {string} comment What translators are told, or nothing.
 * @property {Map<string, string>} params The type of each parameter in TypeScript, by its name.
 * @property {string[]} texts What stands between the parameters, one for each stretch of each variant.
 */

/** @param {import('@fluent/syntax').SelectExpression} select */
function typeOf({ variants }) {
  const keys = variants.map(({ key }) => (key.type === 'Identifier' ? key.name : undefined));
  if (keys.every((key) => key === undefined || pluralForms.includes(key))) return 'number';
  return keys.map((key) => `'${key}'`).join(' | ');
}

/** Gathers the parameters and the texts of one message. */
class Reader extends Visitor {
  /** @type {Map<string, string>} */
  params = new Map();
  /** @type {string[]} */
  texts = [];

  /** @param {import('@fluent/syntax').SelectExpression} select */
  visitSelectExpression(select) {
    if (select.selector.type === 'VariableReference')
      this.params.set(select.selector.id.name, typeOf(select));
    for (const variant of select.variants) this.visit(variant);
  }

  /** @param {import('@fluent/syntax').VariableReference} variable */
  visitVariableReference({ id }) {
    if (!this.params.has(id.name)) this.params.set(id.name, 'string | number');
  }

  /** @param {import('@fluent/syntax').TextElement} text */
  visitTextElement({ value }) {
    this.texts.push(value);
  }
}

/** The tags of the languages there are. */
export const languages = () => readdirSync(root).sort();

/**
 * What a file holds, and what in it could not be read.
 * @param {string} file
 * @param {string} text
 * @returns {{ head: boolean, junk: string[], entries: Entry[] }}
 */
export function read(file, text) {
  const { body } = parse(text, {});
  return {
    head: body[0]?.type === 'ResourceComment',
    junk: body.flatMap((entry) => (entry.type === 'Junk' ? [`${file}: ${entry.content}`] : [])),
    entries: body.flatMap((entry) => {
      if (entry.type !== 'Message') return [];
      const reader = new Reader();
      if (entry.value) reader.visit(entry.value);
      return [{ file, key: entry.id.name, comment: entry.comment?.content ?? '', ...reader }];
    }),
  };
}

/**
 * Every file of a language.
 * @param {string} language
 */
export const filesOf = (language) =>
  readdirSync(`${root}${language}`)
    .sort()
    .map((name) => read(`${language}/${name}`, readFileSync(`${root}${language}/${name}`, 'utf8')));

/**
 * Every message of a language.
 * @param {string} language
 */
export const entriesOf = (language) => filesOf(language).flatMap(({ entries }) => entries);
