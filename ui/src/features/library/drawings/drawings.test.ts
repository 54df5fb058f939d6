import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawingOf } from './drawings';
import { height, pathOf, width } from './figure';

const stepsOf = (item: string) =>
  readFileSync(`../crates/content/library/${item}.md`, 'utf8')
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
      for (const each of [figure, moved].filter((one) => one !== undefined)) {
        const points = [...pathOf(each).matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)];
        const [x, y] = each.head;
        const all = [...points.map(([, x, y]) => [Number(x), Number(y)]), [x, y - (each.headSize ?? 11)]];
        for (const [x = 0, y = 0] of all) {
          expect(x > 2 && x < width - 2 && y > 2 && y < height - 2, `${place}: ${x} ${y}`).toBe(true);
        }
      }
    }
  });
});
