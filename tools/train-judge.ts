/** npm run train:judge — fits the scorer on corpus/ and writes its weights; the same bytes every time. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { featureNames } from '@legible/judge/scorer/features';
import { packScorer } from '@legible/judge/scorer/weights';
import { readCorpus } from './judge/data.ts';
import { readExample } from './judge/examples.ts';
import { fitScorer } from './judge/fit.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const examples = readCorpus(`${root}corpus`).map(readExample);
const { model } = fitScorer(examples, {
  groupOf: (example) => example.answer.writer,
  onProgress: (step) => console.log(`fitting ${step}`),
});
const out = `${root}packages/judge/src/scorer/weights.json`;
writeFileSync(out, `${JSON.stringify(packScorer(model, featureNames()))}\n`);
console.log(`${examples.length} graded answers; wrote ${out}`);
