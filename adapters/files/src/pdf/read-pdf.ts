import { bare, type FileLine, type FileText } from '../lines.ts';
import { FileRefused } from '../refused.ts';
import { blocksOf } from './columns.ts';
import { openPdf, type Pdf } from './open-pdf.ts';
import { linesOfBlock } from './paragraphs.ts';
import { type Glyphs, segmentsOf } from './segments.ts';

const MAX_PAGES = 40;
/** Letters on a page below which it counts as a picture. */
const FEWEST_LETTERS = 15;

type Matrix = readonly [number, number, number, number, number, number];

/** Reads the text of a PDF in the order in which a person reads it: column by column, a table row by row. */
export async function readPdf(bytes: Uint8Array): Promise<FileText> {
  const warnings: string[] = [];
  const { warn } = console;
  // The reader of PDFs says only here that it left words out.
  console.warn = (...said: unknown[]) => void warnings.push(said.join(' '));
  try {
    const { lines, notes } = await readPages(await openPdf(bytes));
    const lost = warnings.some((warning) => /translateFont failed/.test(warning));
    return { format: 'pdf', lines, notes: lost ? [...notes, LOST_WORDS] : notes };
  } finally {
    console.warn = warn;
  }
}

const LOST_WORDS =
  'Some words are set in a font that says its letters in a way that is not read here, and they are missing. Compare with the file, and add what you miss as notes.';

async function readPages(pdf: Pdf): Promise<Pick<FileText, 'lines' | 'notes'>> {
  if (pdf.numPages > MAX_PAGES)
    throw new FileRefused(
      'too-large',
      `The file has ${pdf.numPages} pages; at most ${MAX_PAGES} are read.`,
      'Give the resume alone.',
    );
  if (await pdf.hasJSActions()) throw script();
  const lines: FileLine[] = [];
  const empty: number[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const words = await readPage(pdf, number);
    if (words.join('').replace(/\P{L}/gu, '').length < FEWEST_LETTERS) empty.push(number);
    for (const text of words)
      lines.push({ number: lines.length + 1, where: `page ${number}, line ${lines.length + 1}`, text });
  }
  checkReadable(lines, empty.length === pdf.numPages);
  const notes =
    empty.length === 0 || empty.length === pdf.numPages
      ? []
      : [`Page ${empty.join(', ')} has no text: a picture or a scan, and nothing of it was read.`];
  return { lines, notes };
}

const script = () =>
  new FileRefused(
    'script',
    'The PDF carries scripts, which no resume needs. Nothing was run.',
    'Print it to a new PDF, or paste its text.',
  );

async function readPage(pdf: Pdf, number: number): Promise<string[]> {
  const page = await pdf.getPage(number);
  if ((await page.getJSActions()) !== null) throw script();
  const view = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
  const { items } = await page.getTextContent();
  /** Pieces by the quarter turn in which they are set, each turned upright. */
  const turns: Glyphs[][] = [[], [], [], []];
  const askew: string[] = [];
  for (const item of items) {
    if (!('str' in item)) continue;
    const text = readable(item.str);
    if (text.trim() === '') continue;
    const [a, b, , , x, y] = times(view, item.transform as unknown as Matrix);
    const size = Math.hypot(a, b) || item.height;
    const quarter = Math.round(Math.atan2(b, a) / QUARTER);
    if (Math.abs(Math.atan2(b, a) - quarter * QUARTER) > 0.1) {
      askew.push(text);
      continue;
    }
    const [cos, sin] = [Math.round(Math.cos(quarter * QUARTER)), Math.round(Math.sin(quarter * QUARTER))];
    const left = x * cos + y * sin;
    turns[(quarter + 4) % 4]!.push({
      text,
      left,
      right: left + item.width,
      y: y * cos - x * sin,
      size,
      font: item.fontName,
    });
  }
  page.cleanup();
  return [
    ...turns
      .toSorted((one, other) => other.length - one.length)
      .flatMap((set) => blocksOf(segmentsOf(set)).flatMap(linesOfBlock)),
    ...askew,
  ]
    .map(bare)
    .filter((line) => line !== '');
}

const QUARTER = Math.PI / 2;

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

/**
 * Text without what no reader sees: zero-width and control characters. A character that the font gives no letter to, at the head of
 * a line, is the drawing of a bullet.
 */
const readable = (text: string) =>
  text.replace(/^(?![\t\n])[\p{Cc}\uFFFD]\s*/u, '\u2022 ').replace(/(?![\t\n])\p{Cc}|[\u200B\u2060\uFEFF]/gu, '');

function checkReadable(lines: readonly FileLine[], allEmpty: boolean): void {
  const text = lines.map((line) => line.text).join('');
  const broken = text.match(/[\uFFFD\u{F0000}-\u{FFFFD}]|[\uE000-\uEFFF]/gu)?.length ?? 0;
  if (broken > 20 && broken > 0.2 * text.length)
    throw new FileRefused(
      'no-text',
      'The letters cannot be read: the PDF’s fonts do not say which letters they draw.',
      'Export it again from where it was written, or paste its text.',
    );
  if (allEmpty)
    throw new FileRefused(
      'no-text',
      'The pages hold no text: it is a scan or a picture, which are not read, or the file is damaged.',
      'Give the file that the resume was written in, or paste its text.',
    );
}
