import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../src/index.ts';
import { storeContract } from './contract.ts';
import { at, event, newId, question } from './fixtures.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'legible-store-'));

storeContract('SQLite', async () => {
  const dir = folder();
  const stores = await openSqlite(join(dir, 'legible.db'));
  return {
    stores,
    close: async () => {
      await stores.close();
      rmSync(dir, { recursive: true });
    },
  };
});

describe('the SQLite file', () => {
  it('can be created and written by several processes at once', async () => {
    const dir = folder();
    const file = join(dir, 'legible.db');
    const id = newId();
    const writers = [0, 1, 2].map((first) =>
      promisify(execFile)(process.execPath, [
        join(import.meta.dirname, 'writer.ts'),
        file,
        id,
        ...Array.from({ length: 20 }, (_, i) => String(i * 3 + first + 1)),
      ]),
    );
    await Promise.all(writers);
    const stores = await openSqlite(file);
    const store = stores.of('local');
    expect((await store.events(id)).map(({ seq }) => seq)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    expect((await store.interview(id))?.acknowledged).toBe(60);
    await stores.close();
    rmSync(dir, { recursive: true });
  });

  it('holds no trace of the words after erasing', async () => {
    const dir = folder();
    const stores = await openSqlite(join(dir, 'legible.db'));
    const store = stores.of('local');
    const id = newId();
    await store.createInterview({ id, question, seed: 1, startedAt: at(0) });
    await store.appendEvents(id, [event(1, 'a sentence nobody else should read')]);
    const bytes = () => ['', '-wal'].map((end) => readFileSync(join(dir, `legible.db${end}`), 'latin1')).join('');
    expect(bytes()).toContain('nobody else should read');
    await store.eraseAll();
    expect(bytes()).not.toContain('nobody else should read');
    await stores.close();
    rmSync(dir, { recursive: true });
  });
});
