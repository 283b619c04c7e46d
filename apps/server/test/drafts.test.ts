import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stores } from '@legible/app';
import type { Content, Unsent } from '@legible/prep';
import { openSqlite } from '@legible/store-sql';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lostIn, steps, type DraftServer } from '../../../packages/prep/test/tabs.ts';

let folder: string;
let stores: Stores;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'legible-drafts-'));
  stores = await openSqlite(join(folder, 'legible.db'));
});
afterAll(async () => {
  await stores.close();
  rmSync(folder, { recursive: true });
});

const contentOf = ({ title, body }: { title: string; body: unknown }): Content => ({
  title,
  body: JSON.stringify(body),
});

/** One document in the real store, behind what a tab knows of it. */
async function inStore(): Promise<DraftServer> {
  const id = crypto.randomUUID();
  const store = stores.of('local');
  const save = ({ content, base }: Unsent) =>
    store.saveDocument(
      id,
      { type: 'script', title: content.title, body: JSON.parse(content.body) as string, baseVersion: base },
      '2026-11-26T10:00:00.000Z',
    );
  await save({ content: { title: 't', body: '""' }, base: 0 });
  return {
    async save(unsent) {
      const kept = await save(unsent);
      if (kept.outcome === 'saved') return { version: kept.document.version };
      if (kept.outcome === 'stale') return kept;
      throw new Error(`The store said "${kept.outcome}".`);
    },
    async current() {
      const document = (await store.document(id))!;
      return { content: contentOf(document), version: document.version };
    },
    contents: async () => (await store.documentVersions(id)).map(contentOf),
  };
}

test('in the real store too, no draft is lost under concurrent tabs, lost answers, crashes and undo', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      expect(await lostIn(list, await inStore())).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
