import type { Quote } from '../judgment.ts';
import { SIGNALS, type SignalId } from '../rubric.ts';
import type { Parts, ScoredSentence } from './score.ts';
import { signalConcepts } from './sentence-reading.ts';

/** Least score of a sentence that may stand as evidence. */
const LEAST = 0.08;
/** A further sentence must score at least this share of the first. */
const FURTHER = 0.5;
/** Sentences quoted at most; a short answer has fewer, since a quote of everything points at nothing. */
const MOST = 3;

/**
 * The sentences that earned a signal, best first, at most three and never more than half, rounded up; neighbours become one quote.
 * A sentence counts by what sentences like it earned from the graders, and by whether it speaks of the signal's matters; as
 * far as a text is read as a passage, by what graders of passages would find it worth.
 */
export function chooseEvidence(
  signal: SignalId,
  sentences: readonly Omit<ScoredSentence, 'vector'>[],
  text: string,
  { share, passage }: Pick<Parts, 'share' | 'passage'>,
): Quote[] {
  const column = SIGNALS.indexOf(signal);
  const own = signalConcepts[signal];
  const ranked = sentences
    .map((s, at) => {
      const spoken = own.filter((c) => (s.reading.concepts[c] as number) > 0).length;
      const answer =
        (s.scores[column] as number) + 0.3 * (s.scores[SIGNALS.length] as number) + 0.03 * Math.min(2, spoken);
      const worth =
        passage === null ? 0 : ((passage.worths[at]?.[1 + column] ?? 0) + (passage.worths[at]?.[0] ?? 0)) / 2;
      return { at, s, value: (1 - share) * answer + share * worth };
    })
    .filter(({ s }) => s.reading.stems.length >= 3)
    .toSorted((a, b) => b.value - a.value || a.at - b.at);
  const first = ranked[0];
  if (first === undefined || first.value < LEAST) return [];
  const most = Math.max(1, Math.min(MOST, Math.ceil(sentences.length / 2)));
  const chosen = ranked.slice(0, most).filter(({ value }) => value >= FURTHER * first.value);
  const quotes: { best: number; from: number; to: number; last: number }[] = [];
  for (const { at, s, value } of chosen.toSorted((a, b) => a.at - b.at)) {
    const before = quotes.at(-1);
    if (before !== undefined && before.last === at - 1) {
      before.last = at;
      before.to = s.sentence.to;
      before.best = Math.max(before.best, value);
    } else quotes.push({ best: value, from: s.sentence.from, to: s.sentence.to, last: at });
  }
  return quotes
    .toSorted((a, b) => b.best - a.best || a.from - b.from)
    .map(({ from, to }) => ({ from, to, text: text.slice(from, to) }));
}
