// Writes the types of `m` from the English messages; with --check it says whether they are those that are there.
import { readFileSync, writeFileSync } from 'node:fs';
import { entriesOf } from './catalogue.js';

const path = 'src/lib/generated/messages.ts';

/** @param {import('./catalogue.js').Entry} entry */
function line({ key, params }) {
  const fields = [...params].map(([name, type]) => `${name}: ${type}`).join('; ');
  return `  readonly ${key}: (${fields && `params: { ${fields} }`}) => string;\n`;
}

const lines = entriesOf('en').map(line).join('');
const written = `// Made from messages/en by \`npm run messages\`. Do not edit.\n\nexport interface Messages {\n${lines}}\n`;

if (!process.argv.includes('--check')) writeFileSync(path, written);
else if (readFileSync(path, 'utf8') !== written) {
  throw new Error('The types of the messages are out of date: npm run messages');
}
