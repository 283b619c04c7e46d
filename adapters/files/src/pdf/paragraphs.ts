import { hasBullet, joinBroken } from '../lines.ts';
import type { Block } from './columns.ts';
import { rowsOf, type Segment } from './segments.ts';

/** One line of a block: the segments of a baseline. */
interface Row {
  readonly segments: readonly Segment[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly text: string;
}

/** Letters of a line that can be full. */
const LEAST_FULL_LINE = 20;

/** Between what stands apart on one line. */
const APART = ' | ';

/** The lines of a block as its writer meant them: a bullet that runs over three lines is one. */
export const linesOfBlock = ({ kind, segments }: Block): string[] => {
  const rows = rowsOf(segments).map(rowOf);
  const grouped = kind === 'table' && !rows.some((row) => row.segments.some(({ text }) => hasBullet(text)));
  return grouped ? tableLines(rows) : flowLines(rows);
};

function rowOf(segments: readonly Segment[]): Row {
  const widest = segments.reduce((a, b) => (b.right - b.left > a.right - a.left ? b : a));
  return {
    segments,
    left: segments[0]!.left,
    right: segments.at(-1)!.right,
    y: segments[0]!.y,
    size: widest.size,
    font: widest.font,
    text: segments.map(({ text }) => text).join(APART),
  };
}

function flowLines(rows: readonly Row[]): string[] {
  const leading = commonGap(rows);
  const lines: { text: string; first: Row; last: Row }[] = [];
  for (const row of rows) {
    const open = lines.at(-1);
    if (open !== undefined && goesOn(open, row, { right: edgeFor(rows, row), leading })) {
      open.text = joinBroken(open.text, row.text);
      open.last = row;
    } else lines.push({ text: row.text, first: row, last: row });
  }
  return lines.map(({ text }) => text);
}

/** Where the lines end that stand under each other as this row does; a wide line of another paragraph says nothing of it. */
const edgeFor = (rows: readonly Row[], row: Row): number =>
  Math.max(
    ...rows
      .filter(({ left, segments }) => segments.length === 1 && Math.abs(left - row.left) < 0.5 * row.size)
      .map(({ right }) => right),
  );

interface Frame {
  readonly right: number;
  readonly leading: number;
}

/** Whether a row is the rest of the line before it. */
function goesOn({ text, first, last }: { text: string; first: Row; last: Row }, row: Row, frame: Frame): boolean {
  if (row.segments.length > 1 || last.segments.length > 1 || hasBullet(row.text)) return false;
  if (Math.abs(row.size - last.size) > 0.12 * last.size) return false;
  const gap = row.y - last.y;
  if (gap <= 0 || gap > Math.max(1.25 * frame.leading, 1.05 * row.size) || gap > 2.4 * row.size) return false;
  const bullet = hasBullet(first.text);
  const lower = /^\p{Ll}/u.test(row.text);
  const indent = (row.left - first.left) / row.size;
  // Under a bullet, what is indented goes on; what stands where the bullet stands is new, unless it had no room before.
  if (bullet && indent > 0.2) return indent < 6;
  if (Math.abs(indent) > 0.8) return false;
  if (lower && !/[.!?]$/.test(text)) return true;
  if (row.font !== last.font && !bullet) return false;
  const loose = lower || bullet || /^\d/.test(row.text);
  // A list of short things is not running text, though one of them is always its widest line.
  if (!loose && last.text.length < LEAST_FULL_LINE) return false;
  return fills(last, row, frame, loose ? 1.5 : 0.5);
}

/** Whether the first word of a row would not have fitted on the line before it, give or take some letter heights. */
function fills(last: Row, row: Row, { right }: Frame, slack: number): boolean {
  const word = /^\S+/.exec(row.text)?.[0].length ?? 0;
  const letter = (row.right - row.left) / Math.max(1, row.text.length);
  return last.right + (word + 1) * letter > right - slack * row.size;
}

/** The gap between baselines that most rows have. */
function commonGap(rows: readonly Row[]): number {
  const gaps = rows
    .slice(1)
    .map((row, index) => row.y - rows[index]!.y)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 3)] ?? 0;
}

/** The rows of a table, each one line. Cells that run over lines are told from rows by the wider gap between rows. */
function tableLines(rows: readonly Row[]): string[] {
  const gaps = rows.slice(1).map((row, index) => row.y - rows[index]!.y);
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  const between = most > 1.25 * least ? (least + most) / 2 : null;
  const first = Math.min(...rows.map(({ left }) => left));
  const lines: Segment[][] = [];
  rows.forEach((row, index) => {
    const open = lines.at(-1);
    const same = between === null ? row.left > first + 3 : index > 0 && gaps[index - 1]! < between;
    if (open === undefined || !same) lines.push([...row.segments]);
    else for (const cell of row.segments) addTo(open, cell);
  });
  return lines.map((line) => line.map(({ text }) => text).join(APART));
}

/** Adds the next line of a cell to the cell it stands under. */
function addTo(line: Segment[], cell: Segment): void {
  const under = line.findIndex((above) => Math.abs(above.left - cell.left) < 4);
  const at = under === -1 ? line.findLastIndex((above) => above.left <= cell.left) : under;
  const above = line[at];
  if (above === undefined) line.unshift(cell);
  else if (under === -1) line.splice(at + 1, 0, cell);
  else line[at] = { ...above, text: joinBroken(above.text, cell.text), right: Math.max(above.right, cell.right) };
}
