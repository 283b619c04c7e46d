import { type Kysely, sql } from 'kysely';
import type { Dialect } from './dialect.ts';

/** Interviews with their events, disputes, own grades, documents with their versions, settings; each by owner. */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = dialect === 'postgres' ? sql`text collate "C"` : ('text' as const);
  const owned = (table: string) => db.schema.createTable(table).addColumn('owner', text, (column) => column.notNull());

  await owned('interviews')
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('question', text, (column) => column.notNull())
    .addColumn('seed', 'bigint', (column) => column.notNull())
    .addColumn('started_at', text, (column) => column.notNull())
    .addColumn('finished_at', text)
    .addColumn('acknowledged', 'integer', (column) => column.notNull())
    .addColumn('result', text)
    .addColumn('summary', text)
    .addPrimaryKeyConstraint('interviews_key', ['owner', 'id'])
    .execute();
  await db.schema.createIndex('interviews_by_time').on('interviews').columns(['owner', 'started_at', 'id']).execute();

  await owned('events')
    .addColumn('interview_id', text, (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('body', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('events_key', ['owner', 'interview_id', 'seq'])
    .addForeignKeyConstraint('events_interview', ['owner', 'interview_id'], 'interviews', ['owner', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
  await owned('disputes')
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('interview_id', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('body', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('disputes_key', ['owner', 'id'])
    .addForeignKeyConstraint('disputes_interview', ['owner', 'interview_id'], 'interviews', ['owner', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('disputes_by_interview').on('disputes').columns(['owner', 'interview_id']).execute();

  await owned('grades')
    .addColumn('answer_id', text, (column) => column.notNull())
    .addColumn('graded_at', text, (column) => column.notNull())
    .addColumn('body', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('grades_key', ['owner', 'answer_id'])
    .execute();

  await owned('documents')
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('type', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('updated_at', text, (column) => column.notNull())
    .addColumn('head', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('documents_key', ['owner', 'id'])
    .execute();
  await owned('document_versions')
    .addColumn('document_id', text, (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('parent', 'integer', (column) => column.notNull())
    .addColumn('saved_at', text, (column) => column.notNull())
    .addColumn('title', text, (column) => column.notNull())
    .addColumn('body', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('document_versions_key', ['owner', 'document_id', 'version'])
    .addForeignKeyConstraint(
      'document_versions_document',
      ['owner', 'document_id'],
      'documents',
      ['owner', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute();

  await owned('settings')
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('value', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('settings_key', ['owner', 'key'])
    .execute();
}
