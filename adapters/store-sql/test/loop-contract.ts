import type { Store } from '@legible/app';
import { summariseLoop } from '@legible/app/loop/read-loop';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, awkward, loopEvent, loopPlan, loopResult, newId } from './fixtures.ts';

/** What the use cases rely on where loops are kept. */
export function loopContract(fresh: () => Store) {
  describe('loops', () => {
    const begin = async (store: Store, startedAt = at(0)) => {
      const id = newId();
      expect(await store.createLoop({ id, plan: loopPlan, startedAt })).toBe(true);
      return id;
    };

    it('gives back what was put in, to the last character', async () => {
      const store = fresh();
      const id = await begin(store);
      const records = [loopEvent(1), loopEvent(2, awkward)];
      expect(await store.appendLoopEvents(id, records)).toEqual({ outcome: 'kept', acknowledged: 2 });
      expect(await store.loopEvents(id)).toEqual(records);
      const kept = { id, plan: loopPlan, startedAt: at(0), finishedAt: null, acknowledged: 2, result: null };
      expect(await store.loop(id)).toEqual(kept);
      expect(await store.createLoop({ id, plan: { ...loopPlan, seed: 1 }, startedAt: at(9) })).toBe(false);
      expect(await store.loop(id)).toEqual(kept);
    });

    it('ends up with the same events, each once, however batches are cut, repeated and reordered, and counts a round once', async () => {
      const store = fresh();
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }), { maxLength: 10 }),
          async (batches) => {
            const id = await begin(store);
            const sent = new Set<number>();
            for (const batch of [...batches, Array.from({ length: 12 }, (_, i) => 12 - i)]) {
              for (const seq of batch) sent.add(seq);
              let unbroken = 0;
              while (sent.has(unbroken + 1)) unbroken += 1;
              expect(
                await store.appendLoopEvents(
                  id,
                  batch.map((seq) => loopEvent(seq)),
                ),
              ).toEqual({ outcome: 'kept', acknowledged: unbroken });
            }
            expect(await store.loopEvents(id)).toEqual(Array.from({ length: 12 }, (_, i) => loopEvent(i + 1)));
            expect((await store.loops()).find((one) => one.id === id)?.roundsOpened).toBe(1);
          },
        ),
        { numRuns: 15 },
      );
    });

    it('refuses other content under a number that is taken, and keeps nothing of that batch', async () => {
      const store = fresh();
      const id = await begin(store);
      await store.appendLoopEvents(id, [loopEvent(1), loopEvent(2)]);
      expect(await store.appendLoopEvents(id, [loopEvent(3), loopEvent(2, 'from another tab')])).toEqual({
        outcome: 'conflict',
        seq: 2,
      });
      expect(await store.loopEvents(id)).toHaveLength(2);
    });

    it('takes no event for a loop that is over or missing, and keeps the first packet', async () => {
      const store = fresh();
      const id = await begin(store);
      await store.appendLoopEvents(id, [loopEvent(1)]);
      expect(await store.finishLoop(id, at(5), loopResult, summariseLoop(loopResult))).toBe(true);
      expect(await store.finishLoop(id, at(6), { ...loopResult, turns: [] }, summariseLoop(loopResult))).toBe(false);
      expect(await store.appendLoopEvents(id, [loopEvent(1)])).toEqual({ outcome: 'kept', acknowledged: 1 });
      expect(await store.appendLoopEvents(id, [loopEvent(2)])).toEqual({ outcome: 'finished' });
      expect(await store.appendLoopEvents(newId(), [loopEvent(1)])).toEqual({ outcome: 'missing' });
      expect(await store.loop(id)).toMatchObject({ finishedAt: at(5), result: loopResult });
    });

    it('lists newest first with what a list needs, and deletes a loop with its events', async () => {
      const store = fresh();
      const first = await begin(store);
      const second = await begin(store, at(1));
      await store.finishLoop(first, at(2), loopResult, summariseLoop(loopResult));
      expect(await store.loops()).toEqual([
        {
          id: second,
          status: 'running',
          startedAt: at(1),
          finishedAt: null,
          preset: 'series-ab',
          pace: 'days',
          rounds: loopPlan.rounds,
          roundsOpened: 0,
          packet: null,
        },
        expect.objectContaining({
          id: first,
          status: 'finished',
          packet: expect.objectContaining({ decision: 'lean-yes', score: 2.7, level: 'ML engineer' }),
        }),
      ]);
      await store.appendLoopEvents(second, [loopEvent(1)]);
      expect(await store.deleteLoop(second)).toBe(true);
      expect(await store.deleteLoop(second)).toBe(false);
      expect([await store.loop(second), await store.loopEvents(second)]).toEqual([null, []]);
    });
  });
}
