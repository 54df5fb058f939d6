// Going through something: a breath that keeps its time, tapping, marks, parts left out, sound, and how it left one.
import type { Locator, Page } from '@playwright/test';
import { button, heading, unfold } from '../support/page.ts';
import { expect, test } from '../support/test.ts';
import { letPass } from '../support/waiting.ts';
import { say } from '../support/words.ts';

interface Watched {
  /** When the phase on the page became another one, in milliseconds. */
  phases: { phase: number; when: number }[];
}

test.describe('a breath with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('changes when it is due, and the shape follows', async ({ page }) => {
    await page.goto('/#/library/around-a-square/play');
    await page.evaluate(() => {
      const watched: Watched = { phases: [] };
      Object.assign(window, { watched });
      let last: string | undefined;
      new MutationObserver(() => {
        const now = document.querySelector<HTMLElement>('[data-phase]')?.dataset.phase;
        if (now === undefined || now === last) return;
        last = now;
        watched.phases.push({ phase: Number(now), when: performance.now() });
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    const scale = () =>
      page
        .locator('.shape')
        .evaluate((shape) => Number(/scale\(([\d.]+)\)/.exec(shape.style.transform)?.[1]));
    await button(page, say('play_next')).click();
    await expect.poll(scale).toBeGreaterThan(0.9);
    await expect.poll(scale).toBeLessThan(0.5);

    const phases = () => page.evaluate(() => (window as unknown as { watched: Watched }).watched.phases);
    await expect.poll(async () => (await phases()).length, { timeout: 40_000 }).toBeGreaterThan(12);
    // In for three seconds, rest for one, out for three, rest for one.
    const lasts = [3000, 1000, 3000, 1000];
    const changes = (await phases()).slice(1);
    let due = 0;
    const beside = changes.map(({ phase, when }) => {
      due += lasts[(phase + 3) % 4]!;
      return when - due;
    });
    // Nothing comes early, so the one that was least late tells when the breath began.
    const began = Math.min(...beside);
    const late = beside.map((each) => each - began).sort((a, b) => a - b);
    const usual = late[Math.floor(late.length / 2)]!;
    console.log(
      `${late.length} changes of a breath, late by ${usual.toFixed(1)} ms as a rule and ${late.at(-1)!.toFixed(1)} ms at most`,
    );
    expect(changes.map(({ phase }) => phase)).toEqual(changes.map((_, at) => (at + 1) % 4));
  });
});

test('without motion a breath is a word and a count, and what is only watched stands still', async ({
  page,
}) => {
  await page.goto('/#/library/six-slow-breaths/play');
  await expect(page.locator('[data-phase]')).toContainText(say('play_phase_in'));
  await expect(page.locator('[data-phase]')).toContainText(say('play_phase_out'));
  await expect(page.locator('.shape')).toHaveCount(0);
  await page.goto('/#/library/breathing-without-changing-it/play');
  await expect(page.locator('.shape')).toBeVisible();
  await expect(page.locator('[data-phase]')).toHaveCount(0);
});

/** A count stands for a second or less: it is looked for more often than that. */
const soon = (place: Locator, text: string) =>
  expect.poll(() => place.textContent(), { intervals: [50], timeout: 15_000 }).toContain(text);

/** Whether `act` gives this class, however soon it goes again. */
async function shows(place: Locator, name: string, act: () => Promise<void>) {
  await place.evaluate((element, name) => {
    const seen = new Promise<void>((resolve) => {
      new MutationObserver(() => element.classList.contains(name) && resolve()).observe(element, {
        attributes: true,
      });
    });
    Object.assign(element, { seen });
  }, name);
  await act();
  await place.evaluate((element) => (element as unknown as { seen: Promise<void> }).seen);
}

test('a breath pauses, goes on, and takes another pace', async ({ page }) => {
  await page.goto('/#/library/four-in-six-out/play');
  await expect(button(page, say('play_next'))).toBeVisible();
  await page.keyboard.press('Space');
  const said = page.locator('[data-phase]');
  await soon(said, '2');
  await page.keyboard.press('p');
  const held = await said.textContent();
  await letPass(1_500, 'a breath that went on would say another number');
  expect(await said.textContent()).toBe(held);
  await unfold(page, say('play_ways'));
  const words = (phase: 'in' | 'out', n: string) => say('play_cadence_part', { phase, n });
  const even = `${words('in', '5.5')} · ${words('out', '5.5')}`;
  await page.getByRole('radio', { name: even }).check();
  await expect(said).toContainText('1');
  await button(page, say('kit_timer_go_on')).click();
  await soon(said, '5');
});

test('one taps along with the arrow keys or the pointer, in another tempo, and nothing is counted', async ({
  page,
}) => {
  await page.goto('/#/library/tap-instead-of-breathe/play');
  await button(page, say('play_next')).click();
  const pads = page.getByRole('group', { name: say('play_tap') });
  const [left, right] = [button(pads, say('play_phase_left')), button(pads, say('play_phase_right'))];
  await expect(left).toHaveClass(/lit/);
  await expect(right).toHaveClass(/lit/);
  await shows(left, 'tapped', () => page.keyboard.press('ArrowLeft'));
  await expect(left).not.toHaveClass(/tapped/);
  await shows(right, 'tapped', () => right.dispatchEvent('pointerdown'));
  await page.getByRole('radio', { name: say('play_tempo_slower') }).check();
  await expect(left).toHaveClass(/lit/);
});

test('a round has small marks to press or to leave, and a stop asks nothing of them', async ({
  page,
  program,
}) => {
  await page.goto('/#/library/five-senses-round/play');
  const mark = (at: number, all: number) => button(page, say('play_mark', { at, all }));
  await expect(mark(5, 5)).toBeVisible();
  await mark(2, 5).click();
  await expect(mark(2, 5)).toHaveAttribute('aria-pressed', 'true');
  await mark(2, 5).press('Space');
  await expect(mark(2, 5)).toHaveAttribute('aria-pressed', 'false');
  await button(page, say('play_next')).click();
  await expect(mark(4, 4)).toBeVisible();
  await button(page, say('play_stop')).click();
  await expect(heading(page)).toHaveText(say('play_stopped_title'));
  expect(await program.call('list_practices', { item: 'five-senses-round' })).toEqual([]);
});

test('parts of the body are left out before one begins', async ({ page }) => {
  await page.goto('/#/library/hands-and-feet-only');
  await button(page, say('library_zone_hands')).click();
  await page.getByRole('link', { name: say('library_begin') }).click();
  await expect(heading(page)).toHaveText('Now your feet. What do they touch?');
  await button(page, say('play_next')).click();
  await button(page, say('play_next')).click();
  await expect(button(page, say('play_end'))).toBeVisible();
});

test('each step of a stretch has a drawing that says what the step says', async ({ page, program }) => {
  const items = await program.call('list_library', null);
  for (const id of ['bed-stretch', 'chair-stretch', 'a-slow-sequence']) {
    const { steps } = items.find((item) => item.id === id)!;
    await page.goto(`/#/library/${id}/play`);
    for (const [at, { text }] of steps.entries()) {
      await expect(page.getByRole('img', { name: text, exact: true })).toBeVisible();
      if (at + 1 < steps.length) await button(page, say('play_next')).click();
    }
  }
});

test('how it left one is kept with one press, changed, taken away, and let go of later', async ({
  page,
  program,
}) => {
  const of = { item: 'name-the-room' };
  const kept = async () => (await program.call('list_practices', of)).map(({ afterwards }) => afterwards);
  await page.goto('/#/library/name-the-room');
  await page.getByRole('link', { name: say('library_begin') }).click();
  await expect(heading(page)).toHaveText(/^Say the day/);
  for (let step = 1; step < 5; step++) await button(page, say('play_next')).click();
  await button(page, say('play_end')).click();
  await expect(page.getByRole('group', { name: say('practice_question') })).toBeVisible();
  expect(await kept()).toEqual([]);
  await button(page, say('practice_heavier')).click();
  await expect.poll(kept).toEqual(['heavier']);
  await button(page, say('practice_cant_tell')).click();
  await expect.poll(kept).toEqual(['cant_tell']);
  await button(page, say('practice_cant_tell')).click();
  await expect.poll(kept).toEqual([]);
  await button(page, say('practice_lighter')).click();
  await expect.poll(kept).toEqual(['lighter']);

  await button(page, say('library_over_close')).click();
  await unfold(page, say('practice_before'));
  await page.getByRole('button', { name: say('practice_let_go', { day: '' }) }).click();
  await expect.poll(kept).toEqual([]);
  await button(page, say('kit_undo')).click();
  await expect.poll(kept).toEqual(['lighter']);
});

test('a look at Help comes back to the same step, standing still', async ({ page }) => {
  await page.goto('/#/library/four-in-six-out/play');
  await button(page, say('play_next')).click();
  const step = await heading(page).textContent();
  await page.keyboard.press('F1');
  await expect(heading(page)).toHaveText(say('nav_help'));
  await page.goBack();
  await expect(heading(page)).toHaveText(step!);
  await expect(button(page, say('kit_timer_go_on'))).toBeVisible();
});

test('a routine that made it worse is not suggested again until one says so', async ({ page, program }) => {
  const [routine] = await program.call('list_routines', null);
  const isLeftOut = async () => (await program.call('list_routines', null))[0]!.is_left_out;
  await page.goto(`/#/doing/routines/${routine!.id}`);
  await button(page, say('doing_begin')).click();
  await button(page, say('play_worse')).click();
  await expect.poll(isLeftOut).toBe(true);
  await expect(page.getByText(say('play_left_out'))).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto(`/#/doing/routines/${routine!.id}`);
  await button(page, say('play_suggest_again')).click();
  await expect.poll(isLeftOut).toBe(false);
});

test('old lines are read one at a time, each with the book it stood in', async ({ page, program }) => {
  const passages = await program.call('list_passages', null);
  await page.goto('/#/library');
  await page.getByRole('link', { name: say('nook_title') }).click();
  for (const { title, source } of [...passages, passages[0]!]) {
    await expect(heading(page)).toHaveText(title);
    await expect(page.getByText(source)).toBeVisible();
    await button(page, say('nook_another')).click();
  }
});

test.describe('sound', () => {
  /** Keeps each way out for sound that the page opens, and how loud it is. */
  async function listen(page: Page) {
    await page.addInitScript(() => {
      const opened: { context: AudioContext; meter: AnalyserNode }[] = [];
      Object.assign(window, { opened });
      const { connect } = AudioNode.prototype;
      const meterOf = (context: BaseAudioContext) => {
        const known = opened.find((one) => one.context === context);
        if (known) return known.meter;
        const meter = (context as AudioContext).createAnalyser();
        opened.push({ context: context as AudioContext, meter });
        return meter;
      };
      AudioNode.prototype.connect = function (this: AudioNode, target: AudioNode, ...rest: never[]) {
        if (target instanceof AudioDestinationNode) Reflect.apply(connect, this, [meterOf(this.context)]);
        return Reflect.apply(connect, this, [target, ...rest]) as AudioNode;
      } as typeof connect;
    });
    const states = () =>
      page.evaluate(() =>
        (window as unknown as { opened: { context: AudioContext }[] }).opened.map(
          ({ context }) => context.state,
        ),
      );
    const loudest = () =>
      page.evaluate(() => {
        const { meter } = (window as unknown as { opened: { meter: AnalyserNode }[] }).opened.at(-1)!;
        const samples = new Float32Array(meter.fftSize);
        meter.getFloatTimeDomainData(samples);
        return Math.max(...samples.map(Math.abs));
      });
    return { states, loudest };
  }

  test('begins with a press, is soft, and ends at once or with its page', async ({ page }) => {
    const { states, loudest } = await listen(page);
    await page.goto('/#/library');
    await page.getByRole('link', { name: say('quiet_title') }).click();
    await expect(heading(page)).toHaveText(say('quiet_title'));
    await button(page, say('quiet_begin')).click();
    expect(await states()).toEqual([]);

    for (const layer of ['quiet_layer_rain', 'quiet_layer_wind', 'quiet_layer_hum'] as const) {
      await page.getByRole('slider', { name: say(layer) }).fill('10');
    }
    await expect.poll(states).toEqual(['running']);
    await expect.poll(loudest).toBeGreaterThan(0.01);
    expect(await loudest()).toBeLessThan(0.7);
    await button(page, say('quiet_silence')).click();
    await expect.poll(states).toEqual(['closed']);
    await expect(page.getByRole('slider', { name: say('quiet_layer_rain') })).toHaveValue('0');

    const rain = page.getByRole('slider', { name: say('quiet_layer_rain') });
    await rain.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(states).toEqual(['closed', 'running']);
    await page.keyboard.press('Control+1');
    await expect.poll(states).toEqual(['closed', 'closed']);
  });

  test('a bell is heard when it is turned on, and Escape ends everything', async ({ page }) => {
    const { states, loudest } = await listen(page);
    await page.goto('/#/timer');
    await button(page, say('quiet_begin')).click();
    await page.getByRole('switch', { name: say('quiet_bell') }).check();
    await expect.poll(states).toEqual(['running']);
    await expect.poll(loudest).toBeGreaterThan(0.01);
    await page.keyboard.press('Escape');
    await expect.poll(states).toEqual(['closed']);
    await expect(button(page, say('quiet_begin'))).toBeVisible();
    await expect(page.getByRole('switch', { name: say('quiet_bell') })).not.toBeChecked();
  });

  test('goes with a breath only when it is wanted, and beside an activity', async ({ page, program }) => {
    const { states } = await listen(page);
    await page.goto('/#/library/six-slow-breaths/play');
    await unfold(page, say('play_ways'));
    await letPass(500, 'a tone that nobody asked for would have begun');
    expect(await states()).toEqual([]);
    await page.getByRole('switch', { name: say('play_tone') }).check();
    await expect.poll(states).toEqual(['running']);
    await page.keyboard.press('Escape');
    await expect.poll(states).toEqual(['closed']);

    const { id } = await program.call('save_activity', {
      ...{ id: null, shelf: 'mine', title: 'Sit by the window', smaller: '' },
      ...{ minutes: 5, energy: 'none' },
    });
    await page.goto(`/#/doing/activities/${id}`);
    await button(page, say('doing_begin')).click();
    await unfold(page, say('quiet_sounds'));
    await page.getByRole('slider', { name: say('quiet_layer_hum') }).fill('4');
    await expect.poll(states).toEqual(['closed', 'running']);
    await button(page, say('play_done')).click();
    await expect.poll(states).toEqual(['closed', 'closed']);
  });
});
