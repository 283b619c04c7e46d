import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Dialect } from './dialect.ts';
import * as first from './0001-first.ts';
import * as loops from './0002-loops.ts';

/** In order. An entry that has been released is never changed; a change of the tables is a new entry. */
const migrations = { '0001-first': first, '0002-loops': loops };

/** Brings the tables up to date, or throws with the database left as it was. */
export async function migrate<DB>(db: Kysely<DB>, dialect: Dialect): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          Object.entries(migrations).map(([name, { up }]) => [name, { up: (tx: Kysely<unknown>) => up(tx, dialect) }]),
        ),
    },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
  throw new Error(
    failed === undefined
      ? `The database could not be brought up to date: ${messageOf(error)}. If a newer version of Legible has used it, run that version.`
      : `Migration "${failed}" failed and was undone: ${messageOf(error)}`,
    { cause: error },
  );
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
