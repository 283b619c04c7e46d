/** npm run train:judge — fits the scorer on corpus/ and writes its weights; the same bytes every time. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { featureNames } from '@legible/judge/scorer/features';
import { packScorer } from '@legible/judge/scorer/weights';
import { readCorpus } from './judge/data.ts';
import { faultOdds } from './judge/fault-odds.ts';
import { readExample } from './judge/examples.ts';
import { fitScorer } from './judge/fit.ts';
import { readPassages } from './judge/passages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const examples = readCorpus(`${root}corpus`).map(readExample);
console.log('scoring faults out of fold');
const odds = faultOdds(root, 'writer');
const { model, matching } = fitScorer(examples, {
  groupOf: (example) => example.answer.writer,
  faultsOf: (example) => odds.get(example.answer.id),
  passages: readPassages(root),
  onProgress: (step) => console.log(`fitting ${step}`),
});
const out = `${root}packages/judge/src/scorer/weights.json`;
writeFileSync(out, `${JSON.stringify(packScorer(model, featureNames()))}\n`);
console.log(
  `good answers to other questions: ${(100 * matching.found).toFixed(1)}% found, ${(100 * matching.wronglyRefused).toFixed(1)}% of true answers refused`,
);
console.log(`${examples.length} graded answers; wrote ${out}`);
