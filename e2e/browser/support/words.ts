// What the program says, by the key of the message, so that a test holds when the wording changes.
import en from '../../../ui/messages/en.json' with { type: 'json' };

type Stored = keyof typeof en;
type Plural = Stored extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;
export type Key = Stored | Plural;

const stored: Record<string, string> = en;

function template(key: Key, n?: string | number): string {
  const text = stored[key] ?? stored[`${key}_${n === 1 ? 'one' : 'other'}`];
  if (text === undefined) throw new Error(`there is no message ${key}`);
  return text;
}

/** The text of `key` as it is shown. */
export function say(key: Key, params: Record<string, string | number> = {}): string {
  return template(key, params.n).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]));
}

/** Matches the text of `key`, whatever stands in it for its parameters. */
export function like(key: Key): RegExp {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    template(key)
      .split(/\{\w+\}/)
      .map(literal)
      .join('.+'),
  );
}
