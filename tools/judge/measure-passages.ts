/**
 * node tools/judge/measure-passages.ts DIR: what training needs of passages that real people wrote, in place of their words.
 * DIR holds answers.jsonl (each line with its own question) and grades.jsonl, as `evaluate:judge -- --external` reads them.
 * Writes corpus/passages.jsonl: the source of each passage, its grades, and the values by name. No sentence is kept.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { passageNames, passageValues } from '@legible/judge/scorer/passages';
import { readExternal } from './data.ts';
import { readExample } from './examples.ts';
import type { MeasuredPassage } from './passages.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder that holds answers.jsonl and grades.jsonl.');
const sources = new Map(
  readFileSync(`${folder}/answers.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly id: string; readonly source: string })
    .map(({ id, source }) => [id, source]),
);
const names = passageNames();
const lines = readExternal(folder).map((answer): string => {
  const example = readExample(answer);
  const values = passageValues(example.dense, example.sentences);
  const measured: MeasuredPassage = {
    id: answer.id,
    source: sources.get(answer.id) ?? 'unknown',
    kind: answer.question.kind,
    grades: answer.grades.map(({ signals, verdict }) => ({ signals, verdict })),
    values: Object.fromEntries(
      values.flatMap((value, k) => (value === 0 ? [] : [[names[k]!, Number(value.toPrecision(4))]])),
    ),
  };
  return JSON.stringify(measured);
});
const out = fileURLToPath(new URL('../../corpus/passages.jsonl', import.meta.url));
writeFileSync(out, `${lines.join('\n')}\n`);
console.log(`${lines.length} passages measured; wrote ${out}`);
