/** Measures the sizes that the README of the search world states: `node tools/measure-search-world.ts 4`. */
import { drive, prepare, WORLDS } from '@legible/lab';
import { HEAD, PLACES, TAIL_FROM } from '@legible/lab/worlds/search/config';
import type { SearchLaunch } from '@legible/lab/worlds/search/lived';
import { GUIDELINE_DAY } from '@legible/lab/worlds/search/observe/rewards';

const seeds = Number(process.argv[2] ?? 4);
const { world } = WORLDS.search!;
const sums = new Map<string, number[]>();
const note = (name: string, value: number): void => void sums.set(name, [...(sums.get(name) ?? []), value]);

for (let seed = 1; seed <= seeds; seed++) {
  const { session } = drive(prepare(world, seed, world.defaultVolume)).launch as SearchLaunch;
  const log = session.log(0);
  const fit = session.truth.fit();
  const machine = session.truth.machine();
  const shown = new Float64Array(PLACES);
  const clicked = new Float64Array(PLACES);
  const randomShown = new Float64Array(PLACES);
  const randomClicked = new Float64Array(PLACES);
  const count = { searches: 0, head: 0, tail: 0, clicks: 0, orders: 0, disappointed: 0 };
  const graded = { pairs: 0, equal: 0, good: [0, 0], meant: [0, 0] };
  const votes: [number[], number[]] = [[], []];
  for (let row = 0; row < log.rows; row++) {
    if (log.judged[row] === 1) {
      graded.pairs++;
      graded.equal += log.vote[row] === log.grade[row] ? 1 : 0;
      votes[0].push(log.vote[row]!);
      votes[1].push(Math.round((3 * log.grade[row]! - log.vote[row]!) / 2));
      const now = log.day[row]! >= GUIDELINE_DAY ? 1 : 0;
      if (log.grade[row]! < 2) continue;
      graded.good[now] = graded.good[now]! + 1;
      graded.meant[now] = graded.meant[now]! + (fit[row]! > 0.6 ? 1 : 0);
      continue;
    }
    if (machine[row] === 1) continue;
    const k = log.place[row]!;
    if (k === 0) {
      count.searches++;
      count.head += log.query[row]! < HEAD ? 1 : 0;
      count.tail += log.query[row]! >= TAIL_FROM ? 1 : 0;
    }
    shown[k] = shown[k]! + 1;
    clicked[k] = clicked[k]! + log.clicked[row]!;
    if (log.shuffled[row] === 1) {
      randomShown[k] = randomShown[k]! + 1;
      randomClicked[k] = randomClicked[k]! + log.clicked[row]!;
    }
    count.clicks += log.clicked[row]!;
    count.orders += log.ordered[row]!;
    count.disappointed += log.soldOut[row]!;
  }
  const all = clicked.reduce((a, b) => a + b, 0);
  for (let k = 0; k < PLACES; k++) note(`share of the clicks at place ${k + 1}`, clicked[k]! / all);
  for (let k = 0; k < PLACES; k++)
    note(`click rate at place ${k + 1}, random order`, randomClicked[k]! / randomShown[k]!);
  note('searches for the head', count.head / count.searches);
  note('searches for the tail', count.tail / count.searches);
  note('orders a click', count.orders / count.clicks);
  note('clicks on what is sold out or dearer', count.disappointed / count.clicks);
  note('first vote equals the mean of three', graded.equal / graded.pairs);
  note('kappa of the first vote and the mean of the other two', kappa(...votes));
  note('graded good that was meant, old guideline', graded.meant[0]! / graded.good[0]!);
  note('graded good that was meant, current guideline', graded.meant[1]! / graded.good[1]!);
  const { stock } = session.motion.now;
  note('products sold out on the eve of launch', stock.filter((left) => left === 0).length / stock.length);
}

/** Cohen's kappa of two lists of grades. */
function kappa(a: readonly number[], b: readonly number[]): number {
  let agreed = 0;
  const [first, second] = [new Map<number, number>(), new Map<number, number>()];
  a.forEach((grade, i) => {
    agreed += grade === b[i] ? 1 / a.length : 0;
    first.set(grade, (first.get(grade) ?? 0) + 1 / a.length);
    second.set(b[i]!, (second.get(b[i]!) ?? 0) + 1 / a.length);
  });
  let chance = 0;
  for (const [grade, share] of first) chance += share * (second.get(grade) ?? 0);
  return (agreed - chance) / (1 - chance);
}

for (const [name, values] of sums)
  console.log(name.padEnd(52), (values.reduce((a, b) => a + b, 0) / values.length).toFixed(3));
