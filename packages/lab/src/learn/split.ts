import type { Numbers } from '../metrics/input.ts';
import type { RandomStream } from '../random/index.ts';
import { checkOption, LearnInputError } from './table.ts';

/** Row indices, each rising. No row is in both; with a gap or a purge some rows are in neither. */
export interface Split {
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

function partition(rows: number, side: (row: number) => 'train' | 'test' | 'neither', hint: string): Split {
  const train = new Uint32Array(rows);
  const test = new Uint32Array(rows);
  let trains = 0;
  let tests = 0;
  for (let row = 0; row < rows; row++) {
    const where = side(row);
    if (where === 'train') train[trains++] = row;
    else if (where === 'test') test[tests++] = row;
  }
  if (trains === 0 || tests === 0) {
    throw new LearnInputError('split', `leaves no row to ${trains === 0 ? 'train on' : 'test on'}: ${hint}`);
  }
  return { train: train.slice(0, trains), test: test.slice(0, tests) };
}

/** Each row goes to the test set with probability `testShare`, whatever its time or entity. */
export function splitRandom(rows: number, testShare: number, stream: RandomStream): Split {
  checkOption('testShare', testShare, 0, 1);
  return partition(rows, () => (stream.uniform() < testShare ? 'test' : 'train'), 'take a testShare between 0 and 1');
}

/** Trains on rows before `cut`, tests on rows from `cut` on; times in any one unit. */
export function splitByTime(times: Numbers, cut: number): Split {
  return partition(times.length, (row) => (times[row]! < cut ? 'train' : 'test'), 'move the cut inside the times');
}

/**
 * Trains on rows before `cut - gap` and tests from `cut` on. The gap drops rows whose labels had not matured at the
 * cut, and rows whose windows reach over it.
 */
export function splitByTimeWithGap(times: Numbers, cut: number, gap: number): Split {
  checkOption('gap', gap, 0, Infinity);
  return partition(
    times.length,
    (row) => (times[row]! >= cut ? 'test' : times[row]! < cut - gap ? 'train' : 'neither'),
    'move the cut or shorten the gap',
  );
}

/** All rows of one entity (a card, a user) fall on one side; entities go to the test set with this probability. */
export function splitByEntity(entities: Numbers, testShare: number, stream: RandomStream): Split {
  checkOption('testShare', testShare, 0, 1);
  const sides = new Map<number, boolean>();
  return partition(
    entities.length,
    (row) => {
      const entity = entities[row]!;
      let test = sides.get(entity);
      if (test === undefined) {
        test = stream.substream(entity).uniform() < testShare;
        sides.set(entity, test);
      }
      return test ? 'test' : 'train';
    },
    'take a testShare between 0 and 1, or more entities',
  );
}
