// Standing: the steps of the slow, round movements.
import { across, floor, turning, type Drawing, type Figure } from './figure';

// From the side.
const head = [111, 24] as const;
const spine = '110 37 110 86';
const arm = '110 46 114 66 118 86';
const leg = '110 86 112 112 110 136 123 136';

// From the front.
const facing = [120, 22] as const;
const body = ['120 35 120 84', '120 84 108 110 104 136 96 138', '120 84 132 110 136 136 144 138'];

const onOneFoot: Figure = {
  head: [138, 24],
  lines: [
    '138 37 138 84',
    '138 46 122 66 120 84',
    '138 46 154 66 156 84',
    '138 84 112 112 92 138',
    '138 84 152 112 148 138',
  ],
};
const onTheOther: Figure = {
  head: [102, 24],
  lines: [
    '102 37 102 84',
    '102 46 86 66 84 84',
    '102 46 118 66 120 84',
    '102 84 88 112 92 138',
    '102 84 128 112 148 138',
  ],
};

export const slowSequence: readonly Drawing[] = [
  {
    around: `${floor}M160 138V96H196V138M196 96V52`,
    figure: { head: facing, lines: [...body, '120 44 104 52 98 70 96 88', '120 44 136 52 142 70 144 88'] },
  },
  {
    around: floor,
    figure: { head, lines: [spine, '110 46 136 50 162 46', leg] },
    moved: { head, lines: [arm] },
  },
  {
    around: floor,
    figure: { head: facing, lines: body },
    strokes: 'M120 44Q86 44 84 64Q84 80 108 82M120 44Q154 44 156 64Q156 80 132 82',
    moved: { head: facing, lines: ['120 44 84 48 52 56', '120 44 156 48 188 56'] },
  },
  { around: floor, figure: onOneFoot, moved: onTheOther },
  turning,
  {
    around: `${floor}M166 138V64M166 96H202V138`,
    figure: {
      head: [108, 38],
      lines: ['106 51 98 98', '106 60 134 72 166 66', '98 98 124 114 110 136 123 136'],
    },
    moved: { head, lines: [spine, leg] },
  },
  {
    around: floor,
    figure: { head, lines: [spine, '110 46 130 62 150 68', leg] },
    moved: { head, lines: [arm] },
  },
  { around: `${floor}${across}`, figure: { head, lines: [spine, arm, leg] }, dotted: 'M132 28H186' },
];
