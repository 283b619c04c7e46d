import { fullBank } from '@legible/corpus';
import { BodyError, ITEM_TYPES, parseItem } from '@legible/prep';
import {
  type Dossier,
  type DossierItem,
  dossierJson,
  dossierMarkdown,
  type Drill,
  drillsAnki,
  drillsJson,
  libraryDrill,
  parseDossierJson,
  parseDossierMarkdown,
  parseDrills,
  parseDrillsAnki,
  parseDrillsJson,
  questionDrill,
  type Stop,
  stopDrill,
} from '@legible/prep/export/index';
import { library } from '@legible/prep/library/index';
import { fromBase64, toBase64 } from '../base64.ts';
import {
  type Answers,
  type BroughtFile,
  type Endpoints,
  type Json,
  MAX_FILE,
  type Received,
  Refusal,
  type TakenFile,
} from '../contract/index.ts';
import type { Store } from '../ports.ts';
import type { Deps } from './deps.ts';

type In<K extends keyof Endpoints> = Received<Endpoints[K]>;
type Out<K extends keyof Endpoints> = Promise<Answers<Endpoints[K]>>;

export async function readFile({ files }: Deps, { body }: In<'readFile'>): Out<'readFile'> {
  return files.text(body.name, bytesOf(body));
}

export async function exportDossier(
  { store, files, clock }: Deps,
  { query }: In<'exportDossier'>,
): Out<'exportDossier'> {
  const { dossier, left } = await dossierIn(store);
  switch (query.format) {
    case 'json':
      return taken('dossier.json', 'application/json', dossierJson(dossier), left);
    case 'markdown':
      return taken('dossier.md', 'text/markdown', dossierMarkdown(dossier), left);
    case 'pdf': {
      const { bytes, missing } = await files.dossierPdf(dossier, clock());
      const notes =
        missing.length === 0
          ? left
          : [
              ...left,
              `The PDF's font has no letter for ${missing.slice(0, 20).join(' ')}: each is printed as a box. Markdown has them all.`,
            ];
      return { name: 'dossier.pdf', type: 'application/pdf', content: toBase64(bytes), notes };
    }
  }
}

