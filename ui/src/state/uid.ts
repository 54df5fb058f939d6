// What a new row is called before the core has answered: asked for twice, as after an answer that was lost, it is one and
// the same.
import type { Uid } from '$host/generated/wire';

/** 16 random bytes as 32 small hexadecimal digits. */
export function newUid(): Uid {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') as unknown as Uid;
}
