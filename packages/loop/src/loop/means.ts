import { SIGNALS, type SignalId } from '@legible/judge';
import type { Turn } from './types.ts';

/** A reply to a follow-up counts as half an answer. */
const REPLY = 0.5;

/** Mean level of each signal over the turns that called for it, 0 to 3, the replies at half weight; absent where none did. */
export function meanLevels(turns: readonly Turn[]): Readonly<Partial<Record<SignalId, number>>> {
  const means: Partial<Record<SignalId, number>> = {};
  for (const signal of SIGNALS) {
    let sum = 0;
    let weight = 0;
    for (const { readings } of turns)
      readings.forEach(({ judgment }, i) => {
        const reading = judgment.signals.find((one) => one.signal === signal);
        if (reading === undefined) return;
        const part = i === 0 ? 1 : REPLY;
        sum += reading.level * part;
        weight += part;
      });
    if (weight > 0) means[signal] = sum / weight;
  }
  return means;
}

/**
 * Mean score of a turn, 1 to 4: the answer, and its replies at half weight; about the own run, the mean of that and of 1 + 3 times
 * the share of the true facts that were said.
 */
export function turnScore({ readings, marked }: Turn): number {
  let sum = 0;
  let weight = 0;
  readings.forEach(({ judgment }, i) => {
    const part = i === 0 ? 1 : REPLY;
    sum += judgment.score * part;
    weight += part;
  });
  const read = weight === 0 ? 1 : sum / weight;
  if (marked === null) return read;
  const facts = marked.said.length + marked.missed.length;
  return facts === 0 ? read : (read + 1 + (3 * marked.said.length) / facts) / 2;
}
