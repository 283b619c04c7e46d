/**
 * npm run evaluate:judge — measures the judge on answers that the fit had not seen, writes CARD.md, card.json and the
 * history, and fails when a figure fell by more than its interval.
 *   --external DIR   also measure on graded answers outside the corpus (their texts are read, never kept)
 *   --because REASON keep the figures although some fell, and say why in the history
 *   --judge COMMAND  measure another judge that speaks the batch format: COMMAND is run with a file name added
 */
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { readCorpus, readExternal } from './judge/data.ts';
import { evaluateBatchJudge } from './judge/external-judge.ts';
import { measure } from './judge/measure.ts';
import { writeCard } from './judge/write-card.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { external: { type: 'string' }, judge: { type: 'string' }, because: { type: 'string' } },
});
const say = (step: string): void => console.log(step);

if (values.judge !== undefined) {
  const answers =
    values.external === undefined
      ? readCorpus(`${root}corpus`).filter((answer) => answer.making !== 'contrast')
      : readExternal(values.external);
  console.log(evaluateBatchJudge(values.judge, answers));
} else {
  const figures = measure(root, values.external, say);
  const fallen = writeCard(root, figures, values.because);
  if (fallen.length > 0) {
    console.error(
      `Fell by more than their interval since the last entry of packages/judge/history.jsonl:\n${fallen.join('\n')}`,
    );
    process.exitCode = 1;
  }
}
