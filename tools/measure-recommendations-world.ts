/** Measures the sizes that the README of the recommendations world states: `node tools/measure-recommendations-world.ts 8`. */
import { drive, prepare, WORLDS } from '@legible/lab';
import { rocAuc } from '@legible/lab/metrics/index';
import { PLACES } from '@legible/lab/worlds/recommendations/config';
import { FEATURES } from '@legible/lab/worlds/recommendations/features';
import type { RecommendationsLaunch } from '@legible/lab/worlds/recommendations/lived';

const seeds = Number(process.argv[2] ?? 8);
const { world } = WORLDS.recommendations!;
const sums = new Map<string, number[]>();
const note = (name: string, value: number): void => void sums.set(name, [...(sums.get(name) ?? []), value]);

for (let seed = 1; seed <= seeds; seed++) {
  const { session } = drive(prepare(world, seed, world.defaultVolume)).launch as RecommendationsLaunch;
  const log = session.log(0);
  const satisfied = session.truth.satisfied();
  const machine = session.truth.machine();
  const attraction = session.truth.attraction();
  const worth = session.truth.worth();
  const shown = new Float64Array(PLACES);
  const clicked = new Float64Array(PLACES);
  const shuffledShown = new Float64Array(PLACES);
  const shuffledClicked = new Float64Array(PLACES);
  const items = new Map<number, { shown: number; clicks: number }>();
  const count = { clicks: 0, worth: 0, long: 0, longWorth: 0, likes: 0, survey: 0, machineVisits: 0, visits: 0 };
  for (let row = 0; row < log.rows; row++) {
    const k = log.place[row]!;
    if (k === 0) {
      count.visits++;
      count.machineVisits += machine[row]!;
    }
    if (machine[row] === 1) continue;
    const item = items.get(log.item[row]!) ?? { shown: 0, clicks: 0 };
    item.shown++;
    item.clicks += log.clicked[row]!;
    items.set(log.item[row]!, item);
    shown[k] = shown[k]! + 1;
    clicked[k] = clicked[k]! + log.clicked[row]!;
    if (log.shuffled[row] === 1) {
      shuffledShown[k] = shuffledShown[k]! + 1;
      shuffledClicked[k] = shuffledClicked[k]! + log.clicked[row]!;
    }
    if (log.clicked[row] === 0) continue;
    count.clicks++;
    count.worth += satisfied[row]!;
    count.likes += log.liked[row]!;
    count.survey += log.survey[row]! > 0 ? 1 : 0;
    if (log.seconds[row]! < 30) continue;
    count.long++;
    count.longWorth += satisfied[row]!;
  }
  for (let k = 0; k < PLACES; k++) {
    note(`click rate at place ${k + 1}`, clicked[k]! / shown[k]!);
    note(`click rate at place ${k + 1}, random order`, shuffledClicked[k]! / shuffledShown[k]!);
  }
  note('clicks a visit', count.clicks / (count.visits - count.machineVisits));
  note('clicks that were worth it', count.worth / count.clicks);
  note('clicks of 30 s or more', count.long / count.clicks);
  note('of those, worth it', count.longWorth / count.long);
  note('likes a click', count.likes / count.clicks);
  note('answers a click', count.survey / count.clicks);
  note('machines among visits', count.machineVisits / count.visits);
  const top = (key: 'shown' | 'clicks', share: number): number => {
    const list = [...items.values()].map((i) => i[key]).sort((a, b) => b - a);
    return list.slice(0, Math.ceil(share * list.length)).reduce((a, b) => a + b, 0) / list.reduce((a, b) => a + b, 0);
  };
  note('showings of the top 1% of items', top('shown', 0.01));
  note('showings of the top 10% of items', top('shown', 0.1));
  note('clicks of the top 10% of items', top('clicks', 0.1));
  const { goodwill, gone } = session.motion;
  const there = [...goodwill.keys()].filter((p) => session.motion.setting.people.joined[p]! < 0);
  note(
    'cancelled a month, of those there at first',
    1 - (1 - there.filter((p) => gone[p] === 1).length / there.length) ** (30 / 84),
  );
  const every = Uint32Array.from({ length: Math.floor(log.rows / 7) }, (_, i) => i * 7).filter((r) => machine[r] === 0);
  const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
  const draws = [...every].map((r) => attraction[r]!);
  const goods = [...every].map((r) => attraction[r]! * worth[r]!);
  const labels = (values: readonly number[]): Uint8Array => {
    const m = middle(values);
    return Uint8Array.from(values, (x) => (x > m ? 1 : 0));
  };
  const [draw, good] = [labels(draws), labels(goods)];
  for (const { name, freshness } of FEATURES) {
    const column = session.columns([{ name, pointInTime: true, freshness: freshness.at(-1)! }], every)[name]!;
    const values = Float64Array.from(column, (x) => (x === x ? x : -1e9));
    note(`${name}: draws`, rocAuc(draw, values));
    note(`${name}: worth it`, rocAuc(good, values));
  }
}
for (const [name, values] of sums) {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  console.log(
    `${name.padEnd(48)} ${mean.toFixed(4)}   ${Math.min(...values).toFixed(4)} to ${Math.max(...values).toFixed(4)}`,
  );
}
