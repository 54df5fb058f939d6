// Line drawings for the steps of three items, by the item and the place of the step. Drawn for this program.
import { mirrored, withLines, type Drawing, type Figure, type Line } from './figure';

const floor = 'M30 138H210';

// Lying on the back, seen from the side: spine, near arm, near leg, far leg.
const bed = 'M14 120H226M22 120V138M218 120V138M20 118Q18 107 30 107H48Q58 107 57 118';
const lying: Figure = {
  head: [42, 94],
  lines: [
    [
      [55, 100],
      [122, 108],
    ],
    [
      [66, 101],
      [86, 111],
      [108, 112],
    ],
    [
      [122, 108],
      [162, 110],
      [200, 110],
      [204, 96],
    ],
  ],
};

// On a chair, seen from the side: spine, arm, leg.
const chair = `${floor}M80 94H134M80 94V36M84 94V138M130 94V138`;
const sitting: Figure = {
  head: [102, 28],
  lines: [
    [
      [101, 41],
      [98, 90],
    ],
    [
      [101, 52],
      [112, 72],
      [134, 82],
    ],
    [
      [98, 90],
      [144, 90],
      [144, 134],
      [158, 134],
    ],
  ],
};

// Standing, seen from the side: spine, arm, leg.
const standing: Figure = {
  head: [111, 24],
  lines: [
    [
      [110, 37],
      [110, 86],
    ],
    [
      [110, 46],
      [114, 66],
      [118, 86],
    ],
    [
      [110, 86],
      [112, 112],
      [110, 136],
      [123, 136],
    ],
  ],
};
const armTo = (figure: Figure, arm: Line) => withLines(figure, { 1: arm });

// Standing, seen from the front: spine, arms, legs.
const facing: Figure = {
  head: [120, 22],
  lines: [
    [
      [120, 35],
      [120, 84],
    ],
    [
      [120, 44],
      [104, 52],
      [98, 70],
      [96, 88],
    ],
    [
      [120, 44],
      [136, 52],
      [142, 70],
      [144, 88],
    ],
    [
      [120, 84],
      [108, 110],
      [104, 136],
      [96, 138],
    ],
    [
      [120, 84],
      [132, 110],
      [136, 136],
      [144, 138],
    ],
  ],
};

// Seen from above: the shoulders, the head, and which way it looks.
const fromAbove: Figure = {
  head: [120, 78],
  headSize: 19,
  lines: [
    [
      [66, 82],
      [174, 82],
    ],
    [
      [120, 59],
      [120, 50],
    ],
  ],
};
const turned: Figure = {
  head: [120, 78],
  headSize: 19,
  lines: [
    [
      [78, 54],
      [162, 108],
    ],
    [
      [129, 61],
      [136, 52],
    ],
  ],
};
const turning: Drawing = {
  figure: fromAbove,
  moved: turned,
  strokes: 'M182 64Q190 84 178 104M170 102L178 106L182 97',
};

// Head and shoulders from the front; the head is drawn over the neck.
const bust = 'M108 88V98Q76 102 66 138M132 88V98Q164 102 174 138';

const look = 'M196 26H216V46H196Z';

const bedStretch: Drawing[] = [
  {
    around: bed,
    figure: lying,
    moved: withLines(lying, {
      2: [
        [122, 108],
        [162, 110],
        [200, 110],
        [215, 107],
      ],
    }),
  },
  {
    // An open hand, and one that is loosely closed.
    strokes:
      'M62 136V112Q44 100 36 84M62 112Q56 92 56 72M56 72L50 40M66 76L64 30M76 76L80 32M86 80L96 44M86 80Q94 96 86 112V136' +
      'M150 136V116Q138 104 142 88Q146 76 158 78H190Q202 80 202 96Q200 110 190 116V136M158 78V94M170 78V94M181 79V94M142 96Q156 108 174 100',
  },
  {
    strokes: bust,
    figure: { head: [120, 64], headSize: 27, lines: [] },
    moved: { head: [88, 72], headSize: 27, lines: [] },
    dotted: 'M150 56Q178 50 184 70',
  },
  {
    around: bed,
    figure: withLines(lying, {
      2: [
        [122, 108],
        [150, 70],
        [172, 110],
        [184, 106],
      ],
    }),
    moved: withLines(lying, { 0: [], 1: [] }),
  },
  {
    around: bed,
    figure: armTo(lying, [
      [66, 101],
      [70, 74],
      [72, 46],
    ]),
    moved: armTo(withLines(lying, { 0: [], 2: [] }), [
      [66, 101],
      [86, 111],
      [108, 112],
    ]),
  },
  {
    // Seen from above, on one side.
    around: 'M16 22H224V134H16ZM26 44Q24 32 36 32H58Q68 34 66 46V92Q68 104 58 104H36Q24 104 26 92Z',
    figure: {
      head: [62, 66],
      lines: [
        [
          [76, 68],
          [104, 78],
          [134, 92],
        ],
        [
          [84, 71],
          [104, 52],
          [122, 44],
        ],
        [
          [134, 92],
          [168, 70],
          [186, 104],
          [198, 102],
        ],
        [
          [134, 92],
          [160, 84],
        ],
      ],
    },
  },
  {
    around: 'M14 108H134M22 108V138M30 106Q28 95 40 95H58Q68 95 67 106M120 138H210',
    figure: {
      head: [116, 36],
      lines: [
        [
          [115, 49],
          [114, 104],
        ],
        [
          [115, 60],
          [108, 82],
          [98, 104],
        ],
        [
          [114, 104],
          [150, 104],
          [150, 134],
          [164, 134],
        ],
      ],
    },
  },
];

