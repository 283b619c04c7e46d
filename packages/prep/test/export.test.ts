import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { FACT_PARTS, FAILURE_KINDS } from '../src/dossier/index.ts';
import {
  type Dossier,
  dossierJson,
  dossierMarkdown,
  type Drill,
  drillsAnki,
  drillsJson,
  libraryDrill,
  parseDossierJson,
  parseDossierMarkdown,
  parseDrillsAnki,
  parseDrillsJson,
} from '../src/export/index.ts';
import { library } from '../src/library/index.ts';

/** Text with everything that could be mistaken for the file's own marks. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '\n',
        '\n\n',
        '## ',
        '### Facts',
        '<!-- fact {} -->',
        '\\## ',
        '\\',
        '# Dossier',
        '\t',
        '"',
        '""',
        '-->',
        '- x',
        ' ',
        '\r\n',
        '\r## ',
        '\u2028# ',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const id = fc.oneof(fc.constant(null), fc.uuid());
const title = text.map((words) => words.slice(0, 200));
const fact = fc.record({ id: fc.uuid(), part: fc.constantFrom(...FACT_PARTS), text, source: text });
const story = fc
  .record({
    failures: fc.subarray([...FAILURE_KINDS]),
    simulated: fc.boolean(),
    facts: fc.uniqueArray(fact, { maxLength: 4, selector: (one) => one.id }),
    short: text,
    long: text,
  })
  .map((body) => ({ ...body, kind: body.failures.length > 0 ? ('failure' as const) : ('transition' as const) }));
const item = fc.oneof(
  fc.record({ id, title, type: fc.constant('story' as const), body: story }),
  fc.record({
    id,
    title,
    type: fc.constant('narrative' as const),
    body: fc.record({
      kind: fc.constantFrom('ranking' as const, 'prediction' as const),
      area: fc.constantFrom('search' as const, 'fraud' as const, 'other' as const),
      text,
    }),
  }),
  fc.record({
    id,
    title,
    type: fc.constant('script' as const),
    body: fc.record({ kind: fc.constantFrom('why-mle' as const, 'compensation' as const), text }),
  }),
);
const dossier: fc.Arbitrary<Dossier> = fc.record({
  items: fc.uniqueArray(item, { maxLength: 5, selector: (one) => one.id ?? {} }),
});
const drill: fc.Arbitrary<Drill> = fc.record({
  id: fc.stringMatching(/^[A-Za-z0-9:._/-]{1,30}$/),
  front: text,
  back: text,
  tags: fc.array(fc.stringMatching(/^[a-z-]{1,12}$/), { maxLength: 3 }),
});
const drills = fc.uniqueArray(drill, { maxLength: 6, selector: (one) => one.id });

describe('what goes out comes back as it was', () => {
  test('the dossier as JSON', () => {
    fc.assert(
      fc.property(dossier, (whole) => {
        expect(parseDossierJson(dossierJson(whole))).toEqual(whole);
      }),
    );
  });
  test('the dossier as Markdown', () => {
    fc.assert(
      fc.property(dossier, (whole) => {
        expect(parseDossierMarkdown(dossierMarkdown(whole))).toEqual(whole);
      }),
      {
        numRuns: 400,
      },
    );
  });
  test('drills as JSON', () => {
    fc.assert(
      fc.property(drills, (cards) => {
        expect(parseDrillsJson(drillsJson(cards))).toEqual(cards);
      }),
    );
  });
  test('drills for Anki', () => {
    fc.assert(
      fc.property(drills, (cards) => {
        expect(parseDrillsAnki(drillsAnki(cards))).toEqual(cards);
      }),
      { numRuns: 400 },
    );
  });
  test('the library’s drills, all of them', () => {
    const cards = library.map(libraryDrill);
    expect(parseDrillsAnki(drillsAnki(cards))).toEqual(cards);
  });
});

it('reads Markdown that was edited by hand', () => {
  const edited = `# Dossier\n\n## My move\n<!-- script {"kind":"why-mle"} -->\n### As it is told\nI kept being paged for models.\n`;
  expect(parseDossierMarkdown(edited)).toEqual({
    items: [
      {
        id: null,
        title: 'My move',
        type: 'script',
        body: { kind: 'why-mle', text: 'I kept being paged for models.\n'.trimEnd() },
      },
    ],
  });
});

test.each([
  ['no head', 'Hello', /line 1 is not the head/],
  ['a lost comment', '# Dossier\n\n## A\n\nwords', /line 5 is not a line "<!-- story \| narrative \| script/],
  [
    'an unknown part',
    '# Dossier\n## A\n<!-- script {"kind":"why-mle"} -->\n### Notes\n',
    /line 4 names a part "Notes"/,
  ],
  ['a wrong field', '# Dossier\n## A\n<!-- script {"kind":"poem"} -->\n', /line 3: script\.kind is "poem"/],
])('Markdown with %s is refused by its line', (_, file, reason) => {
  expect(() => parseDossierMarkdown(file)).toThrow(reason);
});

test.each([
  ['JSON that is cut off', () => parseDossierJson('{"format":'), /is not JSON/],
  ['another format', () => parseDossierJson('{"format":"x","formatVersion":1,"items":[]}'), /dossier\.format/],
  [
    'two items of one id',
    () =>
      parseDossierJson(
        dossierJson({
          items: [0, 1].map(() => ({
            id: 'same-same',
            title: '',
            type: 'script' as const,
            body: { kind: 'why-mle' as const, text: '' },
          })),
        }),
      ),
    /same-same/,
  ],
  ['a card without a back', () => parseDrillsAnki('a\tb\n'), /line 1 has 2 columns/],
  ['an open quote', () => parseDrillsAnki('#html:false\na\t"b\n'), /line 2 opens a quote/],
  ['a card twice', () => parseDrillsAnki('a\tb\tc\t\na\tb\tc\t\n'), /"a" twice/],
])('%s is refused with the reason', (_, read, reason) => {
  expect(read).toThrow(reason);
});
