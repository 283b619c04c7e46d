import { predictLogistic, type LogisticModel } from './logistic.ts';
import type { Table } from './table.ts';
import { predictTrees, type TreesModel } from './tree-model.ts';

/** A trained model, as plain data. */
export type Model = LogisticModel | TreesModel;

/** The probability of label 1 for each row, by whichever model this is. */
export function predict(model: Model, table: Table): Float64Array {
  return model.kind === 'logistic' ? predictLogistic(model, table) : predictTrees(model, table);
}
