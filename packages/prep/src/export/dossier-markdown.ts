import { BodyError } from '../dossier/fields.ts';
import { type Fact, type Item, ITEM_TYPES, parseItem, type Story } from '../dossier/index.ts';
import { checked, checkedId, type Dossier, type DossierItem } from './dossier-file.ts';

const TITLE = '# Dossier';
const SHORT = 'In 60 seconds';
const LONG = 'In 180 seconds';
const TEXT = 'As it is told';
const FACTS = 'Facts';

const isStructure = (line: string): boolean => /^(?:#{1,3} |<!-- )/.test(line);
/** A line of the user's that looks like one of the file's own is set apart with a backslash. */
const kept = (text: string): string[] =>
  text.split('\n').map((line) => (/^\\*(?:#{1,3} |<!-- )/.test(line) ? `\\${line}` : line));
const unkept = (line: string): string => (/^\\+(?:#{1,3} |<!-- )/.test(line) ? line.slice(1) : line);

/** JSON that may stand in a comment. */
const inComment = (value: unknown): string => JSON.stringify(value).replaceAll('>', '\\u003e');

/** The dossier as Markdown, for reading and editing. Reading it back gives the same dossier. */
export const dossierMarkdown = ({ items }: Dossier): string =>
  [TITLE, '', ...items.flatMap((item) => itemLines(item))].join('\n');

function itemLines(item: DossierItem): string[] {
  const plain = /^\S(?:[^\n\r]*\S)?$/.test(item.title);
  const fields = fieldsOf(item);
  return [
    `## ${plain ? item.title : item.title.replace(/\s+/g, ' ').trim() || 'Untitled'}`,
    '',
    `<!-- ${item.type} ${inComment({ ...(item.id === null ? {} : { id: item.id }), ...(plain ? {} : { title: item.title }), ...fields })} -->`,
    '',
    ...(item.type === 'story' ? storyLines(item.body) : textLines(TEXT, item.body.text)),
  ];
}

/** What is neither text nor title. */
function fieldsOf(item: Item): object {
  switch (item.type) {
    case 'story':
      return { kind: item.body.kind, failures: item.body.failures, simulated: item.body.simulated };
    case 'narrative':
      return { kind: item.body.kind, area: item.body.area };
    case 'script':
      return { kind: item.body.kind };
  }
}

const textLines = (heading: string, text: string): string[] => [`### ${heading}`, '', ...kept(text), ''];

const storyLines = ({ facts, short, long }: Story): string[] => [
  ...(facts.length === 0 ? [] : [`### ${FACTS}`, '', ...facts.flatMap(factLines)]),
  ...textLines(SHORT, short),
  ...textLines(LONG, long),
];

const factLines = ({ id, part, text, source }: Fact): string[] => [
  `<!-- fact ${inComment({ id, part, source })} -->`,
  ...kept(text),
  '',
];

interface Reader {
  readonly lines: readonly string[];
  at: number;
}

/** Reads a dossier that was exported as Markdown, edited or not; throws BodyError naming the line, the reason and the mend. */
export function parseDossierMarkdown(markdown: string): Dossier {
  const lines = markdown.replace(/^\uFEFF/, '').split('\n');
  const reader: Reader = { lines, at: 0 };
  skipBlank(reader);
  if (lines[reader.at]?.trim() !== TITLE)
    throw new BodyError('line 1', 'is not the head of a dossier', `Begin with "${TITLE}", as the export does.`);
  reader.at += 1;
  const items: DossierItem[] = [];
  for (skipBlank(reader); reader.at < lines.length; skipBlank(reader)) items.push(parseOne(reader));
  return checked({ items });
}

function parseOne(reader: Reader): DossierItem {
  const heading = /^## (.*)$/s.exec(reader.lines[reader.at] ?? '');
  if (heading === null)
    throw lineError(reader, 'is not the title of a document', 'Begin each document with "## " and its title.');
  reader.at += 1;
  skipBlank(reader);
  const at = reader.at;
  const [type, fields] = comment(reader, ITEM_TYPES);
  const { id = null, title, ...meta } = fields;
  const sections = new Map<string, string>();
  let facts: Fact[] = [];
  for (skipBlank(reader); (reader.lines[reader.at] ?? '').startsWith('### '); skipBlank(reader)) {
    const name = reader.lines[reader.at]!.slice(4).trim();
    const known = type === 'story' ? [FACTS, SHORT, LONG] : [TEXT];
    if (!known.includes(name)) throw lineError(reader, `names a part "${name}"`, `A ${type} has ${known.join(', ')}.`);
    if (sections.has(name)) throw lineError(reader, `has the part "${name}" twice`, 'Keep one of them.');
    reader.at += 1;
    if (name === FACTS) facts = parseFacts(reader);
    sections.set(name, name === FACTS ? '' : block(reader));
  }
  const body =
    type === 'story'
      ? { ...meta, facts, short: sections.get(SHORT) ?? '', long: sections.get(LONG) ?? '' }
      : { ...meta, text: sections.get(TEXT) ?? '' };
  try {
    return {
      id: checkedId(typeof id === 'string' || id === null ? id : String(id), type),
      title: typeof title === 'string' ? title : heading[1]!.trim(),
      ...parseItem(type, body),
    };
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    throw new BodyError(`line ${at + 1}: ${error.field}`, error.reason, error.mend);
  }
}

function parseFacts(reader: Reader): Fact[] {
  const facts: Fact[] = [];
  for (skipBlank(reader); (reader.lines[reader.at] ?? '').startsWith('<!-- fact '); skipBlank(reader)) {
    const [, fields] = comment(reader, ['fact']);
    // The form of a fact is checked with the story it belongs to.
    facts.push({ ...fields, text: block(reader, 0) } as unknown as Fact);
  }
  return facts;
}

/** A comment of the file's own: its name and its fields. */
function comment<T extends string>(reader: Reader, names: readonly T[]): [T, Record<string, unknown>] {
  const match = /^<!-- ([\w-]+) (\{.*\}) -->\s*$/s.exec(reader.lines[reader.at] ?? '');
  const name = names.find((one) => one === match?.[1]);
  if (match === null || name === undefined)
    throw lineError(reader, `is not a line "<!-- ${names.join(' | ')} {…} -->"`, 'Keep this line as it was exported.');
  try {
    const fields = JSON.parse(match[2]!) as Record<string, unknown>;
    reader.at += 1;
    return [name, fields];
  } catch {
    throw lineError(reader, 'has fields that are not JSON', 'Keep this line as it was exported.');
  }
}

/** The user's lines up to the next line of the file's own, without the blank line around them. */
function block(reader: Reader, before = 1): string {
  const from = reader.at;
  while (reader.at < reader.lines.length && !isStructure(reader.lines[reader.at]!)) reader.at += 1;
  let [first, last] = [from, reader.at];
  if (before === 1 && first < last && reader.lines[first] === '') first += 1;
  if (last > first && reader.lines[last - 1] === '') last -= 1;
  return reader.lines.slice(first, last).map(unkept).join('\n');
}

function skipBlank(reader: Reader): void {
  while (reader.at < reader.lines.length && reader.lines[reader.at]!.trim() === '') reader.at += 1;
}

const lineError = ({ at }: Reader, reason: string, mend: string) => new BodyError(`line ${at + 1}`, reason, mend);
