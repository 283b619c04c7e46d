import { DatabaseSync } from 'node:sqlite';
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Store, Stores } from '@legible/app';
import { type Dialect, Kysely, PostgresDialect, sql } from 'kysely';
import type { PoolConfig } from 'pg';
import { archiveStore, eraseOwner } from './archive.ts';
import { documentStore } from './documents.ts';
import { guarded, transact } from './guard.ts';
import { interviewStore } from './interviews.ts';
import { loopStore } from './loops.ts';
import { migrate } from './migrations/index.ts';
import { panelAndSettingsStore } from './panel-and-settings.ts';
import type { Schema } from './schema.ts';
import type { Scope } from './scope.ts';
import { nodeSqliteDialect } from './sqlite-dialect.ts';

/**
 * Opens (and creates) the SQLite file, or ":memory:".
 *
 * Several processes may have one file open: each change is a transaction that takes SQLite's own lock, and nothing is
 * held in memory between them. A commit is flushed to the disk before it returns.
 */
export async function openSqlite(file: string): Promise<Stores> {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(file, { timeout: 10_000, enableForeignKeyConstraints: true });
  if (file !== ':memory:') chmodSync(file, 0o600);
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
  return open('sqlite', nodeSqliteDialect(db), ['vacuum', 'pragma wal_checkpoint(truncate)']);
}

/** Opens a PostgreSQL database by URL or pool settings. */
export async function openPostgres(connection: string | PoolConfig): Promise<Stores> {
  const { Pool } = await import('pg'); // Only those who use it wait for it to load.
  const pool = new Pool(typeof connection === 'string' ? { connectionString: connection } : connection);
  // The server closed an idle connection. The pool opens another for the next query; without a handler Node would exit.
  pool.on('error', (error) => {
    if (!pool.ending) console.error(`PostgreSQL closed an idle connection: ${error.message}`);
  });
  return open('postgres', new PostgresDialect({ pool }), []);
}

async function open(kind: Scope['kind'], dialect: Dialect, afterErase: readonly string[]): Promise<Stores> {
  const db = new Kysely<Schema>({ dialect: guarded(dialect) });
  try {
    await migrate(db, kind);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    kind,
    of: (owner) => storeOf({ db, kind, owner }, afterErase),
    close: () => db.destroy(),
  };
}

function storeOf(scope: Scope, afterErase: readonly string[]): Store {
  return {
    ...interviewStore(scope),
    ...loopStore(scope),
    ...documentStore(scope),
    ...panelAndSettingsStore(scope),
    ...archiveStore(scope),
    async eraseAll() {
      await transact(scope.db, (tx) => eraseOwner(tx, scope.owner));
      for (const statement of afterErase) await sql.raw(statement).execute(scope.db);
    },
  };
}
