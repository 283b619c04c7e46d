import type { PlanBase } from '../plan/check.ts';
import type { FieldType } from '../plan/fields.ts';
import { RandomStream } from '../random/index.ts';
import type { World } from '../worlds/world.ts';

type Parts = Record<string, Record<string, unknown>>;

/** Times that every part of a plan is drawn anew; a draw that contradicts the rest is taken back. */
const ROUNDS = 2;

/**
 * A plan that nobody thought about: `like` with every field drawn anew within its bounds, features kept or dropped by
 * chance, and no monitors. Same world and seed, same plan. Throws a RangeError where `like` is no plan of the world.
 */
export function randomPlan(world: World, like: PlanBase, seed: number): PlanBase {
  const stream = new RandomStream(seed, 'random-plan');
  let plan = like;
  if (world.problems(plan).length > 0) throw new RangeError(`like: is no plan for ${world.id}`);
  const take = (change: Readonly<Record<string, unknown>>): void => {
    const next = { ...plan, ...change } as PlanBase;
    if (world.problems(next).length === 0) plan = next;
  };
  take({ rollback: { responses: [] }, monitors: [] });
  for (let round = 0; round < ROUNDS; round++) {
    for (const { path, type } of world.fields) {
      const [part = '', name] = path.split('.');
      const before = (plan as unknown as Parts)[part];
      const value = draw(type, stream);
      if (name === undefined || part === 'prediction' || before === undefined || value === undefined) continue;
      take({ [part]: { ...before, [name]: value } });
    }
    const keep = 0.3 + 0.7 * stream.uniform();
    take({
      features: world.features
        .filter(() => stream.chance(keep))
        .map(({ name, freshness }) => ({
          name,
          pointInTime: stream.chance(0.8),
          freshness: freshness[stream.below(freshness.length)],
        })),
    });
  }
  return plan;
}

/** A value within the bounds of a field; undefined for what chance has no say in. */
function draw(type: FieldType, stream: RandomStream): unknown {
  if (type.kind === 'choice') return type.choices[stream.below(type.choices.length)];
  if (type.kind === 'flag') return stream.chance(0.5);
  if (type.kind !== 'number') return undefined;
  // Sensible values lie low within most bounds.
  const value = type.min + (type.max - type.min) * stream.uniform() ** 1.5;
  return type.whole === true ? Math.round(value) : Number(value.toFixed(3));
}
