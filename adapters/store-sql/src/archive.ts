import type { Archive, InterviewResult, ResultSummary, Store } from '@legible/app';
import { documentType } from '@legible/app';
import { versionsOf } from './documents.ts';
import { transact } from './guard.ts';
import { disputesOf, eventsOf, toInterview, unbroken } from './interviews.ts';
import { gradesOf, settingsOf } from './panel-and-settings.ts';
import type { Schema } from './schema.ts';
import { canonical, chunks, type Scope, type Tx } from './scope.ts';

type Part = Pick<Store, 'exportAll' | 'importAll'>;
type Summarise = (result: InterviewResult) => ResultSummary;

export function archiveStore({ db, owner, kind }: Scope): Part {
  return {
    exportAll: () =>
      transact(
        db,
        async (tx) => {
          const interviews: Archive['interviews'] = [];
          for (const row of await tx
            .selectFrom('interviews')
            .selectAll()
            .where('owner', '=', owner)
            .orderBy('started_at')
            .orderBy('id')
            .execute()) {
            const { acknowledged: _, ...interview } = toInterview(row);
            interviews.push({ ...interview, events: await eventsOf(tx, owner, row.id) });
          }
          const documents: Archive['documents'] = [];
          for (const row of await tx
            .selectFrom('documents')
            .selectAll()
            .where('owner', '=', owner)
            .orderBy('created_at')
            .orderBy('id')
            .execute())
            documents.push({
              id: row.id,
              type: documentType.parse(row.type),
              createdAt: row.created_at,
              head: row.head,
              versions: await versionsOf(tx, owner, row.id),
            });
          return {
            interviews,
            disputes: await disputesOf(tx, owner),
            panelGrades: await gradesOf(tx, owner),
            documents,
            settings: await settingsOf(tx, owner),
          };
        },
        kind === 'postgres' ? 'repeatable read' : undefined,
      ),

    importAll: (archive, mode, summarise) =>
      transact(db, async (tx) => {
        if (mode === 'replace') await eraseOwner(tx, owner);
        const counts = { interviews: 0, documents: 0, disputes: 0, panelGrades: 0 };
        for (const interview of archive.interviews)
          if (await addInterview(tx, owner, interview, summarise)) counts.interviews += 1;
        for (const document of archive.documents) if (await addDocument(tx, owner, document)) counts.documents += 1;
        counts.disputes = await addRows(
          tx,
          'disputes',
          archive.disputes.map((dispute) => ({
            owner,
            id: dispute.id,
            interview_id: dispute.interviewId,
            created_at: dispute.createdAt,
            body: JSON.stringify(dispute),
          })),
        );
        counts.panelGrades = await addRows(
          tx,
          'grades',
          archive.panelGrades.map(({ own, gradedAt }) => ({
            owner,
            answer_id: own.answerId,
            graded_at: gradedAt,
            body: JSON.stringify(own),
          })),
        );
        await addRows(
          tx,
          'settings',
          Object.entries(archive.settings).map(([key, value]) => ({ owner, key, value: JSON.stringify(value) })),
        );
        const sent =
          archive.interviews.length + archive.documents.length + archive.disputes.length + archive.panelGrades.length;
        return {
          added: counts,
          kept: sent - counts.interviews - counts.documents - counts.disputes - counts.panelGrades,
        };
      }),
  };
}

export async function eraseOwner(tx: Tx, owner: string): Promise<void> {
  for (const table of [
    'disputes',
    'events',
    'interviews',
    'grades',
    'document_versions',
    'documents',
    'settings',
  ] as const)
    await tx.deleteFrom(table).where('owner', '=', owner).execute();
}

async function addInterview(
  tx: Tx,
  owner: string,
  interview: Archive['interviews'][number],
  summarise: Summarise,
): Promise<boolean> {
  const { id, question, seed, startedAt, finishedAt, result, events } = interview;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('interviews')
    .values({
      owner,
      id,
      kind: question.kind,
      question: JSON.stringify(question),
      seed,
      started_at: startedAt,
      finished_at: finishedAt,
      acknowledged: 0,
      result: result === null ? null : JSON.stringify(result),
      summary: result === null ? null : JSON.stringify(summarise(result)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  for (const chunk of chunks(events))
    await tx
      .insertInto('events')
      .values(chunk.map(({ seq, event }) => ({ owner, interview_id: id, seq, body: canonical(event) })))
      .execute();
  await tx
    .updateTable('interviews')
    .set({ acknowledged: await unbroken(tx, owner, id, 0) })
    .where('owner', '=', owner)
    .where('id', '=', id)
    .execute();
  return true;
}

async function addDocument(
  tx: Tx,
  owner: string,
  { id, type, createdAt, head, versions }: Archive['documents'][number],
): Promise<boolean> {
  const updatedAt = versions.find(({ version }) => version === head)!.savedAt;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('documents')
    .values({ owner, id, type, created_at: createdAt, updated_at: updatedAt, head })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  for (const chunk of chunks(versions))
    await tx
      .insertInto('document_versions')
      .values(
        chunk.map(({ version, parent, title, body, savedAt }) => ({
          owner,
          document_id: id,
          version,
          parent,
          saved_at: savedAt,
          title: JSON.stringify(title),
          body: canonical(body),
        })),
      )
      .execute();
  return true;
}

/** Adds the rows whose key is free; returns how many. */
async function addRows<T extends 'disputes' | 'grades' | 'settings'>(
  tx: Tx,
  table: T,
  rows: readonly Schema[T][],
): Promise<number> {
  let added = 0n;
  for (const chunk of chunks(rows)) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto(table)
      .values(chunk as never)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    added += numInsertedOrUpdatedRows ?? 0n;
  }
  return Number(added);
}
