// Every place that shows a person's text takes its direction from the text.
import type { Page } from '@playwright/test';
import type { ActivityId, EntryId } from '../../../ui/src/host/generated/wire.ts';
import { dayNow } from '../../../ui/src/lib/civil.ts';
import { attach, file, sound } from '../support/files.ts';
import { prefer } from '../support/furnishing.ts';
import { editor, list, search, side, written } from '../support/journal.ts';
import { button, heading } from '../support/page.ts';
import type { Program } from '../support/program.ts';
import { saved } from '../support/saved.ts';
import { at, unfoldAll } from '../support/screen.ts';
import { expect, test } from '../support/test.ts';
import { reminderOf, waitingFor } from '../support/waiting.ts';
import { say } from '../support/words.ts';

/** Ends in a sign that takes its side from the direction. */
const hebrew = (word: string) => `${word} אחד, tea שניים!`;

interface Block {
  text: string;
  direction: string;
  side: string;
}

/** The blocks that are seen, fields among them, whose first letter is Hebrew, and how they run. */
const blocksOf = (page: Page): Promise<Block[]> =>
  page.evaluate(() => {
    const found = new Map<Element, Block>();
    const isFirst = (text: string) =>
      /^[^\p{L}]*[\u0590-\u05ff]/u.test(text.replace(/\u2068[^\u2069]*\u2069/gu, ''));
    const add = (element: Element, text: string) => {
      if (!isFirst(text) || element.getClientRects().length === 0) return;
      const { direction, unicodeBidi } = getComputedStyle(element);
      found.set(element, { text: text.trim().slice(0, 60), direction, side: unicodeBidi });
    };
    const walk = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) walk(element.shadowRoot);
        if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
          add(element, element.value);
        if (element.closest('.visually-hidden, option, script, style')) continue;
        const hasWords = [...element.childNodes].some(
          ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
        );
        if (!hasWords) continue;
        let block: Element = element;
        const runsOn = (one: Element) =>
          getComputedStyle(one).display === 'inline' && !one.hasAttribute('dir') && one.parentElement;
        while (runsOn(block)) block = block.parentElement!;
        add(block, block.textContent);
      }
    };
    walk(document);
    return [...found.values()];
  });

async function runsFromTheRight(page: Page, least = 1) {
  await expect.poll(async () => (await blocksOf(page)).length).toBeGreaterThanOrEqual(least);
  const blocks = await blocksOf(page);
  expect(blocks.filter(({ direction }) => direction !== 'rtl')).toEqual([]);
}

/** Something of everything, in Hebrew. */
async function furnish(program: Program) {
  const text = `${hebrew('שורה')}\n\n- ${hebrew('פריט')}\n- [x] ${hebrew('משימה')}\n\n> ${hebrew('ציטוט')}\n\n## ${hebrew('כותרת')}`;
  const id = await written(program, text, [hebrew('תג')]);
  await program.call('save_entry', { id, on: null, title: hebrew('שם'), text });
  await program.call('close_entry', id);
  await program.call('save_entry', { id, on: null, title: hebrew('שם'), text: `${text}\n\nx` });
  const activity = {
    id: null,
    shelf: 'mine',
    title: hebrew('הליכה'),
    smaller: hebrew('קטן'),
    minutes: 5,
    energy: 'low',
  } as const;
  const { id: doing } = await program.call('save_activity', activity);
  await program.call('save_check_in', {
    ...{ id: null, feel: { level: 3 }, energy: 2, comfort: null },
    ...{ words: [hebrew('ריק')], body: [], note: hebrew('הערה') },
  });
  const { id: person } = await program.call('save_person', {
    id: null,
    name: hebrew('אמא'),
    reach: hebrew('בית'),
  });
  for (const [part, words] of [
    ['signs', 'סימן'],
    ['alone', 'לבד'],
    ['say', 'לומר'],
  ] as const)
    await program.call('save_plan_line', { id: null, part, text: hebrew(words), person: null });
  await program.call('save_plan_line', { id: null, part: 'ask', text: hebrew('עזרה'), person });
  await program.call('save_reminder', reminderOf({ about: 'own_words' }, { words: hebrew('מים') }));
  await program.call('save_own_prompt', { id: null, text: hebrew('שאלה'), weight: 'middle' });
  await program.call('save_own_form', { id: null, name: hebrew('ערב'), text: '- ' });
  await program.call('park_worry', { id: null, text: hebrew('דאגה'), on: dayNow(), minute: 0 });
  return { id, doing };
}

