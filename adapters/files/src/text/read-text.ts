import { bare, type FileLine, type FileText, hasBullet, joinBroken } from '../lines.ts';
import { FileRefused } from '../refused.ts';
import { decode } from './decode.ts';

const MAX_TEXT_BYTES = 1_000_000;

/** Reads plain text or Markdown; lines that were wrapped are one again. */
export function readText(bytes: Uint8Array): FileText {
  if (bytes.length > MAX_TEXT_BYTES)
    throw new FileRefused(
      'too-large',
      `The file has ${(bytes.length / 1_000_000).toFixed(1)} MB of text; at most ${MAX_TEXT_BYTES / 1_000_000} MB are read.`,
      'Give the resume alone, or the notes in parts.',
    );
  const { text, notes } = decode(bytes);
  if (/^\uFEFF?\s*(?:<!doctype html|<html|<\?xml)/i.test(text))
    throw new FileRefused(
      'unsupported',
      'The content is a web page or XML, not plain text.',
      'Copy the words out of it, and paste or save those.',
    );
  return { format: 'text', lines: linesOf(text), notes };
}

interface Open {
  readonly first: number;
  last: number;
  text: string;
  readonly bullet: boolean;
  readonly indent: number;
}

/** The lines of running text, numbered as an editor counts them; a line that goes on in the next is one line. */
export function linesOf(text: string): FileLine[] {
  const rows = text.replace(/^\uFEFF/, '').split(/\r\n|[\n\r\u2028\u2029\f]/);
  const longest = Math.max(...rows.map((row) => row.trimEnd().length));
  const wrap = longest >= 50 && longest <= 100 ? longest : 80;
  const whole: Open[] = [];
  let open: Open | null = null;
  let fenced = false;
  rows.forEach((row, index) => {
    if (/^\s*(?:```|~~~)/.test(row)) fenced = !fenced;
    if (row.trim() === '' || /^\s*(?:[-=_*~#]\s*){3,}$/.test(row) || /^\s*(?:```|~~~)/.test(row) || isRuler(row)) {
      open = null;
      return;
    }
    const indent = /^\s*/.exec(row.replaceAll('\t', '    '))![0].length;
    const bullet = hasBullet(row);
    const continues =
      open !== null &&
      !bullet &&
      !fenced &&
      !/^\s*(?:#{1,6}\s|\||>)/.test(row) &&
      !/^#|^\|/.test(open.text) &&
      ((open.bullet && indent > open.indent) || goesOn(open.text, row.trim(), wrap));
    if (continues && open !== null) {
      open.text = joinBroken(open.text.trimEnd(), row.trim());
      open.last = index + 1;
    } else {
      open = { first: index + 1, last: index + 1, text: row.trimEnd(), bullet, indent };
      whole.push(open);
    }
  });
  return whole
    .map(({ first, last, text: line }) => ({
      where: first === last ? `line ${first}` : `lines ${first}\u2013${last}`,
      text: unmarked(line),
      number: first,
    }))
    .filter((line) => line.text !== '');
}

/** The line under a Markdown table's head. */
const isRuler = (row: string) => /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$/.test(row);

/** Whether a row that filled its width goes on in the next. */
const goesOn = (before: string, next: string, wrap: number): boolean =>
  before.trimEnd().length >= wrap * 0.65 && !/[.!?:;|]$/.test(before.trimEnd()) && /^[\p{Ll}\d(“"'%$€£]/u.test(next);

/** The words of a line of Markdown, without what marks them up. */
function unmarked(line: string): string {
  const table = /^\s*\|(.*)\|\s*$/.exec(line);
  const text =
    table === null
      ? line
      : table[1]!
          .split('|')
          .map((cell) => cell.trim())
          .filter(Boolean)
          .join(' | ');
  return bare(text.replace(/^\s*(?:#{1,6}\s+|>+\s*)/, ''))
    .replace(/^\[[ xX]\]\s+/, '')
    .replace(/!?\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*]+)(?<=\S)\*(?![\w*])/g, '$1')
    .replace(/\s*#+\s*$/, (hashes) => (/^\s*#{1,6}\s/.test(line) ? '' : hashes))
    .trim();
}
