/** Inputs of a linear model on a common scale, block by block, so that no second copy of the table is made. */
import type { Table } from './table.ts';

/** Rows that are standardised at a time. */
export const BLOCK = 256;

/** One input: the values of a feature, or the indicator of its missing ones. */
export interface Input {
  readonly feature: number;
  readonly missing: boolean;
  /** No value of the feature is missing. */
  readonly whole: boolean;
}

/** Mean and standard deviation by weight of every input: each feature, then an indicator of each that has gaps. */
export function standardisation(table: Table, rowWeights: Float64Array) {
  const inputs: Input[] = [];
  const mean: number[] = [];
  const scale: number[] = [];
  const indicators: Input[] = [];
  const indicatorMeans: number[] = [];
  table.columns.forEach((column, feature) => {
    let sum = 0;
    let weight = 0;
    let lost = 0;
    let whole = true;
    for (let i = 0; i < column.length; i++) {
      const value = column[i]!;
      if (value === value) {
        sum += value * rowWeights[i]!;
        weight += rowWeights[i]!;
      } else {
        lost += rowWeights[i]!;
        whole = false;
      }
    }
    const center = weight > 0 ? sum / weight : 0;
    let squares = 0;
    for (let i = 0; i < column.length; i++) {
      const value = column[i]! - center;
      if (value === value) squares += value * value * rowWeights[i]!;
    }
    const deviation = weight > 0 ? Math.sqrt(squares / weight) : 0;
    inputs.push({ feature, missing: false, whole });
    mean.push(center);
    scale.push(deviation > 1e-12 * Math.abs(center) ? deviation : 1);
    if (lost > 0 && weight > 0) {
      indicators.push({ feature, missing: true, whole });
      indicatorMeans.push(lost / (lost + weight));
    }
  });
  for (const share of indicatorMeans) {
    mean.push(share);
    scale.push(Math.sqrt(share * (1 - share)));
  }
  return { inputs: [...inputs, ...indicators], mean, scale };
}

/** Standardised values; a missing one is the mean. */
export function fillValues(
  block: Float64Array,
  at: number,
  column: Float32Array,
  start: number,
  count: number,
  center: number,
  inverse: number,
): void {
  for (let i = 0; i < count; i++) {
    const value = column[start + i]!;
    block[at + i] = value === value ? (value - center) * inverse : 0;
  }
  block.fill(0, at + count, at + BLOCK);
}

/** The same for a column without missing values. */
export function fillWhole(
  block: Float64Array,
  at: number,
  column: Float32Array,
  start: number,
  count: number,
  center: number,
  inverse: number,
): void {
  for (let i = 0; i < count; i++) block[at + i] = (column[start + i]! - center) * inverse;
  block.fill(0, at + count, at + BLOCK);
}

/** The standardised indicator of missing values. */
export function fillMissing(
  block: Float64Array,
  at: number,
  column: Float32Array,
  start: number,
  count: number,
  center: number,
  inverse: number,
): void {
  for (let i = 0; i < count; i++) {
    const value = column[start + i]!;
    block[at + i] = ((value === value ? 0 : 1) - center) * inverse;
  }
  block.fill(0, at + count, at + BLOCK);
}
