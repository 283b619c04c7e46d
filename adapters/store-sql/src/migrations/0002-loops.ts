import { type Kysely, sql } from 'kysely';
import type { Dialect } from './dialect.ts';

/** Loops with their events, each by owner. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = dialect === 'postgres' ? sql`text collate "C"` : ('text' as const);
  const owned = (table: string) => db.schema.createTable(table).addColumn('owner', text, (column) => column.notNull());

  await owned('loops')
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('head', text, (column) => column.notNull())
    .addColumn('plan', text, (column) => column.notNull())
    .addColumn('started_at', text, (column) => column.notNull())
    .addColumn('finished_at', text)
    .addColumn('acknowledged', 'integer', (column) => column.notNull())
    .addColumn('rounds_opened', 'integer', (column) => column.notNull())
    .addColumn('result', text)
    .addColumn('summary', text)
    .addPrimaryKeyConstraint('loops_key', ['owner', 'id'])
    .execute();
  await db.schema.createIndex('loops_by_time').on('loops').columns(['owner', 'started_at', 'id']).execute();

  await owned('loop_events')
    .addColumn('loop_id', text, (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('body', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('loop_events_key', ['owner', 'loop_id', 'seq'])
    .addForeignKeyConstraint('loop_events_loop', ['owner', 'loop_id'], 'loops', ['owner', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
}
