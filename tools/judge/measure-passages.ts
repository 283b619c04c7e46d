/**
 * node tools/judge/measure-passages.ts DIR: what training needs of passages that real people wrote, in place of their words.
 * DIR holds answers.jsonl (each line with its own question, and the `source` it was cut from) and grades.jsonl, as
 * `evaluate:judge -- --external` reads them; a grade may say in `at`, by signal, the numbers (from 1) of the sentences that
 * earned it. Writes corpus/passages.jsonl: the source of each passage, its grades, the judge's values by name, and which common
 * words each sentence holds, as codes in ascending order. No sentence is kept. Scores as an answer are by the same fit as in
 * training.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readQuestion } from '@legible/judge/scorer/features';
import { sequenceCodes } from '@legible/judge/scorer/ngrams';
import { passageNames, passageValues } from '@legible/judge/scorer/passages';
import { worthNames, worthValues } from '@legible/judge/scorer/worth';
import { RunningFaults } from '@legible/judge/rules/index';
import { readCorpus, readExternal, type GradedAnswer } from './data.ts';
import { readExample, type Example } from './examples.ts';
import { answerScores, fitAnswers } from './fit-answers.ts';
import { faultOdds } from './fault-odds.ts';
import type { PassageColumns, PassageLine } from './passages.ts';

/** Passages that a word must be in to be kept: what few people say could tell who said it. */
const COMMON = 5;
/** Words in a row that two passages share only where one has them from the other. */
const RUN = 8;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder that holds answers.jsonl and grades.jsonl.');
const linesOf = (name: string): Record<string, unknown>[] =>
  readFileSync(`${folder}/${name}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const sources = new Map(
  linesOf('answers.jsonl').map(({ id, source }) => {
    if (typeof source !== 'string' || source.trim() === '')
      throw new Error(
        `${folder}/answers.jsonl: "source" of ${id as string} must be a text that begins with the name of its document.`,
      );
    return [id as string, source];
  }),
);
const pointed = Map.groupBy(linesOf('grades.jsonl'), ({ id }) => id as string);

/** The document that each passage is from: the first word of its source, and the same for passages that share a run of words. */
function documentsOf(answers: readonly GradedAnswer[]): string[] {
  const above = new Map<string, string>();
  const top = (one: string): string => {
    let at = one;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next;
    return at;
  };
  const join = (a: string, b: string): void => {
    const [first, second] = [top(a), top(b)];
    if (first !== second) above.set(second, first);
  };
  const holder = new Map<string, string>();
  const named = answers.map(({ id }) => sources.get(id)!.split(' ')[0]!);
  answers.forEach(({ text }, i) => {
    const words = text.toLowerCase().match(/[a-z0-9]+/gu) ?? [];
    for (let k = 0; k + RUN <= words.length; k++) {
      const run = words.slice(k, k + RUN).join(' ');
      const first = holder.get(run);
      if (first === undefined) holder.set(run, named[i]!);
      else join(first, named[i]!);
    }
  });
  return named.map(top);
}

/** Of the graders, the share that pointed at each sentence, by signal. */
function marksOf({ answer: { id, question }, sentences }: Example): Readonly<Record<string, number>>[] {
  const grades = pointed.get(id) ?? [];
  return sentences.map((_, at) =>
    Object.fromEntries(
      question.signals.flatMap((signal) => {
        const hits = grades.filter((grade) =>
          ((grade['at'] as Record<string, number[]> | undefined)?.[signal] ?? []).includes(at + 1),
        ).length;
        return hits === 0 ? [] : [[signal, Number((hits / grades.length).toFixed(2))]];
      }),
    ),
  );
}

/** Places and values of those that are not 0. */
const sparse = (values: readonly number[]): number[] =>
  values.flatMap((value, k) => (value === 0 ? [] : [k, Number(value.toPrecision(4))]));

const root = fileURLToPath(new URL('../..', import.meta.url));
const corpus = readCorpus(`${root}corpus`).map(readExample);
const odds = faultOdds(root, 'writer');
const scoredBy = fitAnswers(
  corpus,
  corpus.map(({ answer }) => answer.writer),
  corpus.map(({ answer }) => odds.get(answer.id)),
).model;
const faultsOf = ({ answer, sentences }: Example): readonly number[] => {
  const running = new RunningFaults(answer.question);
  for (const sentence of sentences) running.add(sentence);
  return running.probabilities();
};
const answers = readExternal(folder);
const examples = answers.map(readExample);
const documents = documentsOf(answers);
const codesOf = (example: Example): number[][] =>
  example.readings.map(({ stems }) => [...new Set(stems.flatMap((stem) => [...sequenceCodes([stem])]))]);
const holders = new Map<number, number>();
for (const example of examples)
  for (const code of new Set(codesOf(example).flat())) holders.set(code, (holders.get(code) ?? 0) + 1);
const columns: PassageColumns = { values: passageNames(), sentenceValues: worthNames() };
const lines = examples.map((example, i): PassageLine => {
  const { answer, sentences, readings } = example;
  const asked = readQuestion(answer.question);
  const marks = marksOf(example);
  const codes = codesOf(example);
  return {
    id: answer.id,
    source: sources.get(answer.id)!,
    document: documents[i]!,
    kind: answer.question.kind,
    signals: answer.question.signals,
    grades: answer.grades.map(({ signals, verdict }) => ({ signals, verdict })),
    answer: Array.from(answerScores(example, scoredBy, faultsOf(example)), (score) => Number(score.toFixed(3))),
    values: sparse(passageValues(example.dense, sentences)),
    sentences: sentences.map((sentence, at) => ({
      words: codes[at]!.filter((code) => holders.get(code)! >= COMMON).toSorted((a, b) => a - b),
      values: sparse(worthValues(readings[at]!, sentence, asked)),
      marks: marks[at]!,
    })),
  };
});
const out = `${root}corpus/passages.jsonl`;
writeFileSync(out, `${[columns, ...lines].map((line) => JSON.stringify(line)).join('\n')}\n`);
console.log(`${lines.length} passages of ${new Set(documents).size} documents measured; wrote ${out}`);