const chairStretch: Drawing[] = [
  { around: chair, figure: sitting },
  {
    figure: { head: [120, 52], headSize: 24, lines: [] },
    strokes: 'M106 74V80Q78 72 68 94L64 138M134 74V80Q162 72 172 94L176 138',
    dotted: 'M106 84Q76 96 66 116M134 84Q164 96 174 116',
  },
  turning,
  {
    around: chair,
    figure: armTo(sitting, [
      [101, 52],
      [130, 54],
      [160, 52],
    ]),
    moved: armTo(withLines(sitting, { 0: [], 2: [] }), [
      [101, 52],
      [106, 74],
      [106, 98],
    ]),
  },
  {
    around: `${floor}M88 98H152M94 98V138M146 98V138`,
    figure: {
      head: [154, 40],
      lines: [
        [
          [148, 52],
          [138, 74],
          [120, 96],
        ],
        [
          [144, 60],
          [130, 76],
          [118, 88],
        ],
        [
          [144, 60],
          [164, 74],
          [166, 98],
        ],
        [
          [120, 96],
          [104, 100],
          [102, 136],
          [94, 138],
        ],
        [
          [120, 96],
          [136, 100],
          [138, 136],
          [146, 138],
        ],
      ],
    },
    moved: {
      head: [120, 30],
      lines: [
        [
          [120, 43],
          [120, 92],
        ],
      ],
    },
  },
  {
    around: chair,
    figure: withLines(sitting, {
      2: [
        [98, 90],
        [142, 86],
        [168, 112],
        [182, 104],
      ],
    }),
    dotted: 'M176 90A17 17 0 1 1 175 90',
  },
  {
    around: chair,
    figure: sitting,
    strokes: 'M176 104V130M168 122L176 131L184 122',
  },
  { around: `${chair}${look}`, figure: sitting, dotted: 'M122 30H186' },
];

const ball: readonly [Line, Line] = [
  [
    [120, 44],
    [86, 54],
    [84, 76],
    [110, 80],
  ],
  [
    [120, 44],
    [154, 54],
    [156, 76],
    [130, 80],
  ],
];
const wide: readonly [Line, Line] = [
  [
    [120, 44],
    [84, 48],
    [52, 56],
  ],
  [
    [120, 44],
    [156, 48],
    [188, 56],
  ],
];
const chairBeside = 'M160 138V96H196V138M196 96V52';
const leaning = (by: number): Figure => ({
  head: [120 + by, 24],
  lines: [
    [
      [120 + by, 37],
      [120 + by, 84],
    ],
    [
      [120 + by, 46],
      [104 + by, 66],
      [102 + by, 84],
    ],
    [
      [120 + by, 46],
      [136 + by, 66],
      [138 + by, 84],
    ],
    [
      [120 + by, 84],
      [98 + by / 2, 112],
      [92, 138],
    ],
    [
      [120 + by, 84],
      [142 + by / 2, 112],
      [148, 138],
    ],
  ],
});

const slowSequence: Drawing[] = [
  { around: `${floor}${chairBeside}`, figure: facing },
  {
    around: floor,
    figure: armTo(standing, [
      [110, 46],
      [136, 50],
      [162, 46],
    ]),
    moved: withLines(standing, { 0: [], 2: [] }),
  },
  {
    around: floor,
    figure: withLines(facing, { 1: ball[0], 2: ball[1] }),
    moved: withLines(facing, { 0: [], 1: wide[0], 2: wide[1], 3: [], 4: [] }),
  },
  { around: floor, figure: leaning(16), moved: mirrored(leaning(16)) },
  turning,
  {
    around: `${floor}M166 138V64M166 96H202V138`,
    figure: {
      head: [108, 38],
      lines: [
        [
          [106, 51],
          [98, 98],
        ],
        [
          [106, 60],
          [134, 72],
          [166, 66],
        ],
        [
          [98, 98],
          [124, 114],
          [110, 136],
          [123, 136],
        ],
      ],
    },
    moved: withLines(standing, { 1: [], 2: [] }),
  },
  {
    around: floor,
    figure: armTo(standing, [
      [110, 46],
      [130, 62],
      [150, 68],
    ]),
    moved: withLines(standing, { 0: [], 2: [] }),
  },
  { around: `${floor}${look}`, figure: standing, dotted: 'M132 28H186' },
];

const drawings: Record<string, readonly Drawing[]> = {
  'bed-stretch': bedStretch,
  'chair-stretch': chairStretch,
  'a-slow-sequence': slowSequence,
};

export function drawingOf(item: string, place: number): Drawing | undefined {
  return drawings[item]?.[place];
}
