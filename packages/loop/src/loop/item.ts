import type { Question, SignalId } from '@legible/judge';
import { chooseLine } from '../interview/choose-line.ts';
import { SIGNAL_LINES } from '../interview/lines/signals.ts';
import { factsOfSignal } from '../language/facts.ts';
import { mix, pick } from '../language/seeded.ts';
import { BARE_CONSTRAINTS, CONSTRAINT_LINES } from './lines/constraints.ts';
import { CONCERN_LEADS } from './lines/openings.ts';
import { STAGE } from './lines/stages.ts';
import { meanLevels } from './means.ts';
import { PRESET, ROUND_TITLES } from './presets.ts';
import type { Loop, LoopHost, Planned, StageId, Turn } from './types.ts';

/** A planned item made into a question; `spends` are the lines it uses up. */
export interface Opened {
  readonly question: Question;
  readonly topic: string;
  readonly spends: readonly string[];
}

/** Makes the question of a planned item from what was said so far; null where nothing unasked is left for it. */
export function openItem(loop: Loop, planned: Planned, host: LoopHost): Opened | null {
  switch (planned.as) {
    case 'question':
      return { question: planned.question, topic: topicOf(planned.question), spends: [] };
    case 'stage':
      return openStage(loop, planned.stage, planned.question);
    case 'constraint':
      return openConstraint(loop, planned.question);
    case 'truth':
      if (host.mark === undefined)
        throw new RangeError('mark: a round about a run needs a host that can mark replies; give one.');
      return { question: planned.question, topic: 'own-run', spends: [] };
    case 'probe':
      return openProbe(loop, host);
    case 'concern':
      return openConcern(loop, planned.rank, host);
  }
}

function topicOf({ id, kind }: Question): string {
  return kind === 'probe' || kind.startsWith('design') ? id : 'own-work';
}

const spentOf = (loop: Loop) => new Set(loop.spent);

/** What the candidate said last in this design, replies included. */
function lastWords(loop: Loop, topic: string): string {
  const turn = loop.turns.findLast((one) => one.topic === topic);
  return turn?.readings.map(({ text }) => text).join('\n') ?? '';
}

function openStage(loop: Loop, stage: StageId, design: Question): Opened | null {
  const { signals, seconds, lines, bare } = STAGE[stage];
  const text = lastWords(loop, design.id);
  const facts = factsOfSignal({ ...design }, text, signals[0] ?? 'evaluation', '');
  const line = chooseLine(lines, facts, spentOf(loop), loop.seed, `${design.id}:${stage}`);
  const spoken =
    line ??
    pick(
      bare.filter(({ id }) => !loop.spent.includes(id)),
      loop.seed,
      design.id,
      stage,
    );
  if (spoken === null) return null;
  const said = line === null ? (spoken as { say(design: string): string }).say(design.text) : line.say(facts);
  const question: Question = { id: `${design.id}:${stage}`, kind: 'probe', signals, seconds, text: said };
  return { question, topic: design.id, spends: [spoken.id] };
}

function openConstraint(loop: Loop, design: Question): Opened | null {
  const text = lastWords(loop, design.id);
  const facts = factsOfSignal({ ...design }, text, 'tradeoff', '');
  const line = chooseLine(CONSTRAINT_LINES, facts, spentOf(loop), loop.seed, `${design.id}:change`);
  const bare = pick(
    BARE_CONSTRAINTS.filter(({ id }) => !loop.spent.includes(id)),
    loop.seed,
    design.id,
  );
  const said = line?.say(facts) ?? bare?.say(design.text);
  if (said === undefined) return null;
  const question: Question = {
    id: `${design.id}:change`,
    kind: 'probe',
    signals: ['tradeoff', 'data'],
    seconds: 180,
    text: said,
  };
  return { question, topic: design.id, spends: [line?.id ?? bare?.id ?? ''] };
}

/**
 * The probe that asks most about what was weak: for each of its signals the distance of the mean so far from 3 (2 where nothing is
 * known, one more where the company probes it first), divided by one more than how often the round probed it already.
 */
function openProbe(loop: Loop, { bank }: LoopHost): Opened | null {
  const means = meanLevels(loop.turns);
  const firsts = PRESET[loop.preset].probes;
  const here = loop.turns.filter(({ round }) => round === loop.round);
  const probed = (signal: SignalId) =>
    here.filter(({ interview }) => interview.question.signals.includes(signal)).length;
  const weight = (signal: SignalId) =>
    (3 - (means[signal] ?? (firsts.includes(signal) ? 0 : 1))) / (1 + probed(signal));
  const open = bank.filter(({ id, kind }) => kind === 'probe' && !loop.asked.includes(id));
  const best = open.toSorted(
    (a, b) =>
      sum(b.signals.map(weight)) / b.signals.length - sum(a.signals.map(weight)) / a.signals.length ||
      mix(loop.seed, a.id) - mix(loop.seed, b.id),
  )[0];
  return best === undefined ? null : { question: best, topic: best.id, spends: [] };
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** Weakest signals of turns before this round, each with the turn that was weakest on it, weakest first. */
export function concernsOf(
  turns: readonly Turn[],
): readonly { readonly turn: Turn; readonly signal: SignalId; readonly level: number }[] {
  const weakest = new Map<SignalId, { turn: Turn; signal: SignalId; level: number; score: number }>();
  for (const turn of turns) {
    const first = turn.readings[0];
    if (first === undefined) continue;
    for (const { signal, level } of first.judgment.signals) {
      const known = weakest.get(signal);
      const score = level + first.judgment.score / 10;
      if (known === undefined || score < known.score) weakest.set(signal, { turn, signal, level, score });
    }
  }
  return [...weakest.values()].toSorted((a, b) => a.score - b.score);
}

function openConcern(loop: Loop, rank: number, host: LoopHost): Opened | null {
  const lead = pick(
    CONCERN_LEADS.filter(({ id }) => !loop.spent.includes(id)),
    loop.seed,
    'lead',
    rank,
  );
  const concerns = concernsOf(loop.turns.filter(({ round }) => round < loop.round));
  for (const { turn, signal } of concerns.slice(rank)) {
    const text = turn.readings[0]?.text ?? '';
    const facts = factsOfSignal(turn.interview.question, text, signal, '');
    const line = chooseLine(SIGNAL_LINES[signal], facts, spentOf(loop), loop.seed, `concern ${rank}`);
    const kind = loop.rounds[turn.round]?.kind;
    if (line === null || lead === null || kind === undefined) continue;
    const question: Question = {
      id: `panel:${loop.round}:${rank}`,
      kind: 'probe',
      signals: signal === 'ownership' ? ['ownership', 'tradeoff'] : [signal, 'ownership'],
      seconds: 120,
      text: `${lead.say(ROUND_TITLES[kind])} ${line.say(facts)}`,
    };
    return { question, topic: turn.topic, spends: [line.id, lead.id] };
  }
  return openProbe(loop, host);
}
