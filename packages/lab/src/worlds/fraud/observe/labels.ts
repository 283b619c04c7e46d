/** From the log to training labels, by the plan's own rules. Sees the observation only. */
import type { Plan } from '../plan/types.ts';
import { NO_DISPUTE, type ObservedLog } from './log.ts';

/** Rows of the log that got a label, in time order; a row can stand twice where events are not de-duplicated. */
export interface LabelledRows {
  readonly rows: Uint32Array;
  readonly labels: Uint8Array;
  /** 1 over the chance that the row was let through. */
  readonly weights: Float64Array;
}

/** Labels every row that the rules can label on day `log.asOf`. */
export function labelRows(log: ObservedLog, rules: Plan['labels']): LabelledRows {
  // Room for every row twice: an event stands at most twice in the log.
  const rows = new Uint32Array(2 * log.rows);
  const labels = new Uint8Array(2 * log.rows);
  const weights = new Float64Array(2 * log.rows);
  let count = 0;
  const useReviews = rules.source !== 'chargebacks';
  const useDisputes = rules.source !== 'reviews';
  const last = log.asOf - rules.maturityDays;
  for (let row = 0; row < log.rows; row++) {
    let label: number;
    if (useReviews && log.review[row] !== 0) label = log.review[row] === 2 ? 1 : 0;
    else if (log.blocked[row] === 1) {
      if (rules.blocked === 'exclude' || !useDisputes || log.day[row]! >= last) continue;
      label = 1;
    } else if (useDisputes && log.day[row]! < last) {
      label = log.disputedOn[row]! < log.asOf ? 1 : 0;
    } else continue;
    const disputed = log.disputedOn[row] !== NO_DISPUTE;
    if (label === 1 && disputed && rules.friendly === 'drop-same-device' && log.sameDevice[row] === 1) continue;
    // A cleared payment that is disputed later is what the bank says it is.
    if (label === 0 && useDisputes && disputed && log.disputedOn[row]! < log.asOf) label = 1;
    const times = rules.deduplicate ? 1 : log.copies[row]!;
    for (let k = 0; k < times; k++) {
      rows[count] = row;
      labels[count] = label;
      weights[count++] = 1 / log.propensity[row]!;
    }
  }
  return { rows: rows.slice(0, count), labels: labels.slice(0, count), weights: weights.slice(0, count) };
}

/** Keeps every positive and a share of the negatives by their lot, weighted back. */
export function thinNegatives(labelled: LabelledRows, lot: Float32Array, rate: number): LabelledRows {
  const keep = new Uint32Array(labelled.rows.length);
  let count = 0;
  for (let i = 0; i < labelled.rows.length; i++) {
    if (labelled.labels[i] === 1 || lot[labelled.rows[i]!]! < rate) keep[count++] = i;
  }
  const kept = pick(labelled, keep.subarray(0, count));
  for (let i = 0; i < count; i++) if (kept.labels[i] === 0) kept.weights[i] = kept.weights[i]! / rate;
  return kept;
}

/** These positions of the labelled rows. */
export function pick(labelled: LabelledRows, at: Uint32Array): LabelledRows {
  const rows = new Uint32Array(at.length);
  const labels = new Uint8Array(at.length);
  const weights = new Float64Array(at.length);
  for (let i = 0; i < at.length; i++) {
    rows[i] = labelled.rows[at[i]!]!;
    labels[i] = labelled.labels[at[i]!]!;
    weights[i] = labelled.weights[at[i]!]!;
  }
  return { rows, labels, weights };
}
