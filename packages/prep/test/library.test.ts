import { readFileSync } from 'node:fs';
import { judge } from '@legible/judge';
import { expect, it, test } from 'vitest';
import { LIBRARY_GAPS, library, stretchesOf } from '../src/library/index.ts';

const corpus = (file: string) =>
  readFileSync(new URL(`../../../corpus/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const answers = new Map(corpus('answers.jsonl').map((answer) => [answer['id'], answer]));
const grades = corpus('grades.jsonl');

it('has at least 24 answers, some for each gap, of most kinds of question', () => {
  expect(library.length).toBeGreaterThanOrEqual(24);
  for (const gap of LIBRARY_GAPS) expect(library.filter((entry) => entry.gap === gap).length).toBeGreaterThanOrEqual(5);
  expect(new Set(library.map(({ question }) => question.kind)).size).toBeGreaterThanOrEqual(7);
});

test.each(library.map((entry) => [entry.id, entry] as const))(
  '%s: the answer and the grades are the corpus’ word for word, every quote stands in it, and the judge scores the change higher',
  (id, entry) => {
    expect(entry.before).toBe(answers.get(id)?.['text']);
    const own = grades.filter((grade) => grade['id'] === id);
    expect(entry.heard).toHaveLength(own.length);
    for (const [index, { faults, spans, why, verdict }] of entry.heard.entries()) {
      expect({ faults, spans, why, verdict }).toEqual({
        faults: own[index]?.['faults'],
        spans: own[index]?.['spans'],
        why: own[index]?.['why'],
        verdict: own[index]?.['verdict'],
      });
      for (const quote of [...faults.map((fault) => fault.quote), ...Object.values(spans)])
        expect(entry.before).toContain(quote);
    }
    expect(
      stretchesOf(entry, 'before')
        .map(({ text }) => text)
        .join(''),
    ).toBe(entry.before);
    expect(
      stretchesOf(entry, 'after')
        .map(({ text }) => text)
        .join(''),
    ).toBe(entry.after);
    expect(judge(entry.after, entry.question).score).toBeGreaterThan(judge(entry.before, entry.question).score);
  },
);
