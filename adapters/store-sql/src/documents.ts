import type { Document, DocumentSave, DocumentVersion, Saved, Store } from '@legible/app';
import { transact } from './guard.ts';
import { canonical, type Reader, type Scope, type Tx } from './scope.ts';

type Part = Pick<Store, 'saveDocument' | 'document' | 'documents' | 'documentVersions' | 'deleteDocument'>;

export function documentStore(scope: Scope): Part {
  const { db, owner } = scope;
  return {
    saveDocument: (id, save, savedAt) => transact(db, (tx) => write(tx, scope, id, save, savedAt)),

    document: (id) => current(db, owner, id),

    async documents(type) {
      let query = db
        .selectFrom('documents')
        .innerJoin('document_versions as at', (join) =>
          join
            .onRef('at.owner', '=', 'documents.owner')
            .onRef('at.document_id', '=', 'documents.id')
            .onRef('at.version', '=', 'documents.head'),
        )
        .select([
          'documents.id',
          'documents.type',
          'documents.created_at',
          'at.version',
          'at.parent',
          'at.title',
          'at.saved_at',
        ])
        .where('documents.owner', '=', owner)
        .orderBy('documents.updated_at', 'desc')
        .orderBy('documents.id');
      if (type !== undefined) query = query.where('documents.type', '=', type);
      return (await query.execute()).map((row) => ({
        id: row.id,
        type: row.type,
        createdAt: row.created_at,
        version: row.version,
        parent: row.parent,
        title: JSON.parse(row.title) as string,
        savedAt: row.saved_at,
      }));
    },

    documentVersions: (id) => versionsOf(db, owner, id),

    async deleteDocument(id) {
      const { numDeletedRows } = await db
        .deleteFrom('documents')
        .where('owner', '=', owner)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}

async function write(tx: Tx, { owner, kind }: Scope, id: string, save: DocumentSave, savedAt: string): Promise<Saved> {
  const content = { title: JSON.stringify(save.title), body: canonical(save.body) };
  const insert = (version: number, parent: number) =>
    tx
      .insertInto('document_versions')
      .values({ owner, document_id: id, version, parent, saved_at: savedAt, ...content })
      .execute();

  if (save.baseVersion === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('documents')
      .values({ owner, id, type: save.type, created_at: savedAt, updated_at: savedAt, head: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) {
      await insert(1, 0);
      return { outcome: 'saved', document: (await current(tx, owner, id))! };
    }
  }
  const row = await tx
    .selectFrom('documents')
    .select(['type', 'head'])
    .where('owner', '=', owner)
    .where('id', '=', id)
    .$if(kind === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
  if (row === undefined) return { outcome: 'missing' };
  if (row.type !== save.type) return { outcome: 'other-type', type: row.type };

  const same = await tx
    .selectFrom('document_versions')
    .select(['version', 'parent'])
    .where('owner', '=', owner)
    .where('document_id', '=', id)
    .where('title', '=', content.title)
    .where('body', '=', content.body)
    .where(({ eb, or }) => or([eb('parent', '=', save.baseVersion), eb('version', '=', save.baseVersion)]))
    .orderBy('version', 'desc')
    .execute();
  if (same.some(({ version }) => version === row.head))
    return { outcome: 'saved', document: (await current(tx, owner, id))! };

  if (save.baseVersion !== row.head && same[0] !== undefined)
    return { outcome: 'stale', current: row.head, keptAs: same[0].version };
  const last = await tx
    .selectFrom('document_versions')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('owner', '=', owner)
    .where('document_id', '=', id)
    .executeTakeFirstOrThrow();
  const version = last.version + 1;
  await insert(version, save.baseVersion);
  if (save.baseVersion !== row.head) return { outcome: 'stale', current: row.head, keptAs: version };
  await tx
    .updateTable('documents')
    .set({ head: version, updated_at: savedAt })
    .where('owner', '=', owner)
    .where('id', '=', id)
    .execute();
  return { outcome: 'saved', document: (await current(tx, owner, id))! };
}

async function current(db: Reader, owner: string, id: string): Promise<Document | null> {
  const row = await db
    .selectFrom('documents')
    .innerJoin('document_versions as at', (join) =>
      join
        .onRef('at.owner', '=', 'documents.owner')
        .onRef('at.document_id', '=', 'documents.id')
        .onRef('at.version', '=', 'documents.head'),
    )
    .select(['documents.type', 'documents.created_at', 'at.version', 'at.parent', 'at.title', 'at.body', 'at.saved_at'])
    .where('documents.owner', '=', owner)
    .where('documents.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : { id, type: row.type, createdAt: row.created_at, ...toVersion(row) };
}

export async function versionsOf(db: Reader, owner: string, id: string): Promise<DocumentVersion[]> {
  const rows = await db
    .selectFrom('document_versions')
    .select(['version', 'parent', 'title', 'body', 'saved_at'])
    .where('owner', '=', owner)
    .where('document_id', '=', id)
    .orderBy('version')
    .execute();
  return rows.map(toVersion);
}

function toVersion(row: {
  version: number;
  parent: number;
  title: string;
  body: string;
  saved_at: string;
}): DocumentVersion {
  return {
    version: row.version,
    parent: row.parent,
    title: JSON.parse(row.title) as string,
    body: JSON.parse(row.body) as DocumentVersion['body'],
    savedAt: row.saved_at,
  };
}
