import type { InterviewSummary } from '@legible/app/contract/index';
import { SIGNALS_OF_KIND } from '@legible/judge/rubric';
import { emptyItem, withText } from '@legible/prep';
import { expect, test } from 'vitest';
import { endOfDay, type KeptItem, type Records, type TriedDrill } from '../src/server/prep.ts';
import { drillKindOf, drillsDueOf, dueOf } from '../src/server/reviews.ts';
import { planFrom } from '../src/server/standing.ts';

const TODAY = '2026-11-26';
const records = (part: Partial<Records> = {}): Records => ({
  items: [],
  rehearsals: [],
  plan: null,
  inventory: null,
  labRuns: [],
  drills: [],
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

const tried = (kind: string, at: string, right: boolean): TriedDrill => ({
  kind,
  title: `Find ${kind}`,
  level: 1,
  seed: 7,
  right,
  seconds: 60,
  at,
});

test('a drill got wrong yesterday is on today’s list, and done once it was tried again, right or wrong', () => {
  const wrong = tried('slice', '2026-11-25T12:00:00.000Z', false);
  const later = tried('power', '2026-11-25T12:05:00.000Z', true);
  const answers = [answer('2026-11-25T12:00:00.000Z', 1)];
  const drillsOf = (drills: readonly TriedDrill[]) =>
    todayOf(planFrom(records({ drills }), answers, settings, [], TODAY)).filter(({ kind }) => kind === 'lab-drills');
  expect(drillsOf([wrong, later])).toMatchObject([
    { title: 'Drill: find slice', about: 'slice', minutes: 2, done: false },
  ]);
  for (const right of [true, false])
    expect(drillsOf([wrong, later, tried('slice', '2026-11-26T12:00:00.000Z', right)])).toMatchObject([
      { about: 'slice', done: true },
    ]);
  expect(drillsOf([tried('power', '2026-11-26T12:00:00.000Z', false)])).toEqual([]);
});

test('the drills’ own page and the whole schedule never disagree on what is due', () => {
  const drills = ['a', 'b', 'c', 'd'].flatMap((kind, i) =>
    [1, 4, 9, 16].map((at, j) =>
      tried(kind, `2026-11-${String(at + i).padStart(2, '0')}T1${j}:00:00.000Z`, (i + j) % 3 > 0),
    ),
  );
  for (const now of ['2026-11-19', '2026-11-21', TODAY, '2027-01-10'].map(endOfDay)) {
    const whole = dueOf(records({ drills }), [answer('2026-11-20T12:00:00.000Z', 0)], [], now);
    expect(whole.filter((one) => drillKindOf(one) !== null)).toEqual(drillsDueOf(drills, now));
  }
});

test('what is due in the evening is due all day', () => {
  const [due] = drillsDueOf([tried('slice', '2026-11-25T21:30:00.000Z', false)], endOfDay('2026-11-26'));
  expect(due).toMatchObject({ overdue: true, due: '2026-11-26T21:30:00.000Z' });
});
