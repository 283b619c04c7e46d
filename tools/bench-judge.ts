import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { judge, RunningJudge, type Question } from '@legible/judge';
import { build } from 'vite';
import type { Bench, Measure } from './bench.ts';
import { readCorpus, type GradedAnswer } from './judge/data.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const CURVE = [1250, 2500, 5000, 10_000, 20_000];

/** Answers one after another until there are `characters` of them. */
function longText(answers: readonly GradedAnswer[], characters: number): string {
  let text = '';
  for (let i = 0; text.length < characters; i++) text += `${answers[i % answers.length]!.text} `;
  return text.slice(0, characters);
}

function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;

/** Milliseconds for each further sentence on an answer of about 600 words, the findings read each time. */
function furtherSentences(answers: readonly GradedAnswer[], question: Question): number[] {
  const times: number[] = [];
  for (let start = 0; start < 60; start++) {
    const base = longText(answers.slice(start * 5), 3400);
    const running = new RunningJudge(question);
    running.update(base);
    let text = base;
    for (const sentence of answers[start]!.text.split(/(?<=\.)\s+/).slice(0, 6)) {
      text += ` ${sentence}`;
      const began = performance.now();
      running.update(text);
      times.push(performance.now() - began);
    }
  }
  return times;
}

async function bundle(entry: string): Promise<number> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    root,
    build: { write: false, minify: true, lib: { entry: `${root}${entry}`, formats: ['es'], fileName: 'judge' } },
  });
  const outputs = Array.isArray(made) ? made : [made];
  return outputs.reduce(
    (sum, one) =>
      sum +
      ('output' in one
        ? one.output.reduce((size, part) => size + gzipSync(part.type === 'chunk' ? part.code : part.source).length, 0)
        : 0),
    0,
  );
}

const bench: Bench = {
  title: 'Judge',
  about:
    'Whole answers of the corpus, levels, verdict, findings, evidence and reasons; processor seconds, one core. Further sentences on an answer of 600 words, wall time.',
  async run() {
    const answers = readCorpus(`${root}corpus`).filter(
      (answer) => answer.making === 'spoken' || answer.making === 'notes',
    );
    for (const answer of answers) judge(answer.text, answer.question);
    const seconds = cpuSeconds(() => {
      for (const answer of answers) judge(answer.text, answer.question);
    });
    const question = answers.find((answer) => answer.question.kind === 'design-prediction')!.question;
    furtherSentences(answers, question);
    const times = furtherSentences(answers, question);
    const measures: Measure[] = [
      { name: 'whole answers', value: answers.length / seconds, unit: 'answers/s', target: { least: 300 } },
      { name: 'a further sentence, median', value: quantile(times, 0.5), unit: 'ms' },
      { name: 'a further sentence, 99th percentile', value: quantile(times, 0.99), unit: 'ms', target: { most: 5 } },
      {
        name: 'code and weights, gzipped',
        value: (await bundle('packages/judge/src/index.ts')) / 1024,
        unit: 'kB',
        target: { most: 400 },
      },
      {
        name: 'of that the weights of the scorer',
        value: gzipSync(readFileSync(`${root}packages/judge/src/scorer/weights.json`)).length / 1024,
        unit: 'kB',
      },
    ];
    for (const characters of CURVE) {
      const text = longText(answers, characters);
      const took =
        cpuSeconds(() => {
          for (let i = 0; i < 20; i++) judge(text, question);
        }) / 20;
      measures.push({
        name: `an answer of ${characters.toLocaleString('en')} characters`,
        value: took * 1000,
        unit: 'ms',
        note: `${((took * 1e6) / characters).toFixed(2)} µs a character`,
      });
    }
    return measures;
  },
};

export default bench;
