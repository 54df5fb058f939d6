// Short words about what was done, with a way to take it back. Anything may call `toasts.show`.

export interface Toast {
  id: number;
  text: string;
  /** Takes back what was done. The toast leaves when it is pressed. */
  undo?: () => void | Promise<void>;
}

const shownFor = 8_000;
const shownWithUndoFor = 12_000;

class Toasts {
  list = $state.raw<Toast[]>([]);
  #nextId = 1;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #held = false;

  show(toast: Omit<Toast, 'id'>): void {
    const shown = { ...toast, id: this.#nextId++ };
    // One at a time: a new one takes the place of the last.
    this.clear();
    this.list = [shown];
    if (!this.#held) this.#start(shown);
  }

  clear(): void {
    for (const toast of this.list) this.dismiss(toast.id);
  }

  dismiss(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.list = this.list.filter((toast) => toast.id !== id);
    if (this.list.length === 0) this.#held = false;
  }

  /** Stops the clock while the pointer or the focus rests on a toast. */
  hold(): void {
    this.#held = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Gives every toast its whole time again. */
  release(): void {
    this.#held = false;
    for (const toast of this.list) this.#start(toast);
  }

  #start(toast: Toast): void {
    const time = toast.undo ? shownWithUndoFor : shownFor;
    this.#timers.set(
      toast.id,
      setTimeout(() => this.dismiss(toast.id), time),
    );
  }
}

export const toasts = new Toasts();
