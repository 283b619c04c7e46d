import { rowsOf, type Segment } from './segments.ts';

/** Segments that are read together: the lines of one column, or the rows of a table. */
export interface Block {
  readonly kind: 'flow' | 'table';
  readonly segments: readonly Segment[];
}

/** Lines that each side of a gutter must have, to be a column or a table's. */
const LEAST_LINES = 3;
/** Narrowest gutter, in letter heights. */
const GUTTER = 0.8;
const DEEPEST = 8;

interface Band {
  readonly left: readonly Segment[];
  readonly right: readonly Segment[];
}

/**
 * The blocks of a page in reading order. A gutter that runs down several lines parts columns, which are read one after the other,
 * unless the lines on both sides belong together as rows do (a table, a date beside its job): those are read across.
 */
export function blocksOf(segments: readonly Segment[], depth = 0): Block[] {
  if (segments.length === 0) return [];
  const split = depth < DEEPEST ? bestSplit(segments) : null;
  if (split === null) return [{ kind: 'flow', segments }];
  return split.flatMap((part) =>
    'left' in part
      ? isTable(part)
        ? [{ kind: 'table' as const, segments: [...part.left, ...part.right] }]
        : [...blocksOf(part.left, depth + 1), ...blocksOf(part.right, depth + 1)]
      : blocksOf(part, depth + 1),
  );
}

/** The page's bands from top to bottom: those that a gutter parts, and what runs across it; null where nothing is parted. */
function bestSplit(segments: readonly Segment[]): (Band | readonly Segment[])[] | null {
  const sorted = [...segments].sort((a, b) => a.y - b.y || a.left - b.left);
  const gutter = GUTTER * middleSize(segments);
  let best: { score: number; parts: (Band | readonly Segment[])[] } | null = null;
  for (const edge of edgesOf(segments)) {
    const parts = partsAt(sorted, edge, gutter);
    const score = parts.reduce((sum, part) => sum + ('left' in part ? weight(part) : 0), 0);
    if (score > 0 && (best === null || score > best.score)) best = { score, parts };
  }
  return best?.parts ?? null;
}

/** Places where several segments begin, one below the other. */
function edgesOf(segments: readonly Segment[]): number[] {
  const lefts = segments.map(({ left }) => left).sort((a, b) => a - b);
  const edges: number[] = [];
  for (const left of lefts) if (edges.length === 0 || left - edges.at(-1)! > 3) edges.push(left);
  return edges.slice(1);
}

function partsAt(sorted: readonly Segment[], edge: number, gutter: number): (Band | readonly Segment[])[] {
  const parts: (Band | readonly Segment[])[] = [];
  let across: Segment[] = [];
  let left: Segment[] = [];
  let right: Segment[] = [];
  const closeBand = () => {
    if (left.length + right.length === 0) return;
    if (isParted(left, right, gutter)) {
      if (across.length > 0) parts.push(across);
      parts.push({ left, right });
      across = [];
    } else across.push(...left, ...right);
    left = [];
    right = [];
  };
  for (const segment of sorted) {
    if (segment.left >= edge - 1.5) right.push(segment);
    else if (segment.right <= edge - gutter) left.push(segment);
    else {
      closeBand();
      across.push(segment);
    }
  }
  closeBand();
  if (across.length > 0) parts.push(across);
  return parts;
}

function isParted(left: readonly Segment[], right: readonly Segment[], gutter: number): boolean {
  if (rowsOf(left).length < LEAST_LINES || rowsOf(right).length < LEAST_LINES) return false;
  const gap = Math.min(...right.map((one) => one.left)) - Math.max(...left.map((one) => one.right));
  if (gap < gutter) return false;
  const [top, bottom] = [Math.max(left[0]!.y, right[0]!.y), Math.min(left.at(-1)!.y, right.at(-1)!.y)];
  return bottom > top;
}

/** How much of the page a band orders: the height that both of its sides share. */
function weight({ left, right }: Band): number {
  const shared = Math.min(left.at(-1)!.y, right.at(-1)!.y) - Math.max(left[0]!.y, right[0]!.y);
  return shared * Math.min(rowsOf(left).length, rowsOf(right).length);
}

