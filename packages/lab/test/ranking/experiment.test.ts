import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../src/random/index.ts';
import { Arms } from '../../src/worlds/ranking/arms.ts';
import { Experiment, powerToSee } from '../../src/worlds/ranking/experiment.ts';
import type { ExperimentPlan } from '../../src/worlds/ranking/plan.ts';
import { composeList, explore } from '../../src/worlds/ranking/slate.ts';

const plan: ExperimentPlan = {
  days: 28,
  unit: 'visit',
  share: 0.5,
  metric: 'clicks',
  guardrail: 'none',
  effect: 0.1,
  power: 0.8,
  boundary: 'fixed',
  inconclusive: 'hold',
};

/** Runs an experiment in which each visit clicks with its arm's chance. */
function run(change: Partial<ExperimentPlan>, treated: number, seed: number, visits = 60): Experiment {
  const stream = new RandomStream(seed, 'test/experiment');
  const experiment = new Experiment({ ...plan, ...change }, 10, 0.9);
  for (let day = 0; experiment.running; day++) {
    for (let v = 0; v < visits; v++) {
      const arm = stream.chance(0.5) ? 1 : 0;
      experiment.primary.add(arm, 0, stream.chance(arm === 1 ? treated : 0.3) ? 1 : 0, 1);
    }
    experiment.endOfDay(day);
  }
  return experiment;
}

const shipped = (change: Partial<ExperimentPlan>, treated: number, runs: number): number => {
  let wins = 0;
  for (let seed = 0; seed < runs; seed++) if (run(change, treated, seed).verdict === 'ship') wins++;
  return wins / runs;
};

describe('an experiment without an effect', () => {
  it('finds a winner far too often for who peeks, and rarely for who has a boundary', () => {
    const runs = 150;
    expect(shipped({ boundary: 'peek' }, 0.3, runs)).toBeGreaterThan(0.08);
    // Half of the allowed five percent lies on this side; the rest is luck of 150 runs.
    for (const boundary of ['fixed', 'pocock', 'obrien-fleming', 'always-valid'] as const)
      expect(shipped({ boundary }, 0.3, runs), boundary).toBeLessThan(0.07);
  });
});

describe('an experiment with an effect', () => {
  it('finds it, and sooner with a boundary that allows for looking', () => {
    expect(shipped({ boundary: 'obrien-fleming' }, 0.42, 40)).toBeGreaterThan(0.9);
    const days = (boundary: ExperimentPlan['boundary']): number => run({ boundary }, 0.45, 3).looks.length;
    expect(days('pocock')).toBeLessThan(days('fixed'));
  });

  it('stops what is worse, and what breaks the guardrail though it wins', () => {
    expect(run({ boundary: 'pocock' }, 0.15, 1).verdict).toBe('stop');
    const guarded = new Experiment({ ...plan, days: 7, guardrail: 'reads' }, 10, 0.9);
    const stream = new RandomStream(2, 'test/guard');
    for (let day = 0; guarded.running; day++) {
      for (let v = 0; v < 300; v++) {
        const arm = v % 2 === 0 ? 1 : 0;
        guarded.primary.add(arm, 0, stream.chance(arm === 1 ? 0.5 : 0.3) ? 1 : 0, 1);
        guarded.guard.add(arm, 0, stream.chance(arm === 1 ? 0.1 : 0.3) ? 1 : 0, 1);
      }
      guarded.endOfDay(day);
    }
    expect(guarded.verdict).toBe('stop');
    expect(guarded.looks.at(-1)!.why).toMatch(/guardrail reads/);
  });

  it('follows the plan where it had too little power to answer', () => {
    const ends = (inconclusive: 'ship' | 'hold', power: number): string => {
      const experiment = new Experiment({ ...plan, days: 3, inconclusive }, 10, power);
      const stream = new RandomStream(9, 'test/power');
      for (let day = 0; day < 3; day++) {
        for (let v = 0; v < 20; v++) experiment.primary.add(v % 2 === 0 ? 1 : 0, 0, stream.chance(0.3) ? 1 : 0, 1);
        experiment.endOfDay(day);
      }
      return experiment.verdict;
    };
    expect(ends('ship', 0.2)).toBe('ship');
    expect(ends('hold', 0.2)).toBe('stop');
    // With power enough, no difference is an answer.
    expect(ends('ship', 0.95)).toBe('stop');
  });
});

describe('arms by user', () => {
  it('are less sure than arms by visit where one person’s visits are alike', () => {
    const stream = new RandomStream(7, 'test/arms');
    const byUser = new Arms('user', 200);
    const byVisit = new Arms('visit', 200);
    for (let person = 0; person < 200; person++) {
      const habit = stream.chance(0.5) ? 0.9 : 0.1;
      for (let v = 0; v < 20; v++) {
        const value = stream.chance(habit) ? 1 : 0;
        byUser.add((person % 2) as 0 | 1, person, value, 1);
        byVisit.add((person % 2) as 0 | 1, person, value, 1);
      }
    }
    const [user, visit] = [byUser.difference()!, byVisit.difference()!];
    expect(user.lift).toBeCloseTo(visit.lift, 12);
    expect(user.standardError).toBeGreaterThan(2.5 * visit.standardError);
    expect(user.units).toBe(200);
  });

  it('say nothing before both arms hold two units', () => {
    const arms = new Arms('user', 4);
    arms.add(0, 0, 1, 1);
    arms.add(1, 1, 1, 1);
    expect(arms.difference()).toBeUndefined();
  });
});

describe('power', () => {
  it('rises with people and with the effect, to one', () => {
    const base = { mean: 0.3, deviation: 0.46 };
    const at = (effect: number, units: number): number => powerToSee(base, { effect, share: 0.5 }, units);
    expect(at(0.1, 1000)).toBeLessThan(at(0.1, 4000));
    expect(at(0.1, 1000)).toBeLessThan(at(0.3, 1000));
    expect(at(0.5, 100_000)).toBeGreaterThan(0.999);
  });
});

describe('a list', () => {
  it('holds each candidate once, the best first, and fewer of one group as the penalty rises', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 60 }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.integer(),
        (n, penalty, seed) => {
          const stream = new RandomStream(seed, 'test/slate');
          const scores = Float64Array.from({ length: n }, () => stream.normal());
          const groups = Uint8Array.from({ length: n }, () => stream.below(4));
          const out = new Int32Array(10);
          const made = composeList(scores, 0, n, (i) => groups[i]!, 10, penalty, out, 0);
          expect(made).toBe(10);
          expect(new Set(out).size).toBe(10);
          expect(scores[out[0]!]).toBe(Math.max(...scores));
          if (penalty === 0) for (let k = 1; k < 10; k++) expect(scores[out[k]!]! <= scores[out[k - 1]!]!).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is changed in one place by exploration, never to hold an item twice', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (place, pick) => {
          const out = Int32Array.from({ length: 10 }, (_, i) => i);
          const changed = explore(out, 0, 10, 0, 30, place, pick);
          expect(new Set(out).size).toBe(10);
          expect(out.filter((x, i) => x !== i).length).toBe(changed >= 0 ? 1 : 0);
        },
      ),
      { numRuns: 80 },
    );
  });
});
