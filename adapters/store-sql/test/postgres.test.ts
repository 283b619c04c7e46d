import { describe, it } from 'vitest';
import { openPostgres } from '../src/index.ts';
import { storeContract } from './contract.ts';
import { startPostgres, whyNoPostgres } from './postgres-server.ts';

const reason = whyNoPostgres();
if (reason === null)
  storeContract('PostgreSQL', async () => {
    const server = await startPostgres();
    const stores = await openPostgres(server.connection);
    return {
      stores,
      close: async () => {
        await stores.close();
        await server.stop();
      },
    };
  });
else {
  console.warn(`The store is not tested on PostgreSQL here: ${reason}.`);
  describe('a store in PostgreSQL', () => {
    it(`is tested where PostgreSQL can be started (not here: ${reason})`, () => {});
  });
}
