// Lying down: the steps of the bed stretch.
import type { Drawing } from './figure';

const bed = 'M14 120H226M22 120V138M218 120V138M20 118Q18 107 30 107H48Q58 107 57 118';
const pillowFromAbove = 'M26 44Q24 32 36 32H58Q68 34 66 46V92Q68 104 58 104H36Q24 104 26 92Z';
const shoulders = 'M108 88V98Q76 102 66 138M132 88V98Q164 102 174 138';
const openHand =
  'M62 136V112Q44 100 36 84M62 112Q56 92 56 72M56 72L50 40M66 76L64 30M76 76L80 32M86 80L96 44M86 80Q94 96 86 112V136';
const closedHand =
  'M150 136V116Q138 104 142 88Q146 76 158 78H190Q202 80 202 96Q200 110 190 116V136M158 78V94M170 78V94M181 79V94M142 96Q156 108 174 100';

const head = [42, 94] as const;
const spine = '55 100 122 108';
const arm = '66 101 86 111 108 112';
const leg = '122 108 162 110 200 110 204 96';

export const bedStretch: readonly Drawing[] = [
  {
    around: bed,
    figure: { head, lines: [spine, arm, leg] },
    moved: { head, lines: ['200 110 215 107'] },
  },
  { strokes: openHand + closedHand },
  {
    strokes: shoulders,
    figure: { head: [120, 64], headSize: 27, lines: [] },
    moved: { head: [90, 70], headSize: 27, lines: [] },
    dotted: 'M156 52Q180 52 186 74',
  },
  {
    around: bed,
    figure: { head, lines: [spine, arm, '122 108 150 70 172 110 184 106'] },
    moved: { head, lines: [leg] },
  },
  {
    around: bed,
    figure: { head, lines: [spine, '66 101 70 74 72 46', leg] },
    moved: { head, lines: [arm] },
  },
  {
    // Seen from above, on one side.
    around: `M16 22H224V134H16Z${pillowFromAbove}`,
    figure: {
      head: [56, 66],
      lines: ['69 67 104 76 136 90', '82 70 104 50 126 44', '136 90 170 66 190 102 202 100', '136 90 166 94'],
    },
  },
  {
    around: 'M14 108H134M22 108V138M30 106Q28 95 40 95H58Q68 95 67 106M120 138H210',
    figure: {
      head: [116, 36],
      lines: ['115 49 114 104', '115 60 108 82 98 104', '114 104 150 104 150 134 164 134'],
    },
  },
];
