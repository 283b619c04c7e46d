/** Three questions about a fraud run. */
import type { Lie } from '../../../ledger/lie.ts';
import type { KeyFact, QuestionGround, RunQuestion } from '../../../ledger/questions.ts';
import type { LieStage } from './lies.ts';

/** What the questions are made from. */
export interface FraudQuestionGround extends QuestionGround {
  readonly metric: string;
  readonly metricValue: number;
  readonly liveAuc: number;
  readonly lies: readonly Lie[];
}

const STAGE_FACTS: Readonly<Record<LieStage, readonly string[]>> = {
  labels: ['matur', 'late', 'delay', 'not arrived', 'had not come', 'immature', 'chargebacks take'],
  features: ['leak', 'future', 'after the outcome', 'not available', 'point in time', 'as of today', 'not known at'],
  split: ['random split', 'split', 'same card', 'same burst', 'both sides', 'future in training'],
  metric: ['constant', 'approve everything', 'approving everything', 'imbalanc', 'rare', 'base rate', 'majority'],
  threshold: ['calibrat', 'threshold', 'probabilit', 'over confident', 'overconfident', 'promised'],
  serving: ['upstream', 'served', 'serving', 'pipeline', 'broke', 'drift', 'attack', 'season', 'outage', 'latency'],
};

const dollars = (x: number): string => `${x < 0 ? '-' : ''}$${Math.abs(Math.round(x)).toLocaleString('en-US')}`;

function offlineQuestion(ground: FraudQuestionGround): RunQuestion {
  const lie = ground.lies.find((l) => l.stage !== 'serving');
  const subject = lie?.stage === 'features' ? lie.subject : null;
  const answer = lie
    ? `${lie.says} ${lie.how}`
    : `It was not far wrong: no part of the offline pipeline misled beyond its tolerance. In the first four weeks the scores ranked true fraud with an AUC of ${ground.liveAuc.toFixed(3)}. What moved the money came later, live.`;
  const facts: KeyFact[] = lie
    ? [{ fact: `it was the ${lie.stage}`, phrases: STAGE_FACTS[lie.stage as LieStage] }]
    : [
        {
          fact: 'the offline number held',
          phrases: ['held', 'right', 'not wrong', 'close', 'honest', 'no lie', 'was correct'],
        },
      ];
  if (subject) facts.push({ fact: `the column was ${subject}`, phrases: [subject, subject.replaceAll('_', ' ')] });
  if (lie)
    facts.push({
      fact: 'it could be seen before launch or in the first weeks',
      phrases: [
        'before launch',
        'before we launched',
        'offline',
        'at launch',
        'first week',
        'first weeks',
        'compare',
        'check',
        'audit',
        'plot',
      ],
    });
  return {
    id: 'offline',
    question: `Offline, ${ground.metric} said ${ground.metricValue.toFixed(ground.metric === 'cost' ? 0 : 4)}; live, the scores ranked true fraud with an AUC of ${ground.liveAuc.toFixed(3)}. What did the offline number not know, and where could you have seen it?`,
    answer,
    facts,
    kind: 'probe',
    signals: ['evaluation', 'data'],
  };
}

function decisionQuestion(ground: FraudQuestionGround): RunQuestion {
  const dearest = ground.decisions[0];
  if (!dearest || dearest.cost <= 0) {
    return {
      id: 'decision',
      question: 'Which single decision would you change, and what would it have been worth?',
      answer: 'None: replacing any one decision with the reference plan’s would have saved nothing on this seed.',
      facts: [{ fact: 'no single decision cost money', phrases: ['none', 'no single', 'nothing', 'keep'] }],
      kind: 'probe',
      signals: ['tradeoff', 'failure'],
    };
  }
  const words = dearest.decision.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  return {
    id: 'decision',
    question: 'Which single decision of yours cost the most money, and about how much?',
    answer: `${dearest.title}: with the reference plan’s choice and everything else as you had it, the same twelve weeks would have cost ${dollars(dearest.cost)} less.`,
    facts: [
      {
        fact: `it was ${words}`,
        phrases: [
          words,
          dearest.decision,
          ...dearest.title
            .toLowerCase()
            .split(/[^a-z-]+/)
            .filter((w) => w.length > 6),
        ],
      },
      { fact: `about ${dollars(dearest.cost)}`, phrases: [], dollars: dearest.cost },
    ],
    kind: 'probe',
    signals: ['tradeoff', 'evaluation'],
  };
}

function failureQuestion(ground: FraudQuestionGround): RunQuestion {
  const incident = ground.lies.find((l) => l.stage === 'serving');
  const cause = ground.topCauses[0]!;
  if (!incident) {
    return {
      id: 'failure',
      question: 'Where did most of the money go?',
      answer: `${cause.words} It came to ${dollars(cause.dollars)}.`,
      facts: [{ fact: cause.cause, phrases: [cause.cause.replaceAll(/([A-Z])/g, ' $1').toLowerCase()] }],
      kind: 'probe',
      signals: ['failure'],
    };
  }
  const missed =
    incident.monitor === null
      ? `no monitor would have raised it before day ${incident.couldBeSeenOn}: ${incident.how.toLowerCase()}`
      : `${incident.how.toLowerCase()} would have shown it on day ${incident.couldBeSeenOn}`;
  const seen =
    incident.alarmedOn === null
      ? `Your plan had nothing that raised it; ${missed}.`
      : `Your monitor raised it on day ${incident.alarmedOn}; ${missed}.`;
  const [kind, feature] = incident.subject!.split(': ');
  return {
    id: 'failure',
    question: `Something broke or changed on day ${incident.day}. What was it, and what would have shown it first?`,
    answer: `${incident.says} ${seen}`,
    facts: [
      {
        fact: kind!,
        phrases: [
          kind!,
          kind!.replaceAll('-', ' '),
          ...incident.says
            .toLowerCase()
            .split(/[^a-z]+/)
            .filter((w) => w.length > 7),
          ...(feature ? [feature, feature.replaceAll('_', ' ')] : []),
        ],
      },
      {
        fact: incident.how,
        phrases: incident.how
          .toLowerCase()
          .replace(/ above.*/, '')
          .split(' ')
          .filter((w) => w.length > 3),
      },
    ],
    kind: 'probe',
    signals: ['failure', 'production'],
  };
}

export function questionsOf(ground: FraudQuestionGround): readonly RunQuestion[] {
  return [offlineQuestion(ground), decisionQuestion(ground), failureQuestion(ground)];
}
