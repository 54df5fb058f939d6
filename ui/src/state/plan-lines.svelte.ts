// My safety plan and my page for an appointment: their lines as they are kept, and as they are being written.
import { untrack } from 'svelte';
import { change, Refused, type Changed } from '$host/client';
import type { PlanLine, PlanLineId, HelpPart, Person } from '$host/generated/wire';
import { Live } from './live.svelte';
import { onLeaving, Saver } from './saver.svelte';

export const sheets = {
  plan: ['signs', 'alone', 'company', 'ask', 'professionals', 'safer'],
  appointment: ['say', 'questions', 'noticed', 'medicines', 'prescriber', 'note'],
} as const satisfies Record<string, readonly HelpPart[]>;
export type Sheet = keyof typeof sheets;

const typingPause = 600;

export class PlanLines {
  #list = new Live('list_plan_lines', () => null, ['plan_lines', 'people']);

  get all(): PlanLine[] | undefined {
    return this.#list.value;
  }

  get error() {
    return this.#list.error;
  }

  of(part: HelpPart): PlanLine[] {
    return this.all?.filter((line) => line.part === part) ?? [];
  }

  /** The parts of a sheet that hold something, in their order. */
  filled(sheet: Sheet): { part: HelpPart; lines: PlanLine[] }[] {
    return sheets[sheet]
      .map((part) => ({ part, lines: this.of(part) }))
      .filter(({ lines }) => lines.length > 0);
  }

  /** When a sheet was last changed; undefined while it is empty. */
  changedAt(sheet: Sheet): string | undefined {
    return this.filled(sheet)
      .flatMap(({ lines }) => lines.map((line) => line.written_at))
      .sort()
      .at(-1);
  }

  refresh(): Promise<void> {
    return this.#list.refresh();
  }
}

/** One line while it is being written. It stays where it is on the screen when it is kept. */
export class OpenLine {
  readonly part: HelpPart;
  id = $state<PlanLineId | null>(null);
  person = $state.raw<Person | null>(null);
  readonly saver = new Saver(() => this.#save());
  /** It was in a list that was read. */
  isListed = false;
  #stored = $state('');
  #typed = $state<string>();

  constructor(part: HelpPart, line?: PlanLine) {
    this.part = part;
    if (line) this.follow(line);
  }

  get text(): string {
    return this.#typed ?? this.#stored;
  }

  /** Nothing is left of what was kept. */
  get isEmptied(): boolean {
    return this.id !== null && this.person === null && this.text.trim() === '';
  }

  write(text: string): void {
    this.#typed = text;
    this.saver.touch(typingPause);
  }

  follow(line: PlanLine): void {
    this.id = line.id;
    this.person = line.person;
    this.#stored = line.text;
  }

  /** The field was left: what was kept is shown as it was kept. What was refused stays as it was typed. */
  async settle(): Promise<void> {
    await this.saver.flush();
    if (!this.saver.isDue && this.saver.problem === undefined && this.id !== null) this.#typed = undefined;
  }

  async #save(): Promise<boolean> {
    const text = this.#typed;
    if (text === undefined || (text.trim() === '' && this.person === null)) return false;
    const person = this.person?.id ?? null;
    try {
      this.follow((await change('save_plan_line', { id: this.id, part: this.part, text, person })).value);
      return true;
    } catch (thrown) {
      if (this.id === null || Refused.from(thrown).reason.code !== 'not_found') throw thrown;
      // It was deleted elsewhere; what is being written here is kept as a new one.
      this.id = null;
      this.person = null;
      this.isListed = false;
      return this.#save();
    }
  }
}

/** The lines of one part while they are being written. */
export class OpenPart {
  rows = $state.raw<OpenLine[]>([]);
  readonly #part: HelpPart;
  readonly #lines: PlanLines;

  /** Make one while a component starts. */
  constructor(lines: PlanLines, part: HelpPart) {
    this.#lines = lines;
    this.#part = part;
    $effect(() => {
      if (lines.all) untrack(() => this.#follow(lines.of(part)));
    });
    onLeaving(async () => {
      return (await Promise.all(this.rows.map((row) => row.saver.flush()))).every(Boolean);
    });
  }

  /** A new, empty line; the one that is already there, if nothing was written into it. */
  add(): OpenLine {
    const empty = this.rows.find((row) => row.id === null && row.text.trim() === '');
    if (empty) return empty;
    const row = new OpenLine(this.#part);
    this.rows = [...this.rows, row];
    return row;
  }

  async addPerson(person: Person): Promise<void> {
    await change('save_plan_line', { id: null, part: this.#part, text: '', person: person.id });
  }

  async move(row: OpenLine, up: boolean): Promise<void> {
    await row.saver.flush();
    if (row.id === null) return;
    await change('move_plan_line', { id: row.id, up });
    await this.#lines.refresh();
  }

  /** Nothing to take back for a line that was never kept. */
  async remove(row: OpenLine): Promise<Changed<null>['change']> {
    await row.saver.flush();
    this.rows = this.rows.filter((other) => other !== row);
    if (row.id === null) return null;
    try {
      return (await change('delete_plan_line', row.id)).change;
    } catch (thrown) {
      void this.#lines.refresh();
      throw thrown;
    }
  }

  #follow(stored: PlanLine[]): void {
    // A new line that is just being kept is in the list already, and does not know its id yet.
    const isKeeping = this.rows.some((row) => row.id === null && row.saver.isDue);
    if (isKeeping) void this.#whenKept().then(() => this.#place(this.#lines.of(this.#part)));
    else this.#place(stored);
  }

  #place(stored: PlanLine[]): void {
    const rows = stored.map((line) => {
      const known = this.rows.find((row) => row.id === line.id);
      known?.follow(line);
      const row = known ?? new OpenLine(this.#part, line);
      row.isListed = true;
      return row;
    });
    // A list may be older than what was kept since it was asked for: a row that none has told of yet stays.
    const stays = (row: OpenLine) => row.id === null || row.saver.isDue || !row.isListed;
    this.rows = [...rows, ...this.rows.filter((row) => !rows.includes(row) && stays(row))];
  }

  async #whenKept(): Promise<void> {
    await Promise.all(this.rows.filter((row) => row.id === null).map((row) => row.saver.flush()));
  }
}
