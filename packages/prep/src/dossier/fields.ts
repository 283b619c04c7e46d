/** Reads fields of a JSON value, and says which is wrong, why, and how to mend it. */

/** A document's body that cannot be read. */
export class BodyError extends Error {
  readonly field: string;
  readonly reason: string;
  readonly mend: string;
  constructor(field: string, reason: string, mend: string) {
    super(`${field} ${reason}. ${mend}`);
    this.name = 'BodyError';
    this.field = field;
    this.reason = reason;
    this.mend = mend;
  }
}

export type Raw = Readonly<Record<string, unknown>>;

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};
const given = (value: unknown): string => (value === undefined ? 'is missing' : `is ${show(value)}`);

/** An object with none but the `known` keys. */
export function object(value: unknown, field: string, known: readonly string[]): Raw {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BodyError(field, given(value), `Give an object with ${known.join(', ')}.`);
  for (const key of Object.keys(value))
    if (!known.includes(key))
      throw new BodyError(`${field}.${key}`, 'is not a field here', `Known here: ${known.join(', ')}.`);
  return value as Raw;
}

/** A string of at most `longest` UTF-16 units. */
export function text(raw: Raw, at: string, key: string, longest: number): string {
  const value = raw[key];
  if (typeof value !== 'string') throw new BodyError(`${at}.${key}`, given(value), 'Give a text in quotes.');
  if (value.length > longest)
    throw new BodyError(`${at}.${key}`, `has ${value.length} characters`, `At most ${longest} are taken.`);
  return value;
}

export function flag(raw: Raw, at: string, key: string): boolean {
  const value = raw[key];
  if (typeof value !== 'boolean') throw new BodyError(`${at}.${key}`, given(value), 'Give true or false.');
  return value;
}

/** A finite number from `least` to `most`. */
export function number(raw: Raw, at: string, key: string, least: number, most: number): number {
  const value = raw[key];
  if (typeof value !== 'number' || !Number.isFinite(value) || value < least || value > most)
    throw new BodyError(`${at}.${key}`, given(value), `Give a number from ${least} to ${most}.`);
  return value;
}

export function choice<T extends string>(value: unknown, field: string, choices: readonly T[]): T {
  const found = choices.find((known) => known === value);
  if (found === undefined) throw new BodyError(field, given(value), `Choose one of ${choices.join(', ')}.`);
  return found;
}

export function list<T>(raw: Raw, at: string, key: string, most: number, read: (value: unknown, at: string) => T): T[] {
  const value = raw[key];
  if (!Array.isArray(value)) throw new BodyError(`${at}.${key}`, given(value), 'Give a list.');
  if (value.length > most)
    throw new BodyError(`${at}.${key}`, `has ${value.length} entries`, `At most ${most} are taken.`);
  return value.map((entry, index) => read(entry, `${at}.${key}[${index}]`));
}
