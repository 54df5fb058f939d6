// Text as a search compares it: without case and accents, character for character, so that positions stay true.

export function fold(text: string): string {
  return text.replace(/[A-Z\u0080-\uffff]/g, (unit) => unit.toLowerCase().normalize('NFD').charAt(0) || unit);
}
