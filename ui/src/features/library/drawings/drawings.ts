// Line drawings for the steps of three items, by the item and the place of the step. Drawn for this program.
import { bedStretch } from './bed-stretch';
import { chairStretch } from './chair-stretch';
import type { Drawing } from './figure';
import { slowSequence } from './slow-sequence';

const drawings: Record<string, readonly Drawing[]> = {
  'bed-stretch': bedStretch,
  'chair-stretch': chairStretch,
  'a-slow-sequence': slowSequence,
};

export function drawingOf(item: string, place: number): Drawing | undefined {
  return drawings[item]?.[place];
}
