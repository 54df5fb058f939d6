// Facts about the forms an entry may begin with: one writes on where the first blank is.
import { expect, it } from 'vitest';
import { idOf } from '../../test-ids';
import { ownForm, templates } from './templates';

it.each(templates.map((template) => [template.name, template] as const))(
  '%s leaves the first blank under the cursor',
  (name, { text, cursor }) => {
    expect(text.startsWith(`## ${name}\n\n`)).toBe(true);
    const [first] = text.slice(text.indexOf('\n\n') + 2).split('\n');
    expect(text.slice(0, cursor).endsWith(first ?? '?')).toBe(true);
    expect(text.charAt(cursor)).toBe('\n');
  },
);

it.each([
  ['- window: \n- hands: ', '- window: '],
  ['Dear day,', 'Dear day,'],
  ['## Evening\n\n1. \n2. ', '## Evening\n\n1. '],
])('one writes on in %j after %j', (text, before) => {
  expect(text.slice(0, ownForm({ id: idOf(1), name: 'x', text }).cursor)).toBe(before);
});
