import type { SignalId } from '@legible/judge';
import type { Policy } from '../interview/types.ts';
import type { PresetId, RoundKind, StyleId } from './types.ts';

/** A kind of company: which rounds it holds, with whom, what it weighs, and what levels it offers. */
export interface Preset {
  readonly title: string;
  readonly rounds: readonly { readonly kind: RoundKind; readonly style: StyleId }[];
  /** Signals this company probes first in the depth round. */
  readonly probes: readonly SignalId[];
  /** From the lowest it would offer to the highest. */
  readonly levels: readonly [string, string, string];
  /** Mean vote, 1 to 4, from which it hires. */
  readonly bar: number;
}

export const PRESET: Readonly<Record<PresetId, Preset>> = {
  'late-stage': {
    title: 'Late-stage company',
    rounds: [
      { kind: 'recruiter-screen', style: 'friendly' },
      { kind: 'hiring-manager', style: 'skeptic' },
      { kind: 'design-ranking', style: 'interrupter' },
      { kind: 'design-prediction', style: 'skeptic' },
      { kind: 'ml-depth', style: 'silent' },
      { kind: 'panel', style: 'interrupter' },
    ],
    probes: ['evaluation', 'data', 'tradeoff'],
    levels: ['Machine Learning Engineer I', 'Machine Learning Engineer II', 'Senior Machine Learning Engineer'],
    bar: 2.9,
  },
  'series-ab': {
    title: 'Series A or B',
    rounds: [
      { kind: 'recruiter-screen', style: 'friendly' },
      { kind: 'hiring-manager', style: 'interrupter' },
      { kind: 'design-prediction', style: 'skeptic' },
      { kind: 'ml-depth', style: 'silent' },
      { kind: 'panel', style: 'skeptic' },
    ],
    probes: ['tradeoff', 'production', 'data'],
    levels: ['ML engineer, paired with a senior', 'ML engineer, first owner of the models', 'Founding ML engineer'],
    bar: 2.8,
  },
  'ml-infrastructure': {
    title: 'ML infrastructure',
    rounds: [
      { kind: 'recruiter-screen', style: 'silent' },
      { kind: 'hiring-manager', style: 'skeptic' },
      { kind: 'design-prediction', style: 'interrupter' },
      { kind: 'ml-depth', style: 'skeptic' },
      { kind: 'panel', style: 'friendly' },
    ],
    probes: ['production', 'failure', 'tradeoff'],
    levels: [
      'ML Infrastructure Engineer',
      'ML Infrastructure Engineer, service owner',
      'Senior ML Infrastructure Engineer',
    ],
    bar: 2.8,
  },
  'applied-ml': {
    title: 'Applied ML',
    rounds: [
      { kind: 'recruiter-screen', style: 'friendly' },
      { kind: 'hiring-manager', style: 'silent' },
      { kind: 'design-ranking', style: 'skeptic' },
      { kind: 'design-prediction', style: 'interrupter' },
      { kind: 'ml-depth', style: 'skeptic' },
      { kind: 'panel', style: 'interrupter' },
    ],
    probes: ['evaluation', 'data', 'failure'],
    levels: ['Applied ML Engineer I', 'Applied ML Engineer II', 'Senior Applied ML Engineer'],
    bar: 3,
  },
};

/** Seconds on the interviewer's clock. */
export const ROUND_SECONDS: Readonly<Record<RoundKind, number>> = {
  'recruiter-screen': 900,
  'hiring-manager': 1800,
  'design-ranking': 1800,
  'design-prediction': 1800,
  'ml-depth': 2400,
  panel: 1800,
  'defend-run': 1200,
};

/** How much a round's vote weighs in the mean. */
export const ROUND_WEIGHT: Readonly<Record<RoundKind, number>> = {
  'recruiter-screen': 0.5,
  'hiring-manager': 1,
  'design-ranking': 1.25,
  'design-prediction': 1.25,
  'ml-depth': 1.25,
  panel: 1,
  'defend-run': 1,
};

export const ROUND_TITLES: Readonly<Record<RoundKind, string>> = {
  'recruiter-screen': 'recruiter screen',
  'hiring-manager': 'hiring manager round',
  'design-ranking': 'ranking design round',
  'design-prediction': 'prediction design round',
  'ml-depth': 'depth round',
  panel: 'panel',
  'defend-run': 'defence of your run',
};

export const ROLES: Readonly<Record<RoundKind, string>> = {
  'recruiter-screen': 'Recruiter',
  'hiring-manager': 'Hiring manager',
  'design-ranking': 'Staff engineer, ranking',
  'design-prediction': 'Staff engineer, prediction',
  'ml-depth': 'Machine learning scientist',
  panel: 'Panel chair',
  'defend-run': 'Evaluation lead',
};

/** First names to give interviewers, chosen by seed without repeating. */
export const NAMES = [
  'Ines',
  'Marek',
  'Dana',
  'Tomasz',
  'Priya',
  'Okoro',
  'Lena',
  'Wei',
  'Rafael',
  'Aiko',
  'Noor',
  'Sofie',
];

interface Style {
  readonly policy: Policy;
  /** Confidence from which a finding stops the candidate although the judge would let it pass. */
  readonly stopsAt: number;
  /** Added to the mean of the answers before it becomes a vote. */
  readonly lean: number;
}

const quietMs = 10_000;

export const STYLE: Readonly<Record<StyleId, Style>> = {
  skeptic: { policy: { interruptions: 2, quietMs, followUps: { least: 1, most: 2 } }, stopsAt: 1.1, lean: -0.1 },
  silent: { policy: { interruptions: 0, quietMs, followUps: { least: 1, most: 1 } }, stopsAt: 1.1, lean: 0 },
  interrupter: { policy: { interruptions: 2, quietMs, followUps: { least: 0, most: 1 } }, stopsAt: 0.75, lean: 0 },
  friendly: { policy: { interruptions: 0, quietMs, followUps: { least: 1, most: 1 } }, stopsAt: 1.1, lean: -0.45 },
};
