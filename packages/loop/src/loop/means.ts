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

/** Mean score of a turn, 1 to 4: the answer, and its replies at half weight. */
export function turnScore({ readings }: Turn): number {
  let sum = 0;
  let weight = 0;
  readings.forEach(({ judgment }, i) => {
    const part = i === 0 ? 1 : REPLY;
    sum += judgment.score * part;
    weight += part;
  });
  return weight === 0 ? 1 : sum / weight;
}
