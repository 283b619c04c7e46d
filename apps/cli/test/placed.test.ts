import type { RunResult } from '@legible/lab';
import { STANDINGS } from '@legible/lab/tournament/standings.generated';
import { expect, it } from 'vitest';
import { placed } from '../src/lab/placed.ts';

const bill = (total: number, days = 84) => ({ total, byCause: [], byDay: Array.from({ length: days }, () => 0) });
const run = (ours: number, volume: number) =>
  ({
    file: { world: 'fraud', volume },
    ledger: { ours: bill(ours), 'doing nothing': bill(80_000), oracle: bill(5000) },
  }) as unknown as RunResult;

it('a run is placed in words and in a line for each contestant, with the bar where it stands', () => {
  const lines = placed(run(50_000, 3000), STANDINGS);
  expect(lines[0]).toBe('You went 40% of the way from doing nothing to knowing the truth.');
  expect(lines[1]).toMatch(
    /^Better than \d+ of 100 plans drawn at random, and than the \w+ plan on \d+ of 100 seeds\.$/,
  );
  const rows = lines.filter((line) => /you are ahead of \d+ in 100$/.test(line));
  expect(rows.map((row) => row.trim().split(/\s{2,}/)[0])).toContain('expert');
  expect(new Set(rows.map((row) => row.indexOf('┃'))).size).toBe(1);
});

it('a run at another volume is told why it has no percentile', () => {
  expect(placed(run(50_000, 300), STANDINGS)).toEqual([
    expect.stringMatching(/^No percentile: This run has 300 payments a day and the tournament was played at 3,000/),
  ]);
});
