import type { Archive, DocumentSave, Store, Stores } from '@legible/app';
import { summariseLoop } from '@legible/app/loop/read-loop';
import { summarise } from '@legible/app/usecases/interviews';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loopContract } from './loop-contract.ts';
import { at, awkward, event, loopEvent, loopPlan, loopResult, newId, question, result } from './fixtures.ts';

const summaries = { interview: summarise, loop: summariseLoop };

/** What the use cases rely on, whatever the database. */
export function storeContract(name: string, open: () => Promise<{ stores: Stores; close: () => Promise<void> }>) {
  describe(`a store in ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    let store: Store;
    beforeAll(async () => {
      opened = await open();
      store = opened.stores.of('someone');
    });
    afterAll(() => opened?.close());

    const begin = async (to = store, startedAt = at(0), kind = question.kind) => {
      const id = newId();
      expect(await to.createInterview({ id, question: { ...question, kind }, seed: 4_000_000_000, startedAt })).toBe(
        true,
      );
      return id;
    };
    const fresh = (): Store => opened.stores.of(newId());

    describe('interviews', () => {
      it('gives back what was put in, to the last character', async () => {
        const id = await begin();
        const records = [event(1, awkward), { seq: 2, event: { type: 'ticked' as const, at: 0.5 } }];
        expect(await store.appendEvents(id, records)).toEqual({ outcome: 'kept', acknowledged: 2 });
        expect(await store.events(id)).toEqual(records);
        expect(await store.interview(id)).toEqual({
          id,
          question,
          seed: 4_000_000_000,
          startedAt: at(0),
          finishedAt: null,
          acknowledged: 2,
          result: null,
        });
      });

      it('keeps the first interview when an id is used twice', async () => {
        const id = await begin();
        expect(
          await store.createInterview({ id, question: { ...question, id: 'other' }, seed: 1, startedAt: at(9) }),
        ).toBe(false);
        expect((await store.interview(id))?.question.id).toBe('dp-x');
      });

      it('acknowledges only an unbroken run of events', async () => {
        const id = await begin();
        expect(await store.appendEvents(id, [event(2), event(4)])).toEqual({ outcome: 'kept', acknowledged: 0 });
        expect(await store.appendEvents(id, [event(1)])).toEqual({ outcome: 'kept', acknowledged: 2 });
        expect(await store.appendEvents(id, [event(3)])).toEqual({ outcome: 'kept', acknowledged: 4 });
      });

      it('ends up with the same events, each once, however batches are cut, repeated, overlapped and reordered', async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.integer({ min: 1, max: 30 }).chain((n) =>
              fc.record({
                n: fc.constant(n),
                batches: fc.array(fc.array(fc.integer({ min: 1, max: n }), { minLength: 1, maxLength: 8 }), {
                  maxLength: 15,
                }),
                last: fc.shuffledSubarray(
                  Array.from({ length: n }, (_, i) => i + 1),
                  { minLength: n },
                ),
              }),
            ),
            async ({ n, batches, last }) => {
              const id = await begin();
              const sent = new Set<number>();
              for (const batch of [...batches, last]) {
                for (const seq of batch) sent.add(seq);
                let unbroken = 0;
                while (sent.has(unbroken + 1)) unbroken += 1;
                expect(
                  await store.appendEvents(
                    id,
                    batch.map((seq) => event(seq)),
                  ),
                ).toEqual({ outcome: 'kept', acknowledged: unbroken });
              }
              expect(await store.events(id)).toEqual(Array.from({ length: n }, (_, i) => event(i + 1)));
            },
          ),
          { numRuns: 25 },
        );
      });

      it('refuses other content under a number that is taken, and keeps nothing of that batch', async () => {
        const id = await begin();
        await store.appendEvents(id, [event(1)]);
        expect(await store.appendEvents(id, [event(2), event(1, 'from another tab')])).toEqual({
          outcome: 'conflict',
          seq: 1,
        });
        expect(await store.appendEvents(id, [event(3), event(3, 'twice in one batch')])).toEqual({
          outcome: 'conflict',
          seq: 3,
        });
        expect(await store.events(id)).toEqual([event(1)]);
      });

      it('keeps each event once when two tabs send at the same time', async () => {
        const id = await begin();
        const outcomes = await Promise.all(
          Array.from({ length: 20 }, (_, i) => store.appendEvents(id, [event(1), event(2), event(3 + (i % 4))])),
        );
        expect(outcomes.every(({ outcome }) => outcome === 'kept')).toBe(true);
        expect((await store.events(id)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
        expect((await store.interview(id))?.acknowledged).toBe(6);
      });

      it('takes no event for an interview that is finished or missing, but confirms one that it has', async () => {
        const id = await begin();
        await store.appendEvents(id, [event(1)]);
        expect(await store.finishInterview(id, at(5), result(), summarise(result()))).toBe(true);
        expect(await store.finishInterview(id, at(6), result('Other words than before.'), summarise(result()))).toBe(
          false,
        );
        expect(await store.appendEvents(id, [event(1)])).toEqual({ outcome: 'kept', acknowledged: 1 });
        expect(await store.appendEvents(id, [event(2)])).toEqual({ outcome: 'finished' });
        expect(await store.appendEvents(newId(), [event(1)])).toEqual({ outcome: 'missing' });
        expect(await store.interview(id)).toMatchObject({ finishedAt: at(5), result: result() });
      });

      it('lists newest first, by kind and state, page by page', async () => {
        const own = fresh();
        const ids: string[] = [];
        for (let i = 0; i < 7; i += 1) ids.unshift(await begin(own, at(i < 3 ? 0 : i), i % 2 === 0 ? 'probe' : 'comp'));
        await own.finishInterview(ids[0]!, at(99), result(), summarise(result()));
        const listed = await own.interviews({ limit: 100 });
        expect(listed.map(({ startedAt }) => startedAt)).toEqual([6, 5, 4, 3, 0, 0, 0].map(at));
        expect(new Set(listed.map(({ id }) => id))).toEqual(new Set(ids));
        expect(listed[0]).toMatchObject({
          status: 'finished',
          verdict: 3,
          levels: { data: 2, evaluation: 1 },
          faults: ['offline-only'],
          words: 13,
        });
        expect(listed[1]).toMatchObject({ status: 'running', verdict: null, levels: {} });
        const paged: string[] = [];
        for (let before: string | undefined; ;) {
          const page = await own.interviews({ before, limit: 2 });
          if (page.length === 0) break;
          paged.push(...page.map(({ id }) => id));
          before = page.at(-1)?.id;
        }
        expect(paged).toEqual(listed.map(({ id }) => id));
        expect(await own.interviews({ kind: 'probe', limit: 100 })).toHaveLength(4);
        expect(await own.interviews({ status: 'running', limit: 100 })).toHaveLength(6);
      });

      it('deletes an interview with its events and disputes', async () => {
        const id = await begin();
        await store.appendEvents(id, [event(1)]);
        await store.addDispute(disputeOf(id));
        expect(await store.deleteInterview(id)).toBe(true);
        expect(await store.deleteInterview(id)).toBe(false);
        expect([await store.interview(id), await store.events(id), await store.disputes(id)]).toEqual([null, [], []]);
      });
    });

    loopContract(fresh);

    describe('disputes, grades and settings', () => {
      it('keeps a dispute once, and forgets it when it is withdrawn', async () => {
        const id = await begin();
        const dispute = { ...disputeOf(id), note: awkward };
        expect(await store.addDispute(dispute)).toBe(true);
        expect(await store.addDispute({ ...dispute, ownLevel: 0 })).toBe(false);
        expect(await store.dispute(dispute.id)).toEqual(dispute);
        expect(await store.disputes(id)).toEqual([dispute]);
        expect(await store.removeDispute(dispute.id)).toBe(true);
        expect(await store.removeDispute(dispute.id)).toBe(false);
      });

      it('keeps the first grade of an answer', async () => {
        const own = fresh();
        const grade = {
          answerId: 'tr01-01',
          signals: { data: 1 as const },
          verdict: 2 as const,
          faults: [{ id: 'passion' as const, quote: awkward }],
        };
        expect(await own.addGrade(grade, at(1))).toBe(true);
        expect(await own.addGrade({ ...grade, verdict: 4 }, at(2))).toBe(false);
        await own.addGrade({ ...grade, answerId: 'tr01-02' }, at(3));
        expect((await own.grades()).map(({ own: { answerId, verdict } }) => [answerId, verdict])).toEqual([
          ['tr01-02', 2],
          ['tr01-01', 2],
        ]);
      });

      it('changes the settings that are named and leaves the others', async () => {
        const own = fresh();
        expect(await own.settings()).toEqual({});
        await own.changeSettings({ theme: 'dark', wordsPerMinute: 140 });
        expect(await own.changeSettings({ theme: null, hoursPerWeek: 6, speechIn: undefined })).toEqual({
          wordsPerMinute: 140,
          hoursPerWeek: 6,
        });
      });
    });

    describe('documents', () => {
      const save = (body: DocumentSave['body'], baseVersion: number, title = 'A story'): DocumentSave => ({
        type: 'story',
        title,
        body,
        baseVersion,
      });

      it('keeps every version, to the last character', async () => {
        const id = newId();
        const bodies = [{ text: awkward, list: [1.5, null, { deep: [] }] }, 'only text', null, [1, 2]];
        for (const [i, body] of bodies.entries()) {
          const saved = await store.saveDocument(id, save(body, i, awkward), at(i));
          expect(saved).toEqual({
            outcome: 'saved',
            document: {
              id,
              type: 'story',
              createdAt: at(0),
              version: i + 1,
              parent: i,
              title: awkward,
              body,
              savedAt: at(i),
            },
          });
        }
        expect((await store.documentVersions(id)).map(({ body }) => body)).toEqual(bodies);
        expect(await store.document(id)).toMatchObject({ version: 4, body: [1, 2] });
      });

      it('keeps a stale save beside the current version', async () => {
        const id = newId();
        await store.saveDocument(id, save('first', 0), at(0));
        await store.saveDocument(id, save('from tab A', 1), at(1));
        expect(await store.saveDocument(id, save('from tab B', 1), at(2))).toEqual({
          outcome: 'stale',
          current: 2,
          keptAs: 3,
        });
        expect(await store.saveDocument(id, save('from tab B', 1), at(3))).toEqual({
          outcome: 'stale',
          current: 2,
          keptAs: 3,
        });
        expect(await store.document(id)).toMatchObject({ version: 2, body: 'from tab A' });
        expect(await store.saveDocument(id, save('both', 2), at(4))).toMatchObject({
          outcome: 'saved',
          document: { version: 4, parent: 2 },
        });
      });

      it('takes a repeated save, or one that changes nothing, for what is there already', async () => {
        const id = newId();
        const first = await store.saveDocument(id, save({ a: 1, b: 2 }, 0), at(0));
        expect(await store.saveDocument(id, save({ b: 2, a: 1 }, 0), at(1))).toEqual(first);
        expect(await store.saveDocument(id, save({ a: 1, b: 2 }, 1), at(2))).toEqual(first);
        expect(await store.documentVersions(id)).toHaveLength(1);
      });

      it('loses no text when tabs save at random on whatever version they saw last', async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.array(fc.record({ tab: fc.integer({ min: 0, max: 2 }), reload: fc.boolean() }), { maxLength: 15 }),
            async (steps) => {
              const id = newId();
              await store.saveDocument(id, save('start', 0), at(0));
              const seen = [1, 1, 1];
              const written: string[] = ['start'];
              for (const [i, { tab, reload }] of steps.entries()) {
                if (reload) seen[tab] = (await store.document(id))!.version;
                const text = `text ${i}`;
                written.push(text);
                const saved = await store.saveDocument(id, save(text, seen[tab]!), at(i));
                if (saved.outcome === 'saved') seen[tab] = saved.document.version;
                else expect(saved.outcome).toBe('stale');
              }
              expect((await store.documentVersions(id)).map(({ body }) => body)).toEqual(written);
            },
          ),
          { numRuns: 15 },
        );
      });

      it('gives one of two simultaneous saves the version, and keeps the other', async () => {
        const id = newId();
        await store.saveDocument(id, save('start', 0), at(0));
        const outcomes = await Promise.all(
          ['a', 'b', 'c', 'd'].map((text) => store.saveDocument(id, save(text, 1), at(1))),
        );
        expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['saved', 'stale', 'stale', 'stale']);
        expect((await store.documentVersions(id)).map(({ body }) => body).sort()).toEqual([
          'a',
          'b',
          'c',
          'd',
          'start',
        ]);
      });

      it('tells a missing document and another type from a stale one', async () => {
        const id = newId();
        expect(await store.saveDocument(id, save('x', 3), at(0))).toEqual({ outcome: 'missing' });
        await store.saveDocument(id, save('x', 0), at(0));
        expect(await store.saveDocument(id, { ...save('x', 1), type: 'offer' }, at(0))).toEqual({
          outcome: 'other-type',
          type: 'story',
        });
        expect(await store.deleteDocument(id)).toBe(true);
        expect(await store.deleteDocument(id)).toBe(false);
        expect([await store.document(id), await store.documentVersions(id)]).toEqual([null, []]);
      });

      it('lists the latest change first, by type', async () => {
        const own = fresh();
        const [a, b] = [newId(), newId()];
        await own.saveDocument(a, save('a', 0, 'A'), at(0));
        await own.saveDocument(b, { ...save('b', 0, 'B'), type: 'offer' }, at(1));
        await own.saveDocument(a, save('a2', 1, 'A2'), at(2));
        expect(await own.documents()).toEqual([
          { id: a, type: 'story', createdAt: at(0), version: 2, parent: 1, title: 'A2', savedAt: at(2) },
          { id: b, type: 'offer', createdAt: at(1), version: 1, parent: 0, title: 'B', savedAt: at(1) },
        ]);
        expect((await own.documents('offer')).map(({ id }) => id)).toEqual([b]);
      });
    });

    describe('the archive', () => {
      const archived = async (from: Store): Promise<Archive> => ({
        format: 'legible-archive',
        formatVersion: 1,
        exportedAt: at(0),
        ...(await from.exportAll()),
      });
      const filled = async () => {
        const own = fresh();
        const id = await begin(own);
        await own.appendEvents(
          id,
          Array.from({ length: 1200 }, (_, i) => event(i + 1, awkward)),
        );
        await own.finishInterview(id, at(5), result(), summarise(result()));
        await own.addDispute(disputeOf(id));
        const running = await begin(own, at(1));
        await own.appendEvents(running, [event(1), event(2), event(5)]);
        await own.addGrade({ answerId: 'tr01-01', signals: { data: 1 }, verdict: 2, faults: [] }, at(1));
        const document = newId();
        for (let i = 0; i < 3; i += 1)
          await own.saveDocument(
            document,
            { type: 'story', title: `v${i}`, body: { i, awkward }, baseVersion: Math.min(i, 1) },
            at(i),
          );
        const [over, open] = [newId(), newId()];
        for (const one of [over, open]) {
          await own.createLoop({ id: one, plan: loopPlan, startedAt: at(4) });
          await own.appendLoopEvents(one, [loopEvent(1), loopEvent(2, awkward)]);
        }
        await own.finishLoop(over, at(9), loopResult, summariseLoop(loopResult));
        await own.changeSettings({ theme: 'dark', interviewDate: '2026-12-24' });
        return { own, running };
      };

      it('comes back the same after export, erasing and import', async () => {
        const { own, running } = await filled();
        const before = await archived(own);
        await own.eraseAll();
        expect(await own.exportAll()).toEqual({
          interviews: [],
          loops: [],
          disputes: [],
          panelGrades: [],
          documents: [],
          settings: {},
        });
        const { added, kept } = await own.importAll(before, 'merge', summaries);
        expect([added, kept]).toEqual([{ interviews: 2, loops: 2, documents: 1, disputes: 1, panelGrades: 1 }, 0]);
        expect(await archived(own)).toEqual(before);
        expect((await own.interview(running))?.acknowledged).toBe(2);
        expect((await own.loops()).map(({ roundsOpened }) => roundsOpened)).toEqual([1, 1]);
        expect((await own.interviews({ limit: 10 }))[1]).toMatchObject({
          verdict: 3,
          levels: { data: 2, evaluation: 1 },
        });
      });

      it('adds nothing twice, and with "replace" leaves only what is in the file', async () => {
        const { own } = await filled();
        const before = await archived(own);
        expect(await own.importAll(before, 'merge', summaries)).toEqual({
          added: { interviews: 0, loops: 0, documents: 0, disputes: 0, panelGrades: 0 },
          kept: 7,
        });
        await begin(own, at(7));
        await own.importAll(before, 'replace', summaries);
        expect(await archived(own)).toEqual(before);
      });

      it("is one owner's: nobody else's work is exported or erased", async () => {
        const { own } = await filled();
        const other = fresh();
        const mine = await begin(other);
        expect((await other.exportAll()).interviews.map(({ id }) => id)).toEqual([mine]);
        await other.eraseAll();
        expect((await own.exportAll()).interviews).toHaveLength(2);
      });

      it('leaves everything as it was when an import fails half way', async () => {
        const { own } = await filled();
        const before = await archived(own);
        const bad = structuredClone(before);
        for (const interview of bad.interviews) interview.id = newId();
        bad.interviews[1]!.events.push(bad.interviews[1]!.events[0]!);
        await expect(own.importAll(bad, 'replace', summaries)).rejects.toThrow();
        expect(await archived(own)).toEqual(before);
      });
    });
  });
}

function disputeOf(interviewId: string) {
  return {
    id: newId(),
    interviewId,
    turn: 0,
    signal: 'data' as const,
    quote: { from: 0, to: 2, text: 'We' },
    judgeLevel: 1 as const,
    ownLevel: 2 as const,
    note: 'I named the label source.',
    createdAt: at(3),
  };
}
