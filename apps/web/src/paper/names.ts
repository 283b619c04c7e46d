import type { FaultId, Level, QuestionKind, SignalId, Verdict } from '@legible/judge/rubric';
import { LEVEL_NAMES, VERDICT_NAMES } from '@legible/judge/rubric';

export const SIGNAL_LABELS: Record<SignalId, string> = {
  data: 'Data reasoning',
  evaluation: 'Evaluation judgment',
  failure: 'Failure analysis',
  production: 'Production consequence',
  tradeoff: 'Decisiveness',
  ownership: 'Ownership language',
  continuity: 'Continuity',
  scope: 'Scope calibration',
};

/** What the panel listens for, in one line. */
export const SIGNAL_ABOUT: Record<SignalId, string> = {
  data: 'Where labels and features come from, and how they lie.',
  evaluation: 'Why this metric, against what, on which split, and when it misleads.',
  failure: 'What goes wrong first, how you would find out, what you learned.',
  production: 'Latency, freshness, drift, rollout, and the way back.',
  tradeoff: 'Which constraint dominates, and what you give up by name.',
  ownership: '“I decided, because, and it cost”, with an exact boundary.',
  continuity: 'The pattern in your work that already led here.',
  scope: 'What work is in scope, and what the band pays for.',
};

export const FAULT_LABELS: Record<FaultId, string> = {
  passion: 'Enthusiasm as a reason',
  apology: 'Apology',
  'borrowed-we': 'Borrowed “we”',
  'decorative-metric': 'Decorative metric',
  'accuracy-on-imbalance': 'Accuracy on a rare class',
  'leaky-split': 'Leaky split',
  'model-first': 'Model first',
  'no-baseline': 'No baseline',
  'offline-only': 'Offline only',
  'no-rollback': 'No way back',
  'label-from-nowhere': 'Labels from nowhere',
  'buzzword-list': 'List of terms',
  'vague-claim': 'Claim nobody can check',
  'wrong-claim': 'Wrong claim',
  'it-depends': '“It depends”',
  'bare-demand': 'Bare demand',
  'off-topic': 'Off the question',
};

export const KIND_LABELS: Record<QuestionKind, string> = {
  transition: 'Transition story',
  'why-mle': 'Why MLE',
  'story-data': 'Failure from bad data',
  'story-rollout': 'Failure from a rollout',
  'story-metric': 'Failure from a metric',
  'design-ranking': 'Design: ranking',
  'design-prediction': 'Design: prediction',
  probe: 'Sharp probe',
  comp: 'Level and pay',
};

export const KIND_ABOUT: Record<QuestionKind, string> = {
  transition: 'From software to models, in one minute or three, checkable.',
  'why-mle': 'A reason that is not a passion.',
  'story-data': 'A time bad data hurt something that was yours.',
  'story-rollout': 'A launch that went wrong, and what you did.',
  'story-metric': 'A number that rose while the product got worse.',
  'design-ranking': 'Search, feeds, ads: what to show first, and how you would know.',
  'design-prediction': 'Fraud, churn, arrival times: from goal to rollback.',
  probe: 'One narrow follow-up where most answers fall apart.',
  comp: 'What you ask for, and the scope it buys.',
};

/** "2 reasoned, perhaps 3": the level, and what else the calibrated set leaves open. */
export function levelWords(level: Level, set: readonly Level[]): string {
  return `${level} ${LEVEL_NAMES[level]}${perhaps(level, set, String)}`;
}

/** "lean no, perhaps lean yes". */
export function verdictWords(verdict: Verdict, set: readonly Verdict[]): string {
  return `${VERDICT_NAMES[verdict]}${perhaps(verdict, set, (other) => VERDICT_NAMES[other])}`;
}

function perhaps<T extends number>(chosen: T, set: readonly T[], name: (value: T) => string): string {
  const others = set.filter((value) => value !== chosen).toSorted((a, b) => a - b);
  return others.length === 0 ? '' : `, perhaps ${others.map(name).join(' or ')}`;
}

export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** How often, in words while they are short. */
export const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);

/** "1 interview", "3 interviews". */
export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const dayFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const timeFormat = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
export const day = (instant: string): string => dayFormat.format(new Date(instant));
export const time = (instant: string): string => timeFormat.format(new Date(instant));

/** True where a line already says the words that it is about, so that they need not stand above it too. */
export const quotes = (line: string, words: string): boolean => words === '' || line.includes(words.slice(0, 24));
