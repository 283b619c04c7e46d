/** Tables for tests of learning. */
import { tableOf, type Table } from '../src/learn/index.ts';
import { RandomStream, sigmoid } from '../src/random/index.ts';
import fixture from './learn-fixtures.generated.json' with { type: 'json' };

export const NAMES = ['a', 'b', 'c', 'd'];

export const fixtureTable = (part: { readonly columns: readonly (readonly number[])[] }): Table =>
  tableOf(Object.fromEntries(part.columns.map((column, i) => [NAMES[i]!, Float32Array.from(column)])));

export const reference = fixture;

/** A drawn table in which `a` and `b` matter, `b` is missing in a fifth of the rows and `noise` never matters. */
export function drawnTable(rows: number, seed = 1): { table: Table; labels: Uint8Array; truth: Float64Array } {
  const stream = new RandomStream(seed, 'test/table');
  const a = new Float32Array(rows);
  const b = new Float32Array(rows);
  const noise = new Float32Array(rows);
  const labels = new Uint8Array(rows);
  const truth = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    a[i] = stream.normal();
    b[i] = stream.chance(0.2) ? NaN : stream.exponential(10);
    noise[i] = stream.uniform();
    truth[i] = sigmoid(-2 + 1.5 * a[i]! + (Number.isNaN(b[i]) ? 1.2 : b[i]! > 12 ? 1 : 0));
    labels[i] = stream.chance(truth[i]!) ? 1 : 0;
  }
  return { table: tableOf({ a, b, noise }), labels, truth };
}
