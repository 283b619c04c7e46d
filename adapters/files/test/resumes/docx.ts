import { strToU8, zipSync } from 'fflate';
import type { Person } from './people.ts';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
const p = (text: string, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`;
const heading = (text: string) => p(text, '<w:pStyle w:val="Heading1"/>');
const bullet = (text: string) =>
  p(text, '<w:pStyle w:val="ListBullet"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
const cell = (...content: string[]) => `<w:tc><w:tcPr><w:tcW w:w="4000"/></w:tcPr>${content.join('')}</w:tc>`;
const table = (...rows: string[][]) =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;

export interface Parts {
  readonly body: string;
  readonly header?: string;
  /** Further parts by name. */
  readonly more?: Readonly<Record<string, Uint8Array | string>>;
}

/** A Word document of these parts, as bytes. */
export function docx({ body, header, more = {} }: Parts): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${header === undefined ? '' : relation('rId9', 'header', 'header1.xml')}<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org" TargetMode="External"/></Relationships>`,
    'word/document.xml': `${XML}<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...(header === undefined ? {} : { 'word/header1.xml': `${XML}<w:hdr ${NAMESPACES}>${header}</w:hdr>` }),
    ...more,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );
}

type Layout = (person: Person) => Parts;

const work = ({ jobs }: Person) =>
  jobs.flatMap(({ title, employer, dates, bullets }) => [p(`${title}, ${employer}, ${dates}`), ...bullets.map(bullet)]);
const rest = ({ skills, education }: Person) => [
  heading('Skills'),
  p(skills.join(', ')),
  heading('Education'),
  ...education.map((line) => p(line)),
];

const plain: Layout = (person) => ({
  body: [p(person.name), p(person.contact), heading('Experience'), ...work(person), ...rest(person)].join(''),
});

/** Word cuts a sentence into runs wherever spelling or formatting was touched. */
const shredded: Layout = (person) => ({
  body: [
    p(person.name),
    ...person.jobs.flatMap(({ bullets }) =>
      bullets.map(
        (line) =>
          `<w:p>${line
            .split(/(?<= )/)
            .map(
              (word, at) =>
                (at % 4 === 1 ? '<w:proofErr w:type="spellStart"/>' : '') + run(word, at % 3 === 0 ? '<w:b/>' : ''),
            )
            .join('')}</w:p>`,
      ),
    ),
  ].join(''),
});

const layoutTable: Layout = (person) => ({
  body: table([
    cell(p(person.name), heading('Skills'), ...person.skills.map((skill) => p(skill))),
    cell(heading('Experience'), ...work(person)),
  ]),
});

const dataTable: Layout = (person) => ({
  body:
    p(person.name) +
    table(
      [cell(p('Employer')), cell(p('What')), cell(p('When'))],
      ...person.jobs.flatMap(({ employer, dates, bullets }) =>
        bullets.map((line) => [cell(p(employer)), cell(p(line)), cell(p(dates))]),
      ),
    ),
});

const nestedTable: Layout = (person) => ({
  body: table([
    cell(p(person.name), table(...person.skills.map((skill, at) => [cell(p(skill)), cell(p(`${at + 1} years`))]))),
    cell(...work(person)),
  ]),
});

const nameInHeader: Layout = (person) => ({
  header: p(person.name) + p(person.contact),
  body: [heading('Experience'), ...work(person), ...rest(person)].join(''),
});

const textBox: Layout = (person) => ({
  body: `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${p(person.name)}${p(person.skills.join(', '))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p(person.name)}${p(person.skills.join(', '))}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>${work(person).join('')}`,
});

const tracked: Layout = (person) => ({
  body: [
    p(person.name),
    ...person.jobs.flatMap(({ bullets }) =>
      bullets.map(
        (line) =>
          `<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>Assisted with things.</w:delText></w:r></w:del><w:ins w:id="2" w:author="x">${run(line)}</w:ins></w:p>`,
      ),
    ),
  ].join(''),
});

const controls: Layout = (person) => ({
  body: `<w:sdt><w:sdtContent>${p(person.name)}</w:sdtContent></w:sdt>${work(person)
    .map((line) => `<w:sdt><w:sdtPr/><w:sdtContent>${line}</w:sdtContent></w:sdt>`)
    .join('')}`,
});

const tabs: Layout = (person) => ({
  body: [
    p(person.name),
    ...person.jobs.map(
      ({ title, employer, dates, bullets }) =>
        `<w:p>${run(`${title}, ${employer}`)}<w:r><w:tab/></w:r>${run(dates)}</w:p>${bullets.map((line) => p(`•\u00A0${line}`)).join('')}`,
    ),
  ].join(''),
});

const breaks: Layout = (person) => ({
  body:
    p(person.name) +
    person.jobs
      .map(({ bullets }) => `<w:p>${bullets.map((line) => run(`- ${line}`)).join('<w:r><w:br/></w:r>')}</w:p>`)
      .join(''),
});

const linked: Layout = (person) => ({
  body: `<w:p><w:hyperlink r:id="rId8"><w:r><w:t>${escape(person.name)}</w:t></w:r></w:hyperlink></w:p>${work(person).join('')}`,
});

export const DOCX_LAYOUTS: Readonly<Record<string, Layout>> = {
  'headings and bullets': plain,
  'sentences cut into runs': shredded,
  'a table that lays out the page': layoutTable,
  'a table of rows': dataTable,
  'a table in a table': nestedTable,
  'the name in the header': nameInHeader,
  'a text box': textBox,
  'tracked changes': tracked,
  'content controls': controls,
  'tabs before dates': tabs,
  'line breaks for bullets': breaks,
  'the name as a link': linked,
};
