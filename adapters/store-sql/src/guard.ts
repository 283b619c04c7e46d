import { AsyncLocalStorage } from 'node:async_hooks';
import type { Dialect, Kysely, Transaction } from 'kysely';

const inside = new AsyncLocalStorage<true>();

/**
 * Runs `work` in a transaction. Only the handle it is given may be used meanwhile: the outer one would wait for the
 * connection that the transaction holds, for ever, and with a pool it would read outside the transaction.
 */
export function transact<DB, T>(
  db: Kysely<DB>,
  work: (tx: Transaction<DB>) => Promise<T>,
  isolation?: 'repeatable read',
): Promise<T> {
  const builder = isolation === undefined ? db.transaction() : db.transaction().setIsolationLevel(isolation);
  return builder.execute((tx) => inside.run(true, () => work(tx)));
}

/** The dialect, with an error in place of that wait. */
export function guarded(dialect: Dialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => {
      const driver = dialect.createDriver();
      const acquire = driver.acquireConnection.bind(driver);
      driver.acquireConnection = (options) => {
        if (inside.getStore() === true)
          return Promise.reject(
            new Error(
              "A query ran on the outer database handle inside a transaction; use the transaction's own handle.",
            ),
          );
        return acquire(options);
      };
      return driver;
    },
  };
}
