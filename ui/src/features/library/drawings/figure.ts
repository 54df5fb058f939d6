// A plain figure in lines: points that are joined, and a head. What moves is drawn once more, dotted.

export interface Figure {
  head: readonly [x: number, y: number];
  headSize?: number;
  /** Spine, arms and legs: each the points of one line, `x y x y`. */
  lines: readonly string[];
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
export const usualHead = 11;

export const floor = 'M30 138H210';
/** Something across the room to look at. */
export const across = 'M196 26H216V46H196Z';

/** Seen from above: shoulders, head and nose; dotted, the same turned to one side. */
export const turning: Drawing = {
  figure: { head: [120, 78], headSize: 20, lines: ['112 59 120 48 128 59'] },
  strokes: 'M64 84A56 17 0 0 1 176 84A56 17 0 0 1 64 84M192 60Q204 82 194 106M186 102L194 107L201 100',
  dotted: 'M70.6 57.7A56 17 28 0 1 169.4 110.3A56 17 28 0 1 70.6 57.7M131 59L141 52L144 67',
};
