// A breath as a very quiet tone: rising with the breath in, falling with the breath out, nothing in the pauses.

const low = 165;
const high = 220;
const loudest = 0.035;

export function swell(context: AudioContext, direction: 'up' | 'down', seconds: number): void {
  const now = context.currentTime;
  const [from, to] = direction === 'up' ? [low, high] : [high, low];
  const voice = new OscillatorNode(context, { frequency: from });
  const level = new GainNode(context, { gain: 0 });
  voice.frequency.setValueAtTime(from, now);
  voice.frequency.linearRampToValueAtTime(to, now + seconds);
  level.gain.setValueAtTime(0, now);
  level.gain.linearRampToValueAtTime(loudest, now + seconds * 0.3);
  level.gain.linearRampToValueAtTime(0, now + seconds);
  voice.connect(level).connect(context.destination);
  voice.start(now);
  voice.stop(now + seconds);
}
