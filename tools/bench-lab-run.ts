import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { drive, revealHere, prepare, resume, WORLDS } from '@legible/lab';
import type { Bench, Measure } from './bench.ts';

const SEED = 7;

const bench: Bench = {
  title: 'A whole lab run',
  about:
    'The naive plan in the fraud world at its default size, with the replays of the reference plans, of each decision, of each incident, and of the coalitions for Shapley values. Processor seconds in one thread, and elapsed seconds of the command with two threads, with its progress.',
  run(): Measure[] {
    const { world, references } = WORLDS.fraud!;
    const file = {
      version: 1,
      world: 'fraud',
      seed: SEED,
      volume: world.defaultVolume,
      plan: references.naive!,
      actions: [],
    } as const;
    const clock = process.cpuUsage();
    const spent = (): number => {
      const { user, system } = process.cpuUsage(clock);
      return (user + system) / 1e6;
    };
    const ground = drive(prepare(world, file.seed, file.volume));
    const history = spent();
    const run = drive(resume(ground, file, Infinity));
    const lived = spent();
    let replays = 0;
    drive(revealHere(ground, run.reveal(references)), () => replays++);
    const all = spent();

    const folder = mkdtempSync(join(tmpdir(), 'legible-lab-'));
    const plan = join(folder, 'plan.json');
    writeFileSync(plan, JSON.stringify(references.naive));
    const bin = new URL('../apps/cli/bin/legible.mjs', import.meta.url).pathname;
    const load = loadavg()[0]!.toFixed(1);
    const started = performance.now();
    const args = ['lab', 'run', 'fraud', '--plan', plan, '--seed', String(SEED), '--threads', '2', '--json'];
    const child = spawnSync(process.execPath, [bin, ...args], { maxBuffer: 2 ** 28 });
    const elapsed = (performance.now() - started) / 1000;
    rmSync(folder, { recursive: true });
    if (child.status !== 0) throw new Error(child.stderr.toString());
    return [
      { name: 'history', value: history, unit: 's' },
      { name: 'offline stage, 84 live days, offline report', value: lived - history, unit: 's' },
      { name: `post-mortem, ${replays} replays`, value: all - lived, unit: 's' },
      { name: 'all, processor seconds', value: all, unit: 's', note: 'two free cores share the replays' },
      {
        name: 'the command with two threads, elapsed',
        value: elapsed,
        unit: 's',
        target: { most: 20 },
        note: `load average ${load} before it started`,
      },
    ];
  },
};
export default bench;
