/** Three questions about one's own run, whose true answers the simulator knows. */
import type { Lie } from './lies.ts';

/** Something a true answer says. Any one of the phrases counts; case and word endings do not matter. */
export interface KeyFact {
  readonly fact: string;
  readonly phrases: readonly string[];
  /** An amount of dollars that counts as well, within a fifth of its size: 24,104 or 24k or 24 thousand. */
  readonly dollars?: number;
}

export interface RunQuestion {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly facts: readonly KeyFact[];
  /** Name of a question kind of the rubric under which a judge may read the reply. */
  readonly kind: 'probe';
  readonly signals: readonly ('data' | 'evaluation' | 'failure' | 'production' | 'tradeoff')[];
}

export interface Marked {
  readonly id: string;
  /** Facts said, over all facts; 0 to 1. */
  readonly score: number;
  readonly said: readonly string[];
  readonly missed: readonly string[];
}

const squeeze = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, ' ')
    .replaceAll(/\s+/g, ' ');

/** Every amount in a text, in plain numbers. */
function amountsIn(text: string): number[] {
  const found = text.toLowerCase().matchAll(/(\d[\d,]*(?:\.\d+)?)\s*(k\b|thousand|m\b|million)?/g);
  return [...found].map(([, digits, unit]) => {
    const factor = unit === undefined ? 1 : unit.startsWith('m') ? 1e6 : 1e3;
    return Number(digits!.replaceAll(',', '')) * factor;
  });
}

/** Marks a reply in words against the truth. A phrase must begin at the start of a word. */
export function markReply(question: RunQuestion, reply: string): Marked {
  const text = ` ${squeeze(reply)} `;
  const amounts = amountsIn(reply);
  const near = (dollars: number): boolean =>
    amounts.some((x) => Math.abs(x - Math.abs(dollars)) <= 0.2 * Math.abs(dollars));
  const hit = (fact: KeyFact): boolean =>
    fact.phrases.some((phrase) => text.includes(` ${squeeze(phrase).trim()}`)) ||
    (fact.dollars !== undefined && near(fact.dollars));
  const said = question.facts.filter(hit).map((f) => f.fact);
  const missed = question.facts.filter((f) => !hit(f)).map((f) => f.fact);
  return { id: question.id, score: said.length / Math.max(1, question.facts.length), said, missed };
}

/** What the questions are made from. */
export interface QuestionGround {
  readonly metric: string;
  readonly metricValue: number;
  readonly liveAuc: number;
  readonly lies: readonly Lie[];
  /** Decisions that could be replayed, dearest first; dollars that each cost against the reference's. */
  readonly decisions: readonly { readonly decision: string; readonly title: string; readonly cost: number }[];
  readonly saved: number;
  readonly predicted: number;
  readonly topCauses: readonly { readonly cause: string; readonly words: string; readonly dollars: number }[];
}

const STAGE_FACTS: Readonly<Record<Lie['stage'], readonly string[]>> = {
  labels: ['matur', 'late', 'delay', 'not arrived', 'had not come', 'immature', 'chargebacks take'],
  features: ['leak', 'future', 'after the outcome', 'not available', 'point in time', 'as of today', 'not known at'],
  split: ['random split', 'split', 'same card', 'same burst', 'both sides', 'future in training'],
  metric: ['constant', 'approve everything', 'approving everything', 'imbalanc', 'rare', 'base rate', 'majority'],
  threshold: ['calibrat', 'threshold', 'probabilit', 'over confident', 'overconfident', 'promised'],
  serving: ['upstream', 'served', 'serving', 'pipeline', 'broke', 'drift', 'attack', 'season', 'outage', 'latency'],
};

const dollars = (x: number): string => `${x < 0 ? '-' : ''}$${Math.abs(Math.round(x)).toLocaleString('en-US')}`;

function offlineQuestion(ground: QuestionGround): RunQuestion {
  const lie = ground.lies.find((l) => l.stage !== 'serving');
  const subject = lie?.stage === 'features' ? lie.subject : null;
  const answer = lie
    ? `${lie.says} ${lie.how}`
    : `It was not far wrong: no part of the offline pipeline misled beyond its tolerance. In the first four weeks the scores ranked true fraud with an AUC of ${ground.liveAuc.toFixed(3)}. What moved the money came later, live.`;
  const facts: KeyFact[] = lie
    ? [{ fact: `it was the ${lie.stage}`, phrases: STAGE_FACTS[lie.stage] }]
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

function decisionQuestion(ground: QuestionGround): RunQuestion {
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

function failureQuestion(ground: QuestionGround): RunQuestion {
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
  const seen =
    incident.alarmedOn === null
      ? `Your plan had nothing that raised it; ${incident.how.toLowerCase()} would have shown it on day ${incident.couldBeSeenOn}.`
      : `Your monitor raised it on day ${incident.alarmedOn}.`;
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

export function questionsOf(ground: QuestionGround): readonly RunQuestion[] {
  return [offlineQuestion(ground), decisionQuestion(ground), failureQuestion(ground)];
}
