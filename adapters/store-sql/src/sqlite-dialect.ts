import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

class Connection implements DatabaseConnection {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#db.prepare(sql);
    const values = parameters as SQLInputValue[];
    if (statement.columns().length > 0) return { rows: statement.all(...values) as R[] };
    const { changes, lastInsertRowid } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    for (const row of this.#db.prepare(sql).iterate(...(parameters as SQLInputValue[]))) yield { rows: [row as R] };
  }
}

/** One connection, handed out in turn: SQLite has one writer anyway. */
class NodeSqliteDriver implements Driver {
  readonly #db: DatabaseSync;
  readonly #connection: Connection;
  #tail: Promise<void> = Promise.resolve();
  #release = () => {};

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#connection = new Connection(db);
  }

  async init() {}

  async acquireConnection() {
    const before = this.#tail;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#tail = promise;
    await before;
    this.#release = resolve;
    return this.#connection;
  }

  async releaseConnection() {
    this.#release();
  }

  async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection) {
    if (this.#db.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy() {
    this.#db.close();
  }
}

class NodeSqliteAdapter extends SqliteAdapter {
  /** The driver hands its connection out in turn itself, so that a waiter can be told why it would wait for ever. */
  override get supportsMultipleConnections() {
    return true;
  }

  /** SQLite undoes DDL like any other statement, so a migration is all or nothing, and two processes do not run it twice. */
  override get supportsTransactionalDdl() {
    return true;
  }
}

/** Kysely's dialect for Node's own SQLite. */
export const nodeSqliteDialect = (db: DatabaseSync): Dialect => ({
  createAdapter: () => new NodeSqliteAdapter(),
  createDriver: () => new NodeSqliteDriver(db),
  createIntrospector: (kysely) => new SqliteIntrospector(kysely),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});
