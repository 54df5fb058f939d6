// Formatters of dates: each is made once, which takes longer than what it is made for.

const formats = new Map<string, Intl.DateTimeFormat>();

export function formatIn(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([tag, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(tag, options);
  formats.set(key, format);
  return format;
}
