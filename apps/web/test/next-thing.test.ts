import type { InterviewSummary } from '@legible/app/contract/index';
import type { Question } from '@legible/judge';
import { expect, test } from 'vitest';
import { nextThing, surprise } from '../src/sections/today/next-thing.ts';

const question = (id: string, signals: Question['signals']): Question => ({
  id,
  kind: 'probe',
  signals,
  seconds: 90,
  text: `Question ${id}?`,
});
const QUESTIONS = [
  question('p-leak', ['data', 'evaluation']),
  question('p-imbalance', ['data', 'evaluation']),
  question('p-drift', ['production', 'failure']),
  question('p-latency', ['production', 'tradeoff']),
];
const interview = (
  asked: string,
  levels: InterviewSummary['levels'],
  status: InterviewSummary['status'] = 'finished',
) =>
  ({
    id: `interview-of-${asked}`,
    question: QUESTIONS.find(({ id }) => id === asked) ?? question(asked, []),
    seed: 1,
    status,
    startedAt: '2026-11-25T10:00:00.000Z',
    finishedAt: null,
    verdict: 2,
    unsure: false,
    levels,
    faults: [],
    interruptions: 0,
    seconds: 60,
    words: 100,
  }) satisfies InterviewSummary;

test('a newcomer starts with the question on a rare class', () => {
  expect(nextThing([], QUESTIONS)).toMatchObject({ kind: 'ask', question: { id: 'p-imbalance' } });
});

test('what was left in the middle comes before anything else', () => {
  const history = [interview('p-drift', { production: 0 }), interview('p-leak', {}, 'running')];
  expect(nextThing(history, QUESTIONS)).toMatchObject({ kind: 'resume', interview: { id: 'interview-of-p-leak' } });
});

test('the weakest signal of late is asked for again, with a question that was asked least', () => {
  const history = [
    interview('p-drift', { production: 0, failure: 2 }),
    interview('p-leak', { data: 2, evaluation: 2 }),
  ];
  const next = nextThing(history, QUESTIONS);
  expect(next).toMatchObject({ kind: 'ask', question: { id: 'p-latency' } });
  expect(next?.why).toContain('Production consequence is your weakest: 0 absent');
});

test('only the last three answers count for what is weakest', () => {
  const strong = interview('p-drift', { production: 3, failure: 3 });
  const history = [
    strong,
    strong,
    strong,
    interview('p-drift', { production: 0, failure: 0 }),
    interview('p-leak', { data: 1, evaluation: 2 }),
  ];
  expect(nextThing(history, QUESTIONS)?.why).toContain('Data reasoning');
});

test('a surprise is one of the questions asked least', () => {
  const history = QUESTIONS.slice(0, 3).map(({ id }) => interview(id, {}));
  for (const draw of [0, 0.5, 0.999]) expect(surprise(history, QUESTIONS, draw)?.id).toBe('p-latency');
  expect(surprise([], [], 0)).toBeUndefined();
});
