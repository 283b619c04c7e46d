import { z } from 'zod';

/** Made by the client (a UUID does), so that repeating a request after a lost reply creates nothing twice. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/, 'Use 8 to 64 letters, digits, "-" or "_"; a UUID does.')
  .meta({ description: 'Made by the client; a UUID does.' });

/** An instant as ISO 8601 in UTC with milliseconds. */
export const instant = z.iso.datetime({ precision: 3 });

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
/** Deepest nesting that is taken, so that nothing that walks the value runs out of stack. */
const MAX_DEPTH = 100;
export const json = z
  .unknown()
  .refine(
    (value) => value !== undefined && !deeperThan(value, MAX_DEPTH),
    `Give a JSON value, nested at most ${MAX_DEPTH} deep.`,
  )
  .meta({ description: 'Any JSON value.' }) as unknown as z.ZodType<Json, Json>;

function deeperThan(value: unknown, depth: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return depth === 0 || Object.values(value).some((inner) => deeperThan(inner, depth - 1));
}

/** Longest answer the judge takes, in UTF-16 units. */
export const MAX_ANSWER = 20_000;
