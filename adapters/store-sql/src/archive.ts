import type { Archive, InterviewResult, LoopResult, PacketSummary, ResultSummary, Store } from '@legible/app';
import { documentType } from '@legible/app';
import { versionsOf } from './documents.ts';
import { transact } from './guard.ts';
import { acknowledge, type EventLog, INTERVIEW_LOG, insertEvents, LOOP_LOG } from './event-log.ts';
import { disputesOf, eventsOf, toInterview } from './interviews.ts';
import { loopEventsOf, openedIn, rowOf, toLoop } from './loops.ts';
import { gradesOf, settingsOf } from './panel-and-settings.ts';
import type { Schema } from './schema.ts';
import { canonical, chunks, type Scope, type Tx } from './scope.ts';

type Part = Pick<Store, 'exportAll' | 'importAll'>;
interface Summarise {
  readonly interview: (result: InterviewResult) => ResultSummary;
  readonly loop: (result: LoopResult) => PacketSummary;
}

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
          const loops: Archive['loops'] = [];
          for (const row of await tx
            .selectFrom('loops')
            .selectAll()
            .where('owner', '=', owner)
            .orderBy('started_at')
            .orderBy('id')
            .execute()) {
            const { acknowledged: _, ...loop } = toLoop(row);
            loops.push({ ...loop, events: await loopEventsOf(tx, owner, row.id) });
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
            loops,
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
        const counts = { interviews: 0, loops: 0, documents: 0, disputes: 0, panelGrades: 0 };
        for (const interview of archive.interviews)
          if (await addInterview(tx, owner, interview, summarise.interview)) counts.interviews += 1;
        for (const loop of archive.loops) if (await addLoop(tx, owner, loop, summarise.loop)) counts.loops += 1;
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
        const { interviews, loops, documents, disputes, panelGrades } = archive;
        const sent = [interviews, loops, documents, disputes, panelGrades].reduce((sum, { length }) => sum + length, 0);
        return { added: counts, kept: sent - Object.values(counts).reduce((sum, added) => sum + added, 0) };
      }),
  };
}

export async function eraseOwner(tx: Tx, owner: string): Promise<void> {
  for (const table of [
    'disputes',
    'events',
    'interviews',
    'loop_events',
    'loops',
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
  summarise: Summarise['interview'],
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
  await addEvents(tx, owner, INTERVIEW_LOG, id, events);
  return true;
}

async function addLoop(
  tx: Tx,
  owner: string,
  { id, plan, startedAt, finishedAt, events, result }: Archive['loops'][number],
  summarise: Summarise['loop'],
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('loops')
    .values({
      ...rowOf(owner, id, plan, startedAt),
      rounds_opened: openedIn(events),
      finished_at: finishedAt,
      result: result === null ? null : JSON.stringify(result),
      summary: result === null ? null : JSON.stringify(summarise(result)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await addEvents(tx, owner, LOOP_LOG, id, events);
  return true;
}

async function addEvents(
  tx: Tx,
  owner: string,
  log: EventLog,
  id: string,
  events: readonly { readonly seq: number; readonly event: unknown }[],
): Promise<void> {
  await insertEvents(
    tx,
    owner,
    log,
    id,
    events.map(({ seq, event }) => [seq, canonical(event)] as const),
  );
  await acknowledge(tx, owner, log, id, 0);
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
