import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../src/worlds/search/features.ts';
import { GUIDELINE_DAY } from '../../src/worlds/search/observe/rewards.ts';
import { referencePlan } from '../../src/worlds/search/references.ts';
import { groundOf, launchOf, quick, world } from './ground.ts';

const ground = groundOf(4);
const { session } = launchOf(ground);
const log = session.log(0);
const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
const rowsWhere = (keep: (row: number) => boolean): number[] =>
  Array.from({ length: log.rows }, (_, row) => row).filter(keep);
const total = (days: readonly Float64Array[]): number => days.reduce((a, d) => a + d.reduce((x, y) => x + y, 0), 0);

describe('the history of search', () => {
  it('holds no truth: the log has only what the shop’s systems know', () => {
    for (const hidden of ['fit', 'attraction', 'worth', 'machine']) expect(log).not.toHaveProperty(hidden);
  });

  it('shows less looking further down, on lists in random order', () => {
    const rate = (place: number): number =>
      mean(rowsWhere((r) => log.shuffled[r] === 1 && log.place[r] === place).map((r) => log.clicked[r]!));
    expect(rate(0)).toBeGreaterThan(1.5 * rate(9));
  });

  it('has judgments that follow what was meant better under the new guideline than under the old', () => {
    const fit = session.truth.fit();
    const gap = (now: boolean): number => {
      const rows = rowsWhere((r) => log.judged[r] === 1 && log.day[r]! >= GUIDELINE_DAY === now);
      const of = (good: boolean): number => mean(rows.filter((r) => log.grade[r]! >= 2 === good).map((r) => fit[r]!));
      return of(true) - of(false);
    };
    expect(gap(true)).toBeGreaterThan(gap(false) + 0.2);
  });

  it('grades with noise: the first vote is often not the mean of three', () => {
    const judged = rowsWhere((r) => log.judged[r] === 1);
    expect(mean(judged.map((r) => Math.abs(log.vote[r]! - log.grade[r]!)))).toBeGreaterThan(0.1);
  });

  it('gives a table of exactly the rows asked for', () => {
    let rows = 0;
    for (const chunk of world.table(3, 5000)) {
      rows += chunk.rows;
      for (const { name } of FEATURES) expect(chunk.columns[name]).toHaveLength(chunk.rows);
    }
    expect(rows).toBe(5000);
  });

  it('gives a table in which nothing that was shown is judged, and nothing that was judged is clicked or ordered', () => {
    let [shown, judged] = [0, 0];
    for (const { rows, columns } of world.table(3, 20_000))
      for (let row = 0; row < rows; row++) {
        const of = (name: string): number => columns[name]![row]!;
        expect(of('judged')).toBe(of('place') === 255 ? 1 : 0);
        if (of('judged') === 0) {
          shown++;
          expect(of('grade')).toBe(0);
          continue;
        }
        judged++;
        expect([of('clicked'), of('ordered'), of('shuffled'), of('is_machine')]).toEqual([0, 0, 0, 0]);
      }
    expect(shown).toBeGreaterThan(10_000);
    expect(judged).toBeGreaterThan(1000);
  });
});

describe('a life of search', () => {
  it('gives the same bytes twice, and the old engine as a plan costs nothing but its server', () => {
    const lived = (plan: object): readonly Float64Array[] => {
      const life = ground.launch.open(plan as never);
      while (!life.done) life.advance([]);
      return life.money;
    };
    expect(lived(quick())).toEqual(lived(quick()));
    expect(total(lived(referencePlan('rule'))) - total(ground.launch.policy('nothing'))).toBeCloseTo(84, 6);
  }, 120_000);

  it('waits longer for deeper candidates and misses less', () => {
    const causes = world.causes.map((c) => c.cause);
    const bill = (depth: number): Record<string, number> => {
      const plan = quick({ candidates: { source: 'mixed', depth }, experiment: { ...quick().experiment, days: 0 } });
      const life = ground.launch.open({ ...plan, monitors: [], rollback: { responses: [] } } as never);
      for (let day = 0; day < 8; day++) life.advance([]);
      return Object.fromEntries(causes.map((cause, i) => [cause, life.money.reduce((a, d) => a + d[i]!, 0)]));
    };
    const [few, many] = [bill(16), bill(90)];
    expect(many.missedCandidates).toBeLessThan(few.missedCandidates! / 2);
    expect(many.slowSearch).toBeGreaterThan(2 * few.slowSearch!);
  }, 120_000);
});
