// All that belongs to an entry stands in one column, and with large letters in a small window there is room to write.
import type { Page } from '@playwright/test';
import { attach, picture } from '../support/files.ts';
import { prefer } from '../support/furnishing.ts';
import { editor, written } from '../support/journal.ts';
import { button } from '../support/page.ts';
import type { Program } from '../support/program.ts';
import { expect, test } from '../support/test.ts';
import { say } from '../support/words.ts';

async function open(page: Page, program: Program, text = 'The kettle was loud.\n\nThen it was quiet.') {
  const id = await written(program, text, ['kitchen']);
  await attach(program.url, id, picture());
  await program.call('save_entry', { id, on: null, title: 'A small thing', text });
  await page.goto(`/#/journal/${id}`);
  await expect(editor(page)).toBeFocused();
  await page
    .getByRole('group', { name: say('attachments_label') })
    .locator('img')
    .waitFor();
  return id;
}

/** Where each part of an entry begins, by what is seen of it. */
const beginnings = (page: Page) =>
  page.evaluate(() => {
    const entry = document.querySelector('section.entry')!;
    const text = entry.querySelector('.text')!.shadowRoot!;
    const ofWords = (element: Element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect().left;
    };
    const left = (selector: string) => entry.querySelector(selector)!.getBoundingClientRect().left;
    const day = [...entry.querySelectorAll('.day, .back')].find((one) => one.getClientRects().length > 0)!;
    return {
      day: day.matches('.back') ? left('.back svg') : ofWords(day.querySelector('span')!),
      tools: left('[role=toolbar] svg'),
      title: left('textarea'),
      text: ofWords(text.querySelector('.cm-line')!),
      attached: left('.attached li'),
      tags: left('.tags .tag'),
    };
  });

const sizes = [
  { width: 720, height: 520 },
  { width: 1100, height: 760 },
  { width: 1300, height: 800 },
  { width: 1600, height: 900 },
  { width: 1920, height: 1080 },
];

for (const size of sizes)
  for (const width of ['narrow', 'normal', 'wide'] as const)
    test(`in a window of ${size.width} with ${width} lines everything begins on one line`, async ({
      page,
      program,
    }) => {
      await page.setViewportSize(size);
      const { writing } = await program.call('get_preferences', null);
      await prefer(program, { writing: { ...writing, width } });
      await open(page, program, Array(60).fill('The kettle was loud.').join('\n\n'));
      for (const text_size of [100, 200]) {
        await prefer(program, { text_size });
        await page.locator(`html[data-text="${text_size}"]`).waitFor();
        await page.keyboard.press('Control+Home');
        const { tools, day, ...others } = await beginnings(page);
        for (const [part, left] of Object.entries(others))
          expect(Math.abs(left - others.text), `${part} at ${text_size} %`).toBeLessThan(1.5);
        // A sign has air around it.
        for (const left of [tools, day]) expect(Math.abs(left - others.text)).toBeLessThan(text_size / 20);
      }
    });

for (const width of [720, 1600])
  test(`a question begins where the text does, in a window of ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 760 });
    await page.goto('/#/journal/new/What%20did%20you%20notice%20today%3F');
    await expect(editor(page)).toBeFocused();
    await page.keyboard.type('The kettle');
    const left = (of: string) =>
      page
        .locator(of)
        .first()
        .evaluate((part) => {
          const range = document.createRange();
          range.selectNodeContents(part);
          return range.getBoundingClientRect().left;
        });
    expect(Math.abs((await left('.question p')) - (await left('.cm-line')))).toBeLessThan(1.5);
  });

/** The parts that lie upon each other, and how many lines of the text are in sight. */
const room = (page: Page) =>
  page.evaluate(() => {
    const entry = document.querySelector('section.entry')!;
    const within = (part: Element) => {
      const { left: from, right: to, top, bottom } = part.getBoundingClientRect();
      let [left, right] = [from, to];
      for (let around = part.parentElement; around && around !== entry; around = around.parentElement)
        if (getComputedStyle(around).overflowX !== 'visible') {
          const box = around.getBoundingClientRect();
          [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        }
      return { left, right, top, bottom };
    };
    const parts = [
      ...entry.querySelectorAll(
        'header a, .day > span:first-child, header svg, .kept, .toolbar svg, textarea',
      ),
    ]
      .filter((part) => part.getClientRects().length > 0)
      .map((part) => ({ what: part.getAttribute('class') ?? part.tagName, part, ...within(part) }))
      .filter(({ left, right }) => right - left > 1);
    const upon = [];
    for (const [at, one] of parts.entries())
      for (const other of parts.slice(at + 1)) {
        if (one.part.contains(other.part)) continue;
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (across > 1 && down > 1) upon.push(`${one.what} and ${other.what}`);
      }
    const pane = entry.getBoundingClientRect();
    const beyond = parts.filter(({ right }) => right > pane.right + 1).map(({ what }) => what);
    const text = entry.querySelector('.text')!;
    const box = text.getBoundingClientRect();
    const lines = [...text.shadowRoot!.querySelectorAll('.cm-line')].filter((line) => {
      const { top, bottom } = line.getBoundingClientRect();
      return top >= box.top && bottom <= Math.min(box.bottom, innerHeight) + 1;
    });
    return { upon, beyond, lines: lines.length };
  });

for (const [name, { width, height }, text_size, least] of [
  ['200 % in the smallest window', { width: 720, height: 520 }, 200, 2],
  ['200 %', { width: 1100, height: 760 }, 200, 3],
  ['400 %, a quarter of 1920', { width: 480, height: 270 }, 100, 2],
  ['400 %, a quarter of 1280', { width: 320, height: 270 }, 100, 2],
  ['400 %, a quarter of 1100', { width: 275, height: 190 }, 100, 1],
] as const)
  test(`with letters of ${name} nothing lies upon anything, and there is room to write`, async ({
    page,
    program,
  }) => {
    await page.setViewportSize({ width, height });
    await prefer(program, { text_size });
    await open(page, program, Array(30).fill('Tea.').join('\n'));
    await page.keyboard.press('Control+Home');
    await page.locator('section.entry').evaluate((pane) => pane.scrollTo(0, 0));
    const { upon, beyond, lines } = await room(page);
    expect({ upon, beyond }).toEqual({ upon: [], beyond: [] });
    expect(lines).toBeGreaterThanOrEqual(least);
  });

for (const width of [720, 1100, 1600])
  test(`what is kept says so without moving anything, in a window of ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 760 });
    await page.goto('/#/journal');
    await button(page, say('journal_new')).click();
    await expect(editor(page)).toBeFocused();
    await page.keyboard.type('The kettle');
    await expect(page.getByText(say('journal_kept'), { exact: true })).toBeVisible();
    const boxes = () =>
      page.locator('section.entry header :is(button, a):visible').evaluateAll((all) =>
        all.map((one) => {
          const { left, top, width, height } = one.getBoundingClientRect();
          return [left, top, width, height].map(Math.round);
        }),
      );
    await expect(button(page, say('journal_delete'))).toBeVisible();
    const before = await boxes();
    await page.locator('.kept').evaluate((kept) => (kept.textContent = ''));
    expect(await boxes()).toEqual(before);
  });
