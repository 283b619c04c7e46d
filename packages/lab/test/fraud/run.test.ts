import { describe, expect, it } from 'vitest';
import {
  ActionError,
  ActiveRun,
  drive,
  markReply,
  parseRunFile,
  prepare,
  replayJobs,
  resultSchema,
  resume,
  revealHere,
  runJob,
  RunFileError,
  WORLDS,
  writeResult,
  writeRunFile,
  type Action,
  type DayReport,
  type OfflineReport,
  type Plan,
  type RunFile,
  type RunResult,
} from '../../src/index.ts';
import { REFERENCES } from '../../src/worlds/fraud/references.ts';
import { fraudWorld } from '../../src/worlds/fraud/world.ts';
import { schemaErrors } from '../schema.ts';
import { groundOf, reference } from './ground.ts';

const { world } = WORLDS.fraud!;
const references = Object.fromEntries(REFERENCES.map((name) => [name, reference(name)]));
const SEED = 12;
const VOLUME = 900;
const ground = groundOf(SEED, VOLUME);

const actions: readonly Action[] = [
  { day: 3, kind: 'investigate', slice: 'amount' },
  { day: 3, kind: 'page', target: 'session_seconds' },
  { day: 9, kind: 'audit', of: 'riskiest' },
  { day: 20, kind: 'threshold', value: 0.08 },
  { day: 30, kind: 'rollback' },
  { day: 33, kind: 'relaunch' },
  { day: 40, kind: 'feature-off', feature: 'hour' },
  { day: 41, kind: 'retrain' },
];
// The expert's plan with three decisions of a hasty person: few enough replays for a test.
const expert = reference('expert');
const plan: Plan = {
  ...expert,
  labels: { ...expert.labels, maturityDays: 3 },
  decision: { ...expert.decision, mode: 'fixed', blockAbove: 0.3, review: 'none' },
  rollout: { ...expert.rollout, exploration: 0 },
};
const file: RunFile<Plan> = { version: 1, world: 'fraud', seed: SEED, volume: VOLUME, plan, actions };

function finished(from: RunFile<Plan>): ActiveRun<Plan, OfflineReport, DayReport> {
  return drive(resume(ground, from, Infinity));
}

let shared: RunResult | undefined;
const result = (): RunResult =>
  (shared ??= drive(revealHere(ground, finished(file).reveal({ rule: references.rule!, expert: references.expert! }))));

describe('a run', () => {
  it('replays to the byte from its file, written and read again', () => {
    const again = parseRunFile(JSON.parse(writeRunFile(file)), fraudWorld);
    expect(writeRunFile(again)).toBe(writeRunFile(file));
    const texts = [file, again].map((f) => JSON.stringify(finished(f).reports));
    expect(texts[1]).toBe(texts[0]);
  });

  it('resumes when it was stopped in the middle, and goes on as if it had not been', () => {
    const straight = finished(file);
    const stopped = drive(resume(ground, file, 25));
    const kept = parseRunFile(JSON.parse(writeRunFile(stopped.file)), fraudWorld);
    expect(kept.actions).toEqual(actions.filter((a) => a.day < 25));
    const run = drive(resume(ground, kept, 25));
    expect(run.day).toBe(25);
    while (!run.done) run.advance(actions.filter((a) => a.day === run.day));
    expect(JSON.stringify(run.reports)).toBe(JSON.stringify(straight.reports));
    expect(run.file).toEqual(file);
  });

  it('tells what was done and what came back, with its price', () => {
    const events = finished(file)
      .reports.flatMap((r) => r.events)
      .filter((e) => e.by === 'person');
    expect(events.map((e) => e.day)).toEqual(actions.map((a) => a.day));
    expect(events.find((e) => e.what.includes('audited'))!.dollars).toBe(500);
    const audit = events.find((e) => e.what.includes('audited'))!.answer as { looked: number; fraud: number };
    expect(audit.looked).toBe(200);
    expect(audit.fraud).toBeLessThan(200);
    expect(events.find((e) => e.what.includes('investigated'))!.answer).toHaveProperty('quartilesBefore');
  });

  it('refuses what cannot be done, and names the field', () => {
    const run = new ActiveRun(ground, reference('rule'));
    expect(() => run.advance([{ day: 0, kind: 'threshold', value: 4 } as Action])).toThrow(/actions\[0\]\.value: is 4/);
    expect(() => run.advance([{ day: 0, kind: 'page', target: 'the moon' } as Action])).toThrow(ActionError);
    expect(() => run.reveal(references)).toThrow(/post-mortem comes after day 84/);
    expect(run.day).toBe(0);
  });

  it.each<[string, unknown, string]>([
    ['no object', 3, 'run'],
    ['another version', { ...file, version: 9 }, 'version'],
    ['another world', { ...file, world: 'mars' }, 'world'],
    ['half a seed', { ...file, seed: 0.5 }, 'seed'],
    ['too many payments', { ...file, volume: 1e9 }, 'volume'],
    ['a stray field', { ...file, note: 'hi' }, 'note'],
    ['actions out of order', { ...file, actions: [actions[3], actions[0]] }, 'actions[1].day'],
    ['an action after the end', { ...file, actions: [{ day: 84, kind: 'retrain' }] }, 'actions[0].day'],
    ['an action that does not exist', { ...file, actions: [{ day: 1, kind: 'pray' }] }, 'actions[0].kind'],
  ])('does not read a file with %s', (_, document, field) => {
    try {
      parseRunFile(document, world);
      expect.unreachable();
    } catch (error) {
      expect(error).toSatisfy((e) => e instanceof RunFileError || e instanceof ActionError);
      expect((error as RunFileError).field).toBe(field);
    }
  });
});