const HEADING =
  /^(?:professional |work |technical |core |key |personal |selected |relevant )?(?:about(?: me)?|profile|summary|objective|contact(?: me| info(?:rmation)?)?|details|skills?(?: (?:and|&) .+)?|tools|tech(?:nolog(?:y|ies))?(?: stack)?|competenc(?:y|ies)|expertise|languages?|education|training|certifications?|certificates|courses|awards?|honou?rs|interests|hobbies|references|projects?|experience|employment(?: history)?|career(?: history)?|history|publications|volunteering|achievements|highlights|links)\s*:?$/i;

/** Letters this much larger than the rest of the band are a heading, in whatever language. */
const LARGER = 1.12;
const MOST_HEADING_WORDS = 4;

/** Whether what stands on both sides of a gutter belongs together line by line. */
function isTable({ left, right }: Band): boolean {
  const middle = middleSize([...left, ...right]);
  const isHeading = ({ text, size }: Segment) =>
    HEADING.test(text) || (size > LARGER * middle && text.split(' ').length <= MOST_HEADING_WORDS);
  if (left.some(isHeading) && right.some(isHeading)) return false;
  const [fewer, more] = rowsOf(left).length <= rowsOf(right).length ? [left, right] : [right, left];
  const rows = rowsOf(fewer).map((row) => row[0]!);
  const lines = rowsOf(more).map((row) => row[0]!);
  const pairs = rows.flatMap((row) => {
    const beside = lines.find((line) => Math.abs(line.y - row.y) <= 0.3 * Math.min(line.size, row.size));
    return beside === undefined ? [] : [{ row, beside }];
  });
  if (pairs.length < 0.85 * rows.length) return false;
  if (hasRowsOfCells({ left, right })) return true;
  // In a table a cell begins where its neighbour begins; beside running text, words begin in the middle of its sentences.
  const astray = pairs.filter(({ row, beside }) => isMidSentence(beside) && !isMidSentence(row)).length;
  if (astray > 0.2 * pairs.length) return false;
  // Two columns of running text on one grid of lines are aligned too; their lines are full, and go on in the next.
  return !(isRunning(left) && isRunning(right));
}

/** Whether wider gaps part the band into rows, in nearly each of which both sides begin on the same line. */
function hasRowsOfCells({ left, right }: Band): boolean {
  // What stands above the shorter side, a name over the table, is no row of it.
  const top = Math.max(left[0]!.y, right[0]!.y) - 1;
  const lines = rowsOf([...left, ...right])
    .map((row) => row[0]!.y)
    .filter((y) => y >= top);
  const gaps = lines.slice(1).map((y, index) => y - lines[index]!);
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  if (most <= 1.25 * least) return false;
  const starts = [lines[0]!, ...lines.slice(1).filter((_, index) => gaps[index]! > (least + most) / 2)];
  const begins = (side: readonly Segment[], y: number) => side.some((one) => Math.abs(one.y - y) <= 0.35 * one.size);
  const both = starts.filter((y) => begins(left, y) && begins(right, y));
  return starts.length >= 3 && both.length >= 0.85 * starts.length;
}

const isMidSentence = ({ text }: Segment): boolean => /^\p{Ll}/u.test(text) && text.includes(' ');

function middleSize(segments: readonly Segment[]): number {
  const sizes = segments.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

function isRunning(side: readonly Segment[]): boolean {
  const rows = rowsOf(side).map((row) => row[0]!);
  const width = Math.max(...side.map(({ right }) => right)) - Math.min(...side.map(({ left }) => left));
  const goesOn = rows.filter(
    (row, index) =>
      row.right - row.left > 0.6 * width &&
      !/[.:;!?]$/.test(row.text) &&
      rows[index + 1] !== undefined &&
      /^[\p{Ll}\d(]/u.test(rows[index + 1]!.text),
  );
  return rows.length >= 6 && goesOn.length >= rows.length / 4;
}
