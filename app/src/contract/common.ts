import { z } from 'zod';

/** Made by the client (a UUID does), so that repeating a request after a lost reply creates nothing twice. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/, 'Use 8 to 64 letters, digits, "-" or "_"; a UUID does.')
  .meta({ description: 'Made by the client; a UUID does.' });

/** An instant as ISO 8601 in UTC with milliseconds. */
export const instant = z.iso.datetime({ precision: 3 });

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export const json: z.ZodType<Json> = z.json().meta({ description: 'Any JSON value.' }) as z.ZodType<Json>;

/** Longest answer the judge takes, in UTF-16 units. */
export const MAX_ANSWER = 20_000;
