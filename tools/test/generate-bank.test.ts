import { readFileSync } from 'node:fs';
import { KINDS } from '@legible/judge';
import { bank, fullBank } from '@legible/corpus';
import { describe, expect, it } from 'vitest';
import { faultsOf, GENERATED, generateBank, readBank } from '../generate-bank.ts';

describe('the question bank', () => {
  it('has at least 120 questions and at least eight of every kind', () => {
    expect(fullBank.length).toBeGreaterThanOrEqual(120);
    for (const kind of KINDS)
      expect(fullBank.filter((one) => one.kind === kind).length, kind).toBeGreaterThanOrEqual(8);
  });

  it('keeps the questions that the graded answers were given to, word for word', () => {
    for (const question of bank) expect(fullBank.find(({ id }) => id === question.id)).toMatchObject(question);
  });

  it('is indexed as its files say; run tools/generate-bank.ts after changing one', () => {
    expect(readFileSync(GENERATED, 'utf8')).toBe(generateBank(readBank()));
  });

  it('asks nothing twice', () => {
    const texts = fullBank.map(({ text }) => text.toLowerCase().replace(/\W+/g, ' '));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('says what is wrong with a bad file and how to mend it', () => {
    const good = fullBank.find(({ id }) => id === 'p-leak');
    expect(faultsOf('probe/p-leak.json', good)).toEqual([]);
    expect(faultsOf('probe/other.json', { ...good, traps: [] })).toEqual([
      'probe/other.json: id must be the name of the file.',
      'probe/other.json: traps must be a list of at least three.',
    ]);
    expect(faultsOf('comp/p-leak.json', { ...good, level: 3 })).toContain(
      'comp/p-leak.json: level is not a field of a question; remove it.',
    );
  });
});
