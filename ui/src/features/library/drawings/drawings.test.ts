import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawingOf } from './drawings';
import { height, usualHead, width } from './figure';

const stepsOf = (item: string) =>
  readFileSync(`../content/en/library/${item}.md`, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('step:')).length;

describe.each(['bed-stretch', 'chair-stretch', 'a-slow-sequence'])('%s', (item) => {
  it('has_a_drawing_for_each_of_its_steps_and_no_more', () => {
    const steps = stepsOf(item);
    expect(steps).toBeGreaterThan(5);
    for (let place = 0; place < steps; place++) expect(drawingOf(item, place), String(place)).toBeDefined();
    expect(drawingOf(item, steps)).toBeUndefined();
  });

  it('stays_inside_its_frame', () => {
    for (let place = 0; place < stepsOf(item); place++) {
      const { figure, moved } = drawingOf(item, place) ?? {};
      for (const { head, headSize = usualHead, lines } of [figure, moved].filter(
        (one) => one !== undefined,
      )) {
        const [x, y] = head;
        const numbers = [
          x - headSize,
          y - headSize,
          x + headSize,
          y + headSize,
          ...lines.join(' ').split(' '),
        ];
        numbers
          .filter((number) => number !== '')
          .forEach((number, at) => {
            expect(Number(number), `${place}: ${number}`).toBeGreaterThan(2);
            expect(Number(number), `${place}: ${number}`).toBeLessThan((at % 2 === 0 ? width : height) - 2);
          });
      }
    }
  });
});
