import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import type { RefusedBecause } from '../../src/refused.ts';
import { docx } from './docx.ts';
import { pdf } from './pdf.ts';
import { person } from './people.ts';

export interface Hostile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly because: readonly RefusedBecause[];
}

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const good = paragraph('Reduced errors by 40 percent.');
const written = (draw = (doc: PDFKit.PDFDocument) => void doc.text(person(1).summary), options = {}) =>
  pdf(draw, options);

/** A PDF of these objects, without a table of them, which readers rebuild. */
const rawPdf = (...objects: (string | Uint8Array)[]): Uint8Array =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.flatMap((content, index) => [
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(content as string),
      Buffer.from('\nendobj\n'),
    ]),
    Buffer.from('trailer << /Root 1 0 R >>\n%%EOF'),
  ]);

const page = (extra = '', contents = '4 0 R') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${contents} /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> ${extra} >>`;
const stream = (bytes: Uint8Array, entries = '') =>
  Buffer.concat([Buffer.from(`<< /Length ${bytes.length} ${entries} >>\nstream\n`), bytes, Buffer.from('\nendstream')]);
const words = stream(Buffer.from('BT /F1 12 Tf 50 700 Td (Reduced errors by forty percent in one year) Tj ET'));
const catalog = (extra = '') => `<< /Type /Catalog /Pages 2 0 R ${extra} >>`;
const pages = (kids = '[3 0 R]', count = 1) => `<< /Type /Pages /Kids ${kids} /Count ${count} >>`;

/** A PDF with words in a Chinese font that is not embedded and whose encoding is another file's, beside words that can be read. */
export const unreadableFont = (): Uint8Array =>
  rawPdf(
    catalog(),
    pages(),
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F2 5 0 R /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>`,
    stream(
      Buffer.from(
        'BT /F2 12 Tf 50 750 Td <4E004E8C4E09> Tj ET BT /F1 12 Tf 50 700 Td (Reduced errors by forty percent in one year) Tj ET',
      ),
    ),
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
  );

/** Changes the size that a zip file claims for its first part. */
function lying(zip: Uint8Array): Uint8Array {
  const copy = Buffer.from(zip);
  const at = copy.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  copy.writeUInt32LE(10, at + 24);
  return copy;
}

