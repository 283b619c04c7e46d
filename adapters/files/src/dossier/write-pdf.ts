import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FAILURE_KINDS } from '@legible/prep';
import { type Dossier, type DossierItem, dossierJson } from '@legible/prep/export/index';
import PDFDocument from 'pdfkit';
import { ATTACHMENT } from './attachment.ts';

const font = (style: string) =>
  readFileSync(
    fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-serif-4/${style}/SourceSerif4_${style}.ttf`)),
  );
const MARGIN = 64;
const INK = '#231f19';
const SOFT = '#5a5245';

export interface WrittenPdf {
  readonly bytes: Uint8Array;
  /** Characters that the font does not have, which are printed as a box. */
  readonly missing: readonly string[];
}

const NAMES: Readonly<Record<string, string>> = {
  transition: 'Transition story',
  failure: 'Failure story',
  narrative: 'ML design narrative',
  'why-mle': 'Why MLE',
  compensation: 'Compensation script',
};

/**
 * The dossier as a PDF to print: A4, one document a page, people's words in a serif. The same dossier is attached as JSON, and is
 * read back from there.
 */
export async function writeDossierPdf(dossier: Dossier, printedOn: string): Promise<WrittenPdf> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'en',
    tagged: true,
    displayTitle: true,
    info: { Title: 'Dossier', CreationDate: new Date(printedOn) },
  });
  doc.registerFont('words', font('400Regular')).registerFont('strong', font('600SemiBold'));
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  doc.font('words');
  const missing = new Set<string>();
  const write = (text: string) => shown(doc, text, missing);
  dossier.items.forEach((item, index) => {
    if (index > 0) doc.addPage();
    writeItem(doc, item, write);
  });
  if (dossier.items.length === 0) doc.fontSize(12).text('The dossier is empty.');
  doc.file(Buffer.from(dossierJson(dossier)), {
    name: ATTACHMENT,
    type: 'application/json',
    creationDate: new Date(printedOn),
    modifiedDate: new Date(printedOn),
  });
  doc.end();
  await done;
  return { bytes: new Uint8Array(Buffer.concat(chunks)), missing: [...missing] };
}

type Write = (text: string) => string;

function writeItem(doc: PDFKit.PDFDocument, item: DossierItem, write: Write): void {
  doc.font('words').fontSize(9).fillColor(SOFT).text(kindOf(item));
  doc
    .font('strong')
    .fontSize(20)
    .fillColor(INK)
    .text(write(item.title) || 'Untitled')
    .moveDown(0.6);
  if (item.type !== 'story') return paragraphs(doc, write(item.body.text));
  const { facts, short, long } = item.body;
  section(doc, 'In 60 seconds', write(short));
  section(doc, 'In 180 seconds', write(long));
  if (facts.length === 0) return;
  heading(doc, 'Facts');
  for (const { part, text, source } of facts) {
    doc
      .font('strong')
      .fontSize(10)
      .fillColor(INK)
      .text(`${part[0]!.toUpperCase()}${part.slice(1)}: `, { continued: true });
    doc.font('words').text(write(text));
    if (source !== '') doc.fontSize(8.5).fillColor(SOFT).text(write(source));
    doc.moveDown(0.35);
  }
}

function kindOf(item: DossierItem): string {
  const name = item.type === 'narrative' ? NAMES['narrative'] : NAMES[item.body.kind];
  const more =
    item.type === 'story'
      ? FAILURE_KINDS.filter((kind) => item.body.failures.includes(kind)).map((kind) => kind.replace('-', ' '))
      : item.type === 'narrative'
        ? [item.body.kind, item.body.area]
        : [];
  return [name, ...more, ...(item.type === 'story' && item.body.simulated ? ['about a lab run'] : [])].join(', ');
}

function section(doc: PDFKit.PDFDocument, title: string, text: string): void {
  if (text.trim() === '') return;
  heading(doc, title);
  paragraphs(doc, text);
  doc.moveDown(0.6);
}

const heading = (doc: PDFKit.PDFDocument, title: string) =>
  doc.font('strong').fontSize(11).fillColor(SOFT).text(title).moveDown(0.2);

const paragraphs = (doc: PDFKit.PDFDocument, text: string): void => {
  doc
    .font('words')
    .fontSize(12)
    .fillColor(INK)
    .text(text.trim().replace(/\n\s*\n/g, '\n'), { lineGap: 3, paragraphGap: 8 });
};

interface FontWithGlyphs {
  readonly font: { hasGlyphForCodePoint(code: number): boolean };
}

/** The text as the font can print it; what it has no letter for becomes a box and is remembered. */
function shown(doc: PDFKit.PDFDocument, text: string, missing: Set<string>): string {
  const { font: letters } = (doc as unknown as { _font: FontWithGlyphs })._font;
  return [...text.replace(/\r\n?/g, '\n')]
    .map((letter) => {
      if (letter === '\n') return letter;
      if (/\s|\p{Cc}/u.test(letter)) return ' ';
      if (letters.hasGlyphForCodePoint(letter.codePointAt(0)!)) return letter;
      missing.add(letter);
      return '\u25A1';
    })
    .join('');
}
