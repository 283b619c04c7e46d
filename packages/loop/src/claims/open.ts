import { clip } from '../language/sentences.ts';
import type { SignalId } from '@legible/judge';
import type { Claim } from './types.ts';

/** A question that a claim leaves open, with its condition on the claims of the topic so far. */
export interface OpenLine {
  readonly id: string;
  readonly signals: readonly SignalId[];
  /** True where this claim, among the others of its topic, leaves the question open. */
  when(claim: Claim, others: readonly Claim[]): boolean;
  say(claim: Claim): string;
}

const has = (others: readonly Claim[], kind: Claim['kind']) => others.some((claim) => claim.kind === kind);
const quote = (claim: Claim) => claim.quote;

export const OPEN_LINES: readonly OpenLine[] = [
  {
    id: 'open-metric-baseline',
    signals: ['evaluation'],
    when: (c, o) => c.kind === 'metric' && !has(o, 'baseline'),
    say: (c) => `You measure ${c.term} and have set nothing beside it. What does the present way of doing it reach?`,
  },
  {
    id: 'open-metric-reason',
    signals: ['evaluation'],
    when: (c) => c.kind === 'metric' && c.reason === null,
    say: (c) => `“${quote(c)}”: finish that with a because. Why ${c.term} and not the next best?`,
  },
  {
    id: 'open-metric-split',
    signals: ['evaluation', 'data'],
    when: (c, o) => c.kind === 'metric' && !has(o, 'split'),
    say: (c) =>
      `On which rows is ${c.term} computed, and what makes sure that the model has never seen their neighbours?`,
  },
  {
    id: 'open-metric-decision',
    signals: ['evaluation', 'tradeoff'],
    when: (c) => c.kind === 'metric',
    say: (c) => `${c.term} falls by a tenth tomorrow. Who decides what, before lunch?`,
  },
  {
    id: 'open-label-delay',
    signals: ['data'],
    when: (c) => c.kind === 'label-source',
    say: (c) =>
      `You take ${c.term} as the label. How long until the last of them is in, and what are the rows until then?`,
  },
  {
    id: 'open-label-lie',
    signals: ['data'],
    when: (c) => c.kind === 'label-source' && c.reason === null,
    say: (c) => `Give me a case with ${c.term} and no truth in it, and one with truth and no ${c.term}.`,
  },
  {
    id: 'open-label-selection',
    signals: ['data', 'evaluation'],
    when: (c, o) => c.kind === 'label-source' && has(o, 'model'),
    say: (c) =>
      `Once the model acts, ${c.term} exist only for what it let through. What does the second version learn from?`,
  },
  {
    id: 'open-split-number',
    signals: ['data', 'evaluation'],
    when: (c) => c.kind === 'split' && c.value === 'by time',
    say: (c) =>
      `“${quote(c)}”. How wide is the gap between the last training day and the first test day, and why that wide?`,
  },
  {
    id: 'open-split-random',
    signals: ['data', 'evaluation'],
    when: (c) => c.kind === 'split' && c.value === 'random',
    say: (c) => `“${quote(c)}”. Name two rows that must never be on different sides of that.`,
  },
  {
    id: 'open-split-entity',
    signals: ['data', 'evaluation'],
    when: (c) => c.kind === 'split' && c.value === 'by entity',
    say: (c) =>
      `“${quote(c)}” protects you from meeting the same one twice. What protects you from meeting the future?`,
  },
  {
    id: 'open-baseline-number',
    signals: ['evaluation'],
    when: (c, o) => c.kind === 'baseline' && !has(o, 'number'),
    say: (c) => `“${quote(c)}”. What does it score, and at which gap do you leave it in place?`,
  },
  {
    id: 'open-baseline-cost',
    signals: ['tradeoff', 'production'],
    when: (c) => c.kind === 'baseline',
    say: (c) => `You compare: “${quote(c)}”. What does the winner cost more to run, and is that in the comparison?`,
  },
  {
    id: 'open-model-labels',
    signals: ['data'],
    when: (c, o) => c.kind === 'model' && !has(o, 'label-source'),
    say: (c) => `${c.term} came up and no label did. What is the target column, and who fills it in?`,
  },
  {
    id: 'open-model-reason',
    signals: ['tradeoff'],
    when: (c) => c.kind === 'model' && c.reason === null,
    say: (c) => `“${quote(c)}” has no reason in it. What about this data asks for ${c.term}?`,
  },
  {
    id: 'open-model-serving',
    signals: ['production'],
    when: (c) => c.kind === 'model',
    say: (c) => `Serving ${c.term}: what has to be there at request time, when is it not, and what goes out then?`,
  },
  {
    id: 'open-number-source',
    signals: ['evaluation', 'ownership'],
    when: (c) => c.kind === 'number' && c.reason === null,
    say: (c) => `“${quote(c)}”. Where did you read that number: a query of yours, a dashboard, or a slide?`,
  },
  {
    id: 'open-number-range',
    signals: ['evaluation'],
    when: (c) => c.kind === 'number',
    say: (c) => `“${quote(c)}”. How far off could that figure be before you would have decided otherwise?`,
  },
  {
    id: 'open-number-when',
    signals: ['data', 'evaluation'],
    when: (c) => c.kind === 'number' && c.value !== 'year',
    say: (c) => `“${quote(c)}”: in which month, and what is it today?`,
  },
  {
    id: 'open-choice-reason',
    signals: ['tradeoff', 'ownership'],
    when: (c) => c.kind === 'choice' && c.reason === null,
    say: (c) => `“${quote(c)}”. Because?`,
  },
  {
    id: 'open-choice-against',
    signals: ['tradeoff', 'ownership'],
    when: (c) => c.kind === 'choice',
    say: (c) => `“${quote(c)}”. Who wanted the other thing, and what did they know that you did not?`,
  },
  {
    id: 'open-choice-price',
    signals: ['tradeoff'],
    when: (c) => c.kind === 'choice' && c.reason !== null,
    say: (c) => `You gave the reason: “${c.reason === null ? '' : clip(c.reason, 10)}”. What is the bill for it?`,
  },
  {
    id: 'open-choice-undo',
    signals: ['production', 'tradeoff'],
    when: (c, o) => c.kind === 'choice' && !has(o, 'baseline'),
    say: (c) => `Undo it: “${quote(c)}”. How long does going back take, and what stays broken?`,
  },
];
