/** Draws by table from a uniform number, for hot loops. */
import { normalQuantile } from '../../metrics/index.ts';
import { log } from '../../random/index.ts';

const CELLS = 4096;
const GUMBEL = new Float64Array(CELLS);
const NORMAL = new Float64Array(CELLS);
for (let i = 0; i < CELLS; i++) {
  const u = (i + 0.5) / CELLS;
  GUMBEL[i] = -log(-log(u));
  NORMAL[i] = normalQuantile(u);
}

/** Standard Gumbel value at probability `u`, 0 <= u < 1: the largest of noisy scores follows the softmax of the scores. */
export function gumbel(u: number): number {
  return GUMBEL[(u * CELLS) | 0]!;
}

/** Standard normal value at probability `u`, 0 <= u < 1; tails end at about 3.7. */
export function normal(u: number): number {
  return NORMAL[(u * CELLS) | 0]!;
}
