// The one way out for sound. It is opened by a press, never by itself, and closing it is silence at once.

let context: AudioContext | undefined;

/** Throws where a computer has no sound at all. */
export function output(): AudioContext {
  if (!context || context.state === 'closed') context = new AudioContext({ latencyHint: 'playback' });
  // Some systems open it asleep, although it was a press that asked.
  if (context.state === 'suspended') void context.resume().catch(() => undefined);
  return context;
}

export function silence(): void {
  const closing = context;
  context = undefined;
  // What is closed is silent already; that it could not be closed twice is nobody's concern.
  void closing?.close().catch(() => undefined);
}
