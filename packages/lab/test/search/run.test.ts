import { beforeAll, describe, expect, it } from 'vitest';
import {
  drive,
  markReply,
  parseRunFile,
  resultSchema,
  resume,
  revealHere,
  writeResult,
  writeRunFile,
  type RunFile,
  type RunResult,
} from '../../src/index.ts';
import { schemaErrors } from '../schema.ts';
import { groundOf, quick, world } from './ground.ts';

const SEED = 4;
const ground = groundOf(SEED);
/** Milliseconds for what replays a dozen lives, on a machine that is busy. */
const PATIENT = 240_000;
const actions = [
  { day: 2, kind: 'audit', of: 'judged' },
  { day: 3, kind: 'investigate', slice: 'tail' },
  { day: 4, kind: 'investigate', slice: 'pair_ctr' },
  { day: 20, kind: 'page', target: 'index' },
  { day: 40, kind: 'rollback' },
  { day: 45, kind: 'relaunch' },
];
const sound = quick({ monitors: [], rollback: { responses: [] } });
const plan = {
  ...sound,
  labels: { ...sound.labels, reward: 'judgment' as const, guideline: 'all' as const },
  weighting: { ...sound.weighting, method: 'none' as const },
};
const file: RunFile = { version: 1, world: 'search', seed: SEED, volume: 80, plan, actions };
const finished = () => drive(resume(ground, file, Infinity));
let result: RunResult;

describe('a search run', () => {
  beforeAll(() => {
    result = drive(revealHere(ground, finished().reveal({ expert: sound })));
  }, PATIENT);

  it(
    'replays to the byte from its file, and resumes in the middle',
    () => {
      const stopped = drive(resume(ground, parseRunFile(JSON.parse(writeRunFile(file)), world), 25));
      while (!stopped.done) stopped.advance(actions.filter((a) => a.day === stopped.day));
      expect(JSON.stringify(stopped.reports)).toBe(JSON.stringify(finished().reports));
    },
    PATIENT,
  );

  it('has what its schema asks for, adds up, and nobody beats the oracle', () => {
    expect(schemaErrors(resultSchema, JSON.parse(writeResult(result)) as Record<string, unknown>)).toEqual([]);
    const { oracle, ...others } = result.ledger;
    for (const line of Object.values(others)) {
      expect(line.byDay.reduce((a, b) => a + b, 0)).toBeCloseTo(line.total, 0);
      expect(line.total).toBeGreaterThan(oracle!.total);
    }
  });

  it('says that the judgments lied first, by the guideline', () => {
    expect(result.firstLie).toMatchObject({ stage: 'judgments', subject: 'guideline', day: -1, couldBeSeenOn: -1 });
    expect(result.constraint).toMatchObject({ name: 'latency' });
  });

  it('prices the decisions by replay, and the same ones at nothing', () => {
    expect(result.decisions.find((d) => d.decision === 'judgments')!.cost).not.toBe(0);
    expect(result.decisions.find((d) => d.decision === 'candidates')).toMatchObject({ cost: 0 });
    expect(result.incidentCosts).toHaveLength(result.incidents.length);
  });

  it('finds its own answers right, and an empty or foreign one wrong', () => {
    expect(result.questions).toHaveLength(3);
    for (const q of result.questions) {
      expect(markReply(q, q.answer), q.question).toMatchObject({ missed: [] });
      expect(markReply(q, '').score).toBe(0);
      expect(markReply(q, 'I would use a bigger model and more data.').score).toBe(0);
    }
  });
});
