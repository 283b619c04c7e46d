import { BodyError, choice, list, number, object, text } from '../dossier/fields.ts';
import { FIXED_ASK_KINDS } from './missing-halves.ts';
import { CLAIM_STATES, type Claim, type ClaimKind, type Evidence, SOURCE_FORMATS, type SourceLine } from './types.ts';

const MAX_LINES = 5000;
const MAX_LINE = 200_000;
const MAX_TEXT = 5000;

function parseLine(value: unknown, at: string): SourceLine {
  const raw = object(value, at, ['number', 'where', 'text']);
  return {
    number: number(raw, at, 'number', 1, 1_000_000),
    where: text(raw, at, 'where', 500),
    text: text(raw, at, 'text', MAX_LINE),
  };
}

function parseClaim(value: unknown, at: string): Claim {
  const raw = object(value, at, ['id', 'line', 'state', 'text', 'answers']);
  const answers = object(raw['answers'], `${at}.answers`, FIXED_ASK_KINDS);
  return {
    id: text(raw, at, 'id', 64),
    line: number(raw, at, 'line', 0, 1_000_000),
    state: choice(raw['state'], `${at}.state`, CLAIM_STATES),
    text: text(raw, at, 'text', MAX_LINE),
    answers: Object.fromEntries(
      Object.keys(answers).map((key) => [key as ClaimKind, text(answers, `${at}.answers`, key, MAX_TEXT)]),
    ),
  };
}

/** Reads the body of an "evidence" document; throws BodyError naming the field, the reason and the mend. */
export function parseEvidence(value: unknown): Evidence {
  const at = 'evidence';
  const raw = object(value, at, ['source', 'lines', 'claims']);
  const source = object(raw['source'], `${at}.source`, ['name', 'format']);
  const lines = list(raw, at, 'lines', MAX_LINES, parseLine);
  const claims = list(raw, at, 'claims', MAX_LINES, parseClaim);
  if (new Set(claims.map(({ id }) => id)).size < claims.length)
    throw new BodyError(`${at}.claims`, 'has two with the same id', 'Give each claim its own id.');
  const numbers = new Set(lines.map((line) => line.number));
  const lost = claims.find(({ line }) => line !== 0 && !numbers.has(line));
  if (lost !== undefined)
    throw new BodyError(`${at}.claims`, `names line ${lost.line}, which is not there`, 'Import the file again.');
  return {
    source: {
      name: text(source, `${at}.source`, 'name', 300),
      format: choice(source['format'], `${at}.source.format`, SOURCE_FORMATS),
    },
    lines,
    claims,
  };
}
