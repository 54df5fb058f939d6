// Tables as CSV (RFC 4180), as spreadsheets open it: with a byte order mark, so that they see UTF-8.

/** A spreadsheet would take what begins so for a formula, and run it. */
const runs = /^[=+\-@\t\r]/;

function field(text: string): string {
  const safe = runs.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}
