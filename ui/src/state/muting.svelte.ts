// The topics this person would rather not meet. What touches on one is not put forward anywhere; Help always is.
import { change } from '$host/client';
import type { ContentTopic } from '$host/generated/wire';
import { Live } from './live.svelte';
import { onLeaving, Saver } from './saver.svelte';

export const contentTopics = [
  'substances',
  'self_harm',
  'trauma',
  'eating',
  'death',
  'suicide',
] as const satisfies readonly ContentTopic[];

/** Make one while a component starts. */
export class Muting {
  #settings = new Live('get_settings', () => null, ['settings']);
  #chosen = $state.raw<ContentTopic[]>();
  #saver = new Saver(() => this.#keep());

  constructor() {
    onLeaving(() => this.#saver.flush());
  }

  /** Undefined until they are known. */
  readonly topics: ContentTopic[] | undefined = $derived.by(
    () => this.#chosen ?? this.#settings.value?.muted,
  );

  get error() {
    return this.#settings.error;
  }

  /** Why the latest choice could not be kept. */
  get problem(): string | undefined {
    return this.#saver.problem;
  }

  /** Until it is known what is muted, everything that touches on something is. */
  mutes(touches: readonly ContentTopic[]): boolean {
    return touches.some((topic) => this.topics?.includes(topic) ?? true);
  }

  set(topics: ContentTopic[]): void {
    this.#chosen = topics;
    this.#saver.touch();
  }

  async #keep(): Promise<void> {
    const sent = this.#chosen;
    if (!sent) return;
    await change('set_muted_topics', sent);
    await this.#settings.refresh();
    if (this.#chosen === sent) this.#chosen = undefined;
  }
}
