import { beforeAll, describe, expect, it } from 'vitest';
import {
  drive,
  markReply,
  parseRunFile,
  resultSchema,
  resume,
  revealHere,
  WORLDS,
  writeResult,
  writeRunFile,
  type ActiveRun,
  type RunFile,
  type RunResult,
} from '../../src/index.ts';
import type { DayReport } from '../../src/worlds/recommendations/live/live.ts';
import { schemaErrors } from '../schema.ts';
import { groundOf, quick, reference } from './ground.ts';

const { world } = WORLDS.recommendations!;
const SEED = 9;
const VOLUME = 80;
const ground = groundOf(SEED, VOLUME);
/** Milliseconds for what replays a dozen lives, on a machine that is busy. */
const PATIENT = 240_000;

const actions = [
  { day: 2, kind: 'audit', of: 'clicked' },
  { day: 3, kind: 'investigate', slice: 'places' },
  { day: 4, kind: 'investigate', slice: 'item_ctr_7d' },
  { day: 9, kind: 'end-experiment', verdict: 'ship' },
  { day: 20, kind: 'page', target: 'client' },
  { day: 40, kind: 'rollback' },
  { day: 45, kind: 'relaunch' },
];
const sound = quick({ monitors: [], rollback: { responses: [] } });
// Two decisions of a hasty person beside a sound plan: few enough replays for a test.
const plan = {
  ...sound,
  labels: { ...sound.labels, reward: 'click' as const },
  evaluation: { ...sound.evaluation, reward: 'click' as const, baseline: 'none' as const },
};
const file: RunFile = { version: 1, world: 'recommendations', seed: SEED, volume: VOLUME, plan, actions };

const finished = (from: RunFile): ActiveRun => drive(resume(ground, from, Infinity));
let shared: RunResult | undefined;
const result = (): RunResult => (shared ??= drive(revealHere(ground, finished(file).reveal({ expert: sound }))));

describe('a recommendations run', () => {
  it(
    'replays to the byte from its file, and resumes in the middle',
    () => {
      const again = parseRunFile(JSON.parse(writeRunFile(file)), world);
      const stopped = drive(resume(ground, again, 25));
      while (!stopped.done) stopped.advance(actions.filter((a) => a.day === stopped.day));
      expect(JSON.stringify(stopped.reports)).toBe(JSON.stringify(finished(file).reports));
    },
    PATIENT,
  );

  it('tells what was done and what came back, with its price', () => {
    const events = finished(file)
      .reports.flatMap((r) => r.events)
      .filter((e) => e.by === 'person');
    expect(events.map((e) => e.day)).toEqual(actions.map((a) => a.day));
    const panel = events[0]!.answer as { looked: number; worthIt: number };
    expect(panel.looked).toBe(200);
    expect(panel.worthIt).toBeLessThan(panel.looked);
    const places = events[1]!.answer as { group: string; clicksPerView: number }[];
    expect(places).toHaveLength(10);
    expect(events[2]!.answer).toHaveProperty('quartilesBefore');
  });

  it('shows an experiment day by day, and no model list after a rollback', () => {
    const reports = finished(file).reports as unknown as readonly DayReport[];
    expect(reports[0]!.phase).toBe('shadow');
    expect(reports[5]!.phase).toBe('experiment');
    expect(reports[5]!.look).toHaveProperty('standardError');
    expect(reports[12]!.phase).toBe('everybody');
    expect(reports[12]!.share).toBe(1);
    for (const r of reports.slice(40, 45)) expect(r.share).toBe(0);
    expect(reports[46]!.share).toBe(1);
  });
});

describe('the post-mortem of a recommendations run', () => {
  beforeAll(() => void result(), PATIENT);

  it('has what its schema asks for, and adds up', () => {
    const text = JSON.parse(writeResult(result())) as Record<string, unknown>;
    expect(schemaErrors(resultSchema, text)).toEqual([]);
    const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
    for (const [name, line] of Object.entries(result().ledger)) {
      expect(sum(line.byDay), name).toBeCloseTo(line.total, 0);
      expect(sum(line.byCause), name).toBeCloseTo(line.total, 0);
    }
  });

  it('lets nobody beat the oracle', () => {
    const { oracle, ...others } = result().ledger;
    for (const line of Object.values(others)) expect(line.total).toBeGreaterThan(oracle!.total);
  });

  it('says that the metric lied first, and that retention dominates', () => {
    expect(result().firstLie).toMatchObject({ stage: 'metric', subject: 'click', day: -1, couldBeSeenOn: -1 });
    expect(result().firstLie!.was).toBeLessThan(0.62);
    expect(result().constraint).toMatchObject({ name: 'retention' });
  });

  it('prices the hasty decisions by replay, and the same ones at nothing', () => {
    const { decisions } = result();
    expect(decisions.find((d) => d.decision === 'reward')!.cost).not.toBe(0);
    expect(decisions.find((d) => d.decision === 'candidates')).toMatchObject({ cost: 0 });
    expect(decisions.find((d) => d.decision === 'actions')!.cost).not.toBeNull();
    expect(result().incidentCosts).toHaveLength(result().incidents.length);
  });

  it('finds its own answers right, and an empty or foreign one wrong', () => {
    const { questions } = result();
    expect(questions).toHaveLength(3);
    for (const q of questions) {
      expect(markReply(q, q.answer), q.question).toMatchObject({ missed: [] });
      expect(markReply(q, '').score).toBe(0);
      expect(markReply(q, 'I would use a bigger model and more data.').score).toBe(0);
    }
  });
});

describe('a leak', () => {
  it(
    'makes the offline number lie, and the post-mortem names the column',
    () => {
      const leaky = {
        ...plan,
        features: [...plan.features, { name: 'visit_seconds', pointInTime: false, freshness: 'daily' as const }],
      };
      const run = finished({ ...file, plan: leaky, actions: [] });
      const truth = drive(revealHere(ground, run.reveal({ expert: leaky })));
      expect(truth.lies.find((l) => l.stage === 'features')).toMatchObject({ subject: 'visit_seconds', was: 0.5 });
    },
    PATIENT,
  );
});

describe('the old policy as a plan', () => {
  it('costs what doing nothing costs, and a server', () => {
    const life = ground.launch.open(reference('rule'));
    while (!life.done) life.advance([]);
    const total = (days: readonly Float64Array[]): number => days.reduce((a, d) => a + d.reduce((x, y) => x + y, 0), 0);
    expect(total(life.money) - total(ground.launch.policy('nothing'))).toBeCloseTo(84, 6);
  });
});
