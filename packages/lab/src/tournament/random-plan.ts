import type { PlanBase } from '../plan/check.ts';
import type { Field, FieldType } from '../plan/fields.ts';
import { RandomStream } from '../random/index.ts';
import type { World } from '../worlds/world.ts';

type Document = Record<string, unknown>;

/** What a plan may do by itself when a monitor alarms; a world refuses what makes no sense in it. */
const RESPONSES = ['rollback', 'feature-off', 'page', 'retrain'] as const;
/** Steps of the chain for each part of a plan: enough that nothing of the plan it began from is left. */
const STEPS_A_PART = 25;
/** Parts that are drawn anew at a time, at most: some parts can only change together. */
const TOGETHER = 4;
/** Chance of a number's least value where that is 0: "none" is a choice of its own. */
const NONE = 0.25;

/**
 * A plan that nobody thought about. Every field is drawn within its bounds, features are ordered and monitors bought by
 * chance, and what contradicts itself is no plan: the draw is from all plans of the world by those chances, given that
 * the whole is a plan. It is made by a chain that begins at `like`: a few parts at a time are drawn anew, and kept where
 * the whole is still a plan (a Metropolis step whose proposal does not look at where it is, so those draws are what it
 * settles at). Name and prediction stay those of `like`: nothing in a world goes by them.
 *
 * Same world and seed, same plan. Throws a RangeError where `like` is no plan of the world.
 */
export function randomPlan(world: World, like: PlanBase, seed: number | string): PlanBase {
  if (world.problems(like).length > 0) throw new RangeError(`like: is no plan for ${world.id}`);
  const stream = new RandomStream(seed, 'random-plan');
  const parts = partsOf(world);
  const names = [...parts.keys()];
  let plan = like;
  for (let step = 0; step < STEPS_A_PART * names.length; step++) {
    const next: Document = { ...plan };
    const many = 1 + stream.below(TOGETHER);
    for (const name of stream.shuffle([...names]).slice(0, many)) parts.get(name)!(next, stream);
    if (world.problems(next).length === 0) plan = next as unknown as PlanBase;
  }
  return plan;
}

/** Tries at a change before a plan counts as one that cannot be changed any further. */
const TRIES = 400;

/**
 * `like` with `changes` of its decisions drawn anew: a field within its bounds, the features, or the monitors with what
 * they do. A plan near a good one meets what a plan drawn as a whole never comes near. Same arguments, same plan.
 */
export function nearPlan(world: World, like: PlanBase, changes: number, seed: number | string): PlanBase {
  const stream = new RandomStream(seed, 'near-plan');
  const parts = partsOf(world);
  const fields = world.fields.filter(({ path }) => parts.has(path.split('.')[0]!));
  let plan = like;
  let done = 0;
  for (let tries = 0; tries < TRIES && done < changes; tries++) {
    const next: Document = { ...plan };
    const chosen = stream.below(fields.length + 2);
    if (chosen < fields.length) {
      const { path, type } = fields[chosen]!;
      const [part, name] = path.split('.') as [string, string?];
      const value = draw(type, stream);
      next[part] = name === undefined ? value : { ...(next[part] as Document), [name]: value };
    } else parts.get(chosen === fields.length ? 'features' : 'monitors')!(next, stream);
    if (JSON.stringify(next) === JSON.stringify(plan) || world.problems(next).length > 0) continue;
    plan = next as unknown as PlanBase;
    done++;
  }
  return plan;
}

/** How each part of a plan is drawn, by its name: puts the draw into a document. */
function partsOf(world: World): Map<string, (into: Document, stream: RandomStream) => void> {
  const byPart = Map.groupBy(world.fields, ({ path }) => path.split('.')[0]!);
  const parts = new Map<string, (into: Document, stream: RandomStream) => void>();
  for (const [part, fields] of byPart) {
    if (part === 'name' || part === 'prediction' || part === 'rollback') continue;
    parts.set(part, (into, stream) => {
      into[part] = fields[0]!.path === part ? draw(fields[0]!.type, stream) : drawAll(fields, stream);
    });
  }
  parts.set('features', (into, stream) => {
    const keep = 0.3 + 0.7 * stream.uniform();
    into['features'] = world.features
      .filter(() => stream.chance(keep))
      .map(({ name, freshness }) => ({ name, pointInTime: stream.chance(0.8), freshness: stream.pick(freshness) }));
  });
  parts.set('monitors', (into, stream) => {
    const buy = stream.uniform();
    const bought = world.monitors.filter(() => stream.chance(buy));
    // A third to thrice the usual threshold: alarms all day at one end, never at the other.
    into['monitors'] = bought.map(({ kind, usual, min, max }) => ({
      kind,
      threshold: Math.min(max, Math.max(min, rounded(usual * 3 ** stream.between(-1, 1)))),
    }));
    into['rollback'] = {
      ...drawAll(byPart.get('rollback') ?? [], stream),
      responses: bought.filter(() => stream.chance(0.5)).map(({ kind }) => ({ on: kind, do: stream.pick(RESPONSES) })),
    };
  });
  return parts;
}

const drawAll = (fields: readonly Field[], stream: RandomStream): Document =>
  Object.fromEntries(fields.map(({ path, type }) => [path.split('.')[1]!, draw(type, stream)]));

/** A value within the bounds of a field. */
function draw(type: FieldType, stream: RandomStream): unknown {
  switch (type.kind) {
    case 'choice':
      return stream.pick(type.choices);
    case 'flag':
      return stream.chance(0.5);
    case 'text':
      return '';
    case 'shares': {
      const steps = Array.from({ length: stream.below(Math.min(3, type.maxItems) + 1) }, () =>
        stream.between(0.01, 0.99),
      );
      return [...new Set(steps.map((share) => Number(share.toFixed(2))))].toSorted((a, b) => a - b);
    }
    case 'number': {
      if (type.min === 0 && stream.chance(NONE)) return 0;
      // Sensible values lie low within most bounds.
      const value = type.min + (type.max - type.min) * stream.uniform() ** 1.5;
      return type.whole === true ? Math.round(value) : Math.min(type.max, Math.max(type.min, rounded(value)));
    }
  }
}

const rounded = (value: number): number => Number(value.toPrecision(3));
