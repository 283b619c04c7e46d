/** Three questions about a search run. */
import type { Lie } from '../../../ledger/lie.ts';
import type { KeyFact, QuestionGround, RunQuestion } from '../../../ledger/questions.ts';
import { constraintQuestion, decisionQuestion } from '../../ranking/questions.ts';
import type { Constraint } from '../../../ledger/constraint.ts';
import type { Plan } from '../plan/types.ts';
import type { LieStage } from './lies.ts';
import type { Lifts } from './lifts.ts';

/** What the questions are made from. */
export interface SearchQuestionGround extends QuestionGround {
  readonly plan: Plan;
  readonly metricValue: number;
  readonly legacyValue: number;
  readonly lifts: Lifts;
  /** Live orders over clicks. */
  readonly ordersPerClick: number;
  readonly lies: readonly Lie[];
  readonly constraint: Constraint;
}

const STAGE_FACTS: Readonly<Record<LieStage, readonly string[]>> = {
  judgments: ['judg', 'annotat', 'guideline', 'grade', 'vote', 'rater', 'meant'],
  metric: ['proxy', 'wrong metric', 'metric', 'interval', 'effective sample', 'estimate', 'old order'],
  logs: ['position', 'place', 'bias', 'old policy', 'old order', 'machine', 'bot', 'selection'],
  features: ['leak', 'future', 'after the', 'not available', 'point in time', 'as of today', 'not known'],
  split: ['split', 'both sides', 'same quer', 'by time', 'future in training'],
  experiment: ['power', 'tail', 'novelty', 'peek', 'guardrail', 'too short', 'experiment', 'carry'],
  serving: ['upstream', 'serving', 'pipeline', 'broke', 'bot', 'index', 'shard', 'stale'],
};

const signed = (x: number): string => `${x >= 0 ? '+' : ''}${(100 * x).toFixed(1)}%`;

function offlineQuestion(ground: SearchQuestionGround): RunQuestion {
  const { plan, lifts } = ground;
  const lie = ground.lies.find((l) => l.stage !== 'serving');
  const { metric, reward } = plan.evaluation;
  const facts: KeyFact[] = lie
    ? [
        { fact: `it was the ${lie.stage}`, phrases: STAGE_FACTS[lie.stage as LieStage] },
        {
          fact: 'it could be seen before launch, or on a number already logged',
          phrases: [
            'before launch',
            'offline',
            'specialist',
            'by day',
            'order',
            'power',
            'panel',
            'audit',
            'shuffl',
            'random order',
            'compare',
            'plot',
            'ask when',
            'test on',
            'compute',
            'look at',
            'guard',
          ],
        },
      ]
    : [{ fact: 'the offline number held', phrases: ['held', 'right', 'not wrong', 'close', 'honest', 'was correct'] }];
  const learned = plan.model.kind === 'trees';
  return {
    id: 'offline',
    question: learned
      ? `Offline, ${metric} on ${reward} said ${ground.metricValue.toFixed(4)} for the model and ${ground.legacyValue.toFixed(4)} for the old engine; live, ${(100 * ground.ordersPerClick).toFixed(0)}% of the clicks became orders. What did the offline number not know, and where could you have seen it?`
      : 'You left the old engine alone. What do its own clicks and grades not tell you, and was any offline number wrong?',
    answer: lie
      ? `${lie.says} ${lie.how}`
      : `It was not far wrong: no part of the offline pipeline misled beyond its tolerance (${signed(lifts.claimed)} claimed, ${signed(lifts.margin)} of margin in truth). What moved the money came later, live.`,
    facts,
    kind: 'probe',
    signals: ['evaluation', 'data'],
  };
}

export function questionsOf(ground: SearchQuestionGround): readonly RunQuestion[] {
  return [
    offlineQuestion(ground),
    decisionQuestion(ground),
    constraintQuestion(ground.constraint, ground.lies, ['slow', 'candidate', 'depth', 'wait', 'retriev']),
  ];
}
