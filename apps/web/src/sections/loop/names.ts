import type { Decision, Gap, PresetId, RoundKind, StyleId } from '@legible/loop';
import { ROUND_TITLES } from '@legible/loop/loop/presets';

export const roundTitle = (kind: RoundKind): string =>
  ROUND_TITLES[kind].replace(/^./, (letter) => letter.toUpperCase());

export const ROUND_ABOUT: Record<RoundKind, string> = {
  'recruiter-screen': 'Your move in sixty seconds, why models, and what you expect to be paid for.',
  'hiring-manager': 'The long version of your move, and two things that went wrong.',
  'design-ranking': 'One ranking product in five parts, by the interviewer’s clock. A constraint changes halfway.',
  'design-prediction':
    'One prediction product in five parts, by the interviewer’s clock. A constraint changes halfway.',
  'ml-depth': 'Five to eight narrow questions, chosen by what was weak before.',
  panel: 'What was weakest comes back, in your own words; then level and pay.',
  'defend-run': 'A run of yours in the lab, by someone who has the ledger open.',
};

export const STYLE_LABELS: Record<StyleId, string> = {
  skeptic: 'Skeptic',
  silent: 'Silent',
  interrupter: 'Interrupter',
  friendly: 'Friendly, votes no',
};

export const STYLE_ABOUT: Record<StyleId, string> = {
  skeptic: 'Believes nothing the first time and asks twice.',
  silent: 'Never stops you and gives nothing away.',
  interrupter: 'Stops you at what others let pass.',
  friendly: 'Warm, and votes no unless the evidence is strong.',
};

export const PRESET_ABOUT: Record<PresetId, string> = {
  'late-stage': 'Both designs and a high bar. Evaluation and data are probed first.',
  'series-ab': 'One design, and every round asks what you would give up.',
  'ml-infrastructure': 'Serving, failure and the way back are probed first.',
  'applied-ml': 'Both designs and the highest bar. Evaluation is probed first.',
};

export const DECISION_LABELS: Record<Decision, string> = {
  'no-hire': 'No hire',
  'lean-no': 'Lean no',
  'lean-yes': 'Lean yes',
  hire: 'Hire',
};

export const GAP_LABELS: Record<Gap, string> = {
  data: 'Data reasoning',
  evaluation: 'Evaluation judgment',
  ownership: 'Ownership language',
};

export const minutes = (seconds: number): string => `${Math.round(seconds / 60)} minutes`;

/** A vote or mean with two decimals, as the packet has it. */
export const points = (value: number): string => value.toFixed(2);
