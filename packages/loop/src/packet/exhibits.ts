import type { FaultId, SignalId } from '@legible/judge';
import { clip, sentencesOf } from '../language/sentences.ts';
import type { Loop, Turn } from '../loop/types.ts';
import type { Exhibit } from './types.ts';

export const SIGNAL_NAMES: Readonly<Record<SignalId, string>> = {
  data: 'data reasoning',
  evaluation: 'evaluation judgment',
  failure: 'failure analysis',
  production: 'production consequence',
  tradeoff: 'decisiveness',
  ownership: 'ownership language',
  continuity: 'continuity',
  scope: 'scope calibration',
};

/** What each fault is, as half a sentence after the words that show it. */
export const FAULT_NAMES: Readonly<Record<FaultId, string>> = {
  passion: 'a feeling where a reason was due',
  apology: 'an apology where a fact was due',
  'borrowed-we': 'a story in which I cannot find the speaker',
  'decorative-metric': 'a metric with no goal behind it',
  'accuracy-on-imbalance': 'a number that a constant guess would beat',
  'leaky-split': 'training on what one cannot know yet',
  'model-first': 'an architecture before a problem',
  'no-baseline': 'nothing simpler to beat',
  'offline-only': 'a launch on an offline number',
  'no-rollback': 'a launch with no way back',
  'label-from-nowhere': 'a model whose labels nobody makes',
  'buzzword-list': 'a list with no thread',
  'vague-claim': 'a result that nobody could check',
  'wrong-claim': 'a statement that is false',
  'it-depends': 'a choice handed back to me',
  'bare-demand': 'a demand with no work behind it',
  'off-topic': 'not an answer to what was asked',
};

/** Everything that was judged well or badly in a turn, with the words. */
export function exhibitsOf(turn: Turn, index: number): readonly Exhibit[] {
  const found: Exhibit[] = [];
  turn.readings.forEach(({ text, judgment }, reading) => {
    const base = { round: turn.round, turn: index, reading };
    for (const { signal, level, evidence } of judgment.signals) {
      const [quote] = evidence;
      if (level < 2 || quote === undefined) continue;
      const { from, to } = quote;
      found.push({ ...base, words: clip(quote.text, 22), from, to, signal, level, fault: null });
    }
    for (const { fault, quote } of judgment.findings) {
      const said = quote.text === '' ? sentencesOf(text).at(-1) : quote;
      if (said === undefined) continue;
      const { from, to } = said;
      found.push({ ...base, words: clip(said.text, 22), from, to, signal: null, level: null, fault });
    }
  });
  return found;
}

/** The strongest words of some turns: the highest level, of the answer with the best score. */
export function strongestOf(loop: Loop, turns: readonly Turn[]): Exhibit | null {
  const good = allExhibits(loop, turns).filter(({ level }) => level !== null);
  return best(good, (one) => (one.level ?? 0) + scoreAt(loop, one) / 10);
}

/** The weakest words of some turns: a fault in the answer with the lowest score; without one, its last sentence that earned nothing. Null for answers with neither. */
export function weakestOf(loop: Loop, turns: readonly Turn[], avoid = ''): Exhibit | null {
  const faults = allExhibits(loop, turns).filter(({ fault, words }) => fault !== null && words !== avoid);
  const worst = best(faults, (one) => -scoreAt(loop, one));
  if (worst !== null) return worst;
  const plain = turns.flatMap((turn) => {
    const at = loop.turns.indexOf(turn);
    return turn.readings.flatMap(({ text, judgment }, reading): readonly Exhibit[] => {
      if (judgment.signals.every(({ level }) => level >= 2)) return [];
      const earned = judgment.signals.flatMap(({ evidence }) => evidence);
      const said = sentencesOf(text).findLast(
        ({ from, to, text: one }) =>
          clip(one, 22) !== avoid && !earned.some((quote) => quote.from < to && quote.to > from),
      );
      if (said === undefined) return [];
      const low = judgment.signals.toSorted((a, b) => a.level - b.level)[0];
      return [
        {
          round: turn.round,
          turn: at,
          reading,
          words: clip(said.text, 22),
          from: said.from,
          to: said.to,
          signal: low?.signal ?? null,
          level: low?.level ?? null,
          fault: null,
        },
      ];
    });
  });
  return best(plain, (one) => -scoreAt(loop, one));
}

function allExhibits(loop: Loop, turns: readonly Turn[]): readonly Exhibit[] {
  return turns.flatMap((turn) => exhibitsOf(turn, loop.turns.indexOf(turn)));
}

function scoreAt(loop: Loop, { turn, reading }: Exhibit): number {
  return loop.turns[turn]?.readings[reading]?.judgment.score ?? 1;
}

function best<T>(items: readonly T[], value: (item: T) => number): T | null {
  let top: T | null = null;
  for (const item of items) if (top === null || value(item) > value(top)) top = item;
  return top;
}
