import type {
  Dispute,
  EventRecord,
  InterviewFilter,
  InterviewResult,
  InterviewSummary,
  ResultSummary,
  Store,
  StoredInterview,
} from '@legible/app';
import type { Selectable } from 'kysely';
import { append, eventsIn, INTERVIEW_LOG } from './event-log.ts';
import { transact } from './guard.ts';
import type { Schema } from './schema.ts';
import type { Reader, Scope } from './scope.ts';

type Part = Pick<
  Store,
  | 'createInterview'
  | 'interview'
  | 'events'
  | 'interviews'
  | 'appendEvents'
  | 'finishInterview'
  | 'deleteInterview'
  | 'addDispute'
  | 'dispute'
  | 'disputes'
  | 'removeDispute'
>;

export function interviewStore(scope: Scope): Part {
  const { db, owner } = scope;
  return {
    async createInterview({ id, question, seed, startedAt }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('interviews')
        .values({
          owner,
          id,
          kind: question.kind,
          question: JSON.stringify(question),
          seed,
          started_at: startedAt,
          finished_at: null,
          acknowledged: 0,
          result: null,
          summary: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },

    async interview(id) {
      const row = await db
        .selectFrom('interviews')
        .selectAll()
        .where('owner', '=', owner)
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : toInterview(row);
    },

    events: (id) => eventsOf(db, owner, id),

    async interviews({ kind, status, before, limit }: InterviewFilter) {
      let query = db
        .selectFrom('interviews')
        .select(['id', 'question', 'seed', 'started_at', 'finished_at', 'summary'])
        .where('owner', '=', owner)
        .orderBy('started_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit);
      if (kind !== undefined) query = query.where('kind', '=', kind);
      if (status !== undefined) query = query.where('finished_at', status === 'running' ? 'is' : 'is not', null);
      if (before !== undefined) {
        const last = await db
          .selectFrom('interviews')
          .select(['started_at', 'id'])
          .where('owner', '=', owner)
          .where('id', '=', before)
          .executeTakeFirst();
        if (last === undefined) return [];
        query = query.where(({ eb, or, and }) =>
          or([
            eb('started_at', '<', last.started_at),
            and([eb('started_at', '=', last.started_at), eb('id', '<', last.id)]),
          ]),
        );
      }
      return (await query.execute()).map(toSummary);
    },

    appendEvents: (id, events) =>
      transact(db, async (tx) => {
        const { fresh: _, ...appended } = await append(tx, scope, INTERVIEW_LOG, id, events);
        return appended;
      }),

    async finishInterview(id, finishedAt, result, summary) {
      const { numUpdatedRows } = await db
        .updateTable('interviews')
        .set({ finished_at: finishedAt, result: JSON.stringify(result), summary: JSON.stringify(summary) })
        .where('owner', '=', owner)
        .where('id', '=', id)
        .where('finished_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async deleteInterview(id) {
      const { numDeletedRows } = await db
        .deleteFrom('interviews')
        .where('owner', '=', owner)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },

    async addDispute(dispute) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('disputes')
        .values({
          owner,
          id: dispute.id,
          interview_id: dispute.interviewId,
          created_at: dispute.createdAt,
          body: JSON.stringify(dispute),
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },

    async dispute(id) {
      const row = await db
        .selectFrom('disputes')
        .select('body')
        .where('owner', '=', owner)
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : (JSON.parse(row.body) as Dispute);
    },

    disputes: (interviewId) => disputesOf(db, owner, interviewId),

    async removeDispute(id) {
      const { numDeletedRows } = await db
        .deleteFrom('disputes')
        .where('owner', '=', owner)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}

export function eventsOf(db: Reader, owner: string, id: string): Promise<EventRecord[]> {
  return eventsIn<EventRecord['event']>(db, owner, INTERVIEW_LOG, id);
}

export async function disputesOf(db: Reader, owner: string, interviewId?: string): Promise<Dispute[]> {
  let query = db.selectFrom('disputes').select('body').where('owner', '=', owner).orderBy('created_at').orderBy('id');
  if (interviewId !== undefined) query = query.where('interview_id', '=', interviewId);
  return (await query.execute()).map(({ body }) => JSON.parse(body) as Dispute);
}

export function toInterview(row: Selectable<Schema['interviews']>): StoredInterview {
  return {
    id: row.id,
    question: JSON.parse(row.question) as StoredInterview['question'],
    seed: Number(row.seed),
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    acknowledged: row.acknowledged,
    result: row.result === null ? null : (JSON.parse(row.result) as InterviewResult),
  };
}

const unjudged: ResultSummary = {
  verdict: null,
  unsure: false,
  levels: {},
  faults: [],
  interruptions: 0,
  seconds: null,
  words: null,
};

function toSummary(
  row: Pick<Selectable<Schema['interviews']>, 'id' | 'question' | 'seed' | 'started_at' | 'finished_at' | 'summary'>,
): InterviewSummary {
  return {
    id: row.id,
    question: JSON.parse(row.question) as InterviewSummary['question'],
    seed: Number(row.seed),
    status: row.finished_at === null ? 'running' : 'finished',
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    ...(row.summary === null ? unjudged : (JSON.parse(row.summary) as ResultSummary)),
  };
}
