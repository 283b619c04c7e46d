import type { Question, SignalId } from '@legible/judge';
import { clip, clipQuestion } from '../language/sentences.ts';
import { mix, pick } from '../language/seeded.ts';
import { turnScore } from '../loop/means.ts';
import { PRESET, ROUND_TITLES } from '../loop/presets.ts';
import type { Loop, LoopHost } from '../loop/types.ts';
import { decidingOf } from './ablation.ts';
import { debriefOf } from './debrief.ts';
import { SIGNAL_NAMES, strongestOf, weakestOf } from './exhibits.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import type { Exhibit, NextThing, Packet } from './types.ts';
import { votesOf } from './votes.ts';

/** Mean vote from which the panel offers the preset's middle level, and its highest. */
const MIDDLE = 3.1;
const HIGHEST = 3.5;
/** Mean level below which a signal wants more than another question. */
const WEAK = 1.5;

/**
 * The packet of a loop, finished or left: independent votes, the debrief, the decision with the sentence it turned on (found by
 * judging again without it), the fatal gap, the level, three things to do next.
 */
export function makePacket(loop: Loop, host: LoopHost): Packet {
  const outcome = outcomeOf(loop, loop.turns);
  const votes = votesOf(loop, host);
  const deciding = decidingOf(loop, host, outcome);
  const fatal = fatalOf(loop, outcome);
  const level = levelOf(loop, outcome);
  const decided = { decision: outcome.decision, score: outcome.score, votes, deciding, fatal, level };
  return {
    ...decided,
    debrief: debriefOf(loop, decided),
    next: nextOf(loop, outcome, host.bank),
    means: outcome.means,
    interruptions: loop.turns.reduce((sum, { interview }) => sum + interview.interruptions.length, 0),
    rescued: loop.rescue !== null,
    endedEarly: loop.endedEarly,
  };
}

function fatalOf(loop: Loop, { fatal }: Outcome): Packet['fatal'] {
  if (fatal === null) return null;
  const { gap, mean } = fatal;
  const exhibit = weakestOn(loop, gap);
  const name = SIGNAL_NAMES[gap];
  const words = exhibit === null ? 'no words at all' : `“${exhibit.words}”`;
  const sentence =
    pick(
      [
        `The gap is ${name}, ${mean.toFixed(2)} of 3 on average, and ${words} is what stood in its place.`,
        `On ${name} they averaged ${mean.toFixed(2)} of 3, and where it was asked for we got ${words}.`,
      ],
      loop.seed,
      words,
    ) ?? '';
  return { gap, mean, exhibit, sentence };
}

/** The last words of the turn that was weakest on a signal it called for. */
function weakestOn(loop: Loop, signal: SignalId): Exhibit | null {
  const levelIn = (i: number) =>
    loop.turns[i]?.readings[0]?.judgment.signals.find((one) => one.signal === signal)?.level;
  const called = loop.turns
    .map((_, i) => i)
    .filter((i) => levelIn(i) !== undefined && loop.turns[i]?.readings[0]?.text.trim() !== '');
  const worst = called.toSorted(
    (a, b) => (levelIn(a) ?? 0) - (levelIn(b) ?? 0) || turnScore(loop.turns[a]!) - turnScore(loop.turns[b]!),
  )[0];
  return worst === undefined ? null : weakestOf(loop, [loop.turns[worst]!]);
}

function levelOf(loop: Loop, { score, decision, means }: Outcome): Packet['level'] {
  const [lowest, middle, highest] = PRESET[loop.preset].levels;
  const ranked = (Object.entries(means) as [SignalId, number][]).toSorted((a, b) => b[1] - a[1]);
  const [best, worst] = [ranked[0], ranked.at(-1)];
  const quote = strongestOf(loop, loop.turns);
  const weak = weakestOf(loop, loop.turns, quote?.words);
  const words = (exhibit: Exhibit | null) => (exhibit === null ? 'nothing quotable' : `“${clip(exhibit.words, 14)}”`);
  const named = (entry: [SignalId, number] | undefined) =>
    entry === undefined ? 'nothing' : `${SIGNAL_NAMES[entry[0]]} at ${entry[1].toFixed(2)}`;
  if (decision === 'no-hire' || decision === 'lean-no')
    return {
      title: null,
      why: `${words(weak)} with ${named(worst)} is below the work of ${lowest}, ${quote === null ? 'and no words of theirs stand against it' : `whatever ${words(quote)} promised`}.`,
    };
  if (decision === 'lean-yes' || score < MIDDLE)
    return {
      title: lowest,
      why: `${words(quote)} carries ${lowest}; the step to ${middle} fails on ${words(weak)} and ${named(worst)}.`,
    };
  const decisive = (means.tradeoff ?? 0) >= 2 && (means.ownership ?? 0) >= 2;
  if (score >= HIGHEST && decisive)
    return {
      title: highest,
      why: `${words(quote)}, ${named(best)} and decisions of their own are the work of ${highest}.`,
    };
  return {
    title: middle,
    why: `${words(quote)} with ${named(best)} is ${middle}; for ${highest} we would want more than ${words(weak)}.`,
  };
}

