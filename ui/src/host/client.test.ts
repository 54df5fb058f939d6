// Facts about what is sent to the core.
import { expect, it } from 'vitest';
import { idOf } from '../test-ids';
import { change, download, useHost } from './client';

it('half_a_sign_is_marked_wherever_it_stands_and_the_rest_is_sent_as_it_is', async () => {
  let sent: unknown;
  useHost({
    call: async (_, input) => ((sent = input), { value: null, change: null }),
    onChanged: () => () => {},
    onNavigate: () => () => {},
  });
  await change('tag_entry', { entry: idOf(7), tags: ['a\ud83d', '\udc69 b', '👩‍👧 whole'] });
  expect(sent).toEqual({ entry: 7, tags: ['a\ufffd', '\ufffd b', '👩‍👧 whole'] });
  await change('save_entry', { id: null, on: null, text: 'x\udc69' });
  expect(sent).toEqual({ id: null, on: null, text: 'x\ufffd' });
});

it('bytes_are_told_from_the_head_before_them_and_are_not_copied', async () => {
  const body = new Uint8Array([4, 0, 0, 0, ...new TextEncoder().encode('null'), 0, 255]).buffer;
  useHost({
    call: () => Promise.resolve({ value: body, change: null }),
    onChanged: () => () => {},
    onNavigate: () => () => {},
  });
  const { head, bytes } = await download('get_pages', null);
  expect([head, [...bytes], bytes.buffer === body]).toEqual([null, [0, 255], true]);
});
