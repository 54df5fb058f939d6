// A plain figure in lines: points that are joined, and a head. What moves is drawn once more, dotted.

export type Point = readonly [x: number, y: number];
/** Points joined by one line. */
export type Line = readonly Point[];

export interface Figure {
  head: Point;
  /** Spine, arms and legs. */
  lines: readonly Line[];
  headSize?: number;
}

export interface Drawing {
  /** What stands around: a bed, a chair, the floor. As the `d` of a path. */
  around?: string;
  figure?: Figure;
  /** Where it moves to, or comes from; drawn dotted. */
  moved?: Figure;
  /** Further strokes, whole and dotted, as the `d` of a path. */
  strokes?: string;
  dotted?: string;
}

export const width = 240;
export const height = 150;

export function pathOf({ lines }: Figure): string {
  return lines.map((line) => line.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')).join('');
}

/** The same lines with others in the place of some. */
export function withLines(figure: Figure, changed: Partial<Record<number, Line>>): Figure {
  return { ...figure, lines: figure.lines.map((line, at) => changed[at] ?? line) };
}

/** As in a mirror that stands upright in the middle. */
export function mirrored({ head, lines, ...rest }: Figure): Figure {
  const flip = ([x, y]: Point): Point => [width - x, y];
  return { ...rest, head: flip(head), lines: lines.map((line) => line.map(flip)) };
}
