import { BodyError } from '../dossier/fields.ts';
import { checkedDrill, distinct, type Drill } from './drills.ts';

/**
 * The head of a text file as Anki imports it: https://docs.ankiweb.net/importing/text-files.html. The guid makes a card that is
 * imported again the same card, with its schedule.
 */
const HEAD = [
  '#separator:tab',
  '#html:false',
  '#notetype:Basic',
  '#deck:Legible',
  '#guid column:1',
  '#tags column:4',
  '#columns:GUID\tFront\tBack\tTags',
];
const COLUMNS = 4;

const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;

/** Drills as a text file for Anki's File > Import: guid, front, back, tags. */
export const drillsAnki = (drills: readonly Drill[]): string =>
  `${[...HEAD, ...drills.map(({ id, front, back, tags }) => [id, quoted(front), quoted(back), quoted(tags.join(' '))].join('\t'))].join('\n')}\n`;

/** Reads drills from such a file, as exported here or from Anki ("Notes in Plain Text" with guid and tags); throws BodyError. */
export function parseDrillsAnki(file: string): Drill[] {
  const { head, rows } = rowsOf(file.replace(/^\uFEFF/, ''));
  const column = (name: string, otherwise: number): number => {
    const said = head.find((line) => line.startsWith(`#${name} column:`))?.split(':')[1];
    return (said === undefined ? otherwise : Number(said)) - 1;
  };
  const [guid, tags] = [column('guid', 1), column('tags', COLUMNS)];
  return distinct(
    rows.map(({ fields, line }) => {
      const at = `line ${line}`;
      const sides = fields.filter((_, index) => index !== guid && index !== tags && !isNotetypeOrDeck(head, index));
      if (fields[guid] === undefined || sides.length < 2)
        throw new BodyError(at, `has ${fields.length} columns`, 'Give guid, front, back and tags, separated by tabs.');
      return checkedDrill(
        {
          id: fields[guid],
          front: sides[0]!,
          back: sides[1]!,
          tags: (fields[tags] ?? '').split(/\s+/).filter(Boolean),
        },
        at,
      );
    }),
  );
}

const isNotetypeOrDeck = (head: readonly string[], index: number): boolean =>
  head.some((line) => /^#(?:notetype|deck) column:/.test(line) && Number(line.split(':')[1]) - 1 === index);

/** Rows of tab-separated fields; a field in quotes may hold tabs, line breaks and doubled quotes. */
function rowsOf(file: string): { head: string[]; rows: { fields: string[]; line: number }[] } {
  const head: string[] = [];
  let at = 0;
  let line = 1;
  while (file[at] === '#') {
    const end = file.indexOf('\n', at);
    head.push(file.slice(at, end === -1 ? file.length : end).replace(/\r$/, ''));
    at = end === -1 ? file.length : end + 1;
    line += 1;
  }
  const rows: { fields: string[]; line: number }[] = [];
  while (at < file.length) {
    const first = line;
    const fields: string[] = [];
    for (;;) {
      let field = '';
      if (file[at] === '"') {
        const end = closing(file, at + 1, first);
        field = file.slice(at + 1, end).replaceAll('""', '"');
        line += field.split('\n').length - 1;
        at = end + 1;
        if (at < file.length && !/[\t\r\n]/.test(file[at]!))
          throw new BodyError(`line ${line}`, 'goes on after a closing quote', 'Double each quote within a field.');
      } else {
        const end = /[\t\n]/g;
        end.lastIndex = at;
        const stop = end.exec(file)?.index ?? file.length;
        field = file.slice(at, stop).replace(/\r$/, '');
        at = stop;
      }
      fields.push(field);
      if (file[at] === '\t') {
        at += 1;
        continue;
      }
      if (file[at] === '\r') at += 1;
      at += 1;
      line += 1;
      break;
    }
    if (fields.length > 1 || fields[0] !== '') rows.push({ fields, line: first });
  }
  return { head, rows };
}

function closing(file: string, from: number, line: number): number {
  for (let at = file.indexOf('"', from); at !== -1; at = file.indexOf('"', at + 2)) if (file[at + 1] !== '"') return at;
  throw new BodyError(`line ${line}`, 'opens a quote that is never closed', 'Double each quote within a field.');
}
