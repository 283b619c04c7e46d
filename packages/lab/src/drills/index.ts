/** Drills of two minutes: each made from a seed, its answer computed from the numbers that it shows. */
import { RandomStream } from '../random/index.ts';
import { kind as badSlice } from './bad-slice.ts';
import { kind as calibrationPlot } from './calibration-plot.ts';
import { kind as chooseBaseline } from './choose-baseline.ts';
import { kind as chooseSplit } from './choose-split.ts';
import { kind as costThreshold } from './cost-threshold.ts';
import { kind as debiasClicks } from './debias-clicks.ts';
import { kind as driftOrPipe } from './drift-or-pipe.ts';
import { kind as firstMonitor } from './first-monitor.ts';
import type { Drill, DrillKind, DrillLevel } from './kind.ts';
import { kind as labelWindow } from './label-window.ts';
import { kind as leakingFeature } from './leaking-feature.ts';
import { kind as offPolicy } from './off-policy.ts';
import { kind as powerTest } from './power-test.ts';
import { kind as prevalence } from './prevalence.ts';
import { kind as reviewCapacity } from './review-capacity.ts';

export type { Drill, DrillAnswer, DrillKind, DrillLevel, DrillPicture } from './kind.ts';
export { DRILL_SECONDS, levelAfter, nextDrill, parseTried, type Tried } from './next.ts';

export const DRILL_KINDS: readonly DrillKind[] = [
  leakingFeature,
  chooseSplit,
  calibrationPlot,
  badSlice,
  firstMonitor,
  costThreshold,
  powerTest,
  driftOrPipe,
  debiasClicks,
  chooseBaseline,
  reviewCapacity,
  labelWindow,
  prevalence,
  offPolicy,
];

export const DRILL_LEVELS: readonly DrillLevel[] = [1, 2, 3];

/** Draws after which a kind is called broken; each kind's test shows that it needs far fewer. */
const MOST_DRAWS = 2000;

export class DrillError extends Error {}

/** The drill of a kind, a level and a seed (a whole number from 0): always the same one. */
export function makeDrill(kind: string, level: number, seed: number): Drill {
  const made = DRILL_KINDS.find(({ id }) => id === kind);
  if (made === undefined) {
    throw new DrillError(
      `kind is "${kind}": there is no such drill; take one of ${DRILL_KINDS.map(({ id }) => id).join(', ')}`,
    );
  }
  const at = DRILL_LEVELS.find((one) => one === level);
  if (at === undefined) throw new DrillError(`level is ${level}: it must be 1, 2 or 3`);
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new DrillError(`seed is ${seed}: it must be a whole number from 0`);
  const stream = new RandomStream(seed, `drill/${kind}/${level}`);
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const body = made.make(stream.substream(draw), at);
    if (body !== null) return { kind, title: made.title, level: at, seed, ...body };
  }
  throw new DrillError(`${kind} at level ${level} found no clear case with seed ${seed}: take another seed`);
}

/** Whether a reply is right: the index of a choice, or a number within the tolerance. */
export function isRight(drill: Drill, reply: number): boolean {
  const { answer } = drill;
  if (answer.kind === 'choice') return reply === answer.right;
  return Math.abs(reply - answer.value) <= answer.tolerance + 1e-9;
}
