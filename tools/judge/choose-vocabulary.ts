/**
 * node tools/judge/choose-vocabulary.ts: chooses the word sequences that the judge knows, before it is trained: those that
 * enough graded answers hold, whatever their grades, and the words of real people's passages. Writes packages/judge/src/scorer/vocabulary.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readText } from '@legible/judge/text/index';
import { sequenceCodes } from '@legible/judge/scorer/ngrams';
import { toBase64, toSteps } from '@legible/judge/scorer/packing';
import { readSentence } from '@legible/judge/scorer/sentence-reading';
import { readCorpus } from './data.ts';
import type { PassageLine } from './passages.ts';

/** Answers that must hold a sequence. A contrast answer retells another one, and so counts for none. */
const ENOUGH = 3;
const root = fileURLToPath(new URL('../..', import.meta.url));
const holders = new Map<number, number>();
for (const { text, making } of readCorpus(`${root}corpus`)) {
  if (making === 'contrast') continue;
  const codes = new Set(readText(text).flatMap((sentence) => [...sequenceCodes(readSentence(sentence).stems)]));
  for (const code of codes) holders.set(code, (holders.get(code) ?? 0) + 1);
}
const often = [...holders].flatMap(([code, count]) => (count < ENOUGH ? [] : [code]));
const [, ...passages] = readFileSync(`${root}corpus/passages.jsonl`, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as PassageLine);
const said = passages.flatMap(({ sentences }) => sentences.flatMap(({ words }) => words));
const chosen = [...new Set([...often, ...said])].toSorted((a, b) => a - b);
const out = `${root}packages/judge/src/scorer/vocabulary.json`;
writeFileSync(out, `${JSON.stringify({ codes: toBase64(toSteps(chosen)) })}\n`);
console.log(
  `${often.length} word sequences of ${holders.size} are held by ${ENOUGH} answers and more, ${chosen.length - often.length} words by passages alone; wrote ${out}`,
);
