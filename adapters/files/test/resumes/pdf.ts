import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { bulletsOf, type Person } from './people.ts';

const font = (style: string) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-serif-4/${style}/SourceSerif4_${style}.ttf`));
const REGULAR = font('400Regular');
const BOLD = font('600SemiBold');

type Doc = PDFKit.PDFDocument;
type Layout = (doc: Doc, person: Person) => void;

/** A PDF drawn by `draw`, as bytes. */
export function pdf(draw: (doc: Doc) => void, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: 'A4', margin: 50, ...options });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  doc.registerFont('regular', REGULAR).registerFont('bold', BOLD);
  const done = new Promise<Uint8Array>((resolve) =>
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks)))),
  );
  draw(doc);
  doc.end();
  return done;
}

const head = (doc: Doc, text: string, x?: number, options = {}) => {
  doc.font('bold').fontSize(12).text(text, x, undefined, options).moveDown(0.2).font('regular').fontSize(10);
};

function jobs(doc: Doc, { jobs: all }: Person, x: number, width: number, bullet = '•') {
  for (const { title, employer, dates, bullets } of all) {
    doc.font('bold').text(`${title}, ${employer}, ${dates}`, x, undefined, { width }).font('regular');
    for (const line of bullets) doc.text(`${bullet} ${line}`, x, undefined, { width, indent: 0 });
    doc.moveDown(0.6);
  }
}

const single: Layout = (doc, person) => {
  doc.font('bold').fontSize(20).text(person.name, { align: 'center' });
  doc.font('regular').fontSize(10).text(person.contact, { align: 'center' }).moveDown();
  head(doc, 'SUMMARY');
  doc.text(person.summary).moveDown();
  head(doc, 'EXPERIENCE');
  jobs(doc, person, 50, 495);
  head(doc, 'SKILLS', 50);
  doc.text(person.skills.join(', ')).moveDown();
  head(doc, 'EDUCATION');
  for (const line of person.education) doc.text(line);
};

/** Short lists in a narrow column beside the work; the column is on the left or on the right. */
const sidebar =
  (side: 'left' | 'right'): Layout =>
  (doc, person) => {
    doc.font('bold').fontSize(22).text(person.name, 50, 50, { width: 495 });
    const [narrow, wide] = side === 'left' ? [50, 215] : [400, 50];
    doc.y = 100;
    head(doc, 'Contact', narrow, { width: 140 });
    doc.text(person.contact, narrow, undefined, { width: 140 }).moveDown();
    head(doc, 'Skills', narrow, { width: 140 });
    for (const skill of person.skills) doc.text(skill, narrow, undefined, { width: 140 }).moveDown(0.15);
    doc.moveDown();
    head(doc, 'Education', narrow, { width: 140 });
    for (const line of person.education) doc.text(line, narrow, undefined, { width: 140 });
    doc.y = 100;
    head(doc, 'Summary', wide, { width: 330 });
    doc.text(person.summary, wide, undefined, { width: 330 }).moveDown();
    head(doc, 'Experience', wide, { width: 330 });
    jobs(doc, person, wide, 330, '–');
  };

/** Two columns of the same lines, as a paper has them: the work runs from the foot of the first to the head of the second. */
const paper: Layout = (doc, person) => {
  doc.font('bold').fontSize(18).text(person.name, { align: 'center' }).fontSize(9);
  const x = [50, 310];
  person.jobs.forEach((job, column) => {
    doc.y = 110;
    head(doc, column === 0 ? 'Experience' : 'Projects', x[column], { width: 235 });
    jobs(doc, { ...person, jobs: [job] }, x[column]!, 235, '▪');
    if (column === 0) doc.text(person.summary, x[column], undefined, { width: 235 });
    else for (const line of person.education) doc.text(line, x[column], undefined, { width: 235 });
  });
};

/** Dates at the right edge, on the line of their job. */
const dated: Layout = (doc, person) => {
  doc.font('bold').fontSize(16).text(person.name).fontSize(11).text(person.contact).moveDown();
  for (const { title, employer, dates, bullets } of person.jobs) {
    const y = doc.y;
    doc.font('bold').text(`${title}, ${employer}`, 50, y, { width: 380 });
    doc.text(dates, 440, y, { width: 105, align: 'right' }).font('regular');
    for (const line of bullets) {
      const top = doc.y;
      doc.text('•', 56, top, { width: 10 });
      doc.text(line, 70, top, { width: 475 });
    }
    doc.moveDown();
  }
  head(doc, 'EDUCATION', 50);
  for (const line of person.education) doc.text(line, 50, undefined, { width: 495 });
};

/** Dates in a column of their own on the left. */
const datesLeft: Layout = (doc, person) => {
  doc.font('bold').fontSize(16).text(person.name).moveDown().fontSize(10);
  for (const { title, employer, dates, bullets } of person.jobs) {
    const y = doc.y;
    doc.font('regular').text(dates, 50, y, { width: 80 });
    doc.font('bold').text(`${title}, ${employer}`, 140, y, { width: 405 }).font('regular');
    for (const line of bullets) doc.text(`• ${line}`, 140, undefined, { width: 405 });
    doc.moveDown();
  }
  for (const line of person.education) doc.text(line, 140, undefined, { width: 405 });
};

/** A ruled table: what was done, with what, and when; cells run over several lines. */
const table: Layout = (doc, person) => {
  doc.font('bold').fontSize(16).text(person.name).moveDown().fontSize(10);
  const x = [50, 150, 440];
  const row = (cells: readonly string[]) => {
    const y = doc.y;
    const bottoms = cells.map((cell, at) => {
      doc.text(cell, x[at]!, y, { width: (x[at + 1] ?? 545) - x[at]! - 14 });
      return doc.y;
    });
    doc.y = Math.max(...bottoms) + 9;
  };
  row(['Employer', 'What I did', 'When']);
  doc.font('regular');
  for (const { employer, bullets, dates } of person.jobs) for (const line of bullets) row([employer, line, dates]);
};

/** Skills as a table of two columns under the work. */
const skillsTable: Layout = (doc, person) => {
  single(doc, { ...person, skills: [] });
  doc.moveDown();
  person.skills.forEach((skill, index) => {
    const y = doc.y;
    doc.text(skill, 50, y, { width: 120 });
    doc.text(`${index + 1} years`, 200, y, { width: 120 });
  });
};

const letter: Layout = (doc, person) => {
  doc.font('regular').fontSize(11).text(person.name).moveDown();
  doc.text(person.summary).moveDown();
  for (const { bullets } of person.jobs) doc.text(bullets.join(' '), { align: 'justify' }).moveDown();
};

const twoPages: Layout = (doc, person) => {
  single(doc, { ...person, jobs: [person.jobs[0]!] });
  doc.addPage();
  head(doc, 'EARLIER', 50);
  jobs(doc, { ...person, jobs: [person.jobs[1]!] }, 50, 495);
};

const threeColumns: Layout = (doc, person) => {
  doc.font('bold').fontSize(20).text(person.name).fontSize(9);
  const parts = [
    ['Experience', () => jobs(doc, { ...person, jobs: [person.jobs[0]!] }, 50, 150)],
    ['Projects', () => jobs(doc, { ...person, jobs: [person.jobs[1]!] }, 222, 150)],
    ['Education', () => person.education.forEach((line) => doc.text(line, 394, undefined, { width: 150 }))],
  ] as const;
  parts.forEach(([heading, body], at) => {
    doc.y = 100;
    head(doc, heading, 50 + at * 172, { width: 150 });
    body();
    if (at === 2) for (const skill of person.skills) doc.text(skill, 394, undefined, { width: 150 });
  });
};

/** A coloured box with white words over the whole left side, on landscape paper. */
const boxed: Layout = (doc, person) => {
  doc.rect(0, 0, 240, doc.page.height).fill('#204060').fillColor('white');
  doc.y = 50;
  doc.font('bold').fontSize(18).text(person.name, 30, undefined, { width: 190 }).moveDown();
  head(doc, 'S K I L L S', 30, { width: 190 });
  for (const skill of person.skills) doc.text(skill, 30, undefined, { width: 190 });
  doc.fillColor('black');
  doc.y = 50;
  head(doc, 'W O R K', 270, { width: 520 });
  jobs(doc, person, 270, 520, '➢');
};

/** Headings that no list knows, both columns on one grid of lines, and none of the usual sections. */
const otherLanguage: Layout = (doc, person) => {
  doc.font('bold').fontSize(20).text(person.name, 50, 50).fontSize(10).font('regular');
  doc.y = 100;
  for (const line of [
    'Kenntnisse',
    ...person.skills,
    'Sprachen',
    'Deutsch',
    'Polnisch',
    'Ausbildung',
    'Informatik, 2015',
  ])
    doc.text(line, 50, undefined, { width: 120 });
  doc.y = 100;
  doc.text('Berufserfahrung', 200, undefined, { width: 340 });
  jobs(doc, person, 200, 340, '•');
};

/** A page that was scanned sideways and turned, with its text set for reading. */
const turned: Layout = (doc, person) => {
  doc.rotate(90, { origin: [0, 0] });
  doc.translate(0, -doc.page.width);
  doc.font('regular').fontSize(11).text(person.name, 50, 50, { width: 600 }).moveDown();
  for (const line of bulletsOf(person)) doc.text(`• ${line}`, 50, undefined, { width: 600 });
};

/** Page numbers and a running head on every page, small letters, wide lines. */
const dense: Layout = (doc, person) => {
  for (const [index, job] of person.jobs.entries()) {
    if (index > 0) doc.addPage();
    doc
      .font('regular')
      .fontSize(7)
      .text(`${person.name}, page ${index + 1}`, 50, 30, { align: 'right', width: 495 });
    doc.y = 60;
    jobs(doc, { ...person, jobs: [job] }, 50, 495, '-');
  }
};

export const PDF_LAYOUTS: Readonly<Record<string, readonly [Layout, PDFKit.PDFDocumentOptions?]>> = {
  'one column': [single],
  'a narrow column on the left': [sidebar('left')],
  'a narrow column on the right': [sidebar('right')],
  'two equal columns': [paper],
  'dates at the right edge': [dated],
  'dates in a left column': [datesLeft],
  'a table with cells of several lines': [table],
  'skills in a table': [skillsTable],
  'running text, justified': [letter],
  'two pages': [twoPages],
  'three columns': [threeColumns],
  'headings in another language': [otherLanguage],
  'text set along the long side': [turned],
  'a running head and small letters': [dense],
  'a coloured box, landscape': [boxed, { layout: 'landscape' }],
};
