import { type Dossier, parseDossierJson } from '@legible/prep/export/index';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeDossierPdf } from '../src/dossier/write-pdf.ts';
import { readDossierPdf, readFile } from '../src/read/read-file.ts';
import { FileRefused } from '../src/refused.ts';
import { pdf } from './resumes/pdf.ts';

const NOW = '2026-11-26T08:00:00.000Z';
const script = (id: string, title: string, text: string): Dossier['items'][number] => ({
  id,
  title,
  type: 'script',
  body: { kind: 'why-mle', text },
});

it('is a PDF with the words in it, which the reader of resumes reads', async () => {
  const text = 'I kept being paged for models that others had trained.\n\nSo I rebuilt the labels myself.';
  const { bytes, missing } = await writeDossierPdf(
    { items: [script('script-01', 'Zoë Świątek, Παπαδοπούλου', text)] },
    NOW,
  );
  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(missing).toEqual([]);
  const lines = (await readFile('dossier.pdf', bytes)).lines.map((line) => line.text);
  expect(lines).toContain('Zoë Świątek, Παπαδοπούλου');
  expect(lines.join(' ')).toContain('I kept being paged for models that others had trained.');
});

it('gives back the dossier that it was made from, whatever the words', async () => {
  const items = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      title: fc.string({ unit: 'grapheme', maxLength: 40 }),
      text: fc.string({ unit: 'grapheme', maxLength: 300 }),
    }),
    { maxLength: 3, selector: ({ id }) => id },
  );
  await fc.assert(
    fc.asyncProperty(items, async (parts) => {
      const dossier = { items: parts.map(({ id, title, text }) => script(id, title, text)) };
      const { bytes } = await writeDossierPdf(dossier, NOW);
      expect(parseDossierJson(await readDossierPdf('dossier.pdf', bytes))).toEqual(dossier);
    }),
    { numRuns: 6 },
  );
});

it('says which letters its font does not have', async () => {
  const { missing } = await writeDossierPdf({ items: [script('script-01', 'A', 'Xiǎo 王 and 李')] }, NOW);
  expect(missing).toEqual(['王', '李']);
});

it('another PDF is refused as a dossier', async () => {
  const other = await pdf((doc) => void doc.text('A letter'));
  await expect(readDossierPdf('letter.pdf', other)).rejects.toThrow(FileRefused);
  await expect(readDossierPdf('letter.pdf', other)).rejects.toThrow(/carries no dossier/);
});
