// What sounds: layers with a volume each, a bell at the end of a timer, a tone with the breath. All of it is off at
// first, begins only by a press, and ends with the page it was pressed on.
import { LayerVoice, type Layer } from '$lib/sound/ambience';
import { ring } from '$lib/sound/bell';
import { swell } from '$lib/sound/breath';
import { output, silence } from '$lib/sound/output';
import type { PhaseKind } from '$host/generated/wire';

/** The steps of a volume; 0 is off. */
export const loudestStep = 10;

const off = (): Record<Layer, number> => ({ rain: 0, wind: 0, hum: 0 });

export class Sounds {
  volumes = $state.raw(off());
  hasBell = $state(false);
  hasBreathTone = $state(false);
  /** This computer makes no sound. */
  isMute = $state(false);
  #voices: Partial<Record<Layer, LayerVoice>> = {};

  setVolume(layer: Layer, step: number): void {
    this.#try(() => {
      this.#voices[layer] ??= new LayerVoice(output(), layer);
      this.#voices[layer].setVolume(step / loudestStep);
      this.volumes = { ...this.volumes, [layer]: step };
    });
  }

  /** It rings once as it is turned on, so that one knows it before it comes. */
  setBell(isWanted: boolean): void {
    this.hasBell = isWanted;
    if (isWanted) this.ring();
  }

  ring(): void {
    if (this.hasBell) this.#try(() => ring(output()));
  }

  breathe(kind: PhaseKind, millis: number): void {
    if (!this.hasBreathTone || (kind !== 'in' && kind !== 'sip' && kind !== 'out')) return;
    this.#try(() => swell(output(), kind === 'out' ? 'down' : 'up', millis / 1000));
  }

  /** Silence at once. What was chosen is off again. */
  stop(): void {
    silence();
    this.#voices = {};
    this.volumes = off();
    this.hasBell = false;
    this.hasBreathTone = false;
  }

  #try(sound: () => void): void {
    try {
      sound();
      this.isMute = false;
    } catch {
      this.isMute = true;
    }
  }
}

export const sounds = new Sounds();

/** Use while a component starts: what sounds ends with its page. */
export function quietWithThePage(): void {
  $effect(() => () => sounds.stop());
}
