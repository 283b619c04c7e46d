import type { InterviewSummary } from '@legible/app/contract/index';
import { SIGNALS_OF_KIND } from '@legible/judge/rubric';
import { emptyItem, withText } from '@legible/prep';
import { expect, test } from 'vitest';
import type { KeptItem, Records } from '../src/server/prep.ts';
import { planFrom } from '../src/server/standing.ts';

const TODAY = '2026-11-26';
const records = (part: Partial<Records> = {}): Records => ({
  items: [],
  rehearsals: [],
  plan: null,
  inventory: null,
  labRuns: [],
  evidence: [{ id: 'resume', createdAt: '2026-11-20T12:00:00.000Z' }],
  unreadable: [],
  ...part,
});
const settings = { interviewDate: '2026-12-20', hoursPerWeek: 7 };
const answer = (at: string, level: 0 | 1 | 2 | 3): InterviewSummary => ({
  id: `answer-${at}`,
  question: { id: 'q', kind: 'story-data', signals: SIGNALS_OF_KIND['story-data'], seconds: 150, text: '?' },
  seed: 1,
  status: 'finished',
  startedAt: at,
  finishedAt: at,
  verdict: 2,
  unsure: false,
  levels: { data: level, evaluation: 2, ownership: 2 },
  faults: [],
  interruptions: 0,
  seconds: 60,
  words: 100,
});
const story = (createdAt: string, text: string): KeptItem => ({
  id: 'story',
  title: 'Mine',
  item: withText(emptyItem('transition'), 'short', text),
  type: 'story',
  version: 1,
  createdAt,
  savedAt: createdAt,
});
const todayOf = (planned: ReturnType<typeof planFrom>) => planned.plan.days[0]!.tasks;
const titles = (planned: ReturnType<typeof planFrom>) => todayOf(planned).map(({ id }) => id);

test('what is done today ticks the list off and does not change it', () => {
  const before = planFrom(records(), [answer('2026-11-20T12:00:00.000Z', 1)], settings, [], TODAY);
  expect(todayOf(before).every(({ done }) => !done)).toBe(true);
  const written = records({ items: [story('2026-11-26T12:00:00.000Z', 'word '.repeat(120))] });
  const answers = [
    answer('2026-11-26T13:00:00.000Z', 3),
    answer('2026-11-26T12:30:00.000Z', 3),
    answer('2026-11-20T12:00:00.000Z', 1),
  ];
  const after = planFrom(written, answers, settings, [], TODAY);
  expect(titles(after)).toEqual(titles(before));
  expect(
    todayOf(after)
      .filter(({ done }) => done)
      .map(({ kind }) => kind),
  ).toEqual(
    todayOf(before)
      .filter(({ kind }) => ['draft', 'drill', 'review'].includes(kind))
      .map(({ kind }) => kind),
  );
});

test('a few words are not a story written', () => {
  const barely = records({ items: [story('2026-11-26T12:00:00.000Z', 'I was a backend engineer.')] });
  const planned = planFrom(barely, [], settings, [], TODAY);
  expect(todayOf(planned).find(({ kind }) => kind === 'draft')).toMatchObject({ about: 'transition', done: false });
});

test('the weakest of the fatal signals is heard in single answers and in whole loops alike', () => {
  const answers = [answer('2026-11-20T12:00:00.000Z', 2)];
  const loops = [{ at: '2026-11-24T12:00:00.000Z', means: { ownership: 0.4, data: 2, evaluation: 2 } }];
  expect(planFrom(records(), answers, settings, loops, TODAY).plan.gap).toBe('ownership');
  expect(planFrom(records(), [answer('2026-11-20T12:00:00.000Z', 0)], settings, [], TODAY).plan.gap).toBe('data');
});

test('the date and the hours are the settings’; without a date the plan looks four weeks ahead', () => {
  expect(planFrom(records(), [], settings, [], TODAY).plan.until).toBe('2026-12-20');
  const open = planFrom(records(), [], {}, [], TODAY);
  expect(open.dated).toBe(false);
  expect(open.plan.until).toBe('2026-12-24');
});
