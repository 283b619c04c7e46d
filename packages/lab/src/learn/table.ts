import type { Numbers } from '../metrics/input.ts';

/** Features in columns, one typed array a feature; NaN means missing. Values are copied by nobody. */
export interface Table {
  readonly rows: number;
  readonly names: readonly string[];
  readonly columns: readonly Float32Array[];
}

/** Bad input to learning: the message names the field, the reason and the mend. */
export class LearnInputError extends RangeError {
  readonly field: string;

  constructor(field: string, reason: string) {
    super(`${field} ${reason}`);
    this.name = 'LearnInputError';
    this.field = field;
  }
}

/** Makes a table from named columns. Throws when columns differ in length, hold an infinity, or there are none. */
export function tableOf(columns: Readonly<Record<string, Float32Array>>): Table {
  const names = Object.keys(columns);
  if (names.length === 0) throw new LearnInputError('columns', 'is empty: give at least one feature');
  const list = names.map((name) => columns[name]!);
  const rows = list[0]!.length;
  for (let c = 0; c < list.length; c++) {
    if (list[c]!.length !== rows) {
      throw new LearnInputError(
        `columns.${names[c]}`,
        `has ${list[c]!.length} rows, columns.${names[0]} has ${rows}: give every feature the same rows`,
      );
    }
  }
  return { rows, names, columns: list };
}

/** The rows with these indices, in this order, as a table of its own. */
export function takeRows(table: Table, rows: Uint32Array): Table {
  const columns = table.columns.map((column) => take(column, rows));
  return { rows: rows.length, names: table.names, columns };
}

/** The columns with these names, sharing memory. Throws on a name the table does not have. */
export function takeColumns(table: Table, names: readonly string[]): Table {
  const columns = names.map((name) => {
    const at = table.names.indexOf(name);
    if (at < 0) throw new LearnInputError('names', `has "${name}", which is not among: ${table.names.join(', ')}`);
    return table.columns[at]!;
  });
  return { rows: table.rows, names, columns };
}

/** The values at these rows, as an array of the same kind. */
export function take<T extends Float32Array | Float64Array | Uint8Array | Uint32Array | Int32Array>(
  values: T,
  rows: Uint32Array,
): T {
  const made = new (values.constructor as new (length: number) => T)(rows.length);
  for (let i = 0; i < rows.length; i++) made[i] = values[rows[i]!]!;
  return made;
}

/** Checks what every learner needs: finite-or-missing features, 0/1 labels of both classes, sane weights. */
export function checkTraining(table: Table, labels: Numbers, weights?: Numbers): void {
  if (table.rows === 0 || table.columns.length === 0) {
    throw new LearnInputError('table', 'is empty: give at least one row and one feature');
  }
  if (labels.length !== table.rows) {
    throw new LearnInputError('labels', `has ${labels.length} rows, table has ${table.rows}: give one label a row`);
  }
  let positives = 0;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label !== 0 && label !== 1) {
      throw new LearnInputError(`labels[${i}]`, `is ${label}: a label is 0 or 1; drop rows whose label is not known`);
    }
    positives += label;
  }
  if (positives === 0 || positives === labels.length) {
    const only = positives === 0 ? 'negative (0)' : 'positive (1)';
    throw new LearnInputError('labels', `hold only ${only} rows: there is nothing to learn; take a longer window`);
  }
  checkValues(table);
  if (weights !== undefined) checkRowWeights(weights, table.rows);
}

/** Checks that no feature holds an infinity. */
export function checkValues(table: Table): void {
  table.columns.forEach((column, c) => {
    for (let i = 0; i < column.length; i++) {
      if (column[i] === Infinity || column[i] === -Infinity) {
        throw new LearnInputError(`table.${table.names[c]}[${i}]`, 'is infinite: use NaN where a value is missing');
      }
    }
  });
}

/** Checks weights: one a row, finite, not negative. */
export function checkRowWeights(weights: Numbers, rows: number): void {
  if (weights.length !== rows) {
    throw new LearnInputError('weights', `has ${weights.length} rows, table has ${rows}: give one a row`);
  }
  for (let i = 0; i < rows; i++) {
    if (!(weights[i]! >= 0 && weights[i]! < Infinity)) {
      throw new LearnInputError(`weights[${i}]`, `is ${weights[i]}: a weight is finite and not negative`);
    }
  }
}

/** Checks that a table has the features a model was trained on, in that order. */
export function checkFeatures(table: Table, names: readonly string[]): void {
  if (table.names.length === names.length && names.every((name, i) => table.names[i] === name)) return;
  throw new LearnInputError(
    'table',
    `has features ${table.names.join(', ')}; the model was trained on ${names.join(', ')}: give the same, in that order`,
  );
}

/** Checks an option against [low, high]. */
export function checkOption(name: string, value: number, low: number, high: number): void {
  if (!(value >= low && value <= high)) {
    throw new LearnInputError(name, `is ${value}: it must be between ${low} and ${high}`);
  }
}
