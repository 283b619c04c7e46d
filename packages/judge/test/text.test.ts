import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerTooLong, MAX_ANSWER_LENGTH, plainWords, readText, RunningText, tokenize } from '../src/text/index.ts';

const texts = (text: string) => readText(text).map((sentence) => sentence.text);
const words = (text: string) =>
  plainWords(tokenize(text))
    .map((word) => word.norm)
    .join(' ');

const PIECES = [
  'so',
  ' ',
  ' ',
  ' ',
  '\n',
  '\n\n',
  '. ',
  '.',
  ', ',
  '? ',
  '- ',
  '1. ',
  '2) ',
  '0.5',
  'e.g. ',
  'accuracy',
  ' and then ',
  ' because ',
  'I',
  '"',
  ')',
  '…',
  '99%',
  'U.S. ',
  'don’t',
  'well',
  '۵',
  '界。',
  '\u{1F600}',
  '\uD800',
];
const speech = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES),
      fc.constantFrom('the ', 'model ', 'label ', 'we ', 'was ', 'late '),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join(''));

describe('sentences', () => {
  it('ends at end marks, not at abbreviations, decimals, initials or dotted names', () => {
    expect(
      texts(
        'We used node.js, e.g. for logs. Loss fell by 0.5 to 1.25! Is that all? Dr. Ng agreed at 3 p.m. Then we left.',
      ),
    ).toEqual([
      'We used node.js, e.g. for logs.',
      'Loss fell by 0.5 to 1.25!',
      'Is that all?',
      'Dr. Ng agreed at 3 p.m.',
      'Then we left.',
    ]);
  });

  it('reads lists, lines and blank lines, and joins wrapped lines', () => {
    expect(texts('Plan:\n- labels from refunds\n* split by time\n3. ship at 5%\n4) watch refunds')).toEqual([
      'Plan:',
      'labels from refunds',
      'split by time',
      'ship at 5%',
      'watch refunds',
    ]);
    expect(texts('accuracy is bad here\nuse PR AUC')).toEqual(['accuracy is bad here', 'use PR AUC']);
    expect(
      texts('I chose the smaller model because the bigger one was slow\nand nobody would have waited for it.'),
    ).toHaveLength(1);
    expect(texts('one thing\n\nanother thing')).toEqual(['one thing', 'another thing']);
  });

  it('keeps closing quotes and brackets with their sentence, and mends a forgotten space', () => {
    expect(texts('He said "ship it." I did not.')).toEqual(['He said "ship it."', 'I did not.']);
    expect(texts('We measured accuracy.So we were wrong.')).toEqual(['We measured accuracy.', 'So we were wrong.']);
    expect(texts('It was… fine.')).toEqual(['It was… fine.']);
  });

  it('cuts speech without punctuation at discourse markers, in bounded runs', () => {
    const said =
      'okay we had a model that predicted refunds and the labels came three weeks late so i waited for them before i trained but the sellers did not want to wait and then we lost two of them because nobody had told me about the contract so now i read the contract first and i ask who is paid by it';
    const runs = readText(said);
    expect(runs.length).toBeGreaterThanOrEqual(3);
    expect(runs.map((run) => run.tokens.length).every((size) => size <= 80)).toBe(true);
    expect(runs.some((run) => run.text.startsWith('but the sellers'))).toBe(true);
    expect(Math.max(...readText('word '.repeat(3000)).map((run) => run.tokens.length))).toBeLessThanOrEqual(80);
  });

  it('marks the last sentence as ended when its end mark is there', () => {
    const [only] = readText('We reached 99% accuracy.');
    expect([only?.ended, only?.closed]).toEqual([true, false]);
    expect(readText('We reached 99% accuracy')[0]?.ended).toBe(false);
  });

  it('never throws, slices back, and loses no visible word, whatever the input', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), speech), (text) => {
        let last = 0;
        for (const sentence of readText(text)) {
          expect(sentence.from).toBeGreaterThanOrEqual(last);
          expect(text.slice(sentence.from, sentence.to)).toBe(sentence.text);
          for (const token of sentence.tokens) {
            expect(text.slice(token.from, token.to)).toBe(token.raw);
            expect(token.from >= sentence.from && token.to <= sentence.to).toBe(true);
          }
          last = sentence.to;
        }
        const read = readText(text).flatMap((sentence) =>
          sentence.tokens.filter((token) => token.kind === 'word').map((token) => token.raw),
        );
        const all = tokenize(text)
          .filter((token) => token.kind === 'word' && token.raw.length > 1)
          .map((token) => token.raw);
        expect(read.filter((raw) => raw.length > 1)).toEqual(all);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps closed sentences when text is appended', () => {
    fc.assert(
      fc.property(speech, speech, (head, tail) => {
        const closed = readText(head).filter((sentence) => sentence.closed);
        const all = readText(head + tail);
        expect(all.slice(0, closed.length)).toEqual(closed.map((sentence) => ({ ...sentence })));
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses text over the limit with a named error that says what to do', () => {
    expect(() => readText('a '.repeat(MAX_ANSWER_LENGTH))).toThrow(AnswerTooLong);
    expect(() => new RunningText().update('a'.repeat(MAX_ANSWER_LENGTH + 1))).toThrow(/20001.*20000.*shorten/);
    expect(readText('a'.repeat(MAX_ANSWER_LENGTH))).toHaveLength(1);
  });
});

describe('running text', () => {
  it('equals reading the whole, after growth and after edits anywhere', () => {
    const edit = fc.record({ at: fc.nat(), cut: fc.nat({ max: 12 }), put: speech });
    fc.assert(
      fc.property(speech, fc.array(edit, { maxLength: 6 }), (start, edits) => {
        const running = new RunningText();
        let text = start;
        let mirror: string[] = [];
        for (const { at, cut, put } of [{ at: 0, cut: 0, put: '' }, ...edits]) {
          const from = text.length === 0 ? 0 : at % (text.length + 1);
          text = text.slice(0, from) + put + text.slice(from + cut);
          const change = running.update(text);
          mirror = [
            ...mirror.slice(0, change.at),
            ...change.added.map((s) => s.text),
            ...mirror.slice(change.at + change.removed.length),
          ];
          expect(running.sentences).toEqual(readText(text));
          expect(mirror).toEqual(readText(text).map((s) => s.text));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('opens a sentence again when an edit takes away what settled the first word of its line', () => {
    const running = new RunningText();
    running.update('so界。so');
    running.update('so界。s');
    expect(running.sentences).toEqual(readText('so界。s'));
  });

  it('reports only the tail when text grows', () => {
    const running = new RunningText();
    running.update('First point. Second point. Third');
    const change = running.update('First point. Second point. Third point. Fourth');
    expect([change.at, change.removed.map((s) => s.text), change.added.map((s) => s.text)]).toEqual([
      2,
      ['Third'],
      ['Third point.', 'Fourth'],
    ]);
    const edited = running.update('First thing. Second point. Third point. Fourth');
    expect([edited.at, edited.added.map((s) => s.text), edited.moved]).toEqual([0, ['First thing.'], 3]);
  });

  it('keeps the old text when the new one is too long', () => {
    const running = new RunningText();
    running.update('Kept.');
    expect(() => running.update('x'.repeat(30_000))).toThrow(AnswerTooLong);
    expect(running.text).toBe('Kept.');
  });
});

describe('plain words', () => {
  it('drops fillers and restarts and expands contractions', () => {
    expect(
      words("Um, so I, I didn't, uh, I didn't ship it, you know, because, like, the the labels weren't there"),
    ).toBe('so i did not ship it because the labels were not there');
    expect(words("It's sort of late and we'd, erm, we'd call the seller's model")).toBe(
      'it is late and we would call the seller model',
    );
  });

  it('keeps words that only look like fillers', () => {
    expect(words('That kind of error, you know what I mean, looks like noise')).toBe(
      'that kind of error you know what i mean looks like noise',
    );
  });

  it('reads the same with or without casing, marks and fillers', () => {
    expect(words('We split by time, so nothing leaks.')).toBe(words('um we split by uh time so so nothing leaks'));
  });
});
