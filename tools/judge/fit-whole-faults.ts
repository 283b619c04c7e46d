/** Fits how likely each fault is once the whole answer is heard. */
import { FAULTS } from '@legible/judge';
import type { GramVector } from '@legible/judge/scorer/model';
import {
  OWN_INPUTS,
  sharedInputs,
  wholeInputs,
  wholeProbability,
  type WholeFaultsModel,
} from '@legible/judge/scorer/whole-faults';
import type { Example } from './examples.ts';
import { fitLogistic } from './logistic.ts';
import { fitSelected } from './fit-selected.ts';

const SELECTED = 1000;
const LAMBDA = 1;
const FOLDS = 8;
/** Penalty on a weight of a standardised input; what speaks of the fault itself is penalised less by being scaled up. */
const RIDGE = 200;
const OWN = 4;

export interface FittedWholeFaults {
  readonly model: WholeFaultsModel;
  /** By example, the probability of each of FAULTS from fits that saw no example of its group; undefined without odds. */
  readonly outOfFold: readonly (readonly number[] | undefined)[];
}

/** `odds`: by example, what the sentences gave away; `parts`: the verdict's blend inputs. All from fits that had not seen the example's group. */
export function fitWholeFaults(
  examples: readonly Example[],
  vectors: readonly GramVector[],
  groups: readonly string[],
  odds: readonly (readonly number[] | undefined)[],
  parts: readonly (readonly number[])[],
  shares: readonly number[],
): FittedWholeFaults {
  const marked = examples.map(({ answer }) => {
    const found = new Set(answer.grades.flatMap((grade) => grade.faults.map((fault) => fault.id)));
    return FAULTS.map((fault) => (found.has(fault) ? 1 : 0));
  });
  const words = fitSelected(examples, vectors, { targets: marked, groups, keep: SELECTED, lambda: LAMBDA });
  const rows = examples.flatMap((_, i) => (odds[i] === undefined ? [] : [i]));
  const names = [...new Set(groups)].toSorted();
  const foldOf = (i: number): number => names.indexOf(groups[i]!) % FOLDS;
  const probabilities = examples.map((_, i) => (odds[i] === undefined ? undefined : FAULTS.map(() => 0)));
  const inputs = FAULTS.map(
    (_, fault) =>
      new Map(
        rows.map((i) => [
          i,
          wholeInputs(
            odds[i]![fault]!,
            words.out[i]![fault]!,
            sharedInputs(parts[i]!, examples[i]!.answer.question, shares[i]!),
          ),
        ]),
      ),
  );
  const fit = (of: readonly number[]): Omit<WholeFaultsModel, 'words'> => {
    const shared = moments(
      of.map((i) => inputs[0]!.get(i)!.slice(OWN_INPUTS)),
      1,
    );
    const faults = inputs.map((own, fault) => {
      const x = of.map((i) => own.get(i)!);
      const standard = moments(
        x.map((row) => row.slice(0, OWN_INPUTS)),
        OWN,
      );
      const center = [...standard.center, ...shared.center];
      const spread = [...standard.spread, ...shared.spread];
      return {
        ...standard,
        ...fitLogistic(
          x.map((row) => row.map((value, k) => (value - center[k]!) / spread[k]!)),
          of.map((i) => marked[i]![fault] === 1),
          RIDGE,
        ),
      };
    });
    return { ...shared, faults };
  };
  for (let fold = 0; fold < Math.min(FOLDS, names.length); fold++) {
    const model = fit(rows.filter((i) => foldOf(i) !== fold));
    for (const i of rows)
      if (foldOf(i) === fold)
        inputs.forEach((own, fault) => (probabilities[i]![fault] = wholeProbability(own.get(i)!, fault, model)));
  }
  return { model: { words: words.model, ...fit(rows) }, outOfFold: probabilities };
}

function moments(rows: readonly (readonly number[])[], scale: number): { center: number[]; spread: number[] } {
  const width = rows[0]?.length ?? 0;
  const center = Array.from({ length: width }, (_, k) => rows.reduce((sum, row) => sum + row[k]!, 0) / rows.length);
  const spread = center.map(
    (mean, k) => (Math.sqrt(rows.reduce((sum, row) => sum + (row[k]! - mean) ** 2, 0) / rows.length) || 1) / scale,
  );
  return { center, spread };
}
