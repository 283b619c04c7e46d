import {
  AREAS,
  checkBand,
  DEFAULT_BANDS,
  evidenceIn,
  OfferError,
  parseOffer,
  type Band,
  type Evidence,
  type Offer,
  type RoleDescription,
} from '@legible/offers';
import { queryOptions } from '@tanstack/react-query';
import { server } from '../../server/server.ts';

/** An offer as it is written down: whole money and percents, what is left empty left out. */
export type Draft = Readonly<Record<string, unknown>>;

export interface KeptOffer {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly draft: Draft;
  /** Null where the draft cannot be valued yet; `trouble` says why. */
  readonly offer: Offer | null;
  readonly trouble: string | null;
}

export function read(draft: unknown): Pick<KeptOffer, 'offer' | 'trouble'> {
  try {
    return { offer: parseOffer(draft), trouble: null };
  } catch (error) {
    if (!(error instanceof OfferError)) throw error;
    return { offer: null, trouble: error.message };
  }
}

const inFull = async (...types: string[]) =>
  (await server.readDocuments({ query: { types: types.join(',') } })).documents;

export const offersQuery = queryOptions({
  queryKey: ['offers'],
  queryFn: async (): Promise<KeptOffer[]> =>
    (await inFull('offer'))
      .map(({ id, version, title, body }) => ({ id, version, title, draft: body as Draft, ...read(body) }))
      .toSorted((a, b) => a.title.localeCompare(b.title)),
});

type Body = Parameters<typeof server.saveDocument>[0]['body']['body'];
const plain = (value: unknown): Body => JSON.parse(JSON.stringify(value)) as Body;

/** Keeps an offer over the version it was read at. */
export const keepOffer = (id: string, draft: Draft, baseVersion: number) =>
  server.saveDocument({
    params: { id },
    body: {
      type: 'offer',
      title: typeof draft['company'] === 'string' && draft['company'] !== '' ? draft['company'] : 'An offer',
      body: plain(draft),
      baseVersion,
    },
  });

const BANDS_ID = 'bands-of-pay';

/** The user's bands, or the shipped ones while there are none. */
export const bandsQuery = queryOptions({
  queryKey: ['bands'],
  queryFn: async (): Promise<{ bands: readonly Band[]; version: number }> => {
    const known = (await inFull('band')).find(({ id }) => id === BANDS_ID);
    if (known === undefined) return { bands: DEFAULT_BANDS, version: 0 };
    return { bands: (known.body as unknown as { bands: Band[] }).bands.map(checkBand), version: known.version };
  },
});

export const keepBands = (bands: readonly Band[], baseVersion: number) =>
  server.saveDocument({
    params: { id: BANDS_ID },
    body: { type: 'band', title: 'Bands', body: plain({ bands }), baseVersion },
  });

const SCOPE_ID = 'scope';

/** What was said of the role so far. */
export const scopeQuery = queryOptions({
  queryKey: ['scope'],
  queryFn: async (): Promise<{ role: RoleDescription; version: number }> => {
    const known = (await inFull('scope')).find(({ id }) => id === SCOPE_ID);
    return known === undefined
      ? { role: NOTHING_SAID, version: 0 }
      : { role: known.body as unknown as RoleDescription, version: known.version };
  },
});

export const keepScope = (role: RoleDescription, baseVersion: number) =>
  server.saveDocument({
    params: { id: SCOPE_ID },
    body: { type: 'scope', title: 'Scope', body: plain(role), baseVersion },
  });

const NOTHING_SAID: RoleDescription = {
  role: null,
  offered: null,
  holds: Object.fromEntries(AREAS.map((area) => [area, 'not said'])) as RoleDescription['holds'],
};

/** The dossier's own words, as evidence that one has held an area. */
export const evidenceQuery = queryOptions({
  queryKey: ['scope-evidence'],
  queryFn: async (): Promise<Evidence[]> =>
    (await inFull('story', 'narrative')).flatMap(({ title, body }) => evidenceIn(title, textOf(body))),
});

function textOf(body: unknown): string {
  const {
    facts = [],
    short = '',
    long = '',
    text = '',
  } = body as {
    facts?: { text: string }[];
    short?: string;
    long?: string;
    text?: string;
  };
  return [long || short, text, ...facts.map((fact) => fact.text)].filter((part) => part !== '').join('\n');
}
