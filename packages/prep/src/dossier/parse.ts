import { BodyError, choice, flag, list, object, text } from './fields.ts';
import {
  AREAS,
  FACT_PARTS,
  FAILURE_KINDS,
  ITEM_TYPES,
  NARRATIVE_KINDS,
  SCRIPT_KINDS,
  type Fact,
  type Item,
  type Narrative,
  type Script,
  type Story,
} from './types.ts';

/** Longest text of an item, in UTF-16 units: what the judge takes. */
export const MAX_TEXT = 20_000;
export const MAX_FACTS = 100;
const MAX_FACT = 2000;

function parseFact(value: unknown, at: string): Fact {
  const raw = object(value, at, ['id', 'part', 'text', 'source']);
  return {
    id: text(raw, at, 'id', 64),
    part: choice(raw['part'], `${at}.part`, FACT_PARTS),
    text: text(raw, at, 'text', MAX_FACT),
    source: text(raw, at, 'source', MAX_FACT),
  };
}

/** Reads the body of a "story" document; throws BodyError naming the field, the reason and the mend. */
export function parseStory(value: unknown): Story {
  const at = 'story';
  const raw = object(value, at, ['kind', 'failures', 'simulated', 'facts', 'short', 'long']);
  const kind = choice(raw['kind'], `${at}.kind`, ['transition', 'failure']);
  const failures = list(raw, at, 'failures', FAILURE_KINDS.length, (entry, field) =>
    choice(entry, field, FAILURE_KINDS),
  );
  if (new Set(failures).size < failures.length)
    throw new BodyError(`${at}.failures`, 'names a kind twice', 'Name each kind once.');
  if (kind === 'failure' && failures.length === 0)
    throw new BodyError(`${at}.failures`, 'is empty', `Name one or more of ${FAILURE_KINDS.join(', ')}.`);
  if (kind === 'transition' && failures.length > 0)
    throw new BodyError(`${at}.failures`, 'is not empty', 'A transition story has none: give an empty list.');
  const facts = list(raw, at, 'facts', MAX_FACTS, parseFact);
  if (new Set(facts.map(({ id }) => id)).size < facts.length)
    throw new BodyError(`${at}.facts`, 'has two with the same id', 'Give each fact its own id.');
  return {
    kind,
    failures,
    simulated: flag(raw, at, 'simulated'),
    facts,
    short: text(raw, at, 'short', MAX_TEXT),
    long: text(raw, at, 'long', MAX_TEXT),
  };
}

/** Reads the body of a "narrative" document; throws BodyError. */
export function parseNarrative(value: unknown): Narrative {
  const at = 'narrative';
  const raw = object(value, at, ['kind', 'area', 'text']);
  return {
    kind: choice(raw['kind'], `${at}.kind`, NARRATIVE_KINDS),
    area: choice(raw['area'], `${at}.area`, AREAS),
    text: text(raw, at, 'text', MAX_TEXT),
  };
}

/** Reads the body of a "script" document; throws BodyError. */
export function parseScript(value: unknown): Script {
  const at = 'script';
  const raw = object(value, at, ['kind', 'text']);
  return { kind: choice(raw['kind'], `${at}.kind`, SCRIPT_KINDS), text: text(raw, at, 'text', MAX_TEXT) };
}

/** Reads the body of a dossier document by its type; throws BodyError. */
export function parseItem(type: string, body: unknown): Item {
  switch (choice(type, 'type', ITEM_TYPES)) {
    case 'story':
      return { type: 'story', body: parseStory(body) };
    case 'narrative':
      return { type: 'narrative', body: parseNarrative(body) };
    case 'script':
      return { type: 'script', body: parseScript(body) };
  }
}
