import mammoth from 'mammoth';
import { bare, type FileLine, type FileText } from '../lines.ts';
import { FileRefused } from '../refused.ts';
import { linesOfHtml } from './html-lines.ts';
import { unescaped } from './unescaped.ts';
import { unpack } from './zip.ts';

const BODY = 'word/document.xml';

/** Reads a Word document: headers first, then the text in order, a table row by row or, where it only lays out the page, cell by cell. */
export async function readDocx(bytes: Uint8Array): Promise<FileText> {
  const parts = unpack(bytes);
  check(parts);
  const html = await htmlOf(bytes);
  const words = [
    ...edgeLines(parts, 'header'),
    ...linesOfHtml(html),
    ...edgeLines(parts, 'footer').filter((line) => !/^(?:page\b[\s\d]*)?(?:\d+(?:\s*(?:of|\/)\s*\d*)?)?$/i.test(line)),
  ];
  const lines = words
    .map(bare)
    .filter((text) => text !== '')
    .map((text, index): FileLine => ({ number: index + 1, where: `line ${index + 1}`, text }));
  if (lines.length === 0 && [...parts.keys()].some((name) => name.startsWith('word/media/')))
    throw new FileRefused(
      'no-text',
      'The document holds pictures and no text: a scan, it seems.',
      'Give the file that the resume was written in.',
    );
  return { format: 'docx', lines, notes: [] };
}

async function htmlOf(bytes: Uint8Array): Promise<string> {
  try {
    // Pictures are asked for only to be left out: their bytes are never read.
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), styleMap: ['strike => s'] },
    );
    return value;
  } catch (error) {
    const deep = error instanceof RangeError;
    throw new FileRefused(
      'damaged',
      `The document is damaged: ${deep ? 'it is nested deeper than any word processor writes' : 'its text is not well-formed'}.`,
      'Save it again from the word processor, or paste its text.',
    );
  }
}

function check(parts: ReadonlyMap<string, Buffer>): void {
  if (!parts.has(BODY)) {
    const what = parts.has('mimetype') ? 'an OpenDocument file' : 'a zip file that is no Word document';
    throw new FileRefused('mismatch', `By its content this is ${what}.`, 'Save it as .docx or PDF.');
  }
  const types = parts.get('[Content_Types].xml')?.toString('utf8') ?? '';
  const body = xmlText(parts.get(BODY)!);
  if (
    /macroEnabled/i.test(types) ||
    [...parts.keys()].some((name) => /vbaProject|activeX/i.test(name)) ||
    /<w:instrText[^>]*>[^<]*\bDDE/i.test(body)
  )
    throw new FileRefused(
      'script',
      'The document carries macros or other programs.',
      'Save it as a plain .docx, without macros.',
    );
  for (const [name, part] of parts)
    if (/\.(?:xml|rels)$/.test(name) && /<!(?:DOCTYPE|ENTITY)/i.test(xmlText(part)))
      throw new FileRefused(
        'script',
        `The document's part "${name}" declares entities, which no word processor writes.`,
        'Save it again from the word processor.',
      );
}

/** Paragraphs of the page's head or foot, each once, though Word keeps one for first, odd and even pages. */
function edgeLines(parts: ReadonlyMap<string, Buffer>, edge: 'header' | 'footer'): string[] {
  const lines = [...parts]
    .filter(([name]) => new RegExp(`^word/${edge}\\d*\\.xml$`).test(name))
    .flatMap(([, part]) => xmlText(part).split('</w:p>'))
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br)\b[^>]*>/g)]
        .map((match) => (match[1] === undefined ? ' ' : unescaped(match[1])))
        .join('')
        .trim(),
    )
    .filter((line) => line !== '');
  return [...new Set(lines)];
}

const xmlText = (part: Buffer) =>
  part[0] === 0xff && part[1] === 0xfe ? part.toString('utf16le') : part.toString('utf8');
