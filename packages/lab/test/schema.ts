/** A JSON Schema checker for what our result schema uses of draft 2020-12; it throws on a keyword that it does not know. */

type Schema = Readonly<Record<string, unknown>>;

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  array: Array.isArray,
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
};
const SAID = new Set(['$schema', 'title', 'description']);

/** Where and how a value of parsed JSON breaks a schema; empty where it does not. */
export function schemaErrors(schema: Schema, value: unknown, path = ''): string[] {
  const out: string[] = [];
  const say = (reason: string): void => void out.push(`${path || '(the whole)'} ${reason}`);
  for (const [keyword, rule] of Object.entries(schema)) {
    if (SAID.has(keyword)) continue;
    if (keyword === 'type') {
      const types = Array.isArray(rule) ? (rule as string[]) : [rule as string];
      if (!types.some((type) => TYPES[type]!(value))) say(`is ${JSON.stringify(value)}, not ${types.join(' or ')}`);
    } else if (keyword === 'const') {
      if (value !== rule) say(`is not ${String(rule)}`);
    } else if (keyword === 'enum') {
      if (!(rule as unknown[]).includes(value)) say(`is none of ${(rule as unknown[]).join(', ')}`);
    } else if (keyword === 'required') {
      for (const key of rule as string[])
        if (!TYPES.object!(value) || !Object.hasOwn(value as object, key)) say(`lacks ${key}`);
    } else if (keyword === 'items') {
      if (Array.isArray(value))
        value.forEach((item, i) => out.push(...schemaErrors(rule as Schema, item, `${path}[${i}]`)));
    } else if (keyword === 'properties' || keyword === 'additionalProperties') {
      if (!TYPES.object!(value)) continue;
      const named = (schema.properties ?? {}) as Readonly<Record<string, Schema>>;
      for (const [key, part] of Object.entries(value as object)) {
        const own = Object.hasOwn(named, key);
        if (keyword === 'properties' && own) out.push(...schemaErrors(named[key]!, part, `${path}.${key}`));
        if (keyword === 'additionalProperties' && !own)
          out.push(...schemaErrors(rule as Schema, part, `${path}.${key}`));
      }
    } else if (keyword === 'anyOf') {
      const tried = (rule as Schema[]).map((option) => schemaErrors(option, value, path));
      if (tried.every((errors) => errors.length > 0))
        out.push(...tried.reduce((a, b) => (a.length <= b.length ? a : b)));
    } else throw new Error(`the schema uses ${keyword}, which this checker does not know`);
  }
  return out;
}
