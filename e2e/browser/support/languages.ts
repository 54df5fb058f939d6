// What must hold of a page in a language made for tests: all that the program says is in brackets, and all of it is seen.
import type { Page } from '@playwright/test';

/** What a block says, or an attribute of one. */
interface Said {
  where: string;
  text: string;
}

/** Every text of the page, block by block: what stands in one line of words is one text. */
const texts = (page: Page): Promise<Said[]> =>
  page.evaluate(() => {
    const found: { where: string; text: string }[] = [];
    const here = document.documentElement.lang;
    const named = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'];
    const nameOf = (element: Element) =>
      [...(element.parentElement ? [element.parentElement] : []), element]
        .map((one) => `${one.localName}${[...one.classList].map((name) => `.${name}`).join('')}`)
        .join(' > ')
        .replaceAll(/\.s(?:velte)?-\w+/g, '');
    const isShown = (element: Element) => element.localName === 'option' || element.checkVisibility();
    const isInline = (element: Element) =>
      ['inline', 'contents'].includes(getComputedStyle(element).display) && element.localName !== 'option';
    /** Says so by itself: a text that there is in English alone. */
    const isForeign = (element: Element) => element.matches(`[lang]:not(html, [lang="${here}"])`);

    /** The words of a block, and of what is in its lines. */
    function lines(element: Element): string {
      let text = '';
      for (const node of element.childNodes) {
        if (node instanceof Text) text += node.data;
        if (node instanceof Element && isInline(node) && !isForeign(node)) text += lines(node);
        else if (node instanceof Element) text += ' ';
      }
      return text;
    }
    function look(element: Element): void {
      if (['script', 'style', 'svg', 'audio'].includes(element.localName)) return;
      if (!isShown(element) || isForeign(element)) return;
      for (const name of named) {
        const text = element.getAttribute(name);
        if (text) found.push({ where: `${nameOf(element)} @${name}`, text });
      }
      if (!isInline(element) && element.localName !== 'textarea') {
        const text = lines(element).replaceAll(/\s+/g, ' ').trim();
        if (text) found.push({ where: nameOf(element), text });
      }
      for (const child of [...(element.shadowRoot?.children ?? []), ...element.children]) look(child);
    }
    look(document.body);
    found.push({ where: 'title', text: document.title });
    return found;
  });

const letters = /\p{L}/u;
/** What keeps words apart or turns them around. */
const signs = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What is wrong with a text; nothing where each word of the program is in its brackets. */
function fault(text: string, others: readonly RegExp[]): string | undefined {
  let left = text.replaceAll(signs, '');
  for (const other of others) left = left.replaceAll(other, '');
  let [outside, depth, before] = ['', 0, ''];
  /** An excerpt says that it is one. */
  const isExcerpt = left.includes('…');
  for (const sign of left) {
    // A name or a question may stand in a sentence, in quotation marks.
    if (sign === '[' && depth > 0 && before !== '“') return 'glued, one in another';
    if (sign === '[') depth++;
    else if (depth === 0 && sign !== ']') outside += sign;
    else if (sign === ']') depth--;
    if (depth < 0 && !isExcerpt) return 'cut';
    depth = Math.max(depth, 0);
    before = sign;
  }
  if (depth > 0 && !isExcerpt) return 'cut';
  if (!letters.test(outside) || isExcerpt) return undefined;
  return left.includes('[') ? 'glued to words' : 'not translated';
}

/** What on the page is not translated or glued. `others` are words that are not the program's. */
export async function untranslated(page: Page, others: readonly RegExp[]): Promise<string[]> {
  const faults = (await texts(page)).flatMap(({ where, text }) => {
    const wrong = fault(text, others);
    return wrong ? [`${wrong}: ${where}: ${text.replaceAll(signs, '')}`] : [];
  });
  return [...new Set(faults)];
}

/** What of the page is not seen: past the window, or cut off by what it stands in. */
export const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    const frame = document.documentElement;
    for (const place of [frame, document.getElementById('page')!])
      if (place.scrollWidth > place.clientWidth) found.add(`#${place.id || 'html'} scrolls sideways`);
    const nameOf = (element: Element) =>
      [...(element.parentElement ? [element.parentElement] : []), element]
        .map((one) => `${one.localName}${[...one.classList].map((name) => `.${name}`).join('')}`)
        .join(' > ')
        .replaceAll(/\.s(?:velte)?-\w+/g, '');
    const range = document.createRange();
    /** For those who hear it: nothing of it is drawn. */
    const isHeard = (element: Element): boolean => {
      for (let one: Element | null = element; one; one = one.parentElement)
        if (getComputedStyle(one).clipPath === 'inset(50%)') return true;
      return false;
    };
    const canScroll = (element: Element): boolean => {
      for (let one: Element | null = element; one && one !== document.body; one = one.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(one).overflowX) && one.id !== 'page') return true;
      return false;
    };
    const pen = document.createElement('canvas').getContext('2d')!;
    /**
     * What a field shows of the program's in one line. A choice that is longer than the narrowest window is shown whole in
     * its list.
     */
    const lineOf = (element: Element) => {
      if (element instanceof HTMLSelectElement && innerWidth > 1000)
        return element.selectedOptions[0]?.text ?? '';
      return element instanceof HTMLInputElement ? element.placeholder : '';
    };
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('svg, audio') || !element.checkVisibility() || isHeard(element)) continue;
      const style = getComputedStyle(element);
      pen.font = style.font;
      const room =
        element.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd);
      if (pen.measureText(lineOf(element)).width > room + 1)
        found.add(`cut: ${nameOf(element)}: ${lineOf(element)}`);
      const own = [...element.childNodes].filter(
        (node): node is Text => node instanceof Text && node.data.trim() !== '',
      );
      const cuts = (overflow: string) => ['hidden', 'clip'].includes(overflow);
      const isCut =
        (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
      // A person's words may end early, where all of them are to be had elsewhere.
      const isShortened = style.textOverflow === 'ellipsis' && !element.textContent.includes('[');
      if (isCut && !isShortened && element.textContent.trim() !== '')
        found.add(`cut: ${nameOf(element)}: ${element.textContent.trim().slice(0, 80)}`);
      for (const text of own) {
        range.selectNodeContents(text);
        for (const box of range.getClientRects()) {
          if (box.width < 2 || canScroll(element)) continue;
          if (box.left < -1 || box.right > innerWidth + 1)
            found.add(`past the window: ${nameOf(element)}: ${text.data.trim().slice(0, 80)}`);
          const around = element.closest('button, summary, label, a, th, td, li, dialog');
          const frame = around?.getBoundingClientRect();
          const isOut =
            frame &&
            (box.left < frame.left - 2 ||
              box.right > frame.right + 2 ||
              box.top < frame.top - box.height / 3 ||
              box.bottom > frame.bottom + box.height / 3);
          if (isOut) found.add(`sticks out: ${nameOf(element)}: ${text.data.trim().slice(0, 80)}`);
        }
      }
    }
    return [...found];
  });
