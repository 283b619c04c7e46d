/** Questions about a run that both ranking worlds ask. */
import type { Lie } from '../../ledger/lie.ts';
import type { QuestionGround, RunQuestion } from '../../ledger/questions.ts';
import type { Constraint } from '../../ledger/constraint.ts';

export const dollars = (x: number): string => `${x < 0 ? '-' : ''}$${Math.abs(Math.round(x)).toLocaleString('en-US')}`;

/** Words that begin a phrase of a true answer: longer than `least` letters. */
export const tellingWords = (text: string, least: number): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z-]+/)
    .filter((w) => w.length > least);

/** Which decision cost most, and how much. */
export function decisionQuestion({ decisions }: QuestionGround): RunQuestion {
  const dearest = decisions[0];
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
      { fact: `it was ${words}`, phrases: [words, dearest.decision, dearest.title, ...tellingWords(dearest.title, 6)] },
      { fact: `about ${dollars(dearest.cost)}`, phrases: [], dollars: dearest.cost },
    ],
    kind: 'probe',
    signals: ['tradeoff', 'evaluation'],
  };
}

/** What dominates here, and what broke while it ran. */
export function constraintQuestion(
  constraint: Constraint,
  lies: readonly Lie[],
  phrases: readonly string[],
): RunQuestion {
  const incident = lies.find((l) => l.stage === 'serving');
  const seen = !incident
    ? ''
    : incident.alarmedOn === null
      ? ` ${incident.says} Your plan had nothing that raised it; ${incident.how.toLowerCase()} would have shown it on day ${incident.couldBeSeenOn}.`
      : ` ${incident.says} Your monitor raised it on day ${incident.alarmedOn}.`;
  return {
    id: 'failure',
    question: `Which constraint dominated this product, and what${incident ? ` happened to it from day ${incident.day} on` : ' would have shown it first'}?`,
    answer: `${constraint.says} It came to ${dollars(constraint.dollars)}.${seen}`,
    facts: [
      { fact: `${constraint.name} dominates`, phrases: [constraint.name, ...phrases] },
      ...(incident
        ? [
            {
              fact: incident.subject!,
              phrases: [incident.subject!, incident.subject!.replaceAll('-', ' '), ...tellingWords(incident.says, 7)],
            },
          ]
        : []),
    ],
    kind: 'probe',
    signals: ['tradeoff', 'failure', 'production'],
  };
}
