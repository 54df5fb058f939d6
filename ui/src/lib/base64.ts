// Bytes as text, the way files cross the wire.

/** So many at once: more arguments than a call can have would be refused. */
const step = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += step)
    letters += String.fromCharCode(...bytes.subarray(at, at + step));
  return btoa(letters);
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

export const utf8ToBase64 = (text: string): string => toBase64(new TextEncoder().encode(text));
