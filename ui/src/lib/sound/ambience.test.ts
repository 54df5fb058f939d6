import { expect, it } from 'vitest';
import { brownNoise, whiteNoise } from './ambience';

it('no_noise_is_louder_than_a_wave_can_be', () => {
  for (const samples of [whiteNoise(200_000), brownNoise(200_000)]) {
    expect(samples.every((sample) => Math.abs(sample) <= 1)).toBe(true);
  }
});

it('brown_noise_comes_round_without_a_click', () => {
  const samples = brownNoise(100_000);
  const steps = samples.slice(1).map((sample, at) => Math.abs(sample - (samples[at] ?? 0)));
  const largest = steps.reduce((most, step) => Math.max(most, step), 0);
  const seam = Math.abs((samples[0] ?? 0) - (samples.at(-1) ?? 0));
  expect(seam).toBeLessThanOrEqual(largest);
  expect(largest).toBeLessThan(0.2);
});
