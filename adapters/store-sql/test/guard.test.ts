import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import { guarded, transact } from '../src/guard.ts';
import { nodeSqliteDialect } from '../src/sqlite-dialect.ts';

interface Tables {
  t: { n: number };
}

async function table() {
  const db = new Kysely<Tables>({ dialect: guarded(nodeSqliteDialect(new DatabaseSync(':memory:'))) });
  await db.schema.createTable('t').addColumn('n', 'integer').execute();
  return db;
}

describe('a transaction', () => {
  it('gets an error, not a wait for ever, when it uses the outer handle', async () => {
    const db = await table();
    await expect(transact(db, () => db.insertInto('t').values({ n: 1 }).execute())).rejects.toThrow(
      "transaction's own handle",
    );
    await db.destroy();
  });

  it('is undone as a whole when it throws, and the next one runs', async () => {
    const db = await table();
    await expect(
      transact(db, async (tx) => {
        await tx.insertInto('t').values({ n: 1 }).execute();
        throw new Error('half way');
      }),
    ).rejects.toThrow('half way');
    await transact(db, (tx) => tx.insertInto('t').values({ n: 2 }).execute());
    expect(await db.selectFrom('t').selectAll().execute()).toEqual([{ n: 2 }]);
    await db.destroy();
  });

  it('keeps others waiting, not failing, until it is done', async () => {
    const db = await table();
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        transact(db, async (tx) => {
          await new Promise((resolve) => setTimeout(resolve, 1));
          await tx.insertInto('t').values({ n }).execute();
        }),
      ),
    );
    expect(await db.selectFrom('t').selectAll().execute()).toHaveLength(10);
    await db.destroy();
  });
});
