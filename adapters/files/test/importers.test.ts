import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, test } from 'vitest';
import { formatOf } from '../src/kinds.ts';
import { LIMITS } from '../src/read/limits.ts';
import { readFile } from '../src/read/read-file.ts';
import { readText } from '../src/read/readers.ts';
import { replyTo } from '../src/read/reply.ts';
import { FileRefused } from '../src/refused.ts';
import { DOCX_LAYOUTS, docx } from './resumes/docx.ts';
import { hostileFiles, unreadableFont } from './resumes/hostile.ts';
import { JSON_LAYOUTS } from './resumes/json.ts';
import { PDF_LAYOUTS, pdf } from './resumes/pdf.ts';
import { bulletsOf, OTHER_NAMES, type Person, person } from './resumes/people.ts';
import { TEXT_LAYOUTS } from './resumes/text.ts';

/** Every sentence stands whole in one line, once, in order within its job; and the name is there. */
async function expectRead(name: string, bytes: Uint8Array, who: Person) {
  // In this thread, since starting a worker for each takes longer than reading; the tests below go through one.
  const { lines } = await readText(formatOf(name, bytes), new Uint8Array(bytes));
  const texts = lines.map(({ text }) => text);
  for (const { bullets } of who.jobs) {
    const places = bullets.map((bullet) => texts.findIndex((text) => text.includes(bullet)));
    const missing = bullets.filter((_, index) => places[index] === -1);
    expect(missing, texts.join('\n')).toEqual([]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
  for (const bullet of bulletsOf(who)) expect(texts.filter((text) => text.includes(bullet))).toHaveLength(1);
  expect(texts.join('\n').toLowerCase()).toContain(who.name.toLowerCase());
  expect(lines.every(({ where }) => where !== '')).toBe(true);
  expect(new Set(lines.map(({ number }) => number)).size).toBe(lines.length);
}

describe('a PDF is read in the order of a reader, sentence by sentence', () => {
  test.each(Object.entries(PDF_LAYOUTS).map(([name, layout], index) => [name, layout, index] as const))(
    '%s',
    async (_, [layout, options], index) => {
      const who = person(index);
      await expectRead('resume.pdf', await pdf((doc) => layout(doc, who), options), who);
    },
  );
});

describe('a PDF that a browser printed (tools/fixtures/print-resumes.ts)', () => {
  test.each(
    ['grid-left', 'grid-right', 'justified-columns', 'ruled-table', 'letter-spaced'].map(
      (name, index) => [name, index] as const,
    ),
  )('%s', async (name, index) => {
    const bytes = readFileSync(new URL(`./resumes/printed/${name}.pdf`, import.meta.url));
    await expectRead(`${name}.pdf`, bytes, person(index));
  });
});

test('a row of a printed table is one line, its cells whole and apart', async () => {
  const bytes = readFileSync(new URL('./resumes/printed/ruled-table.pdf', import.meta.url));
  const { lines } = await readText('pdf', new Uint8Array(bytes));
  const [job] = person(3).jobs;
  expect(lines.map(({ text }) => text)).toContain(
    `${job!.employer} | ${job!.bullets[0]} | ${job!.dates.replace('–', '– ')}`,
  );
});

describe('a Word document', () => {
  test.each(Object.entries(DOCX_LAYOUTS).map(([name, layout], index) => [name, layout, index] as const))(
    '%s',
    async (_, layout, index) => {
      const who = index < OTHER_NAMES.length ? person(index, OTHER_NAMES[index]) : person(index);
      await expectRead('resume.docx', docx(layout(who)), who);
    },
  );
});

describe('a JSON Resume', () => {
  test.each(Object.entries(JSON_LAYOUTS).map(([name, layout], index) => [name, layout, index] as const))(
    '%s',
    async (_, layout, index) => {
      const who = person(index, OTHER_NAMES[index % OTHER_NAMES.length]);
      await expectRead('resume.json', Buffer.from(JSON.stringify(layout(who), null, 2)), who);
    },
  );
});

describe('plain text and Markdown', () => {
  test.each(Object.entries(TEXT_LAYOUTS).map(([name, layout], index) => [name, layout, index] as const))(
    '%s',
    async (_, [extension, layout], index) => {
      const who = person(index);
      await expectRead(`resume.${extension}`, Buffer.from(layout(who)), who);
    },
  );

  it('is read in an older encoding, and says so', async () => {
    const { lines, notes } = await readFile('old.txt', Buffer.from('Zoë cut errors by 40%', 'latin1'));
    expect(lines[0]?.text).toBe('Zoë cut errors by 40%');
    expect(notes).toHaveLength(1);
  });

  it('names the lines as an editor counts them', async () => {
    const { lines } = await readFile('a.md', Buffer.from('# Ann\n\n- Built the thing that\n  counts\n- Ran it\n'));
    expect(lines.map(({ where, text }) => [where, text])).toEqual([
      ['line 1', 'Ann'],
      ['lines 3–4', 'Built the thing that counts'],
      ['line 5', 'Ran it'],
    ]);
  });
});

test('what a Word document says beside its text is left out: numbers of pages and of footnotes', async () => {
  const { lines } = await readFile(
    'a.docx',
    docx({
      body: '<w:p><w:r><w:t>Cut errors by 40%.</w:t></w:r></w:p>',
      more: { 'word/footer1.xml': '<w:ftr><w:p><w:r><w:t>Page 1 of 2</w:t></w:r></w:p></w:ftr>' },
    }),
  );
  expect(lines.map(({ text }) => text)).toEqual(['Cut errors by 40%.']);
});

test('words that cannot be read are said to be missing', async () => {
  const { lines, notes } = await readFile('a.pdf', unreadableFont());
  expect(lines.map(({ text }) => text)).toEqual(['Reduced errors by forty percent in one year']);
  expect(notes.join()).toContain('missing');
});

test('a page without text between others is said', async () => {
  const bytes = await pdf((doc) => {
    doc.text(person(1).summary);
    doc.addPage();
    doc.addPage();
    doc.text(person(2).summary);
  });
  const { lines, notes } = await readFile('a.pdf', bytes);
  expect(lines).toHaveLength(2);
  expect(notes.join()).toContain('Page 2');
});

const hostile = await hostileFiles();
/** Those that only a worker's limits can end, or that would hurt this process; the others are read in this thread, to save time. */
const COSTLY = /bomb|deep|circle|huge|long|noise|many/;

describe('a damaged, huge or hostile file is refused with a reason and a mend', () => {
  test.each(hostile.map((file) => [file.name, file] as const))('%s', async (name, { bytes, because }) => {
    const refused = await refusalOf(name, bytes);
    expect(because).toContain(refused.because);
    expect(refused.message.length).toBeGreaterThan(15);
    expect(refused.mend).not.toBe('');
  });

  it('and the next file is read', async () => {
    const { lines } = await readFile('next.txt', Buffer.from('Cut errors by 40%.'));
    expect(lines[0]?.text).toBe('Cut errors by 40%.');
  });
});

async function refusalOf(name: string, bytes: Uint8Array): Promise<Pick<FileRefused, 'because' | 'message' | 'mend'>> {
  try {
    if (COSTLY.test(name)) await readFile(name, bytes);
    else {
      const reply = await replyTo({ format: formatOf(name, bytes) }, new Uint8Array(bytes));
      if ('refused' in reply) return reply.refused;
    }
  } catch (error) {
    if (error instanceof FileRefused) return error;
    throw error;
  }
  throw new Error(`${name} was read.`);
}

test('nothing is fetched for a file, whatever it points to', async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.end('<w:p/>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.png`;
  const relation = (id: string, type: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${address}" TargetMode="External"/>`;
  const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'image')}${relation('rId2', 'attachedTemplate')}${relation('rId3', 'hyperlink')}</Relationships>`;
  const picture =
    '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="rId1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
  const word = docx({
    body: `<w:p><w:r><w:t>Cut errors by 40%.</w:t></w:r></w:p>${picture}`,
    more: { 'word/_rels/document.xml.rels': relations },
  });
  expect((await readFile('a.docx', word)).lines[0]?.text).toBe('Cut errors by 40%.');
  const linked = await pdf((doc) => void doc.text('Cut errors by 40% in a year.', { link: address }));
  expect((await readFile('a.pdf', linked)).lines[0]?.text).toBe('Cut errors by 40% in a year.');
  expect(asked).toBe(0);
  await new Promise((closed) => server.close(closed));
});

test('a file that takes too long, or too much memory, is given up', async () => {
  const bytes = Buffer.from('Cut errors by 40%.');
  await expect(readFile('a.txt', bytes, { ...LIMITS, cpuMilliseconds: 1 })).rejects.toThrow(/takes longer/);
  await expect(readFile('a.txt', bytes, { ...LIMITS, growthMegabytes: -1e6 })).rejects.toThrow(/more memory/);
});
