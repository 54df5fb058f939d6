// Check-ins as rows for a spreadsheet.
import type { CheckIn } from '$host/generated/wire';
import { clockAt, timeText } from '$lib/civil';
import { csvOf } from '$lib/csv';
import { m } from '$lib/messages';

const number = (level: number | null) => (level === null ? '' : String(level));

/** The line that was written with a check-in is private, and there only if asked for. */
export function checkInsCsv(checkIns: readonly CheckIn[], withLines: boolean): string {
  const head = [
    m.taking_csv_day(),
    m.taking_csv_time(),
    m.taking_csv_zone(),
    m.taking_csv_felt(),
    m.taking_csv_energy(),
    m.taking_csv_comfort(),
    m.taking_csv_words(),
    m.taking_csv_body(),
    ...(withLines ? [m.taking_csv_line()] : []),
  ];
  const rows = checkIns.map(({ at, on, zone, feel, energy, comfort, words, body, note }) => [
    on,
    timeText(clockAt(new Date(at), zone).minute),
    zone,
    feel === 'cant_tell' ? m.taking_cant_tell() : number(feel?.level ?? null),
    number(energy),
    number(comfort),
    words.join('; '),
    body.join('; '),
    ...(withLines ? [note] : []),
  ]);
  return csvOf([head, ...rows]);
}
