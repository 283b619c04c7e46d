import type { Facts } from '../language/facts.ts';
import { fits, type Line } from '../language/line.ts';
import { pick } from '../language/seeded.ts';

/**
 * One of the lines that fit the facts and are not spent, by seed, among the most pointed ones: those that need the most facts
 * or one fewer. Null where none is left.
 */
export function chooseLine(
  lines: readonly Line[],
  facts: Facts,
  spent: ReadonlySet<string>,
  seed: number,
  label: string,
): Line | null {
  const fitting = lines.filter((line) => !spent.has(line.id) && fits(line, facts));
  const most = Math.max(0, ...fitting.map(({ needs }) => needs.length));
  return pick(
    fitting.filter(({ needs }) => needs.length >= most - 1),
    seed,
    label,
  );
}
