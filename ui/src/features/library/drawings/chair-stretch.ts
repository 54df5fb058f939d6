// Sitting: the steps of the chair stretch.
import { across, floor, turning, type Drawing } from './figure';

const chair = `${floor}M80 94H134M80 94V36M84 94V138M130 94V138`;

const head = [102, 28] as const;
const spine = '101 41 98 90';
const arm = '101 52 112 72 134 82';
const leg = '98 90 144 90 144 134 158 134';
const sitting = { head, lines: [spine, arm, leg] };

export const chairStretch: readonly Drawing[] = [
  { around: chair, figure: sitting },
  {
    figure: { head: [120, 52], headSize: 24, lines: [] },
    strokes: 'M106 74V80Q78 72 68 94L64 138M134 74V80Q162 72 172 94L176 138',
    dotted: 'M106 84Q76 96 66 116M134 84Q164 96 174 116',
  },
  turning,
  {
    around: chair,
    figure: { head, lines: [spine, '101 52 130 54 160 52', leg] },
    moved: { head, lines: ['101 52 106 74 106 98'] },
  },
  {
    // From the front, on a stool.
    around: `${floor}M88 98H152M94 98V138M146 98V138`,
    figure: {
      head: [158, 38],
      lines: [
        '152 50 142 72 120 96',
        '148 60 120 62 100 78',
        '148 60 170 76 170 100',
        '120 96 104 100 102 136 94 138',
        '120 96 136 100 138 136 146 138',
      ],
    },
    moved: { head: [120, 30], lines: ['120 43 120 92'] },
  },
  {
    around: chair,
    figure: { head, lines: [spine, arm, '98 90 142 86 168 112 182 104'] },
    dotted: 'M176 90A17 17 0 1 1 175 90',
  },
  { around: chair, figure: sitting, strokes: 'M176 104V130M168 122L176 131L184 122' },
  { around: `${chair}${across}`, figure: sitting, dotted: 'M122 30H186' },
];
