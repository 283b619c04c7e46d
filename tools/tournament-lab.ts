/**
 * Does the fraud world reward judgment? Every reference plan and trivial policy lives the same seeds; differences are
 * paired by seed. Usage: node tools/tournament-lab.ts [--seeds 100] [--from 1] [--volume N] [--out FILE.json]
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { drive, prepare } from '@legible/lab';
import { ledgerOf, live } from '@legible/lab/ledger/replay';
import { FraudLaunch, liveTrivial } from '@legible/lab/worlds/fraud/lived';
import { fraudWorld } from '@legible/lab/worlds/fraud/world';
import { REFERENCES, referencePlan } from '@legible/lab/worlds/fraud/references';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    volume: { type: 'string', default: String(fraudWorld.defaultVolume) },
    out: { type: 'string' },
  },
});
const [seeds, from, volume] = [Number(values.seeds), Number(values.from), Number(values.volume)];
const totals: Record<string, number[]> = {};
const put = (name: string, total: number): void => void (totals[name] ??= []).push(Math.round(total));

for (let seed = from; seed < from + seeds; seed++) {
  const { launch } = drive(prepare(fraudWorld, seed, volume));
  if (!(launch instanceof FraudLaunch)) throw new TypeError('the fraud world did not launch');
  put('approve all', ledgerOf(launch.policy('nothing')).total);
  put('oracle', ledgerOf(launch.policy('oracle')).total);
  put('block all', ledgerOf(liveTrivial(launch.session, 'block')).total);
  for (const name of REFERENCES) put(name, ledgerOf(live(launch, referencePlan(name)).money).total);
  console.error(
    seed,
    Object.entries(totals)
      .map(([name, list]) => `${name} ${list[list.length - 1]}`)
      .join('  '),
  );
}

/** Mean of the paired difference with its 95 percent interval (normal). */
function saves(better: string, worse: string) {
  const d = totals[worse]!.map((cost, i) => cost - totals[better]![i]!);
  const mean = d.reduce((a, b) => a + b, 0) / d.length;
  const deviation = Math.sqrt(d.reduce((a, x) => a + (x - mean) ** 2, 0) / Math.max(1, d.length - 1));
  const half = (1.96 * deviation) / Math.sqrt(d.length);
  const wins = d.filter((x) => x > 0).length;
  return {
    better,
    worse,
    meanDollars: Math.round(mean),
    low: Math.round(mean - half),
    high: Math.round(mean + half),
    wins,
    of: d.length,
  };
}

const pairs = [
  ['expert', 'textbook'],
  ['textbook', 'naive'],
  ['textbook', 'rule'],
  ['textbook', 'approve all'],
  ['textbook', 'block all'],
  ['expert', 'cautious'],
  ['cautious', 'textbook'],
  ['cautious', 'rule'],
  ['oracle', 'expert'],
] as const;
const result = {
  world: 'fraud',
  volume,
  seeds: [from, from + seeds - 1],
  comparisons: pairs.map(([a, b]) => saves(a, b)),
  totals,
};
console.table(result.comparisons);
if (values.out) writeFileSync(values.out, `${JSON.stringify(result, null, 1)}\n`);
