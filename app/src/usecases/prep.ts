import type { Answers, Endpoints, Received } from '../contract/index.ts';
import type { Deps } from './deps.ts';

type In<K extends keyof Endpoints> = Received<Endpoints[K]>;
type Out<K extends keyof Endpoints> = Promise<Answers<Endpoints[K]>>;

/** A document deleted between the listing and the reading is left out. */
export async function readDocuments({ store }: Deps, { query }: In<'readDocuments'>): Out<'readDocuments'> {
  const summaries = (await Promise.all(query.types.map((type) => store.documents(type)))).flat();
  const documents = [];
  for (const { id } of summaries) {
    const found = await store.document(id);
    if (found !== null) documents.push(found);
  }
  return { documents: documents.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : a.savedAt > b.savedAt ? -1 : 0)) };
}
