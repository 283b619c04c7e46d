import { loadavg } from 'node:os';
import { bytesOf } from '@legible/lab/worlds/fraud/store';
import { createMotion, createSetting, liveHistory } from '@legible/lab/worlds/fraud/motion';
import { FEATURES } from '@legible/lab/worlds/fraud/features';
import type { Bench, Measure } from './bench.ts';

const SIZES = [250_000, 1_750_000, 5_000_000, 10_000_000, 20_000_000];
const DAYS = 84;

/** Generates about `rows` payments and keeps them all in memory. */
function generate(rows: number): { rows: number; seconds: number; bytes: number; resident: number } {
  const before = process.cpuUsage();
  const volume = Math.round(rows / DAYS);
  const motion = createMotion(createSetting(7, volume), Math.ceil(rows * 1.02));
  for (const _ of liveHistory(motion, DAYS));
  const { user, system } = process.cpuUsage(before);
  const bytes = bytesOf(motion.store);
  return { rows: motion.store.rows, seconds: (user + system) / 1e6, bytes, resident: process.memoryUsage().rss };
}

const bench: Bench = {
  title: 'Generating payments',
  about: `Twelve weeks of the fraud world with ${FEATURES.length} features a payment, one core, everything kept in memory; processor seconds. The published Python simulator of the Fraud Detection Handbook takes about 120 s for 1.75 million rows of a simpler world.`,
  run(): Measure[] {
    generate(250_000);
    const made: Measure[] = [];
    let perMillion = 0;
    for (const size of SIZES) {
      globalThis.gc?.();
      const { rows, seconds, bytes, resident } = generate(size);
      const name = `${(size / 1e6).toLocaleString('en-US')} million`;
      const each = (seconds / rows) * 1e6;
      if (size === 1_750_000) perMillion = each;
      made.push({
        name: `${name}, time`,
        value: seconds,
        unit: 's',
        ...(size === 1_750_000 ? { target: { most: 3 } } : {}),
        note: `${each.toFixed(2)} s a million`,
      });
      made.push({
        name: `${name}, columns`,
        value: bytes / 2 ** 20,
        unit: 'MB',
        note: `${Math.round(resident / 2 ** 20)} MB resident`,
      });
      if (size === 20_000_000) {
        made.push({
          name: 'time a row at 20 million over that at 1.75 million',
          value: each / perMillion,
          unit: '',
          target: { most: 1.5 },
          note: `load average ${loadavg()[0]!.toFixed(1)}: others share the caches, which the large sizes miss most`,
        });
      }
    }
    return made;
  },
};
export default bench;
