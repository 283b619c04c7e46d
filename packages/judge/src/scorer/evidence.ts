import type { Quote } from '../judgment.ts';
import { SIGNALS, type SignalId } from '../rubric.ts';
import type { ScoredSentence } from './score.ts';
import { signalConcepts } from './sentence-reading.ts';

/** Least score of a sentence that may stand as evidence. */
const LEAST = 0.08;
/** A second quote must score at least this share of the first. */
const SECOND = 0.6;

/**
 * The sentences that earned a signal, best first, at most two; neighbours become one quote.
 * A sentence counts by what sentences like it earned from the graders, and by whether it speaks of the signal's matters.
 */
export function chooseEvidence(signal: SignalId, sentences: readonly ScoredSentence[], text: string): Quote[] {
  const column = SIGNALS.indexOf(signal);
  const own = signalConcepts[signal];
  const ranked = sentences
    .map((s, at) => ({
      at,
      s,
      value:
        (s.scores[column] as number) +
        0.3 * (s.scores[SIGNALS.length] as number) +
        0.03 * Math.min(2, own.filter((c) => (s.reading.concepts[c] as number) > 0).length),
    }))
    .filter(({ s }) => s.reading.stems.length >= 3)
    .toSorted((a, b) => b.value - a.value || a.at - b.at);
  const first = ranked[0];
  if (first === undefined || first.value < LEAST) return [];
  const second = ranked[1];
  const chosen = second !== undefined && second.value >= SECOND * first.value ? [first, second] : [first];
  if (chosen.length === 2 && Math.abs(chosen[0]!.at - chosen[1]!.at) === 1) {
    const [a, b] = chosen.toSorted((x, y) => x.at - y.at) as [typeof first, typeof first];
    return [{ from: a.s.sentence.from, to: b.s.sentence.to, text: text.slice(a.s.sentence.from, b.s.sentence.to) }];
  }
  return chosen.map(({ s }) => ({
    from: s.sentence.from,
    to: s.sentence.to,
    text: text.slice(s.sentence.from, s.sentence.to),
  }));
}