/** Files that must be refused with a reason. */
export async function hostileFiles(): Promise<Hostile[]> {
  const whole = await written();
  const random = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 2_654_435_761) >>> 13);
  const picture = stream(
    deflateSync(Buffer.alloc(300 * 300 * 3, 200)),
    '/Type /XObject /Subtype /Image /Width 300 /Height 300 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode',
  );
  const bomb = stream(deflateSync(deflateSync(Buffer.alloc(250_000_000, 32))), '/Filter [/FlateDecode /FlateDecode]');
  const entity = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;&a;">]>`;
  const refused = (name: string, bytes: Uint8Array, ...because: RefusedBecause[]): Hostile => ({
    name,
    bytes,
    because,
  });
  return [
    refused('empty.pdf', new Uint8Array(), 'damaged'),
    refused('cut-short.pdf', whole.subarray(0, 400), 'damaged', 'no-text'),
    refused('header-only.pdf', Buffer.from('%PDF-1.7\n'), 'damaged'),
    refused('noise.pdf', Buffer.concat([Buffer.from('%PDF-1.4\n'), random]), 'damaged'),
    refused('noise.docx', Buffer.concat([Buffer.from('PK\x03\x04'), random]), 'damaged'),
    refused('noise.txt', random, 'unsupported'),
    refused('locked.pdf', await written(undefined, { userPassword: 'x', ownerPassword: 'y' }), 'locked'),
    refused(
      'locked.docx',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), random]),
      'locked',
    ),
    refused(
      'scan.pdf',
      rawPdf(
        catalog(),
        pages(),
        page('/Resources << /XObject << /Im 5 0 R >> >>'),
        stream(Buffer.from('q 500 0 0 700 50 50 cm /Im Do Q')),
        picture,
      ),
      'no-text',
    ),
    refused('blank.pdf', await written(() => undefined), 'no-text'),
    refused(
      'script-on-open.pdf',
      rawPdf(catalog('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'), pages(), page(), words),
      'script',
    ),
    refused(
      'script-by-name.pdf',
      rawPdf(
        catalog('/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (while\\(1\\);) >>] >> >>'),
        pages(),
        page(),
        words,
      ),
      'script',
    ),
    refused(
      'script-on-page.pdf',
      rawPdf(catalog(), pages(), page('/AA << /O << /S /JavaScript /JS (1) >> >>'), words),
      'script',
    ),
    refused('bomb.pdf', rawPdf(catalog(), pages(), page(), bomb), 'too-large', 'no-text', 'damaged'),
    refused(
      'a-book.pdf',
      rawPdf(catalog(), pages(`[${'3 0 R '.repeat(500)}]`, 500), page(), words),
      'too-large',
      'damaged',
    ),
    refused(
      'pages-in-a-circle.pdf',
      rawPdf(catalog(), pages('[2 0 R]', 1), page(), words),
      'damaged',
      'no-text',
      'too-large',
    ),
    refused(
      'form-in-a-circle.pdf',
      rawPdf(
        catalog(),
        pages(),
        page('/Resources << /XObject << /X 5 0 R >> >>'),
        stream(Buffer.from('/X Do')),
        stream(
          Buffer.from('/X Do /X Do /X Do'),
          '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
        ),
      ),
      'damaged',
      'no-text',
      'too-large',
    ),
    refused('huge.pdf', Buffer.concat([Buffer.from(whole), Buffer.alloc(12_000_000)]), 'too-large'),
    refused('huge.txt', Buffer.from('I cut errors by 40%.\n'.repeat(400_000)), 'too-large'),
    refused('long.txt', Buffer.from('I cut errors by 40%.\n'.repeat(20_000)), 'too-large'),
    refused('one-line.txt', Buffer.from('a'.repeat(3_000_000)), 'too-large'),
    refused(
      'bomb.docx',
      zipSync(
        { 'word/document.xml': new Uint8Array(200_000_000), '[Content_Types].xml': strToU8('<Types/>') },
        { level: 6 },
      ),
      'too-large',
    ),
    refused('bomb-that-lies.docx', lying(zipSync({ 'word/document.xml': new Uint8Array(100_000_000) })), 'too-large'),
    refused(
      'many-parts.docx',
      zipSync(Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`word/${at}.xml`, strToU8('<a/>')]))),
      'too-large',
    ),
    refused(
      'deep.docx',
      docx({ body: `${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}${good}${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}` }),
      'damaged',
      'too-large',
    ),
    refused('entities.docx', docx({ body: good, more: { 'word/document.xml': `${entity}<w:document/>` } }), 'script'),
    refused('laughs.docx', docx({ body: good, more: { 'word/styles.xml': `${entity}<w:styles/>` } }), 'script'),
    refused('macros.docx', docx({ body: good, more: { 'word/vbaProject.bin': random } }), 'script'),
    refused(
      'dde.docx',
      docx({ body: `${good}<w:p><w:r><w:instrText>DDEAUTO c:\\\\x "y"</w:instrText></w:r></w:p>` }),
      'script',
    ),
    refused('cut-short.docx', docx({ body: good }).subarray(0, 300), 'damaged'),
    refused('broken-xml.docx', docx({ body: '<w:p><w:r><w:t>Reduced errors' }), 'damaged'),
    refused('pictures.docx', docx({ body: '<w:p/>', more: { 'word/media/image1.png': random } }), 'no-text'),
    refused('sheet.docx', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'mismatch'),
    refused('text.odt', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }), 'unsupported'),
    refused('really-a-pdf.docx', whole, 'mismatch'),
    refused('really-a-word.pdf', docx({ body: good }), 'mismatch'),
    refused('really-text.pdf', Buffer.from('Reduced errors by 40 percent.'), 'mismatch'),
    refused('really-a-pdf.txt', whole, 'mismatch'),
    refused('rich.txt', Buffer.from('{\\rtf1 Reduced errors}'), 'unsupported'),
    refused('page.txt', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'unsupported'),
    refused('picture.pdf', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'unsupported'),
    refused('program.exe', Buffer.from('MZ\x90\x00', 'latin1'), 'unsupported'),
    refused('cut-short.json', Buffer.from('{"basics": {"name": "A"'), 'damaged'),
    refused('other.json', Buffer.from('{"a": 1}'), 'unsupported'),
    refused('list.json', Buffer.from('[1, 2]'), 'unsupported'),
    refused('wrong-type.json', Buffer.from('{"work": "everywhere"}'), 'damaged'),
    refused('wrong-entry.json', Buffer.from('{"work": [[1]]}'), 'damaged'),
    refused('deep.json', Buffer.from(`{"work": [{"a": ${'['.repeat(50_000)}${']'.repeat(50_000)}}]}`), 'damaged'),
    refused('prototype.json', Buffer.from('{"__proto__": {"basics": {}}}'), 'unsupported'),
  ];
}
