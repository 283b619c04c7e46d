import { openSqlite } from '../src/index.ts';
import { at, event, question } from './fixtures.ts';

const [file, id, ...numbers] = process.argv.slice(2);
const stores = await openSqlite(file!);
const store = stores.of('local');
await store.createInterview({ id: id!, question, seed: 1, startedAt: at(0) });
for (const seq of numbers) {
  const { outcome } = await store.appendEvents(id!, [event(Number(seq))]);
  if (outcome !== 'kept') throw new Error(outcome);
}
await stores.close();
