import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { WORLDS } from '@legible/lab';
import type { Bench, Measure } from './bench.ts';
import type { Lived } from './lab-life.ts';

const RANKING = ['recommendations', 'search'] as const;
const PLANS = ['expert', 'textbook', 'naive'] as const;
const SIZES = [1, 2, 5, 10] as const;
const TIMES = 4;

/** What a ranking world may take of the time of fraud. */
const MOST_TIMES_FRAUD = 2;
const MOST_SECONDS = 30;

function script(name: string): string {
  return new URL(name, import.meta.url).pathname;
}

function lived(world: string, plan: string, volume: number, times: number): Lived {
  const args = [script('lab-life.ts'), world, plan, String(volume), String(times)];
  const child = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as Lived;
}

const perEvent = (seconds: number, events: number): number => (seconds / events) * 1e6;
const load = (): string => `load average ${loadavg()[0]!.toFixed(1)}`;

/** Time of an event beside one of fraud under the plan of the same name. */
function speeds(): Measure[] {
  const made: Measure[] = [];
  for (const plan of PLANS) {
    const fraud = lived('fraud', plan, 0, TIMES);
    for (const world of RANKING) {
      const ours = lived(world, plan, 0, TIMES);
      const beside = (name: string, part: (l: Lived) => number, note: string, target = true): Measure => ({
        name: `${world}, ${plan}: ${name}`,
        value: part(ours),
        unit: 'µs',
        peer: { name: 'fraud', value: part(fraud) },
        ...(target ? { target: { most: MOST_TIMES_FRAUD } } : {}),
        note,
      });
      if (plan === PLANS[0])
        made.push(
          beside(
            'an event of the history',
            (l) => perEvent(l.history, l.past),
            `${ours.past.toLocaleString('en-US')} events in ${ours.history.toFixed(2)} s; ${load()}`,
          ),
        );
      made.push(
        beside('offline stage, by event of the log', (l) => perEvent(l.offline, l.past), load()),
        beside('an event of the live period', (l) => perEvent(l.lived, l.live), load()),
        beside(
          'an event of all of it',
          (l) => perEvent(l.history + l.offline + l.lived, l.past + l.live),
          `${(ours.history + ours.offline + ours.lived).toFixed(2)} s`,
        ),
      );
    }
  }
  return made;
}

/** The command as a user has it, with all replays, on two threads. */
function wholeRuns(): Measure[] {
  const folder = mkdtempSync(join(tmpdir(), 'legible-lab-'));
  const usage = join(folder, 'usage.json');
  const bin = new URL('../apps/cli/bin/legible.mjs', import.meta.url).pathname;
  const made: Measure[] = [];
  for (const world of ['fraud', ...RANKING]) {
    const plan = join(folder, 'plan.json');
    writeFileSync(plan, JSON.stringify(WORLDS[world]!.references.textbook));
    const note = `${load()} before it started`;
    const started = performance.now();
    const args = ['--import', script('usage-of-process.ts'), bin, 'lab', 'run', world];
    const child = spawnSync(
      process.execPath,
      [...args, '--plan', plan, '--seed', '7', '--threads', '2', '--out', join(folder, 'run.json')],
      { maxBuffer: 2 ** 28, env: { ...process.env, USAGE_FILE: usage } },
    );
    const elapsed = (performance.now() - started) / 1000;
    if (child.status !== 0) throw new Error(child.stderr.toString());
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usage, 'utf8')) as NodeJS.ResourceUsage;
    const processor = (userCPUTime + systemCPUTime) / 1e6;
    made.push(
      {
        name: `${world}, whole run of the textbook plan, elapsed`,
        value: elapsed,
        unit: 's',
        target: { most: MOST_SECONDS },
        note,
      },
      { name: `${world}, the same, processor`, value: processor, unit: 's' },
      {
        name: `${world}, half of that: two free cores`,
        value: processor / 2,
        unit: 's',
        target: { most: MOST_SECONDS },
      },
      {
        name: `${world}, the same, most memory`,
        value: maxRSS / 1024,
        unit: 'MB',
        note: 'three threads in one process',
      },
    );
  }
  rmSync(folder, { recursive: true });
  return made;
}

/** Most memory of one life at rising sizes, and how it grows. */
function memory(): Measure[] {
  const made: Measure[] = [];
  for (const world of ['fraud', ...RANKING]) {
    const { defaultVolume, volumeRange } = WORLDS[world]!.world;
    let first: Lived | undefined;
    for (const size of SIZES) {
      const volume = Math.min(defaultVolume * size, volumeRange[1]);
      const times = Number((volume / defaultVolume).toPrecision(2));
      const life = lived(world, 'expert', volume, 1);
      first ??= life;
      const events = life.past + life.live;
      const more = events - first.past - first.live;
      const each =
        more > 0 ? `; ${Math.round(((life.peak - first.peak) * 2 ** 20) / more)} bytes for each event more` : '';
      made.push({
        name: `${world}, most memory of a life at ${times} times the default size`,
        value: life.peak,
        unit: 'MB',
        ...(size === 10 ? { target: { most: 1536 } } : {}),
        note: `${events.toLocaleString('en-US')} events${each}${times < size ? '; the world takes no more' : ''}`,
      });
    }
  }
  return made;
}

const bench: Bench = {
  title: 'The ranking worlds beside fraud',
  about: `An event is a payment, or a product or item that was shown or judged. Processor seconds of the same part of a life under the plan of the same name, each world in a process of its own, the least of ${TIMES} lives; then the command with two threads and all its replays; then the most memory that one life of the expert's plan had resident, each size in a process of its own.`,
  run: () => [...speeds(), ...wholeRuns(), ...memory()],
};
export default bench;
