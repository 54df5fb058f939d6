// A soft bell: a few partials of one low tone that begin gently and fade by themselves.

const partials = [
  { ratio: 1, loud: 1, fades: 4.5 },
  { ratio: 2.01, loud: 0.35, fades: 2.8 },
  { ratio: 2.74, loud: 0.18, fades: 1.9 },
  { ratio: 4.1, loud: 0.06, fades: 1.1 },
];
const tone = 294;
const loudest = 0.16;
const gentle = 0.05;

export function ring(context: AudioContext): void {
  const now = context.currentTime + 0.02;
  for (const { ratio, loud, fades } of partials) {
    const voice = new OscillatorNode(context, { frequency: tone * ratio });
    const level = new GainNode(context, { gain: 0 });
    level.gain.setValueAtTime(0, now);
    level.gain.linearRampToValueAtTime(loudest * loud, now + gentle);
    level.gain.setTargetAtTime(0, now + gentle, fades / 4);
    voice.connect(level).connect(context.destination);
    voice.start(now);
    voice.stop(now + fades * 2);
  }
}
