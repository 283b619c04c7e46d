/** Fits what running English is: which classes of words stand beside each other. */
import { CLASSES, classesOf, orderOf, type SenseModel } from '@legible/judge/scorer/sense';
import type { Example } from './examples.ts';

/** Share of true answers that may be taken for no English, on questions that the fit had not seen. */
const WRONGLY_SENSELESS = 0.004;
const FOLDS = 5;

/** Grammar of neighbouring word classes: log-odds of a pair in the texts against the same words in any order. */
function pairOdds(examples: readonly Example[]): Float32Array {
  const seen = new Float64Array(CLASSES * CLASSES).fill(0.5);
  const single = new Float64Array(CLASSES).fill(0.5);
  let pairs = 0;
  let words = 0;
  for (const example of examples) {
    const classes = classesOf(example.readings);
    classes.forEach((here, i) => {
      single[here]!++;
      words++;
      if (i === 0) return;
      seen[classes[i - 1]! * CLASSES + here]!++;
      pairs++;
    });
  }
  return Float32Array.from(seen, (count, at) =>
    Math.log(count / pairs / ((single[Math.floor(at / CLASSES)]! / words) * (single[at % CLASSES]! / words))),
  );
}

export function fitSense(examples: readonly Example[]): SenseModel {
  const ids = [...new Set(examples.map((example) => example.answer.question.id))].toSorted();
  const foldOf = (example: Example): number => ids.indexOf(example.answer.question.id) % FOLDS;
  const orders = Array.from({ length: FOLDS }, (_, fold) => {
    const pairs = pairOdds(examples.filter((example) => foldOf(example) !== fold));
    return examples
      .filter((example) => foldOf(example) === fold)
      .map((example) => orderOf(classesOf(example.readings), pairs));
  })
    .flat()
    .toSorted((a, b) => a - b);
  return { pairs: pairOdds(examples), leastOrder: orders[Math.floor(orders.length * WRONGLY_SENSELESS)]! };
}
