// A soft bell, made on the spot: a few partials that fade. Nothing sounds unless one was made ready.

/** Partials of the bell: pitch in hertz, loudness, and how long each takes to fade, in seconds. */
const partials = [
  { pitch: 528, loudness: 0.09, fade: 3.6 },
  { pitch: 1061, loudness: 0.035, fade: 2.4 },
  { pitch: 1452, loudness: 0.015, fade: 1.4 },
];

/**
 * Makes a bell ready. A page may make a sound only after a press, so this is called in one. Gives what rings it once,
 * and what puts it away unheard. On a computer that cannot make sounds both do nothing.
 */
export function readyBell(): { ring: () => void; putAway: () => void } {
  let context: AudioContext | undefined;
  try {
    context = new AudioContext();
    void context.resume().catch(() => {});
  } catch {
    // No sound here; the words at the end say the same.
  }
  const putAway = () => {
    void context?.close().catch(() => {});
    context = undefined;
  };
  const ring = () => {
    const sounding = context;
    if (!sounding) return;
    const { currentTime: now, destination } = sounding;
    const sounds = partials.map(({ pitch, loudness, fade }) => {
      const gain = new GainNode(sounding, { gain: 0 });
      gain.gain.linearRampToValueAtTime(loudness, now + 0.02);
      gain.gain.exponentialRampToValueAtTime(0.0001, now + fade);
      const tone = new OscillatorNode(sounding, { frequency: pitch });
      tone.connect(gain).connect(destination);
      tone.start(now);
      tone.stop(now + fade);
      return tone;
    });
    sounds[0]?.addEventListener('ended', putAway);
  };
  return { ring, putAway };
}
