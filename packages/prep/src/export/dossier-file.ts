import { BodyError, choice, list, object, text } from '../dossier/fields.ts';
import { ITEM_TYPES, type Item, parseItem } from '../dossier/index.ts';

/** One document of the dossier as it travels: with its id, so that it comes back as the same one. */
export type DossierItem = Item & {
  /** Null for one that was written by hand. */
  readonly id: string | null;
  readonly title: string;
};

/** The dossier as a file: stories, narratives and scripts. */
export interface Dossier {
  readonly items: readonly DossierItem[];
}

export const DOSSIER_FORMAT = 'legible-dossier';
const VERSION = 1;
const MAX_ITEMS = 500;
const MAX_TITLE = 300;
const ID = /^[A-Za-z0-9_-]{8,64}$/;

/** An id that a document can have; throws BodyError for another. */
export function checkedId(id: string | null, at: string): string | null {
  if (id !== null && !ID.test(id))
    throw new BodyError(
      `${at}.id`,
      `is "${id.slice(0, 70)}"`,
      'Use 8 to 64 letters, digits, "-" or "_", or leave it out.',
    );
  return id;
}

/** The dossier as JSON text. */
export const dossierJson = ({ items }: Dossier): string =>
  `${JSON.stringify({ format: DOSSIER_FORMAT, formatVersion: VERSION, items }, null, 2)}\n`;

/** Reads a dossier that was exported as JSON; throws BodyError naming the field, the reason and the mend. */
export function parseDossierJson(json: string): Dossier {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new BodyError('dossier', `is not JSON: ${(error as Error).message}`, 'Use a file as it was exported.');
  }
  const raw = object(value, 'dossier', ['format', 'formatVersion', 'items']);
  choice(raw['format'], 'dossier.format', [DOSSIER_FORMAT]);
  if (raw['formatVersion'] !== VERSION)
    throw new BodyError(
      'dossier.formatVersion',
      `is ${String(raw['formatVersion'])}`,
      `This program reads version ${VERSION}.`,
    );
  return checked({
    items: list(raw, 'dossier', 'items', MAX_ITEMS, (entry, at) => {
      const fields = object(entry, at, ['id', 'type', 'title', 'body']);
      const id = fields['id'] === null ? null : text(fields, at, 'id', 64);
      const type = choice(fields['type'], `${at}.type`, ITEM_TYPES);
      return { id: checkedId(id, at), title: text(fields, at, 'title', MAX_TITLE), ...parseItem(type, fields['body']) };
    }),
  });
}

/** Throws BodyError where two items have one id. */
export function checked(dossier: Dossier): Dossier {
  const seen = new Set<string>();
  for (const { id, title } of dossier.items) {
    if (id !== null && seen.has(id))
      throw new BodyError('dossier.items', `has the id "${id}" twice (at "${title}")`, 'Give each its own id.');
    if (id !== null) seen.add(id);
  }
  return dossier;
}
