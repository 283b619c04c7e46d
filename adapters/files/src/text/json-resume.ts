import type { FileLine, FileText } from '../lines.ts';
import { FileRefused } from '../refused.ts';
import { decode } from './decode.ts';

/** The sections of a JSON Resume in the order in which they are read; https://jsonresume.org/schema names them. */
const SECTIONS = [
  'work',
  'volunteer',
  'projects',
  'education',
  'awards',
  'certificates',
  'publications',
  'skills',
  'languages',
  'interests',
  'references',
] as const;

/** Fields that are a sentence or more, each a line of its own. */
const PROSE = new Set([
  'summary',
  'description',
  'highlights',
  'courses',
  'reference',
  'roles',
  'responsibilities',
  'achievements',
]);
/** Fields that say nothing about the work. */
const SKIPPED = new Set(['url', 'website', 'image', 'picture', '$schema', 'email', 'phone', 'location', 'profiles']);
const MAX_DEPTH = 12;

type Fields = Readonly<Record<string, unknown>>;

/** Reads a resume in the JSON Resume format. A field of the wrong type is named. */
export function readJsonResume(bytes: Uint8Array): FileText {
  const { text, notes } = decode(bytes);
  const resume = parse(text);
  const lines: Omit<FileLine, 'number'>[] = [];
  const basics = resume['basics'];
  if (basics !== undefined && basics !== null) readEntry(fieldsOf(basics, 'basics'), 'basics', lines);
  for (const section of SECTIONS) {
    const entries = resume[section];
    if (entries === undefined || entries === null) continue;
    if (!Array.isArray(entries)) throw wrong(section, entries, 'a list');
    entries.forEach((entry: unknown, index) => {
      const at = `${section}[${index}]`;
      if (typeof entry === 'string') lines.push({ where: at, text: entry });
      else readEntry(fieldsOf(entry, at), at, lines);
    });
  }
  return {
    format: 'json-resume',
    lines: lines
      .map(({ where, text: words }) => ({ where, text: words.replace(/\s+/g, ' ').trim() }))
      .filter((line) => line.text !== '')
      .map((line, index) => ({ ...line, number: index + 1 })),
    notes,
  };
}

function parse(text: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new FileRefused(
      'damaged',
      `The file is not JSON: ${(error as Error).message.replace(/\s+/g, ' ').slice(0, 120)}.`,
      'Check that it was not cut off, or save it again.',
    );
  }
  if (typeof value === 'object' && value !== null && 'format' in value && String(value.format).startsWith('legible-'))
    throw new FileRefused(
      'mismatch',
      'This is an export of Legible, not a resume.',
      'Bring it back where it was taken out: the dossier or the settings page.',
    );
  const known = ['basics', ...SECTIONS];
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !known.some((key) => key in value))
    throw new FileRefused(
      'unsupported',
      `The JSON is not a resume: it has none of ${known.slice(0, 4).join(', ')} and so on.`,
      'Give one in the JSON Resume format (jsonresume.org).',
    );
  return value as Fields;
}

/** The short fields of an entry as one line, then each sentence of it. */
function readEntry(entry: Fields, at: string, lines: Omit<FileLine, 'number'>[]): void {
  const short: string[] = [];
  const long: Omit<FileLine, 'number'>[] = [];
  for (const [key, value] of Object.entries(entry)) {
    if (SKIPPED.has(key)) continue;
    for (const { where, text } of stringsOf(value, `${at}.${key}`, 0)) {
      if (PROSE.has(key) || text.length > 80) {
        const parts = text.split(/\r?\n+/).map((part) => part.replace(/^\s*[-*\u2022]\s+/, ''));
        for (const part of parts) long.push({ where, text: part });
      } else short.push(text);
    }
  }
  if (short.length > 0) lines.push({ where: at, text: short.join(', ') });
  lines.push(...long);
}

function stringsOf(value: unknown, where: string, depth: number): { where: string; text: string }[] {
  if (depth > MAX_DEPTH)
    throw new FileRefused('damaged', `"${where}" is nested too deep.`, 'Use the JSON Resume format.');
  if (typeof value === 'string') return [{ where, text: value }];
  if (typeof value === 'number') return [{ where, text: String(value) }];
  if (Array.isArray(value))
    return value.flatMap((inner: unknown, index) => stringsOf(inner, `${where}[${index}]`, depth + 1));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) =>
      SKIPPED.has(key) ? [] : stringsOf(inner, `${where}.${key}`, depth + 1),
    );
  return [];
}

function fieldsOf(value: unknown, at: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(at, value, 'an object');
  return value as Fields;
}

const wrong = (at: string, value: unknown, expected: string) =>
  new FileRefused(
    'damaged',
    `"${at}" is ${Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`}, and ${expected} is expected.`,
    'Mend this field; jsonresume.org/schema says what goes where.',
  );
