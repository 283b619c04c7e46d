/** A stretch of text on one baseline, in points from the page's top left corner as it is seen. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The baseline, downwards. */
  readonly y: number;
  /** Height of the letters. */
  readonly size: number;
  readonly font: string;
}

/** A piece of text as the page draws it. */
export type Glyphs = Segment;

/** Gap, in letter heights, from which two pieces are two words; and from which they are two segments. */
const WORD_GAP = 0.17;
const SEGMENT_GAP = 1.1;

/** Gap from which a piece that stands at the edge of a column belongs to it; and points within which two edges are one. */
const EDGE_GAP = 0.45;
const SAME_EDGE = 1.2;
const LEAST_AT_EDGE = 3;
const NARROW_GAP = 0.7;
const LEAST_AT_NARROW_EDGE = 5;

/** Joins the pieces that a page draws into segments: words of one line without a wide gap. */
export function segmentsOf(pieces: readonly Glyphs[]): Segment[] {
  const rows = rowsOf(pieces.filter(({ text }) => text.trim() !== ''));
  const edges = edgesOf(rows);
  return rows.flatMap((row) => {
    const segments: Segment[] = [];
    const gaps = row.slice(1).map((piece, index) => piece.left - row[index]!.right);
    for (const piece of row) {
      const last = segments.at(-1);
      const gap = last === undefined ? Infinity : piece.left - last.right;
      const size = Math.max(piece.size, last?.size ?? 0);
      // A bullet stands apart from its words and belongs to them.
      const reach = isBullet(last) ? 3.2 : SEGMENT_GAP;
      const atEdge = gap > EDGE_GAP * size && edges.some((edge) => Math.abs(edge - piece.left) < SAME_EDGE);
      const wide =
        (atEdge && segments.length > 0 && !isBullet(last)) || (gap > reach * size && !isJustified(gap, gaps, size));
      if (last === undefined || wide || gap < -2 * size) segments.push(piece);
      else if (!isShadow(last, piece)) {
        const spaced = gap > WORD_GAP * size && !/\s$/.test(last.text) && !/^\s/.test(piece.text);
        segments[segments.length - 1] = {
          ...last,
          text: last.text + (spaced ? ' ' : '') + piece.text,
          right: Math.max(last.right, piece.right),
          size: last.text.trim().length <= 2 ? piece.size : last.size,
          font: last.text.trim().length <= 2 ? piece.font : last.font,
        };
      }
    }
    return segments.map((segment) => ({ ...segment, text: closed(segment.text.replace(/\s+/g, ' ').trim()) }));
  });
}

/** Pieces by baseline from top to bottom, each row from left to right. */
export function rowsOf<T extends Segment>(pieces: readonly T[]): T[][] {
  const rows: { y: number; size: number; pieces: T[] }[] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.left - b.left)) {
    const row = rows.at(-1);
    if (row !== undefined && piece.y - row.y <= 0.35 * Math.min(row.size, piece.size)) {
      row.pieces.push(piece);
      row.size = Math.max(row.size, piece.size);
    } else rows.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  return rows.map((row) => row.pieces.sort((a, b) => a.left - b.left));
}

const isBullet = (piece: Segment | undefined): boolean => piece !== undefined && piece.text.trim().length <= 2;

/** Where columns begin: places at which several rows have words after a wide gap, or more rows after one that is less wide. */
function edgesOf(rows: readonly (readonly Segment[])[]): number[] {
  const after = (gap: number) =>
    rows
      .flatMap((row) => row.filter((piece, at) => at > 0 && piece.left - row[at - 1]!.right > gap * piece.size))
      .map(({ left }) => left);
  const often = (lefts: readonly number[], least: number) =>
    lefts.filter((left) => lefts.filter((other) => Math.abs(other - left) < SAME_EDGE).length >= least);
  return [...often(after(SEGMENT_GAP), LEAST_AT_EDGE), ...often(after(NARROW_GAP), LEAST_AT_NARROW_EDGE)];
}

/** A wide gap that comes again and again on its line: words that were spread to fill it. */
const isJustified = (gap: number, gaps: readonly number[], size: number): boolean =>
  gap < 3.5 * size && gaps.filter((other) => Math.abs(other - gap) < 0.12 * gap).length >= 3;

/** The same letters drawn twice with a small shift, as some programs do for bold. */
const isShadow = (last: Segment, piece: Segment): boolean =>
  last.text === piece.text && Math.abs(piece.left - last.left) < 0.15 * piece.size;

/** Letters that were set apart, "S K I L L S", as the word that they are. */
function closed(text: string): string {
  return /^(?:\S ){3,}\S$/u.test(text) ? text.replaceAll(' ', '') : text;
}
