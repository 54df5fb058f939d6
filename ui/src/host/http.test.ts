// Facts about what the page hears beside its own questions.
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => vi.unstubAllGlobals());

/** A stream that is opened by the test. */
class Stream extends EventTarget {
  static last: Stream;
  constructor() {
    super();
    Stream.last = this;
  }
}

it('nothing_is_asked_before_a_change_would_be_heard', async () => {
  const asked: unknown[] = [];
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('fetch', (address: unknown) => {
    asked.push(address);
    return Promise.resolve(Response.json({ value: 1, change: null }));
  });
  vi.resetModules();
  const { httpHost } = await import('./http');

  httpHost.onChanged(() => {});
  const answer = httpHost.call('get_preferences', null);
  await new Promise((next) => setTimeout(next));
  expect(asked).toEqual([]);

  Stream.last.dispatchEvent(new Event('open'));
  expect(await answer).toEqual({ value: 1, change: null });
  expect(asked).toEqual(['/api/get_preferences']);
});

it('where_the_stream_fails_the_question_says_so_itself', async () => {
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('fetch', () => Promise.reject(new Error('nobody there')));
  vi.resetModules();
  const { httpHost } = await import('./http');

  httpHost.onChanged(() => {});
  const answer = httpHost.call('get_preferences', null);
  Stream.last.dispatchEvent(new Event('error'));
  await expect(answer).rejects.toThrow('nobody there');
});
