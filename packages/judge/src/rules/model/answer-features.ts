import { FAULTS, type FaultId } from '../../rubric.ts';
import { MOVE_NAMES, type Move } from '../reading/moves.ts';
import type { Answer } from '../reading/answer.ts';
import { compilePhrases } from '../reading/pattern.ts';
import { matchWords } from '../reading/reading.ts';
import type { Rule } from '../rule.ts';
import { fold } from '../reading/answer.ts';

/** How a fault's sentence scores lie in the answer: log odds of the best and second-best sentence, and where the best is. */
export interface Peak {
  readonly top: number;
  readonly second: number;
  readonly above: number;
  readonly at: number;
  readonly mean: number;
}

export function peakOf(scores: readonly number[]): Peak {
  let top = -8;
  let second = -8;
  let at = 0;
  let above = 0;
  let sum = 0;
  scores.forEach((score, i) => {
    sum += Math.max(-6, Math.min(6, score));
    if (score > -1) above++;
    if (score > top) {
      second = top;
      top = score;
      at = i;
    } else if (score > second) second = score;
  });
  return { top, second, above, at, mean: sum / Math.max(1, scores.length) };
}

/** Features of the whole answer that every fault's model shares. */
export function answerFeatures(answer: Answer, peaks: ReadonlyMap<FaultId, Peak>): [string, number][] {
  const out: [string, number][] = [];
  const words = Math.max(1, answer.words);
  out.push(
    [`k:${answer.asked.kind}`, 1],
    ['logWords', Math.log(1 + words) / 5],
    ['logSentences', Math.log(1 + answer.readings.length) / 3],
  );
  out.push(
    ['i', Math.min(1, (answer.i / words) * 12)],
    ['we', Math.min(1, (answer.we / words) * 12)],
    ['you', Math.min(1, (answer.you / words) * 12)],
  );
  out.push(
    ['terms', Math.min(1, (answer.terms / words) * 5)],
    ['numbers', answer.numbers / Math.max(1, answer.readings.length)],
    ['asks', answer.questions / Math.max(1, answer.readings.length)],
  );
  out.push(
    ['cover', answer.cover],
    ['coverAsk', answer.coverAsk],
    ['coverRare', answer.coverRare],
    ['echo', Math.min(1, answer.echo * 3)],
    ['variety', answer.variety],
  );
  for (const move of MOVE_NAMES) if (answer.shares[move] > 0) out.push([`s:${move}`, answer.shares[move]]);
  for (const topic of answer.topics) out.push([`t:${topic}`, 1]);
  for (const fault of FAULTS) {
    const peak = peaks.get(fault);
    if (peak !== undefined) out.push([`x:${fault}`, clamp(peak.top) / 8]);
  }
  return out;
}

/** Features that one fault's model adds. */
export function ownAnswerFeatures(rule: Rule, answer: Answer, peak: Peak | undefined): [string, number][] {
  const out: [string, number][] = [];
  if (peak !== undefined) {
    out.push(
      ['top', clamp(peak.top)],
      ['second', clamp(peak.second) / 2],
      ['above', Math.log(1 + peak.above)],
      ['mean', peak.mean / 2],
    );
    const next = answer.readings[peak.at + 1];
    if (next !== undefined && matchWords(next, TAKEN_BACK) !== null) out.push(['n:taken-back', 3]);
    if (next === undefined) out.push(['n:last', 1]);
    else for (const move of LINKING) if (next.moves.has(move)) out.push([`n:${move}`, 1]);
  }
  for (const name of rule.whole?.(answer) ?? []) out.push([`${rule.fault}:${name}`, 1.5]);
  if (rule.fault === 'off-topic' || rule.fault === 'it-depends') {
    const seen = new Set<string>();
    for (const reading of answer.readings)
      for (const word of reading.words) if (word.norm.length > 2 && !/^\d/.test(word.norm)) seen.add(fold(word.norm));
    for (const word of seen) out.push([`a:${word}`, 0.3]);
  }
  return out;
}

/** Said in the next sentence, it takes the last one back. */
const TAKEN_BACK = compilePhrases([
  '{that|this|it|which} {was|is} {the|my|our|a|exactly the}? {problem|mistake|trap|error|bug|trouble|point where}',
  '{i|we} {was|were} wrong',
  '{that|this|it} {was|is|turned out} {wrong|false|nonsense|a leak|not true|misleading}',
  '{that|this|it} {told|tells|says|said|meant|means} {us|me|you}? nothing',
  'i would not do that',
]);

const LINKING: readonly Move[] = [
  'because',
  'critical',
  'contrast',
  'cost',
  'chose',
  'negated',
  'measured',
  'virtue',
  'general',
];

function clamp(score: number): number {
  return Math.max(-6, Math.min(6, score));
}
