import type { FaultId, Question } from '@legible/judge';
import { BodyError, list, object, text } from '../dossier/fields.ts';
import type { LibraryEntry } from '../library/index.ts';

/** A card to be asked again. */
export interface Drill {
  /** Letters, digits and `:._/-`: the same card has the same id in every export. */
  readonly id: string;
  readonly front: string;
  readonly back: string;
  /** Words without blanks. */
  readonly tags: readonly string[];
}

export const DRILLS_FORMAT = 'legible-drills';
const VERSION = 1;
const MAX_DRILLS = 20_000;
const MAX_SIDE = 20_000;
const ID = /^[A-Za-z0-9:._/-]{1,200}$/;
const TAG = /^[^\s"]{1,100}$/;

/** A question with what strong and weak answers do. */
export interface DrillQuestion extends Question {
  readonly covers: readonly string[];
  readonly traps: readonly string[];
}

/** Words at which the user was stopped. */
export interface Stop {
  /** Of the interview and the finding. */
  readonly id: string;
  readonly fault: FaultId;
  readonly quote: string;
  readonly reason: string;
  readonly better: string;
}

const bullets = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');

/** A question of the bank as a card: what a strong answer covers, and what weak ones do. */
export const questionDrill = ({ id, kind, signals, text: words, covers, traps }: DrillQuestion): Drill => ({
  id: `question:${id}`,
  front: words,
  back: `A strong answer covers:\n${bullets(covers)}\n\nWeak answers:\n${bullets(traps)}`,
  tags: [kind, ...signals],
});

/** An entry of the debrief library as a card: the answer in front, what the panel heard behind. */
export const libraryDrill = ({ id, question, before, heard, changes, moved, gap }: LibraryEntry): Drill => ({
  id: `library:${id}`,
  front: `${question.text}\n\n“${before}”\n\nWhich one change would have moved the vote?`,
  back: `${heard.map(({ why }) => why).join('\n')}\n\n${changes.map(({ find, put }) => `Instead of “${find.trim()}”:\n“${put.trim()}”`).join('\n\n')}\n\n${moved}`,
  tags: ['library', `gap-${gap}`, question.kind],
});

/** Words of the user at which an interviewer stopped, as a card. */
export const stopDrill = ({ id, fault, quote, reason, better }: Stop): Drill => ({
  id: `stop:${id}`,
  front: `You said: “${quote}”\n\nWhy would a panel stop you there, and what would you say now?`,
  back: `${reason}\n\n${better}`,
  tags: ['stopped', fault],
});

export const drillsJson = (drills: readonly Drill[]): string =>
  `${JSON.stringify({ format: DRILLS_FORMAT, formatVersion: VERSION, drills }, null, 1)}\n`;

/** Reads drills that were exported as JSON; throws BodyError naming the field, the reason and the mend. */
export function parseDrillsJson(json: string): Drill[] {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new BodyError('drills', `are not JSON: ${(error as Error).message}`, 'Use a file as it was exported.');
  }
  const raw = object(value, 'drills', ['format', 'formatVersion', 'drills']);
  if (raw['format'] !== DRILLS_FORMAT || raw['formatVersion'] !== VERSION)
    throw new BodyError('drills.format', 'is another', `This program reads ${DRILLS_FORMAT}, version ${VERSION}.`);
  return parseDrills(raw, 'drills');
}

/** Reads a list of drills in the field `drills`; throws BodyError. */
export function parseDrills(raw: Readonly<Record<string, unknown>>, at: string): Drill[] {
  const drills = list(raw, at, 'drills', MAX_DRILLS, (entry, field) => {
    const fields = object(entry, field, ['id', 'front', 'back', 'tags']);
    return checkedDrill(
      {
        id: text(fields, field, 'id', 200),
        front: text(fields, field, 'front', MAX_SIDE),
        back: text(fields, field, 'back', MAX_SIDE),
        tags: list(fields, field, 'tags', 50, (tag, place) => text({ tag }, place, 'tag', 100)),
      },
      field,
    );
  });
  return distinct(drills);
}

export function checkedDrill(drill: Drill, at: string): Drill {
  if (!ID.test(drill.id)) throw new BodyError(`${at}.id`, `is "${drill.id}"`, 'Use letters, digits and : . _ / -');
  const wrong = drill.tags.find((tag) => !TAG.test(tag));
  if (wrong !== undefined) throw new BodyError(`${at}.tags`, `has "${wrong}"`, 'A tag has no blanks and no quotes.');
  return drill;
}

/** Throws BodyError where two drills have one id. */
export function distinct(drills: readonly Drill[]): Drill[] {
  const seen = new Set<string>();
  for (const { id } of drills) {
    if (seen.has(id)) throw new BodyError('drills', `has the id "${id}" twice`, 'Keep one of the two.');
    seen.add(id);
  }
  return [...drills];
}
