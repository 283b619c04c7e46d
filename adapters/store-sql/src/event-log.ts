import type { Appended } from '@legible/app';
import { sql } from 'kysely';
import { canonical, CHUNK, type Reader, type Scope, type Tx } from './scope.ts';

/** Where the events of one kind of thing are kept, and the thing they belong to. */
export interface EventLog {
  readonly owners: 'interviews' | 'loops';
  readonly events: 'events' | 'loop_events';
  readonly key: 'interview_id' | 'loop_id';
}

export const INTERVIEW_LOG: EventLog = { owners: 'interviews', events: 'events', key: 'interview_id' };
export const LOOP_LOG: EventLog = { owners: 'loops', events: 'loop_events', key: 'loop_id' };

interface Numbered<E> {
  readonly seq: number;
  readonly event: E;
}

/** Keeps each event under its number, once; all of them or, on a conflict, none. */
export async function append<E>(
  tx: Tx,
  { owner, kind }: Scope,
  log: EventLog,
  id: string,
  events: readonly Numbered<E>[],
): Promise<Appended & { readonly fresh?: readonly number[] }> {
  const lock = kind === 'postgres' ? sql`for update` : sql``;
  const { rows: found } = await sql<{ acknowledged: number; finished_at: string | null }>`
    select acknowledged, finished_at from ${sql.table(log.owners)}
    where owner = ${owner} and id = ${id} ${lock}`.execute(tx);
  const [holder] = found;
  if (holder === undefined) return { outcome: 'missing' };

  const fresh = new Map<number, string>();
  for (const { seq, event } of events) {
    const body = canonical(event);
    if ((fresh.get(seq) ?? body) !== body) return { outcome: 'conflict', seq };
    fresh.set(seq, body);
  }
  const { rows: known } = await sql<{ seq: number; body: string }>`
    select seq, body from ${sql.table(log.events)}
    where owner = ${owner} and ${sql.ref(log.key)} = ${id} and seq in (${sql.join([...fresh.keys()])})`.execute(tx);
  for (const { seq, body } of known) {
    if (fresh.get(seq) !== body) return { outcome: 'conflict', seq };
    fresh.delete(seq);
  }
  if (fresh.size === 0) return { outcome: 'kept', acknowledged: holder.acknowledged };
  if (holder.finished_at !== null) return { outcome: 'finished' };

  await insertEvents(tx, owner, log, id, [...fresh]);
  const acknowledged = await acknowledge(tx, owner, log, id, holder.acknowledged);
  return { outcome: 'kept', acknowledged, fresh: [...fresh.keys()] };
}

/** Puts events under their numbers, which must be free. */
export async function insertEvents(
  tx: Tx,
  owner: string,
  log: EventLog,
  id: string,
  events: readonly (readonly [seq: number, body: string])[],
): Promise<void> {
  for (let i = 0; i < events.length; i += CHUNK) {
    const rows = events.slice(i, i + CHUNK).map(([seq, body]) => sql`(${owner}, ${id}, ${seq}, ${body})`);
    await sql`
      insert into ${sql.table(log.events)} (owner, ${sql.ref(log.key)}, seq, body) values ${sql.join(rows)}`.execute(
      tx,
    );
  }
}

/** Notes the last number that is reached from `from` without a gap, and returns it. */
export async function acknowledge(tx: Tx, owner: string, log: EventLog, id: string, from: number): Promise<number> {
  const last = await unbroken(tx, owner, log, id, from);
  await sql`
    update ${sql.table(log.owners)} set acknowledged = ${last} where owner = ${owner} and id = ${id}`.execute(tx);
  return last;
}

async function unbroken(tx: Tx, owner: string, log: EventLog, id: string, from: number): Promise<number> {
  const here = sql`${sql.table(log.events)} as here
    where here.owner = ${owner} and ${sql.ref(`here.${log.key}`)} = ${id}`;
  const { rows: starts } = await sql<{ seq: number }>`
    select here.seq from ${here} and here.seq = ${from + 1}`.execute(tx);
  if (starts.length === 0) return from;
  const { rows: gaps } = await sql<{ seq: number }>`
    select here.seq from ${here} and here.seq > ${from} and not exists (
      select 1 from ${sql.table(log.events)} as next
      where next.owner = here.owner and ${sql.ref(`next.${log.key}`)} = ${sql.ref(`here.${log.key}`)}
        and next.seq = here.seq + 1)
    order by here.seq limit 1`.execute(tx);
  return gaps[0]?.seq ?? from;
}

/** Events in order of their numbers. */
export async function eventsIn<E>(db: Reader, owner: string, log: EventLog, id: string): Promise<Numbered<E>[]> {
  const { rows } = await sql<{ seq: number; body: string }>`
    select seq, body from ${sql.table(log.events)}
    where owner = ${owner} and ${sql.ref(log.key)} = ${id} order by seq`.execute(db);
  return rows.map(({ seq, body }) => ({ seq, event: JSON.parse(body) as E }));
}
