import { SIGNALS, type SignalId } from '@legible/judge/rubric';
import type { Packet } from './types.ts';

/** What of a packet is compared. */
export type Compared = Pick<Packet, 'score' | 'means' | 'interruptions'>;

/** How one loop compares with earlier ones. */
export interface Comparison {
  /** Mean vote now less the mean of the earlier ones, in points of 1 to 4. */
  readonly score: number;
  /** The same by signal, in levels, for signals that both sides called for. */
  readonly signals: Readonly<Partial<Record<SignalId, number>>>;
  /** Interruptions now less the mean of earlier loops. */
  readonly interruptions: number;
  readonly loops: number;
}

/** Compares a packet with those of earlier loops; null where there is none. */
export function comparePackets(now: Compared, earlier: readonly Compared[]): Comparison | null {
  if (earlier.length === 0) return null;
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const signals: Partial<Record<SignalId, number>> = {};
  for (const signal of SIGNALS) {
    const before = earlier.flatMap(({ means }) => means[signal] ?? []);
    const here = now.means[signal];
    if (here !== undefined && before.length > 0) signals[signal] = here - mean(before);
  }
  return {
    score: now.score - mean(earlier.map(({ score }) => score)),
    signals,
    interruptions: now.interruptions - mean(earlier.map(({ interruptions }) => interruptions)),
    loops: earlier.length,
  };
}
