import type {
  LoopEventRecord,
  LoopResult,
  LoopSummary,
  PacketSummary,
  Store,
  StoredLoop,
  StoredPlan,
} from '@legible/app';
import type { Selectable } from 'kysely';
import { append, eventsIn, LOOP_LOG } from './event-log.ts';
import { transact } from './guard.ts';
import type { Schema } from './schema.ts';
import type { Reader, Scope } from './scope.ts';

type Part = Pick<
  Store,
  'createLoop' | 'loop' | 'loopEvents' | 'loops' | 'appendLoopEvents' | 'finishLoop' | 'deleteLoop'
>;

export function loopStore(scope: Scope): Part {
  const { db, owner } = scope;
  return {
    async createLoop({ id, plan, startedAt }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('loops')
        .values({ ...rowOf(owner, id, plan, startedAt), finished_at: null, result: null, summary: null })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },

    async loop(id) {
      const row = await db
        .selectFrom('loops')
        .selectAll()
        .where('owner', '=', owner)
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : toLoop(row);
    },

    loopEvents: (id) => loopEventsOf(db, owner, id),

    async loops() {
      const rows = await db
        .selectFrom('loops')
        .select(['id', 'head', 'started_at', 'finished_at', 'rounds_opened', 'summary'])
        .where('owner', '=', owner)
        .orderBy('started_at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        status: row.finished_at === null ? ('running' as const) : ('finished' as const),
        startedAt: row.started_at,
        finishedAt: row.finished_at,
        ...(JSON.parse(row.head) as Pick<LoopSummary, 'preset' | 'pace' | 'rounds'>),
        roundsOpened: row.rounds_opened,
        packet: row.summary === null ? null : (JSON.parse(row.summary) as PacketSummary),
      }));
    },

    appendLoopEvents: (id, events) =>
      transact(db, async (tx) => {
        const { fresh = [], ...appended } = await append(tx, scope, LOOP_LOG, id, events);
        const opened = openedIn(events.filter(({ seq }) => fresh.includes(seq)));
        if (opened > 0)
          await tx
            .updateTable('loops')
            .set(({ eb }) => ({ rounds_opened: eb('rounds_opened', '+', opened) }))
            .where('owner', '=', owner)
            .where('id', '=', id)
            .execute();
        return appended;
      }),

    async finishLoop(id, finishedAt, result, summary) {
      const { numUpdatedRows } = await db
        .updateTable('loops')
        .set({ finished_at: finishedAt, result: JSON.stringify(result), summary: JSON.stringify(summary) })
        .where('owner', '=', owner)
        .where('id', '=', id)
        .where('finished_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async deleteLoop(id) {
      const { numDeletedRows } = await db
        .deleteFrom('loops')
        .where('owner', '=', owner)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}

/** The columns of a loop that its plan gives. */
export function rowOf(owner: string, id: string, plan: StoredPlan, startedAt: string) {
  const { preset, pace, rounds } = plan;
  return {
    owner,
    id,
    head: JSON.stringify({ preset, pace, rounds }),
    plan: JSON.stringify(plan),
    started_at: startedAt,
    acknowledged: 0,
    rounds_opened: 0,
  };
}

/** How many rounds these events open. */
export function openedIn(events: readonly LoopEventRecord[]): number {
  return new Set(events.flatMap(({ seq, event }) => (event.type === 'round-opened' ? [seq] : []))).size;
}

export function loopEventsOf(db: Reader, owner: string, id: string): Promise<LoopEventRecord[]> {
  return eventsIn<LoopEventRecord['event']>(db, owner, LOOP_LOG, id);
}

export function toLoop(row: Selectable<Schema['loops']>): StoredLoop {
  return {
    id: row.id,
    plan: JSON.parse(row.plan) as StoredPlan,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    acknowledged: row.acknowledged,
    result: row.result === null ? null : (JSON.parse(row.result) as LoopResult),
  };
}
