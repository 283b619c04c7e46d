type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A document with its keys in the order of `model`, all the way down; keys that the model lacks come last. What is kept
 * comes back with its keys sorted, and a run file is written and compared as text.
 */
export function inOrderOf(model: unknown, value: unknown): unknown {
  if (Array.isArray(value)) {
    const first: unknown = Array.isArray(model) ? model[0] : undefined;
    return value.map((entry) => inOrderOf(first, entry));
  }
  if (!isPlain(value)) return value;
  const own = isPlain(model) ? model : {};
  const keys = [
    ...Object.keys(own).filter((key) => key in value),
    ...Object.keys(value).filter((key) => !(key in own)),
  ];
  return Object.fromEntries(keys.map((key) => [key, inOrderOf(own[key], value[key])]));
}

/** Text of a value that does not depend on the order of its keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isPlain(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}
