// What a breathing exercise shows beside its words. The library says it in its steps: "follow the shape", "in for four".

/** Seconds of the shape growing and shrinking: in for four, out for six, as the steps say. */
export const breathIn = 4;
export const breathOut = 6;

const counted = /\bin (?:for|while you count to) four\b/i;

/** Whether any step rests on the shape. */
export function hasShape(steps: readonly { text: string }[]): boolean {
  return steps.some(({ text }) => counted.test(text) || /\bthe shape\b/i.test(text));
}

/** Whether this step asks to breathe with the shape; otherwise it is only something to look at. */
export function isCounted(text: string): boolean {
  return counted.test(text);
}

/** Where in a breath one is after so many seconds. */
export function breathAt(seconds: number): { phase: 'in' | 'out'; left: number; size: number } {
  const at = seconds % (breathIn + breathOut);
  if (at < breathIn) return { phase: 'in', left: Math.ceil(breathIn - at), size: at / breathIn };
  const out = at - breathIn;
  return { phase: 'out', left: Math.ceil(breathOut - out), size: 1 - out / breathOut };
}
