import { describe, expect, expectTypeOf, it } from 'vitest';
import { drive, prepare, WORLDS } from '../../src/index.ts';
import type { RankingDay } from '../../src/worlds/ranking/life.ts';
import type { DayReport } from '../../src/worlds/recommendations/live/live.ts';
import type { ObservedLog } from '../../src/worlds/recommendations/observe/log.ts';
import { rowsFor } from '../../src/worlds/recommendations/observe/rewards.ts';
import type { OfflineReport } from '../../src/worlds/recommendations/offline/report.ts';
import { groundOf, launchOf, quick } from './ground.ts';

type Truth = 'satisfied' | 'worth' | 'attraction' | 'machine' | 'taste' | 'goodwill' | 'truth' | 'incidents';

const ground = groundOf(11);
const launch = launchOf(ground);

describe('what a plan can see', () => {
  it('has no field of the truth, by its type', () => {
    expectTypeOf<Extract<keyof ObservedLog, Truth>>().toEqualTypeOf<never>();
    expectTypeOf<Extract<keyof RankingDay, Truth>>().toEqualTypeOf<never>();
    expectTypeOf<Extract<keyof DayReport, Truth>>().toEqualTypeOf<never>();
    expectTypeOf<Extract<keyof OfflineReport, Truth>>().toEqualTypeOf<never>();
    // What every training goes through takes the log and nothing else of the world.
    expectTypeOf(rowsFor).parameter(0).toEqualTypeOf<ObservedLog>();
  });

  it('is a log of plain columns of its own, none of which is a column of truth', () => {
    const log = launch.session.log(0);
    const satisfied = launch.session.truth.satisfied();
    const machine = launch.session.truth.machine();
    for (const [name, column] of Object.entries(log)) {
      if (typeof column === 'number') continue;
      expect(ArrayBuffer.isView(column), name).toBe(true);
      const view = column as Uint8Array;
      expect(view.buffer.byteLength, `${name} is a window on something larger`).toBe(view.byteLength);
      for (const truth of [satisfied, machine])
        expect(
          view.every((x, row) => x === truth[row]),
          name,
        ).toBe(false);
    }
  });

  it('does not change when the truth is scrambled and the log is kept', () => {
    // The same history twice; in the second, every hidden trait is overwritten before anything is learned.
    const lived = () => launchOf(drive(prepare(WORLDS.recommendations!.world, 11, 100)));
    const honest = JSON.stringify(lived().open(quick()).offline());
    const other = lived();
    const { goodwill, setting } = other.session.motion;
    goodwill.fill(0.123);
    setting.people.taste.fill(0);
    setting.people.credulity.fill(9);
    setting.items.quality.fill(-3);
    setting.items.bait.fill(9);
    setting.items.halfLife.fill(1);
    expect(JSON.stringify(other.open(quick()).offline())).toBe(honest);
  });

  it('knows answers to the survey a day late', () => {
    const life = launch.open(quick({ experiment: { ...quick().experiment, days: 0 } }));
    for (let day = 0; day < 5; day++) life.advance([]);
    const log = life.run.session.log(5);
    const answeredOn = (day: number): number =>
      log.survey.reduce((sum, answer, row) => sum + (log.day[row] === day && answer > 0 ? 1 : 0), 0);
    expect(answeredOn(4)).toBe(0);
    expect([0, 1, 2, 3].reduce((sum, day) => sum + answeredOn(day), 0)).toBeGreaterThan(0);
  });
});

describe('common random numbers', () => {
  it('give the same person the same luck whatever was decided', () => {
    const first = launch.open(quick());
    const second = launch.open(quick({ diversity: { penalty: 1.5 } }));
    first.advance([]);
    second.advance([]);
    const [a, b] = [first.run.session.log(1), second.run.session.log(1)];
    const day0 = (log: ObservedLog): number[] => [...new Set(log.person.filter((_, r) => log.day[r] === 0))];
    expect(day0(b)).toEqual(day0(a));
    // The old policy's lists are the same to the item in the arm without the model.
    const old = (log: ObservedLog): number[] =>
      [...log.item].filter((_, r) => log.day[r] === 0 && log.byModel[r] === 0);
    expect(old(b)).toEqual(old(a));
  });

  it('live to the same bytes again, in any order', () => {
    const live = (): string => {
      const life = launch.open(quick());
      for (let day = 0; day < 20; day++) life.advance([]);
      return JSON.stringify([life.reports, life.money.map((m) => [...m])]);
    };
    const one = live();
    launch.open(quick({ exploration: { share: 0.3 } })).advance([]);
    expect(live()).toBe(one);
  });
});
