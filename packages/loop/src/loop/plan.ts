import type { Question, QuestionKind } from '@legible/judge';
import { mix, pick } from '../language/seeded.ts';
import { fillFrom } from './lines/own-work.ts';
import { NAMES, PRESET, ROLES, ROUND_SECONDS, STYLE } from './presets.ts';
import {
  STAGES,
  type Defence,
  type Loop,
  type OwnStory,
  type Planned,
  type PresetId,
  type Round,
  type RoundKind,
  type StyleId,
} from './types.ts';

/** What to open a loop with. `rounds` overrides the preset's; one of them alone is a round that stands alone. */
export interface LoopPlan {
  readonly preset: PresetId;
  readonly seed: number;
  readonly bank: readonly Question[];
  readonly rounds?: readonly { readonly kind: RoundKind; readonly style?: StyleId }[];
  /** The run that a round of kind defend-run is about. */
  readonly defence?: Defence;
  /** Stories the candidate wrote down, which questions about their own work then name. */
  readonly stories?: readonly OwnStory[];
}

/** A number of probes in the depth round: at least, at most. */
export const PROBES = { least: 5, most: 8 } as const;

/**
 * A new loop, its opening questions drawn by seed; nothing is asked until a round is opened. Throws a RangeError naming the kind
 * where the bank has no question that a round needs, or the field where a round has nothing to be held about.
 */
export function openLoop({ preset, seed, bank, rounds, defence, stories = [] }: LoopPlan): Loop {
  const asked = new Set<string>();
  const spent = new Set<string>();
  const told = new Set<string>();
  const draw = (
    kinds: readonly QuestionKind[],
    label: string,
    fits: (question: Question) => boolean = () => true,
  ): Planned => {
    const open = bank.filter((question) => kinds.includes(question.kind) && !asked.has(question.id) && fits(question));
    const question = pick(open, seed, label);
    if (question === null)
      throw new RangeError(`The bank has no question of kind ${kinds.join(' or ')} left for the ${label}; add one.`);
    asked.add(question.id);
    const filled = fillFrom(question, stories, { seed, spent, told });
    if (filled === null) return { as: 'question', question };
    spent.add(filled.lineId);
    told.add(filled.title);
    return { as: 'question', question: filled.question };
  };
  const planned = rounds ?? PRESET[preset].rounds;
  if (planned.length === 0) throw new RangeError('rounds: a loop has at least one round; name one.');
  const names = [...NAMES].sort((a, b) => mix(seed, a) - mix(seed, b));
  return {
    seed,
    preset,
    phase: 'between-rounds',
    now: 0,
    rounds: planned.map(({ kind, style }, i): Round => ({
      kind,
      interviewer: {
        name: names[i % names.length] ?? 'Ines',
        role: ROLES[kind],
        style: style ?? PRESET[preset].rounds.find((one) => one.kind === kind)?.style ?? 'skeptic',
      },
      seconds: ROUND_SECONDS[kind],
      queue: kind === 'defend-run' ? defend(defence, asked) : queueOf(kind, draw, `${kind} ${i}`),
      openedAt: null,
      closedAt: null,
      clock: 0,
      notReached: [],
    })),
    round: 0,
    current: null,
    turns: [],
    claims: [],
    contradictions: [],
    sums: [],
    spent: [...spent],
    asked: [...asked],
    rescue: null,
    endedEarly: false,
    packet: null,
  };
}

type Draw = (kinds: readonly QuestionKind[], label: string, fits?: (question: Question) => boolean) => Planned;

function defend(defence: Defence | undefined, asked: Set<string>): readonly Planned[] {
  const open = defence?.questions.filter(({ question }) => !asked.has(question.id)) ?? [];
  if (open.length === 0)
    throw new RangeError(
      'defence: a round about a run needs a run with at least one question; give one, or leave the round out.',
    );
  for (const { question } of open) asked.add(question.id);
  return open.map(({ question, truth }) => ({ as: 'truth', question, truth }));
}

function queueOf(kind: Exclude<RoundKind, 'defend-run'>, draw: Draw, label: string): readonly Planned[] {
  switch (kind) {
    case 'recruiter-screen':
      return [
        draw(['transition'], `${label} transition`, ({ seconds }) => seconds <= 60),
        draw(['why-mle'], `${label} why`),
        draw(['comp'], `${label} pay`),
      ];
    case 'hiring-manager':
      return [
        draw(['transition'], `${label} transition`, ({ seconds }) => seconds > 60),
        draw(['story-data', 'story-metric'], `${label} story`),
        draw(['story-rollout'], `${label} rollout`),
      ];
    case 'design-ranking':
    case 'design-prediction': {
      const design = draw([kind], label);
      if (design.as !== 'question') return [];
      const { question } = design;
      const stages = STAGES.map((stage): Planned => ({ as: 'stage', stage, question }));
      return [...stages.slice(0, 3), { as: 'constraint', question }, ...stages.slice(3)];
    }
    case 'ml-depth':
      return Array.from({ length: PROBES.least }, (): Planned => ({ as: 'probe' }));
    case 'panel':
      return [{ as: 'concern', rank: 0 }, { as: 'concern', rank: 1 }, draw(['comp'], `${label} pay`)];
  }
}

/** The interview policy of a round's interviewer for one planned item; stages and probes have one follow-up, the clock is short. */
export function policyOf(round: Round, planned: Planned) {
  const { policy } = STYLE[round.interviewer.style];
  return planned.as === 'question' ? policy : { ...policy, followUps: { least: 0, most: 1 } };
}
