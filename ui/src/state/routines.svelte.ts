// The routines that can be played.
import type { Routine, RoutineId } from '$host/generated/wire';
import { Live } from './live.svelte';

export class Routines {
  #list = new Live('list_routines', () => null, ['routines']);

  get all(): Routine[] | undefined {
    return this.#list.value;
  }

  get error() {
    return this.#list.error;
  }

  find(id: RoutineId): Routine | undefined {
    return this.all?.find((routine) => routine.id === id);
  }
}