function nextOf(loop: Loop, { means }: Outcome, bank: readonly Question[]): readonly NextThing[] {
  const next: NextThing[] = [];
  const asked = new Set(loop.asked);
  const worst = loop.turns
    .filter(({ planned }) => planned.as === 'question' || planned.as === 'probe')
    .toSorted((a, b) => turnScore(a) - turnScore(b))[0];
  if (worst !== undefined) {
    const weak = weakestOf(loop, [worst]);
    const { question } = worst.interview;
    const from =
      weak === null
        ? 'start with any decision you made'
        : `put a reason or a price where you said “${clip(weak.words)}”`;
    next.push({
      kind: 'again',
      target: question.id,
      sentence: `Answer “${clipQuestion(question.text)}” again and ${from}.`,
    });
  }
  const ranked = (Object.entries(means) as [SignalId, number][]).toSorted((a, b) => a[1] - b[1]);
  for (const [signal, mean] of ranked) {
    if (next.length >= 2) break;
    const open = bank.filter((one) => !asked.has(one.id) && one.signals[0] === signal);
    const question = open.toSorted((a, b) => mix(loop.seed, a.id) - mix(loop.seed, b.id))[0];
    if (question === undefined) continue;
    const weak = weakestOn(loop, signal);
    const because = weak === null ? '' : `, because “${clip(weak.words)}” was your ${SIGNAL_NAMES[signal]}`;
    next.push({
      kind: 'question',
      target: question.id,
      sentence: `Take “${clipQuestion(question.text)}” next${because}, ${mean.toFixed(2)} of 3.`,
    });
  }
  const wrong = loop.sums.find(({ right }) => !right);
  if (wrong !== undefined)
    next.push({
      kind: 'sum',
      target: wrong.id,
      sentence: `Work out by hand what “${wrong.quote}” comes to (${wrong.working}) until you can say it while talking.`,
    });
  const [weakest] = ranked;
  const remedy = weakest === undefined || weakest[1] >= WEAK ? null : remedyOf(loop, weakest[0]);
  if (remedy !== null) next.push(remedy);
  const low = loop.rounds
    .map((round, i) => ({ round, i, turns: loop.turns.filter((turn) => turn.round === i) }))
    .filter(({ turns }) => turns.length > 0)
    .toSorted((a, b) => mean(a.turns.map(turnScore)) - mean(b.turns.map(turnScore)))[0];
  if (low !== undefined) {
    const weak = weakestOf(loop, low.turns);
    const words = weak === null ? 'silence' : `“${clip(weak.words)}”`;
    next.push({
      kind: 'round',
      target: low.round.kind,
      sentence: `Sit the ${ROUND_TITLES[low.round.kind]} alone, ${mean(low.turns.map(turnScore)).toFixed(2)} of 4 this time, and get past ${words}.`,
    });
  }
  if (next.length < 3) {
    const any = strongestOf(loop, loop.turns);
    const words =
      any === null
        ? 'one decision of yours, with its date and its price'
        : `“${clip(any.words)}” as a story with its date and its price`;
    next.push({ kind: 'story', target: 'dossier', sentence: `Write down ${words}.` });
  }
  return next.slice(0, 3);
}

/** What works on a weak signal better than another question: a run of the lab, or a story written down. */
function remedyOf(loop: Loop, signal: SignalId): NextThing | null {
  const weak = weakestOn(loop, signal);
  if (weak === null) return null;
  const words = clip(weak.words);
  if (signal === 'ownership' || signal === 'continuity')
    return {
      kind: 'story',
      target: 'dossier',
      sentence: `Write down what “${words}” was about, with the decision that was yours, its date and its price.`,
    };
  if (signal === 'scope' || signal === 'tradeoff') return null;
  return {
    kind: 'lab',
    target: signal,
    sentence: `Run the lab once and pay for what “${words}” left open on ${SIGNAL_NAMES[signal]}.`,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
}
