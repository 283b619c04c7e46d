import { unescaped } from './unescaped.ts';

interface Cell {
  readonly lines: string[];
}

/** A table that is being read: the rows that are closed, and the cell that is open. */
interface Table {
  row: Cell[];
  readonly out: string[];
}

/**
 * The lines of the HTML that mammoth writes. A row of short cells is one line with " | " between them; where a cell holds several
 * paragraphs the table lays out the page, and each cell is read whole.
 */
export function linesOfHtml(html: string): string[] {
  const out: string[] = [];
  const tables: Table[] = [];
  let text = '';
  const target = () => tables.at(-1)?.row.at(-1)?.lines ?? tables.at(-1)?.out ?? out;
  const close = () => {
    const line = unescaped(text).replace(/\s+/g, ' ').trim();
    if (line !== '') target().push(line);
    text = '';
  };
  let struck = 0;
  let inReference = false;
  for (const [, tag, attributes, words] of html.matchAll(/<(\/?[a-z]\w*)\b([^>]*)>|([^<]+)/g)) {
    if (words !== undefined) {
      if (struck === 0 && !inReference) text += words;
      continue;
    }
    switch (tag) {
      case 'a':
        // The number of a footnote, and the way back from it, are nobody's words.
        inReference = /#\w*(?:foot|end)note/.test(attributes ?? '');
        break;
      case '/a':
        inReference = false;
        break;
      case 's':
        struck += 1;
        break;
      case '/s':
        struck -= 1;
        break;
      case 'table':
        close();
        tables.push({ row: [], out: [] });
        break;
      case 'td':
      case 'th':
        close();
        tables.at(-1)?.row.push({ lines: [] });
        break;
      case '/tr': {
        close();
        const table = tables.at(-1);
        if (table !== undefined) {
          const cells = table.row;
          table.row = [];
          table.out.push(...rowLines(cells));
        }
        break;
      }
      case '/table': {
        close();
        const table = tables.pop();
        if (table !== undefined) target().push(...table.out);
        break;
      }
      case 'br':
      case 'p':
      case '/p':
      case 'li':
      case '/li':
      case '/td':
      case '/th':
      case 'ul':
      case 'ol':
      case 'tr':
        close();
        break;
      default:
        if (/^\/?h[1-6]$/.test(tag ?? '')) close();
    }
  }
  close();
  return out;
}

function rowLines(cells: readonly Cell[]): string[] {
  const filled = cells.filter(({ lines }) => lines.length > 0);
  if (filled.some(({ lines }) => lines.length > 1)) return filled.flatMap(({ lines }) => lines);
  const row = filled.map(({ lines }) => lines[0]).join(' | ');
  return row === '' ? [] : [row];
}
