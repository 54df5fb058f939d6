// The screens of going through something: what one goes along with, what is drawn, and what comes after.
import type { Page } from '@playwright/test';
import { idOf } from '../../../ui/src/test-ids.ts';
import { button, unfold } from './page.ts';
import { at, unfoldAll, type Screen } from './screen.ts';
import { say } from './words.ts';

/** Nothing moves while it is looked at. */
const pause = (page: Page) => button(page, say('kit_timer_pause')).click();

export const playerScreens: Screen[] = [
  {
    name: 'a breath to go along with',
    go: async (page) => {
      await at('library/six-slow-breaths/play')(page);
      await pause(page);
    },
  },
  {
    name: 'a breath with a choice of pace',
    go: async (page) => {
      await at('library/four-in-six-out/play')(page);
      await button(page, say('play_next')).click();
      await pause(page);
      await unfold(page, say('play_ways'));
    },
  },
  {
    name: 'tapping along',
    go: async (page) => {
      await at('library/tap-instead-of-breathe/play')(page);
      await button(page, say('play_next')).click();
      await pause(page);
    },
  },
  {
    name: 'an exercise with parts to leave out',
    go: async (page) => {
      await at('library/squeeze-and-let-go')(page);
      await button(page, say('library_zone_face')).click();
      await button(page, say('library_zone_legs')).click();
    },
  },
  {
    name: 'a stretch with its drawing',
    go: async (page) => {
      await at('library/bed-stretch/play')(page);
      await button(page, say('play_next')).click();
      await button(page, say('play_next')).click();
      await unfoldAll(page);
    },
  },
  {
    name: 'the end of a library item',
    go: async (page) => {
      await at('library/name-the-room/play')(page);
      for (let step = 1; step < 5; step++) await button(page, say('play_next')).click();
      await button(page, say('play_end')).click();
      await button(page, say('practice_cant_tell')).click();
    },
  },
  {
    name: 'a library item with what was said of it',
    go: async (page, program) => {
      const of = { item: 'name-the-room' };
      await program.call('save_practice', { id: null, of, afterwards: 'cant_tell' });
      await program.call('save_practice', { id: null, of, afterwards: 'lighter' });
      await at('library/name-the-room')(page);
      await page.getByText(say('practice_before')).waitFor();
      await unfoldAll(page);
    },
  },
  {
    name: 'a routine that is not suggested',
    go: async (page, program) => {
      await program.call('mark_routine', { routine: idOf(1), is_left_out: true });
      await at('doing/routines/1')(page);
    },
  },
  { name: 'a few lines to read', go: at('nook') },
  { name: 'the quiet timer', go: at('timer') },
  {
    name: 'the quiet timer, running',
    go: async (page) => {
      await at('timer')(page);
      await button(page, say('quiet_begin')).click();
      await pause(page);
    },
  },
];