const screens: [
  string,
  (page: Page, program: Program, ids: { id: EntryId; doing: ActivityId }) => Promise<unknown>,
  number,
][] = [
  ['an entry and the list', (page, _, { id }) => at(`journal/${id}`)(page), 9],
  [
    'a search',
    async (page) => {
      await at('journal')(page);
      await search(page).fill('פריט');
      await list(page).locator('mark').first().waitFor();
    },
    2,
  ],
  [
    'a search of several parts',
    async (page) => {
      await at('journal')(page);
      await search(page).fill('פריט שורה');
      await page.getByRole('list', { name: say('search_understood') }).waitFor();
    },
    3,
  ],
  [
    'a tag being added',
    async (page, program) => {
      await at(`journal/${await written(program, 'x')}`)(page);
      await page.getByRole('combobox').fill('תג');
      await page.getByRole('option').first().waitFor();
    },
    2,
  ],
  [
    'the tags, one being renamed',
    async (page) => {
      await at('journal')(page);
      await side(page, 'journal_tags').click();
      await page
        .getByRole('button', { name: hebrew('תג') })
        .last()
        .click();
      await page.getByRole('dialog').waitFor();
    },
    2,
  ],
  [
    'the bin',
    async (page, program, { id }) => {
      await program.call('delete_entry', id);
      await at('journal')(page);
      await side(page, 'journal_bin').click();
    },
    1,
  ],
  [
    'earlier states',
    async (page, _, { id }) => {
      await at(`journal/${id}`)(page);
      await button(page, say('earlier_title')).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: hebrew('שם') })
        .first()
        .click();
      await button(page, say('earlier_bring_back')).waitFor();
    },
    2,
  ],
  [
    'entries to take along, one by one',
    async (page, program, { id }) => {
      await written(program, hebrew('עוד'));
      await at(`journal/${id}`)(page);
      await button(page, say('taking_entries')).click();
      await page.getByRole('dialog').getByText(say('taking_what_all')).click();
      await page
        .getByRole('dialog')
        .locator('summary', { hasText: say('taking_one_by_one') })
        .click();
      await page.getByRole('dialog').getByRole('switch').first().waitFor();
    },
    2,
  ],
  ['a question to write from', (page) => at(`journal/new/${encodeURIComponent(hebrew('שאלה'))}`)(page), 1],
  [
    'a blank page and one’s own ways to begin',
    async (page) => {
      await at('journal/new')(page);
      await button(page, say('own_open')).click();
      await page.getByRole('dialog').waitFor();
    },
    3,
  ],
  [
    'Today',
    async (page) => {
      await at('today')(page);
      await page.getByRole('button', { name: new RegExp(`^${say('check_in_words')}`) }).click();
      await unfoldAll(page);
    },
    2,
  ],
  [
    'Today, writing a line and a note',
    async (page) => {
      await at('today')(page);
      await page.getByRole('textbox', { name: say('line_title') }).fill(hebrew('שורה'));
      await page.getByRole('button', { name: new RegExp(`^${say('check_in_note')}`) }).click();
      await page.getByRole('textbox', { name: say('check_in_note_label') }).fill(hebrew('הערה'));
    },
    3,
  ],
  [
    'Today, with a reminder that waits',
    async (page, program, { doing }) => {
      await waitingFor(program, { about: 'activity', activity: doing });
      await at('today')(page);
      await button(page, say('native_answer_doing')).waitFor();
    },
    2,
  ],
  ['an activity', (page, _, { doing }) => at(`doing/activities/${doing}`)(page), 2],
  [
    'the shelf, and an activity being changed',
    async (page) => {
      await at('doing')(page);
      await button(page, say('doing_shelf_mine')).click();
      await page
        .getByRole('button', { name: hebrew('הליכה') })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
    3,
  ],
  ['the people in Help', (page) => at('help')(page), 2],
  ['the plan', (page) => at('help/plan')(page), 1],
  ['the plan, being written', (page) => at('help/plan/write')(page), 4],
  ['the appointment', (page) => at('help/appointment')(page), 1],
  [
    'the page to take along',
    async (page) => {
      await at('help/take-along')(page);
      await page
        .getByRole('region', { name: say('taking_sheet') })
        .getByRole('listitem')
        .first()
        .waitFor();
    },
    1,
  ],
  [
    'reminders',
    async (page) => {
      await at('reminders')(page);
      await unfoldAll(page);
    },
    0,
  ],
  [
    'what is attached',
    async (page, program, { id }) => {
      await attach(program.url, id, file(`${hebrew('קובץ')}.txt`, `${hebrew('תוכן')}\n`));
      await attach(program.url, id, sound(`${hebrew('קול')}.wav`));
      await at(`journal/${id}`)(page);
      await page
        .getByRole('group', { name: say('attachments_label') })
        .getByRole('button')
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
    3,
  ],
];

for (const [name, go, least] of screens)
  test(`on ${name}`, async ({ page, program }) => {
    const { writing } = await program.call('get_preferences', null);
    await prefer(program, { country: 'GB', writing: { ...writing, shows_title: true } });
    const ids = await furnish(program);
    await go(page, program, ids);
    await runsFromTheRight(page, least);
  });

/** What of a line stands where: the left edge of its box, of its words, and of its last sign. */
const lineBoxes = (page: Page) =>
  editor(page).evaluate((content) =>
    [...content.querySelectorAll('.cm-line')].map((line) => {
      const box = line.getBoundingClientRect();
      const text = document.createRange();
      text.selectNodeContents(line);
      const words = text.getBoundingClientRect();
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let last: Node | null = null;
      while (walker.nextNode()) last = walker.currentNode;
      const sign = document.createRange();
      if (last?.textContent) {
        sign.setStart(last, last.textContent.length - 1);
        sign.setEnd(last, last.textContent.length);
      }
      const end = sign.getBoundingClientRect();
      return {
        text: line.textContent,
        direction: getComputedStyle(line).direction,
        atStart: Math.round(words.left - box.left),
        atEnd: Math.round(box.right - words.right),
        endsLeft: last !== null && end.left <= words.left + 1,
      };
    }),
  );

const given =
  'שלום עולם, היום היה קשה.\n\nהיום קראתי את Moby Dick (פרק 3).\n\n- פריט ראשון!\n\nThen an English line.';

test('line by line in an entry, where one writes and where one does not', async ({ page, program }) => {
  await page.goto(`/#/journal/${await written(program, given)}`);
  for (const place of ['Control+Home', 'Control+End']) {
    await page.keyboard.press(place);
    const lines = (await lineBoxes(page)).filter(({ text }) => text.trim());
    expect(lines.map(({ direction }) => direction)).toEqual(['rtl', 'rtl', 'rtl', 'ltr']);
    for (const { text, atEnd, endsLeft } of lines.slice(0, 3)) {
      expect(atEnd, text).toBeLessThan(30);
      expect(endsLeft, text).toBe(true);
    }
    expect(lines[3]?.atStart).toBeLessThan(3);
    expect(lines[3]?.endsLeft).toBe(false);
  }
});

test('marks, boxes and edges stand on the side on which a line begins, and a box being written is no letter', async ({
  page,
  program,
}) => {
  const text = '- [x] משימה\n> ציטוט\n\n1. ראשון\n\n| יום | tea |\n|-|-|\n| 1 | שתיים |';
  await page.goto(`/#/journal/${await written(program, text)}`);
  const places = () =>
    editor(page).evaluate((content) => {
      const lines = [...content.querySelectorAll<HTMLElement>('.cm-line')];
      const of = (text: string) => lines.find((line) => line.textContent.includes(text))!;
      const box = content.querySelector('.cm-box')?.getBoundingClientRect();
      const task = of('משימה');
      const words = document.createRange();
      words.selectNodeContents(task);
      const cells = [...of('tea').querySelectorAll('.cm-cell')].map(
        (cell) => cell.getBoundingClientRect().left,
      );
      return {
        box: box && box.left > words.getBoundingClientRect().left + 20,
        task: getComputedStyle(task).direction,
        edge: getComputedStyle(of('ציטוט')).borderRightWidth,
        mark: of('ראשון').querySelector('.cm-list-mark')!.getBoundingClientRect().right,
        right: of('ראשון').getBoundingClientRect().right,
        cells,
      };
    });
  await page.keyboard.press('Control+End');
  const { box, task, edge, mark, right, cells } = await places();
  expect({ box, task, edge }).toEqual({ box: true, task: 'rtl', edge: '3px' });
  expect(Math.abs(mark - right)).toBeLessThan(4);
  expect(cells[0]).toBeGreaterThan(cells[1]!);
  // Its marks show.
  await page.keyboard.press('Control+Home');
  await expect(editor(page)).toContainText('[x]');
  expect((await places()).task).toBe('rtl');
});

test('the arrow keys go the way that is seen', async ({ page, program }) => {
  await page.goto(`/#/journal/${await written(program, 'אבג')}`);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('x');
  await expect(editor(page)).toHaveText('אxבג');
});

test('HTML that is saved runs as its blocks do', async ({ page, program }) => {
  const text = `${given}\n\n> ציטוט.\n\n| יום | tea |\n|-|-|\n| שתיים | x |\n\nאחת\nThen two.`;
  const id = await written(program, text, [hebrew('תג')]);
  await program.call('save_entry', { id, on: null, title: hebrew('שם'), text });
  await page.goto(`/#/journal/${id}`);
  await button(page, say('taking_entries')).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(say('taking_as_html'), { exact: true }).click();
  const { text: html } = await saved(page, button(dialog, say('taking_save')));
  const other = await page.context().newPage();
  await other.setContent(html);
  const runs = (selector: string) =>
    other.locator(selector).evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
  expect(await runs('h3')).toEqual(['rtl']);
  expect(await runs('body > p')).toEqual(['rtl', 'rtl', 'ltr', 'rtl', 'ltr']);
  expect(await runs('li')).toEqual(['rtl']);
  expect(await runs('blockquote, table')).toEqual(['rtl', 'rtl']);
  expect(await runs('th, td')).toEqual(['rtl', 'ltr', 'rtl', 'ltr']);
  const mark = await other.locator('li').evaluate((item) => innerWidth - item.getBoundingClientRect().right);
  expect(mark).toBeGreaterThan(30);
  await other.close();
});

test('signs that turn text around or lie upon it do no harm beside a person’s words', async ({
  page,
  program,
}) => {
  const tags = ['\u202egnp', `z${'\u030d\u0338\u0323'.repeat(15)}`, 'שלום'];
  for (const text of [`Z${'\u030d\u0338\u0323'.repeat(200)}algo`, 'After it']) await written(program, text);
  const id = await written(program, 'x', tags);
  await page.goto(`/#/journal/${id}`);
  await expect(heading(page)).toBeVisible();
  const inked = await list(page)
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => getComputedStyle(link).overflowY));
  expect(new Set(inked)).toEqual(new Set(['clip']));
  const labels = await page
    .getByRole('list', { name: say('tags_label') })
    .getByRole('button')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  expect(labels.sort()).toEqual(
    [
      say('tags_remove', { tag: `\u2068${tags[0]}\u202c\u2069` }),
      say('tags_remove', { tag: tags[1]! }),
      say('tags_remove', { tag: `\u2068${tags[2]}\u2069` }),
    ].sort(),
  );
});