/** Everything is read before anything is saved. */
export async function importDossier(
  { store, files, clock }: Deps,
  { body }: In<'importDossier'>,
): Out<'importDossier'> {
  const bytes = bytesOf(body);
  const { items } = isPdf(bytes)
    ? await reading(body.name, async () => parseDossierJson(await files.dossierInPdf(body.name, bytes)))
    : await reading(body.name, () => {
        const text = textOf(body.name, bytes);
        return /^\s*\{/.test(text) ? parseDossierJson(text) : parseDossierMarkdown(text.replaceAll('\r\n', '\n'));
      });
  const planned: { id: string; item: DossierItem; base: number | null }[] = [];
  for (const item of items) {
    const id = item.id ?? crypto.randomUUID();
    const here = await store.document(id);
    if (here !== null && here.type !== item.type)
      throw new Refusal(
        'conflict',
        `"${item.title}" has the id of a ${here.type} that is here. Nothing was imported.`,
        {
          field: 'id',
          mend: 'Take its id out of the file, and it comes in as a new document.',
        },
      );
    const same = here !== null && here.title === item.title && sameJson(here.body, item.body as unknown as Json);
    planned.push({ id, item, base: same ? null : (here?.version ?? 0) });
  }
  for (const { id, item, base } of planned)
    if (base !== null) {
      const { type, title } = item;
      const saved = await store.saveDocument(
        id,
        { type, title, body: item.body as unknown as Json, baseVersion: base },
        clock(),
      );
      // Another tab saved in between: what was brought is kept as a version beside, and the user is told.
      if (saved.outcome !== 'saved')
        throw new Refusal('conflict', `"${title}" was changed in another tab while it was brought back.`, {
          field: 'id',
          mend: 'Both are kept as versions. Bring the file in again.',
        });
    }
  return {
    documents: planned.map(({ id, item: { title }, base }) => ({
      id,
      title,
      outcome: base === null ? ('same' as const) : base === 0 ? ('added' as const) : ('updated' as const),
    })),
  };
}

export async function exportDrills({ store }: Deps, { query }: In<'exportDrills'>): Out<'exportDrills'> {
  const own = await ownDrills(store);
  const changed = new Map(own.drills.map((drill) => [drill.id, drill]));
  const made = await madeDrills(store);
  const known = new Set(made.map(({ id }) => id));
  const drills = [
    ...made.map((drill) => changed.get(drill.id) ?? drill),
    ...own.drills.filter(({ id }) => !known.has(id)),
  ];
  return query.format === 'json'
    ? taken('drills.json', 'application/json', drillsJson(drills))
    : taken('drills.txt', 'text/plain', drillsAnki(drills));
}

export async function importDrills({ store, clock }: Deps, { body }: In<'importDrills'>): Out<'importDrills'> {
  const brought = await reading(body.name, () => {
    const text = textOf(body.name, bytesOf(body));
    return /^\s*\{/.test(text) ? parseDrillsJson(text) : parseDrillsAnki(text);
  });
  const own = await ownDrills(store);
  const here = new Map([...(await madeDrills(store)), ...own.drills].map((drill) => [drill.id, drill]));
  const kept = new Map(own.drills.map((drill) => [drill.id, drill]));
  const count = { added: 0, updated: 0, same: 0 };
  for (const drill of brought) {
    const before = here.get(drill.id);
    if (before !== undefined && sameJson(before as unknown as Json, drill as unknown as Json)) count.same += 1;
    else {
      count[before === undefined ? 'added' : 'updated'] += 1;
      kept.set(drill.id, drill);
    }
  }
  if (count.added + count.updated > 0)
    await store.saveDocument(
      OWN_DRILLS,
      {
        type: 'drills',
        title: 'Drills brought back',
        body: { drills: [...kept.values()] } as unknown as Json,
        baseVersion: own.version,
      },
      clock(),
    );
  return count;
}

/** The one document that holds the drills which differ from those made here. */
const OWN_DRILLS = 'own-drills';

async function ownDrills(store: Store): Promise<{ version: number; drills: readonly Drill[] }> {
  const kept = await store.document(OWN_DRILLS);
  if (kept === null) return { version: 0, drills: [] };
  return { version: kept.version, drills: parseDrills(kept.body as Record<string, unknown>, 'drills') };
}

/** The drills as they are made from what is here: the bank, the library, and the words at which the user was stopped. */
async function madeDrills(store: Store): Promise<Drill[]> {
  const stops: Stop[] = [];
  for (const { id } of await store.interviews({ status: 'finished', limit: 1000 })) {
    const result = (await store.interview(id))?.result ?? null;
    for (const [turn, { judgment }] of (result?.turns ?? []).entries())
      for (const [index, { fault, quote, reason, better }] of judgment.findings.entries())
        if (quote.text !== '') stops.push({ id: `${id}/${turn}/${index}`, fault, quote: quote.text, reason, better });
  }
  return [...fullBank.map(questionDrill), ...library.map(libraryDrill), ...stops.map(stopDrill)];
}

/** The dossier, and what was left out of it and why. */
async function dossierIn(store: Store): Promise<{ dossier: Dossier; left: string[] }> {
  const items: DossierItem[] = [];
  const left: string[] = [];
  for (const type of ITEM_TYPES)
    for (const { id } of await store.documents(type)) {
      const kept = await store.document(id);
      if (kept === null) continue;
      try {
        items.push({ id, title: kept.title, ...parseItem(type, kept.body) });
      } catch (error) {
        if (!(error instanceof BodyError)) throw error;
        left.push(`"${kept.title}" was left out: ${error.message}`);
      }
    }
  return { dossier: { items }, left };
}

function taken(name: string, type: string, text: string, notes: string[] = []): TakenFile {
  return { name, type, content: toBase64(new TextEncoder().encode(text)), notes };
}

function bytesOf({ name, content }: BroughtFile): Uint8Array {
  const bytes = fromBase64(content);
  if (bytes === null)
    throw new Refusal('bad-request', `${name}: the content is not base64.`, {
      field: 'content',
      mend: 'Send it again.',
    });
  if (bytes.length > MAX_FILE)
    throw new Refusal('too-large', `${name} has ${(bytes.length / 1_000_000).toFixed(1)} MB.`, {
      field: 'content',
      mend: `At most ${MAX_FILE / 1_000_000} MB are taken in.`,
    });
  return bytes;
}

const isPdf = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';

function textOf(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('bad-request', `${name} is not text in UTF-8.`, {
      field: 'content',
      mend: 'Use a file as it was exported.',
    });
  }
}

/** Runs a reader of a file; what it finds wrong is refused in its words. */
async function reading<T>(name: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    throw new Refusal('bad-request', `${name}: ${error.field} ${error.reason}. Nothing was imported.`, {
      field: error.field,
      mend: error.mend,
    });
  }
}

/** Whether two JSON values are the same, whatever the order of their keys. */
const sameJson = (a: Json, b: Json): boolean => canonical(a) === canonical(b);

const canonical = (value: Json): string =>
  JSON.stringify(value, (_, inner: Json) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
