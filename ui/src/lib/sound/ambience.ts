// Layers of sound made here from noise and slow waves: rain, wind, a low hum. There are no files to load.

export const layers = ['rain', 'wind', 'hum'] as const;
export type Layer = (typeof layers)[number];

/** As loud as a layer gets, so that none of them is ever loud. */
const loudest: Record<Layer, number> = { rain: 0.22, wind: 0.3, hum: 0.16 };
/** Seconds for a change of volume, so that nothing clicks or startles. */
const gentle = 0.4;
const noiseSeconds = 7;

export class LayerVoice {
  readonly #level: GainNode;
  readonly #context: AudioContext;
  readonly #loudest: number;

  constructor(context: AudioContext, layer: Layer) {
    this.#context = context;
    this.#loudest = loudest[layer];
    this.#level = new GainNode(context, { gain: 0 });
    this.#level.connect(context.destination);
    make[layer](context, this.#level);
  }

  /** 0–1. Louder to the ear in even steps. */
  setVolume(volume: number): void {
    this.#level.gain.setTargetAtTime(volume ** 2 * this.#loudest, this.#context.currentTime, gentle / 3);
  }
}

const make: Record<Layer, (context: AudioContext, into: AudioNode) => void> = {
  rain(context, into) {
    const drops = noise(context, 'white');
    drops
      .connect(new BiquadFilterNode(context, { type: 'highpass', frequency: 900 }))
      .connect(new BiquadFilterNode(context, { type: 'lowpass', frequency: 7_000, Q: 0.3 }))
      .connect(into);
    const roof = new GainNode(context, { gain: 0.5 });
    noise(context, 'brown').connect(roof).connect(into);
  },
  wind(context, into) {
    const air = new BiquadFilterNode(context, { type: 'bandpass', frequency: 420, Q: 0.7 });
    const gusts = new GainNode(context, { gain: 0.6 });
    noise(context, 'brown').connect(air).connect(gusts).connect(into);
    // Two slow waves that do not fit each other, so that it never comes round the same.
    sway(context, 0.07, 180, air.frequency);
    sway(context, 0.11, 0.3, gusts.gain);
  },
  hum(context, into) {
    for (const [frequency, gain] of [
      [98, 0.6],
      [98.4, 0.5],
      [147, 0.22],
      [196.5, 0.1],
    ] as const) {
      const voice = new OscillatorNode(context, { frequency });
      const level = new GainNode(context, { gain });
      voice.connect(level).connect(into);
      sway(context, 0.05 + gain / 20, gain * 0.3, level.gain);
      voice.start();
    }
  },
};

function sway(context: AudioContext, hertz: number, by: number, what: AudioParam): void {
  const wave = new OscillatorNode(context, { frequency: hertz });
  wave.connect(new GainNode(context, { gain: by })).connect(what);
  wave.start();
}

function noise(context: AudioContext, colour: 'white' | 'brown'): AudioBufferSourceNode {
  const { sampleRate } = context;
  const samples =
    colour === 'white' ? whiteNoise(noiseSeconds * sampleRate) : brownNoise(noiseSeconds * sampleRate);
  const buffer = new AudioBuffer({ length: samples.length, sampleRate, numberOfChannels: 1 });
  buffer.copyToChannel(samples, 0);
  const source = new AudioBufferSourceNode(context, { buffer, loop: true });
  source.start();
  return source;
}

export function whiteNoise(length: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length }, () => Math.random() * 2 - 1);
}

/** Each sample is a small step from the last, so that low tones are stronger. Its end meets its beginning, and the
 * rare step too far is cut off. */
export function brownNoise(length: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(length);
  let at = 0;
  for (let index = 0; index < length; index++) {
    at = (at + 0.02 * (Math.random() * 2 - 1)) / 1.02;
    samples[index] = at * 3.5;
  }
  const seam = (samples[length - 1] ?? 0) - (samples[0] ?? 0);
  return samples.map((sample, index) => Math.max(-1, Math.min(1, sample - (seam * index) / (length - 1))));
}
