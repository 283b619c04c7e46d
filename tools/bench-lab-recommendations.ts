import { drive, prepare, resume, revealHere, WORLDS, type RunFile } from '@legible/lab';
import { createMotion, createSetting } from '@legible/lab/worlds/recommendations/motion';
import { settle } from '@legible/lab/worlds/recommendations/outcome';
import { legacyLists, openMorning } from '@legible/lab/worlds/recommendations/session';
import { bytesOf } from '@legible/lab/worlds/recommendations/store';
import type { Bench, Measure } from './bench.ts';

const DAYS = 84;
const SEED = 7;
const cpu = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

/** Twelve weeks under the old policy, everything kept. */
function generate(volume: number): { rows: number; seconds: number; bytes: number } {
  const before = process.cpuUsage();
  const motion = createMotion(createSetting(SEED, volume), Math.ceil(volume * 10 * DAYS * 1.6));
  for (let day = 0; day < DAYS; day++) {
    const morning = openMorning(motion, day);
    settle(motion, morning.visits, legacyLists(motion, morning), 0);
  }
  const share = motion.store.rows / motion.store.day.length;
  return { rows: motion.store.rows, seconds: cpu(before), bytes: bytesOf(motion.store) * share };
}

/** Microseconds an event of the fraud world at its default size: the peer. */
function fraudPerEvent(): number {
  const { world } = WORLDS.fraud!;
  const before = process.cpuUsage();
  drive(prepare(world, SEED, world.defaultVolume));
  return (cpu(before) / (world.defaultVolume * DAYS)) * 1e6;
}

const bench: Bench = {
  title: 'The recommendations world',
  about:
    'Twelve weeks of shown items with 24 features each, one core, everything kept in memory; and a whole run of the naive plan with all its replays. Processor seconds. The peer is the fraud world at its default size, in the same run.',
  run(): Measure[] {
    const { world, references } = WORLDS.recommendations!;
    generate(100);
    fraudPerEvent();
    const fraud = fraudPerEvent();
    const made: Measure[] = [];
    for (const times of [1, 3, 10]) {
      const { rows, seconds, bytes } = generate(world.defaultVolume * times);
      const each = (seconds / rows) * 1e6;
      const name = times === 1 ? 'default size' : `${times} times the default size`;
      made.push({
        name: `${name}, time a row`,
        value: each,
        unit: 'µs',
        note: `${rows.toLocaleString('en-US')} rows in ${seconds.toFixed(2)} s`,
      });
      made.push({ name: `${name}, columns`, value: bytes / 2 ** 20, unit: 'MB' });
      if (times === 1)
        made.push({
          name: 'time a row over that of fraud',
          value: each / fraud,
          unit: '',
          target: { most: 2 },
          note: `fraud: ${fraud.toFixed(2)} µs an event`,
        });
    }
    const plan = references.naive!;
    const file: RunFile = { version: 1, world: world.id, seed: SEED, volume: world.defaultVolume, plan, actions: [] };
    const start = process.cpuUsage();
    const ground = drive(prepare(world, file.seed, file.volume));
    const run = drive(resume(ground, file, Infinity));
    const lived = cpu(start);
    made.push({ name: 'history, offline stage and 84 live days of the naive plan', value: lived, unit: 's' });
    let replays = 0;
    const last = { says: '' };
    drive(revealHere(ground, run.reveal(references)), ({ says }) => {
      if (says !== last.says) replays++;
      last.says = says;
    });
    const all = cpu(start);
    made.push({
      name: `all, with ${replays} replays`,
      value: all,
      unit: 's',
      note: 'two free cores share the replays',
    });
    made.push({ name: 'half of it: two cores', value: all / 2, unit: 's', target: { most: 30 } });
    return made;
  },
};
export default bench;
