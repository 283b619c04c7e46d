import { defenceOf, type RunRead } from '@legible/app/loop/defence';
import { hostOf } from '@legible/app/loop/host';
import type { Lie } from '@legible/lab';
import { describe, expect, it } from 'vitest';

const lie = (over: Partial<Lie>): Lie => ({
  stage: 'serving',
  subject: 'stale-store: card_tx_1h',
  day: 47,
  says: 'The job that refreshes the aggregates died; serving read old values.',
  said: 0.5,
  was: 16,
  couldBeSeenOn: 47,
  how: 'Population stability above 0.5',
  monitor: 'population-stability',
  monitorSeesOn: 48,
  alarmedOn: null,
  ...over,
});

const question = (id: string, asks: string) => ({
  id,
  question: asks,
  answer: `The truth of ${id}.`,
  facts: [{ fact: `it was ${id}`, phrases: [id] }],
  kind: 'probe' as const,
  signals: ['evaluation' as const, 'data' as const],
});

const run = (over: Partial<RunRead> = {}): RunRead => ({
  file: {
    version: 1,
    world: 'fraud',
    seed: 7,
    volume: 1000,
    plan: {
      version: 1,
      world: 'fraud',
      name: 'Mine',
      prediction: { saves: 40_000, firstFailure: 'drift', why: '' },
      split: { kind: 'random' },
    } as unknown as RunRead['file']['plan'],
    actions: [],
  },
  offline: {
    metric: { name: 'accuracy', value: 0.99978, baseline: null, launched: 'model' },
    metrics: {},
    promisedPerDay: 1234.5,
  },
  days: [
    { day: 0, readings: [], alarms: [], events: [] },
    { day: 1, readings: [], alarms: [{ threshold: 1 } as RunRead['days'][number]['alarms'][number]], events: [] },
  ],
  lies: [lie({ day: 13, subject: 'clock-skew: hour', monitorSeesOn: 13 }), lie({})],
  questions: [
    question('decision', 'Which decision cost most?'),
    question('failure', 'Something broke on day 13. What was it?'),
    question('offline', 'Why did they differ?'),
  ],
  ...over,
});

const world = {
  monitors: [{ kind: 'population-stability', title: 'Population stability' } as never],
  fields: [
    { path: 'split.kind', title: 'Split', type: { kind: 'choice', choices: ['random', 'time'] }, says: '', risks: '' },
  ] as const,
};
const made = (over: Partial<RunRead> = {}) => defenceOf('run-00000001', 'Mine', run(over), world);

describe('a run made into a round', () => {
  it('begins with why offline and live differed, then asks what the monitors missed, then the rest', () => {
    expect(made().questions.map((one) => one.question.id)).toEqual([
      'run:offline',
      'run:monitors',
      'run:decision',
      'run:failure',
    ]);
  });

  it('asks about a thing that no monitor raised and that no other question tells of', () => {
    const { question: asked, truth } = made().questions[1]!;
    expect(asked.text).toContain('day 47');
    expect(asked.text).not.toMatch(/stale|stability/i);
    expect(truth.answer).toContain('Population stability');
    const { mark } = hostOf({
      preset: 'applied-ml',
      seed: 1,
      pace: 'days',
      rounds: [],
      bank: [],
      stories: [],
      defence: null,
    });
    expect(mark!(truth, 'The store went stale, and population stability would have shown it.').missed).toEqual([]);
    expect(mark!(truth, 'The aggregates were old.')).toEqual({
      said: ['it was stale store in card_tx_1h'],
      missed: ['population stability would have shown it'],
    });
    expect(mark!(truth, 'No idea.').said).toEqual([]);
  });

  it('leaves that question out where the monitors raised everything, or nothing could have', () => {
    for (const lies of [[], [lie({ alarmedOn: 47 })], [lie({ monitor: null, monitorSeesOn: null })]])
      expect(made({ lies }).questions.map((one) => one.question.id)).not.toContain('run:monitors');
  });

  it('shows what the candidate saw and none of the truth', () => {
    const { sheet } = made();
    expect(sheet).toEqual([
      { name: 'Plan', value: 'Mine' },
      { name: 'Offline accuracy', value: '0.9998' },
      { name: 'Offline, the baseline', value: 'none' },
      { name: 'Launched', value: 'model' },
      { name: 'Promised a day', value: '$1,235' },
      { name: 'You predicted', value: '$40,000 saved' },
      { name: 'Days with an alarm', value: '1' },
      { name: 'Split', value: 'random' },
    ]);
  });
});
