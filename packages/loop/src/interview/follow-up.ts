import type { FaultId, Finding, Judgment, Level, Question, SignalId } from '@legible/judge';
import { factsOf, factsOfSignal, type Facts } from '../language/facts.ts';
import type { Line } from '../language/line.ts';
import { chooseLine } from './choose-line.ts';
import { byGravity, spentLines } from './interrupt.ts';
import { judgmentRequest } from './interview.ts';
import { FAULT_LINES } from './lines/index.ts';
import { EMPTY_LINES, SIGNAL_LINES } from './lines/signals.ts';
import type { Aim, FollowUp, Interview, Reader } from './types.ts';

/** The signals a reply to a follow-up about a fault is judged on. */
export const SIGNALS_OF_FAULT: Readonly<Record<FaultId, readonly SignalId[]>> = {
  passion: ['continuity', 'ownership'],
  apology: ['ownership'],
  'borrowed-we': ['ownership'],
  'decorative-metric': ['evaluation'],
  'accuracy-on-imbalance': ['evaluation', 'data'],
  'leaky-split': ['data', 'evaluation'],
  'model-first': ['data', 'evaluation'],
  'no-baseline': ['evaluation', 'tradeoff'],
  'offline-only': ['evaluation', 'production'],
  'no-rollback': ['production', 'failure'],
  'label-from-nowhere': ['data'],
  'buzzword-list': ['tradeoff'],
  'vague-claim': ['evaluation', 'ownership'],
  'wrong-claim': ['evaluation', 'data'],
  'it-depends': ['tradeoff'],
  'bare-demand': ['scope'],
  'off-topic': ['tradeoff'],
};

/** Which signal to ask about first where two are equally low: the three that are fatal in real panels come first. */
const WEIGHT: readonly SignalId[] = [
  'data',
  'evaluation',
  'ownership',
  'tradeoff',
  'production',
  'failure',
  'scope',
  'continuity',
];

interface Candidate {
  readonly aim: Aim;
  /** Read only when its turn comes. */
  readonly facts: () => Facts;
  readonly signals: readonly SignalId[];
}

/**
 * The next follow-up, or null when enough was asked: first what was missing (absence faults and faults that were never
 * raised), then the lowest signal, then, for an answer with neither, the signal it was strongest on, one turn harder.
 */
export function chooseFollowUp(state: Interview, reader: Reader): FollowUp | null {
  const asked = state.followUps.length;
  const { least, most } = state.policy.followUps;
  if (asked >= most) return null;
  const { text } = judgmentRequest(state);
  const judgment = reader.judge(state.question, text);
  const weak = weaknesses(state, judgment, text);
  if (asked >= least && weak.length === 0) return null;
  const candidates = [...weak, ...strengths(state, judgment, text)];
  const spent = spentLines(state);
  for (const { aim, facts: read, signals } of candidates) {
    const facts = read();
    const lines = linesFor(aim);
    const line = chooseLine(lines, facts, spent, state.seed, `f${asked}`);
    if (line !== null) return ask(state, line.id, line.say(facts), facts.quote, aim, signals);
  }
  const empty = EMPTY_LINES.find(({ id }) => !spent.has(id));
  if (asked >= least || empty === undefined) return null;
  const signal = state.question.signals[0] ?? 'tradeoff';
  return ask(state, empty.id, empty.say(state.question), '', { kind: 'signal', signal }, [signal]);
}

function linesFor(aim: Aim): readonly Line[] {
  if (aim.kind === 'fault') return FAULT_LINES[aim.fault];
  return aim.kind === 'signal' ? SIGNAL_LINES[aim.signal] : [];
}

/** A follow-up as the interview takes it; `signals` are those its reply is judged on. */
export function ask(
  state: Interview,
  lineId: string,
  line: string,
  quote: string,
  aim: Aim,
  signals: readonly SignalId[],
): FollowUp {
  const id = `f${state.followUps.length + 1}`;
  const question: Question = { id: `${state.question.id}:${id}`, kind: 'probe', signals, seconds: 90, text: line };
  return { id, lineId, aim, question, quote, line, at: state.now, answered: false, reply: '' };
}

/** What was missing, gravest first: standing faults not yet raised, then signals at 0 or 1 from the lowest. */
function weaknesses(state: Interview, judgment: Judgment, text: string): readonly Candidate[] {
  const raised = new Set<FaultId>([
    ...state.interruptions.filter(({ status }) => status !== 'held').map(({ fault }) => fault),
    ...state.followUps.flatMap(({ aim }) => (aim.kind === 'fault' ? [aim.fault] : [])),
  ]);
  const asked = new Set<SignalId>(state.followUps.flatMap(({ aim }) => (aim.kind === 'signal' ? [aim.signal] : [])));
  const standing = byGravity(judgment.findings.filter(({ fault }) => !raised.has(fault)));
  const faults = standing.map((finding: Finding) => ({
    aim: { kind: 'fault' as const, fault: finding.fault },
    facts: () => factsOf(state.question, text, finding),
    signals: SIGNALS_OF_FAULT[finding.fault],
  }));
  const low = signalsBy(judgment, (level) => level <= 1).filter(({ signal }) => !asked.has(signal));
  const signals = low.map(({ signal, quote }) => aimAt(state.question, text, signal, quote));
  // One fault that could be quoted or is missing, then the lowest signal, then the rest.
  return [...faults.slice(0, 1), ...signals.slice(0, 1), ...faults.slice(1), ...signals.slice(1)];
}

function strengths(state: Interview, judgment: Judgment, text: string): readonly Candidate[] {
  return signalsBy(judgment, () => true)
    .toReversed()
    .map(({ signal, quote }) => aimAt(state.question, text, signal, quote));
}

function aimAt(question: Question, text: string, signal: SignalId, evidence: string): Candidate {
  return {
    aim: { kind: 'signal', signal },
    facts: () => factsOfSignal(question, text, signal, evidence),
    signals: [signal],
  };
}

/** The signals whose level passes, from the lowest, the weightier first among equals, each with its first evidence. */
function signalsBy(
  judgment: Judgment,
  passes: (level: Level) => boolean,
): readonly { signal: SignalId; quote: string }[] {
  return judgment.signals
    .filter(({ level }) => passes(level))
    .toSorted((a, b) => a.level - b.level || WEIGHT.indexOf(a.signal) - WEIGHT.indexOf(b.signal))
    .map(({ signal, evidence }) => ({ signal, quote: evidence[0]?.text ?? '' }));
}
