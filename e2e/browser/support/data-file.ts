// The file that holds everything, seen from outside.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntryId } from '../../../ui/src/host/generated/wire.ts';
import { written } from './journal.ts';
import type { Program } from './program.ts';

const page = 4096;

/** Writes the log into the file: it is closed, and opened again. */
export async function settle(program: Program): Promise<void> {
  const passphrase = 'a small grey stone';
  await program.call('change_lock', { lock: 'passphrase', passphrase });
  await program.call('lock', null);
  await program.call('unlock', { typed: passphrase });
  await program.call('change_lock', { lock: 'none' });
}

/** Turns a bit in the middle of the log, as the program left it when it was killed, and starts the program again. */
export async function damagedLog(program: Program): Promise<void> {
  await program.stop();
  const log = join(program.folder!, 'pilot-light.db-wal');
  const turned = readFileSync(log);
  turned[Math.round(turned.length / 2)]! ^= 1;
  writeFileSync(log, turned);
  await program.start();
}

/** Writes a long entry and turns a bit on one of its pages. Leaves the program running. */
export async function damaged(program: Program): Promise<EntryId> {
  const file = join(program.folder!, 'pilot-light.db');
  const id = await written(program, 'nobody saw the heron '.repeat(40_000));
  await settle(program);
  await program.stop();
  const whole = readFileSync(file);
  for (let at = Math.round(whole.length / page / 3); ; at++) {
    const turned = Buffer.from(whole);
    turned[at * page + 1000]! ^= 1;
    writeFileSync(file, turned);
    await program.start();
    const isRead = await program.call('get_entry', id).then(
      () => true,
      () => false,
    );
    if (!isRead) return id;
    await program.stop();
  }
}
