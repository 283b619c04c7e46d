/** Monitors: what the plan bought watches the served data, and nothing else does. */
import { binGuide, guidedShares, type BinGuide } from '../metrics/bin-guide.ts';
import { shareByBin, stabilityEdges, stabilityOfShares } from '../metrics/index.ts';
import type { Table } from '../learn/index.ts';

/** How the data looked in training. */
export interface Baseline {
  readonly features: ReadonlyMap<
    string,
    {
      readonly edges: Float64Array;
      readonly guide: BinGuide;
      readonly shares: Float64Array;
      readonly nulls: number;
    }
  >;
  readonly score: { readonly edges: Float64Array; readonly shares: Float64Array };
}

/** One value of a monitor on one day. `feature` names the worst feature where there is one. */
export interface Reading {
  readonly day: number;
  readonly kind: string;
  readonly value: number;
  readonly feature?: string;
}

export interface Alarm extends Reading {
  readonly threshold: number;
}

function nullShare(values: Float32Array): number {
  let nulls = 0;
  for (const x of values) if (x !== x) nulls++;
  return values.length === 0 ? 0 : nulls / values.length;
}

/** Bins and shares of one list of values. */
export function shapeOf(values: Float32Array | Float64Array): { edges: Float64Array; shares: Float64Array } {
  const edges = values.every((x) => x !== x) ? new Float64Array(0) : stabilityEdges(values);
  return { edges, shares: shareByBin(values, edges) };
}

/** Shape of every feature of a table. */
export function shapesOf(table: Table): Baseline['features'] {
  return new Map(
    table.names.map((name, c) => {
      const shape = shapeOf(table.columns[c]!);
      return [name, { ...shape, guide: binGuide(shape.edges), nulls: nullShare(table.columns[c]!) }];
    }),
  );
}

/** Largest rise of an empty share, over the features watched. */
export function nullRise(
  baseline: Baseline,
  columns: Readonly<Record<string, Float32Array>>,
): { value: number; feature?: string } {
  let worst: { value: number; feature?: string } = { value: 0 };
  for (const [name, { nulls }] of baseline.features) {
    const rise = nullShare(columns[name]!) - nulls;
    if (rise > worst.value) worst = { value: rise, feature: name };
  }
  return worst;
}

/** Stability index of each feature watched, on values that are there. */
export function featureShifts(
  baseline: Baseline,
  columns: Readonly<Record<string, Float32Array>>,
): Map<string, number> {
  const out = new Map<string, number>();
  for (const [name, { guide, shares }] of baseline.features) {
    out.set(name, columns[name]!.length === 0 ? 0 : stabilityOfShares(shares, guidedShares(columns[name]!, guide)));
  }
  return out;
}

export function largestShift(shifts: ReadonlyMap<string, number>): { value: number; feature?: string } {
  let worst: { value: number; feature?: string } = { value: 0 };
  for (const [feature, value] of shifts) if (value > worst.value) worst = { value, feature };
  return worst;
}

export function scoreShift(baseline: Baseline, scores: Float64Array): number {
  return scores.length === 0 ? 0 : stabilityOfShares(baseline.score.shares, shareByBin(scores, baseline.score.edges));
}
