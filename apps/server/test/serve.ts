/** Serves the API on the data folder given, as a process of its own that a test can kill. Prints its address. */
import { databaseFile, startServer } from '@legible/server';
import { openSqlite } from '@legible/store-sql';

const folder = process.argv[2]!;
const stores = await openSqlite(databaseFile(folder));
const { url } = await startServer({
  stores,
  pageFolder: folder,
  port: 0,
});
console.log(url);
