/**
 * Lives one plan in one world and prints what it took as JSON: a process of its own, so that neither the code compiled
 * for another world nor its memory counts.
 *
 *   node tools/lab-life.ts WORLD PLAN VOLUME TIMES
 */
import { drive, prepare, WORLDS } from '@legible/lab';
import type { Living, World } from '@legible/lab/worlds/world';

/** Processor seconds are the least of all times, since other processes only ever add to them. */
export interface Lived {
  /** Events of the twelve weeks before launch, and of the twelve after it: payments, or items shown or judged. */
  readonly past: number;
  readonly live: number;
  readonly history: number;
  readonly offline: number;
  readonly lived: number;
  /** Most memory that was resident, MB. */
  readonly peak: number;
}

/** What every session has: the log as known on a day. */
interface Logged {
  readonly session: { log(asOf: number): { readonly rows: number } };
}

const [id = 'fraud', name = 'expert', volume = '0', times = '1'] = process.argv.slice(2);
const { world, references } = WORLDS[id]! as { world: World; references: Readonly<Record<string, never>> };
const { liveDays } = world;
const watched: Living = { watchAll: true };
const least = { history: Infinity, offline: Infinity, lived: Infinity };
let rows = { past: 0, live: 0 };

function timed<T>(part: keyof typeof least, act: () => T): T {
  const before = process.cpuUsage();
  const made = act();
  const { user, system } = process.cpuUsage(before);
  least[part] = Math.min(least[part], (user + system) / 1e6);
  return made;
}

for (let n = 0; n < Number(times); n++) {
  const ground = timed('history', () => drive(prepare(world, 7, Number(volume) || world.defaultVolume)));
  const life = timed('offline', () => ground.launch.open(references[name]!, watched));
  timed('lived', () => {
    while (!life.done) life.advance([]);
  });
  if (n > 0) continue;
  const past = (ground.launch as unknown as Logged).session.log(0).rows;
  rows = { past, live: (life as unknown as { readonly run: Logged }).run.session.log(liveDays).rows - past };
}
const lived: Lived = { ...rows, ...least, peak: process.resourceUsage().maxRSS / 1024 };
process.stdout.write(JSON.stringify(lived));
