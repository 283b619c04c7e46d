import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** One owner's rows in one database. */
export interface Scope {
  readonly db: Kysely<Schema>;
  readonly kind: 'sqlite' | 'postgres';
  readonly owner: string;
}

export type Tx = Transaction<Schema>;
/** A handle to read with: the database, or a transaction of it. */
export type Reader = Kysely<Schema> | Tx;

/** Rows of one insert; keeps well below the databases' limits on bound values. */
export const CHUNK = 500;

export function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let i = 0; i < rows.length; i += CHUNK) yield rows.slice(i, i + CHUNK);
}

/** JSON with the keys in order, so that equal values have equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
