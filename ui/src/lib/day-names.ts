// Days and months by name, where they stand in a sentence.

const named = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
  return (on: string) => format.format(new Date(`${on}T00:00:00Z`));
};

/** "3 November 2026" */
export const dateName = named({ day: 'numeric', month: 'long', year: 'numeric' });
/** "November" */
export const monthAlone = named({ month: 'long' });
/** "November 2026" */
export const monthName = named({ month: 'long', year: 'numeric' });
