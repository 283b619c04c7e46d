/**
 * Does a ranking world reward judgment? Every reference plan lives the same seeds beside doing nothing and the oracle;
 * differences are paired by seed. Usage: node tools/tournament-ranking.ts recommendations [--seeds 30] [--from 1] [--out FILE.json]
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { drive, prepare, WORLDS } from '@legible/lab';
import { ledgerOf, live } from '@legible/lab/ledger/replay';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '30' },
    from: { type: 'string', default: '1' },
    volume: { type: 'string' },
    out: { type: 'string' },
  },
});
const name = positionals[0] ?? 'recommendations';
const entry = WORLDS[name];
if (!entry) throw new RangeError(`world: there is no "${name}"; there are ${Object.keys(WORLDS).join(', ')}`);
const { world, references } = entry;
const [seeds, from] = [Number(values.seeds), Number(values.from)];
const volume = Number(values.volume ?? world.defaultVolume);
const totals: Record<string, number[]> = {};
const put = (plan: string, total: number): void => void (totals[plan] ??= []).push(Math.round(total));

for (let seed = from; seed < from + seeds; seed++) {
  const { launch } = drive(prepare(world, seed, volume));
  put('nothing', ledgerOf(launch.policy('nothing')).total);
  put('oracle', ledgerOf(launch.policy('oracle')).total);
  for (const [plan, document] of Object.entries(references)) put(plan, ledgerOf(live(launch, document).money).total);
  console.error(seed, ...Object.entries(totals).map(([plan, list]) => `${plan} ${list.at(-1)}`));
}

/** Mean of the paired difference with its 95 percent interval (normal). */
function saves(better: string, worse: string) {
  const d = totals[worse]!.map((cost, i) => cost - totals[better]![i]!);
  const mean = d.reduce((a, b) => a + b, 0) / d.length;
  const deviation = Math.sqrt(d.reduce((a, x) => a + (x - mean) ** 2, 0) / Math.max(1, d.length - 1));
  const half = (1.96 * deviation) / Math.sqrt(d.length);
  const [meanDollars, low, high] = [mean, mean - half, mean + half].map(Math.round) as [number, number, number];
  return { better, worse, meanDollars, low, high, wins: d.filter((x) => x > 0).length, of: d.length };
}

const pairs = [
  ['expert', 'cautious'],
  ['expert', 'textbook'],
  ['textbook', 'naive'],
  ['textbook', 'rule'],
  ['textbook', 'nothing'],
  ['cautious', 'rule'],
  ['naive', 'rule'],
  ['oracle', 'expert'],
] as const;
const comparisons = pairs.map(([a, b]) => saves(a, b));
console.table(comparisons);
const result = { world: name, volume, seeds: [from, from + seeds - 1], comparisons, totals };
if (values.out) writeFileSync(values.out, `${JSON.stringify(result, null, 1)}\n`);
