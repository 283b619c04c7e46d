import { type Answers, type Endpoints, type Received, Refusal } from '../contract/index.ts';
import type { Deps } from './deps.ts';

type In<K extends keyof Endpoints> = Received<Endpoints[K]>;
type Out<K extends keyof Endpoints> = Promise<Answers<Endpoints[K]>>;

const noDocument = (id: string) =>
  new Refusal('not-found', `There is no document "${id}".`, {
    field: 'id',
    mend: 'It may have been deleted in another tab.',
  });

export async function listDocuments({ store }: Deps, { query }: In<'listDocuments'>): Out<'listDocuments'> {
  return { documents: await store.documents(query.type) };
}

export async function getDocument({ store }: Deps, { params }: In<'getDocument'>): Out<'getDocument'> {
  const found = await store.document(params.id);
  if (found === null) throw noDocument(params.id);
  return found;
}

/** Two tabs that save over the same version both keep their words: the second becomes a version beside the current one. */
export async function saveDocument({ store, clock }: Deps, { params, body }: In<'saveDocument'>): Out<'saveDocument'> {
  const saved = await store.saveDocument(params.id, body, clock());
  switch (saved.outcome) {
    case 'saved':
      return saved.document;
    case 'missing':
      throw new Refusal('not-found', `There is no document "${params.id}" any more.`, {
        field: 'id',
        mend: 'Save it as a new one, with baseVersion 0.',
      });
    case 'other-type':
      throw new Refusal('conflict', `This document is a "${saved.type}".`, {
        field: 'type',
        mend: 'A document keeps its type; make a new one.',
      });
    case 'stale':
      throw new Refusal(
        'version-conflict',
        `The document has moved on to version ${saved.current}; your text is kept as version ${saved.keptAs}.`,
        {
          field: 'baseVersion',
          mend: `Compare it with version ${saved.current}, then save with baseVersion ${saved.current}.`,
          detail: { current: saved.current, keptAs: saved.keptAs },
        },
      );
  }
}

export async function listDocumentVersions(
  { store }: Deps,
  { params }: In<'listDocumentVersions'>,
): Out<'listDocumentVersions'> {
  const current = await store.document(params.id);
  if (current === null) throw noDocument(params.id);
  return { versions: await store.documentVersions(params.id), current: current.version };
}

export async function deleteDocument({ store }: Deps, { params }: In<'deleteDocument'>): Out<'deleteDocument'> {
  if (!(await store.deleteDocument(params.id))) throw noDocument(params.id);
  return { done: true };
}
