// How a text names what is attached to its entry: `kept:` and its uid; from before there were uids, its number.

/** What `url` calls an attachment, if it names one. */
export const referenceIn = (url: string): string | undefined =>
  /^kept:([\da-f]{32}|\d{1,15})$/.exec(url)?.[1];

/** Whether a text that says `name` means this one. */
export const isCalled = ({ id, uid }: { id: number; uid: string }, name: string): boolean =>
  uid === name || String(id) === name;