describe('the post-mortem', () => {
  it('is as its schema says, and has nothing that the schema does not name', () => {
    const text = JSON.parse(writeResult(result())) as Record<string, unknown>;
    expect(schemaErrors(resultSchema, text)).toEqual([]);
    const names = Object.keys(resultSchema.properties);
    expect(Object.keys(text).filter((key) => !names.includes(key))).toEqual([]);
  });

  it.each<[string, Plan]>([
    ['a rule', reference('rule')],
    ['the naive plan', reference('naive')],
    [
      'logistic regression on two columns, everything declined',
      {
        ...reference('textbook'),
        features: reference('textbook').features.slice(0, 2),
        model: { kind: 'logistic', trees: 10, negativeRate: 1 },
        evaluation: { metric: 'log-loss', baseline: 'none', refit: true },
        decision: { mode: 'fixed', blockAbove: 0.001, review: 'none', reviewFrom: 0.5 },
        calibration: 'isotonic',
      },
    ],
  ])('is as its schema says for %s', (_, other) => {
    const small = groundOf(5, 400);
    const run = drive(resume(small, { ...file, seed: 5, volume: 400, plan: other, actions: [] }, Infinity));
    const text = writeResult(drive(revealHere(small, run.reveal({ expert: other }))));
    expect(schemaErrors(resultSchema, JSON.parse(text))).toEqual([]);
  });

  it('comes out in the same bytes wherever and in whatever order its replays are run', () => {
    const small = { ...file, seed: 5, volume: 400, plan: reference('rule'), actions: [] };
    const others = { expert: { ...reference('rule'), serving: { budgetMs: 60, fallback: 'block' as const } } };
    const run = drive(resume(groundOf(5, 400), small, Infinity));
    const here = writeResult(drive(revealHere(groundOf(5, 400), run.reveal(others))));
    const elsewhere = drive(prepare(fraudWorld, 5, 400));
    const reveal = run.reveal(others);
    let step = reveal.next();
    expect(step.value).toEqual(replayJobs(fraudWorld, small, others));
    while (!step.done) {
      const jobs = [...step.value].reverse();
      const outcomes = jobs.map((job, i) => runJob(i % 2 === 0 ? elsewhere : groundOf(5, 400), job));
      step = reveal.next(JSON.parse(JSON.stringify(outcomes)) as typeof outcomes);
    }
    expect(writeResult(step.value)).toBe(here);
  });

  it('prices each incident by a replay without it, which another run without it confirms', () => {
    const { incidents, incidentCosts, ledger } = result();
    expect(incidentCosts.map((c) => [c.kind, c.from, c.until])).toEqual(
      incidents.map((i) => [i.kind, i.from, i.until]),
    );
    const dearest = incidentCosts.reduce((best, c, i) => (c.cost! > incidentCosts[best]!.cost! ? i : best), 0);
    expect(incidentCosts[dearest]!.cost).not.toBe(0);
    const life = ground.launch.open(plan, { without: dearest });
    while (!life.done) life.advance(actions.filter((a) => a.day === life.day));
    const total = life.money.reduce((sum, day) => sum + day.reduce((a, b) => a + b, 0), 0);
    expect(incidentCosts[dearest]!.cost).toBeCloseTo(ledger.ours!.total - total, 0);
  });

  it('says of each lie when it began, when it could be seen and by what, and when the plan saw it', () => {
    const { lies } = result();
    expect(lies.length).toBeGreaterThan(3);
    for (const lie of lies) {
      expect(lie.couldBeSeenOn).toBeGreaterThanOrEqual(lie.day);
      expect(lie.how.length).toBeGreaterThan(10);
      expect(lie.monitor === null).toBe(lie.monitorSeesOn === null);
      if (lie.monitorSeesOn !== null) expect(lie.monitorSeesOn).toBeGreaterThanOrEqual(lie.day);
      if (lie.alarmedOn !== null) expect(lie.alarmedOn).toBeGreaterThanOrEqual(lie.day);
    }
  });

  it('adds up: days and causes of every ledger come to its total', () => {
    for (const [name, line] of Object.entries(result().ledger)) {
      const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
      expect(sum(line.byDay), name).toBeCloseTo(line.total, 0);
      expect(sum(line.byCause), name).toBeCloseTo(line.total, 0);
      expect(line.byDay).toHaveLength(84);
    }
  });

  it('lets nobody beat the oracle', () => {
    const { oracle, ...others } = result().ledger;
    for (const line of Object.values(others)) expect(line.total).toBeGreaterThan(oracle!.total);
  });

  it('prices each decision by one replay, and what was done by hand by another', () => {
    const { decisions, ledger } = result();
    expect(decisions.find((d) => d.decision === 'model')).toMatchObject({
      cost: 0,
      note: 'the same as the expert plan',
    });
    expect(decisions.find((d) => d.decision === 'labels')!.cost).not.toBe(0);
    const byHand = decisions.find((d) => d.decision === 'actions')!;
    const without = finished({ ...file, actions: [] });
    const replay = drive(revealHere(ground, without.reveal({ expert: plan })));
    expect(byHand.cost).toBeCloseTo(ledger.ours!.total - replay.ledger.ours!.total, 1);
  });

  it('shares what interacting decisions cost, and the shares add up', () => {
    const { shapley } = result();
    expect(shapley!.shares.reduce((sum, s) => sum + s.value, 0)).toBeCloseTo(shapley!.together, 1);
    for (const s of shapley!.shares) expect([s.low <= s.value, s.value <= s.high]).toEqual([true, true]);
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

  it('holds the prediction against what happened', () => {
    const { prediction, ledger } = result();
    expect(prediction.saved).toBe(Math.round(ledger['doing nothing']!.total - ledger.ours!.total));
    expect(prediction.saves).toBe(expert.prediction.saves);
  });
});

describe('a leak', () => {
  it('makes the offline number lie, and the post-mortem names the column', () => {
    const settle = { name: 'settle_hours', pointInTime: false, freshness: 'daily' } as const;
    const evaluation = { ...expert.evaluation, baseline: 'none' } as const;
    const leaky: Plan = { ...expert, evaluation, features: [...expert.features, settle] };
    const run = finished({ ...file, plan: leaky, actions: [] });
    expect(run.offline.features.find((f) => f.name === 'settle_hours')!.auc).toBeGreaterThan(0.75);
    const truth = drive(revealHere(ground, run.reveal({ expert: leaky })));
    const lie = truth.lies.find((l) => l.stage === 'features');
    expect(lie).toMatchObject({ subject: 'settle_hours', day: -1, couldBeSeenOn: -1 });
    expect(lie!.was).toBeCloseTo(0.5, 5);
  });
});
