import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.null()]);

/**
 * One figure with its interval, labelled. `reference` draws it hollow: a baseline, a ceiling, a target.
 * A figure that could not be measured is null and is left out of the plot; the table beside it shows the gap.
 */
const dot = z.object({
  label: z.string(),
  value: z.number(),
  low: z.number().optional(),
  high: z.number().optional(),
  reference: z.boolean().optional(),
});
const measured = z
  .array(dot.extend({ value: z.number().nullable(), low: z.number().nullish(), high: z.number().nullish() }))
  .transform((points) =>
    points.flatMap(({ value: figure, low, high, ...rest }): z.infer<typeof dot>[] =>
      figure === null ? [] : [{ ...rest, value: figure, ...(low == null || high == null ? {} : { low, high }) }],
    ),
  );

/** A bin of a calibration plot: what was predicted, what was observed (both 0 to 1), and how many cases. */
const bin = z.object({ predicted: z.number(), observed: z.number(), n: z.number().optional() });

const plot = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('dots'),
    unit: z.string().optional(),
    domain: z.tuple([z.number(), z.number()]).optional(),
    series: z.array(z.object({ name: z.string(), points: measured })),
  }),
  z.object({
    kind: z.literal('bars'),
    unit: z.string().optional(),
    domain: z.tuple([z.number(), z.number()]).optional(),
    series: z.array(z.object({ name: z.string(), points: measured })),
  }),
  z.object({ kind: z.literal('calibration'), series: z.array(z.object({ name: z.string(), points: z.array(bin) })) }),
]);

/** What `npm run evaluate:judge` writes to packages/judge/src/scorer/card.json: text, tables and plots in reading order. */
export const card = z.object({
  /** Which weights and data the figures are of, such as a hash or a date. */
  generatedFor: z.string(),
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      intro: z.string(),
      table: z.object({ columns: z.array(z.string()), rows: z.array(z.array(value)) }).optional(),
      plot: plot.optional(),
    }),
  ),
});
export type Card = z.infer<typeof card>;
export type CardSection = Card['sections'][number];
export type CardPlot = NonNullable<CardSection['plot']>;

const found = import.meta.glob<unknown>('../../../../../packages/judge/src/scorer/card.json', { import: 'default' });

/** The card of the judge in this build; null where none was measured. */
export async function loadCard(): Promise<Card | null> {
  const load = Object.values(found)[0];
  return load ? card.parse(await load()) : null;
}
