/** Fault probabilities that the answer's own writer, question or making did not inform, for fitting the blend on. */
import { FAULTS } from '@legible/judge/rubric';
import { calibrated, loadFaultData, scoreByMaking, scoreByWriter } from '../evaluate-faults.ts';
import { crossValidate, deal, type Stacked } from '../faults/fit.ts';
import type { Names, Prepared } from '../faults/matrix.ts';

const FOLDS = 8;

export type HeldOut = 'writer' | 'question' | 'making';

function scoreByQuestion(prepared: readonly Prepared[], names: Names): Stacked {
  const keys = deal(
    prepared.filter((each) => each.item.only === null).map((each) => each.item.question.text),
    FOLDS,
  );
  const examples = new Map(prepared.filter((each) => each.item.only !== null).map((each, i) => [each, i % FOLDS]));
  return crossValidate(prepared, (each) => examples.get(each) ?? keys.get(each.item.question.text)!, names);
}

const SCORES = { writer: scoreByWriter, question: scoreByQuestion, making: scoreByMaking };

/** By answer id: the probability of each of FAULTS from models that saw no answer of the same `heldOut`. */
export function faultOdds(root: string, heldOut: HeldOut): ReadonlyMap<string, readonly number[]> {
  const { prepared, names } = loadFaultData(root);
  const odds = calibrated(SCORES[heldOut](prepared, names).scored);
  return new Map([...odds].map(([each, own]) => [each.item.id, FAULTS.map((fault) => own.get(fault) ?? 0)]));
}
