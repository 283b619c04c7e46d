/**
 * How far each off-policy estimator and each drift monitor can be trusted, over seeds, since the worlds know the truth.
 * Writes packages/lab/src/honesty/figures.generated.ts: `node tools/measure-honesty.ts [seeds]`.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drive, prepare, WORLDS, type PlanBase } from '@legible/lab';
import type { EstimatorHonesty, MonitorHonesty } from '@legible/lab/honesty/index';
import type { RecommendationsLaunch } from '@legible/lab/worlds/recommendations/lived';
import type { Plan } from '@legible/lab/worlds/recommendations/plan/types';
import { ESTIMATORS, valueOfFirstPlace } from '@legible/lab/worlds/ranking/estimate';

const SEEDS = Number(process.argv[2] ?? 24);
/** An alarm this many days after an incident is still about it. */
const AFTER = 5;

/** Relative error of each estimate of the first place's clicks, by whether the old policy explored. */
function estimators(): EstimatorHonesty[] {
  const { world, references } = WORLDS['recommendations']!;
  const expert = references['expert'] as unknown as Plan;
  const errors = new Map(ESTIMATORS.map((name) => [name, [] as number[]]));
  const covered = new Map(ESTIMATORS.map((name) => [name, 0]));
  for (let seed = 1; seed <= SEEDS; seed++) {
    const ground = drive(prepare(world, seed, world.defaultVolume)).launch as RecommendationsLaunch;
    const plan: Plan = { ...expert, evaluation: { ...expert.evaluation, metric: 'snips', reward: 'click' } };
    const { trial } = ground.open(plan).launched;
    const attraction = ground.session.truth.attraction();
    const look = ground.session.truth.examination()[0]!;
    const truth =
      look *
      valueOfFirstPlace(
        trial.test.starts,
        trial.scores,
        Float64Array.from(trial.test.rows, (row) => attraction[row]!),
        plan.exploration.share,
        () => true,
      );
    for (const name of ESTIMATORS) {
      const { value, standardError } = trial.estimates[name];
      errors.get(name)!.push(value / truth - 1);
      if (Math.abs(value - truth) <= 1.96 * standardError) covered.set(name, covered.get(name)! + 1);
    }
    console.error(`estimators, seed ${seed}`);
  }
  return ESTIMATORS.map((estimator) => {
    const own = errors.get(estimator)!;
    const mean = own.reduce((sum, error) => sum + error, 0) / own.length;
    return {
      estimator,
      seeds: own.length,
      bias: mean,
      spread: Math.sqrt(own.reduce((sum, error) => sum + (error - mean) ** 2, 0) / own.length),
      covered: covered.get(estimator)! / own.length,
      errors: own.map((error) => Math.round(error * 1000) / 1000),
    };
  });
}

/** Days with an alarm while nothing was wrong, and incidents that raised one, at each monitor's usual threshold. */
function monitors(id: string): MonitorHonesty[] {
  const { world, references } = WORLDS[id]!;
  // Every monitor is bought at its usual threshold, and nothing is done about what they say.
  const plan = {
    ...references['textbook'],
    monitors: world.monitors.map(({ kind, usual }) => ({ kind, threshold: usual })),
    rollback: { ...(references['textbook'] as { rollback?: object }).rollback, responses: [] },
  } as unknown as PlanBase;
  if (world.problems(plan).length > 0) throw new Error(JSON.stringify(world.problems(plan)));
  const tally = new Map(world.monitors.map(({ kind }) => [kind, { quiet: 0, falseDays: 0, incidents: 0, seen: 0 }]));
  for (let seed = 1; seed <= Math.ceil(SEEDS / 2); seed++) {
    const life = drive(prepare(world, seed, world.defaultVolume)).launch.open(plan);
    while (!life.done) life.advance([]);
    const { incidents } = life.truth();
    for (const { kind, usual } of world.monitors) {
      const own = tally.get(kind)!;
      const fired = new Set(
        life.reports.flatMap(({ readings }) =>
          readings.filter((r) => r.kind === kind && r.value > usual).map((r) => r.day),
        ),
      );
      for (const { day } of life.reports) {
        if (incidents.some(({ from, until }) => day >= from && day < until + AFTER)) continue;
        own.quiet++;
        if (fired.has(day)) own.falseDays++;
      }
      for (const { from, until } of incidents) {
        own.incidents++;
        if ([...fired].some((day) => day >= from && day < until + AFTER)) own.seen++;
      }
    }
    console.error(`monitors of ${id}, seed ${seed}`);
  }
  return world.monitors.map(({ kind, title, usual }) => {
    const { quiet, falseDays, incidents, seen } = tally.get(kind)!;
    return {
      world: id,
      kind,
      title,
      usual,
      quietDays: quiet,
      falseAlarms: quiet === 0 ? null : falseDays / quiet,
      incidents,
      seen: seen / Math.max(1, incidents),
    };
  });
}

const figures = {
  seeds: SEEDS,
  estimators: estimators(),
  monitors: Object.keys(WORLDS).flatMap(monitors),
};
const out = fileURLToPath(new URL('../packages/lab/src/honesty/figures.generated.ts', import.meta.url));
writeFileSync(
  out,
  `// Written by tools/measure-honesty.ts.\nimport type { Honesty } from './index.ts';\n\nexport const HONESTY: Honesty = ${JSON.stringify(figures, null, 2)};\n`,
);
