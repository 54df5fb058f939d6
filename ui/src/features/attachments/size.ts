// How long a file is, in words.

const unit = (name: string, digits: number) =>
  new Intl.NumberFormat('en', {
    style: 'unit',
    unit: name,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  });
const small = unit('kilobyte', 0);
const large = unit('megabyte', 1);

export function sizeInWords(bytes: number): string {
  return bytes < 1_000_000 ? small.format(Math.max(1, bytes / 1_000)) : large.format(bytes / 1_000_000);
}
