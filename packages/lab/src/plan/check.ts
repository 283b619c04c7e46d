/** Checks that every plan must pass, whatever its world; every error names the field, the reason and the mend. */
import type { FeatureCard, Freshness } from '../worlds/types.ts';
import type { Field, MonitorCard } from './fields.ts';

/** What the plan of every world has. A world adds its own parts. */
export interface PlanBase {
  readonly version: 1;
  readonly world: string;
  readonly name: string;
  readonly monitors: readonly { readonly kind: string; readonly threshold: number }[];
  /** Written down before launch. */
  readonly prediction: {
    /** Dollars saved over the live period against doing nothing. */
    readonly saves: number;
    readonly firstFailure: string;
    readonly why: string;
  };
}

export interface PlanProblem {
  readonly field: string;
  readonly reason: string;
}

/** A plan that cannot be run. `problems` is never empty; the message is all of them. */
export class PlanError extends Error {
  readonly problems: readonly PlanProblem[];
  constructor(problems: readonly PlanProblem[]) {
    super(problems.map((p) => `${p.field}: ${p.reason}`).join('\n'));
    this.name = 'PlanError';
    this.problems = problems;
  }
}

export type Json = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** The value for a message, cut where it is long; JSON has no word for some values that a caller may pass. */
export function show(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  const text = typeof value === 'bigint' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

/** The value at a dotted path; undefined where a part is missing. */
export function at(document: Json, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), document);
}

function checkField({ path, type }: Field, value: unknown): string | undefined {
  if (value === undefined) return 'is missing; every decision has to be made';
  switch (type.kind) {
    case 'choice':
      return type.choices.includes(value as string)
        ? undefined
        : `is ${show(value)}; choose one of ${type.choices.join(', ')}`;
    case 'flag':
      return typeof value === 'boolean' ? undefined : `is ${show(value)}; it must be true or false`;
    case 'text':
      if (typeof value !== 'string') return `is ${show(value)}; it must be text`;
      return value.length <= type.maxLength ? undefined : `has ${value.length} characters; at most ${type.maxLength}`;
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return `is ${show(value)}; it must be a number`;
      if (value < type.min || value > type.max)
        return `is ${value}; it must be between ${type.min} and ${type.max} ${type.unit}`;
      return type.whole && !Number.isInteger(value)
        ? `is ${value}; it must be a whole number of ${type.unit}`
        : undefined;
    }
    case 'shares': {
      if (!Array.isArray(value)) return `is ${show(value)}; it must be a list of shares such as [0.05, 0.25]`;
      if (value.length > type.maxItems) return `has ${value.length} steps; at most ${type.maxItems}`;
      let last = 0;
      for (const share of value) {
        if (typeof share !== 'number' || !(share > 0 && share < 1))
          return `holds ${show(share)}; each share lies between 0 and 1`;
        if (share <= last) return `holds ${share} after ${last}; shares must rise (field ${path})`;
        last = share;
      }
      return undefined;
    }
  }
}

/** Keys that the document has and the schema does not. `lists` are the paths that no field covers. */
function unknownKeys(document: Json, fields: readonly Field[], lists: readonly string[]): PlanProblem[] {
  const groups = new Map<string, Set<string>>([['', new Set(['version', 'world'])]]);
  for (const path of [...lists, ...fields.map((f) => f.path)]) {
    const [head, tail] = path.split('.') as [string, string?];
    groups.get('')!.add(head);
    if (tail) groups.set(head, (groups.get(head) ?? new Set()).add(tail));
  }
  const out: PlanProblem[] = [];
  for (const [group, keys] of groups) {
    const part = group === '' ? document : document[group];
    if (part === undefined) continue;
    if (!isObject(part)) {
      out.push({ field: group, reason: `is ${show(part)}; it must be an object with ${[...keys].join(', ')}` });
      continue;
    }
    for (const key of Object.keys(part)) {
      if (keys.has(key)) continue;
      out.push({
        field: group === '' ? key || '(a key without a name)' : `${group}.${key}`,
        reason: `is not a field of a plan; the fields here are ${[...keys].join(', ')}`,
      });
    }
  }
  return out;
}

/** Version, world, unknown keys and every field; `lists` are paths such as `features` that a world checks itself. */
export function checkFields(
  document: Json,
  world: string,
  fields: readonly Field[],
  lists: readonly string[],
): PlanProblem[] {
  const out = unknownKeys(document, fields, lists);
  if (document.version !== 1)
    out.push({ field: 'version', reason: `is ${show(document.version)}; this build reads version 1` });
  if (document.world !== world)
    out.push({ field: 'world', reason: `is ${show(document.world)}; this plan is checked for ${world}` });
  for (const field of fields) {
    const reason = checkField(field, at(document, field.path));
    if (reason) out.push({ field: field.path, reason });
  }
  return out;
}

/** A list of { name, pointInTime, freshness } out of the world's catalogue, each once. */
export function checkFeatures(value: unknown, cards: readonly FeatureCard[]): PlanProblem[] {
  if (!Array.isArray(value))
    return [{ field: 'features', reason: 'must be a list of { name, pointInTime, freshness }' }];
  const out: PlanProblem[] = [];
  const seen = new Set<string>();
  value.forEach((entry: unknown, i) => {
    const field = `features[${i}]`;
    if (!isObject(entry)) {
      out.push({ field, reason: 'must be an object { name, pointInTime, freshness }' });
      return;
    }
    const extra = Object.keys(entry).find((key) => !['name', 'pointInTime', 'freshness'].includes(key));
    if (extra)
      out.push({
        field: `${field}.${extra}`,
        reason: 'is not a field of a feature; those are name, pointInTime, freshness',
      });
    const card = cards.find((f) => f.name === entry.name);
    if (!card) {
      out.push({
        field: `${field}.name`,
        reason: `is ${show(entry.name)}, which this world does not have; it has ${cards.map((f) => f.name).join(', ')}`,
      });
      return;
    }
    if (seen.has(card.name)) out.push({ field: `${field}.name`, reason: `${card.name} is listed twice; keep one` });
    seen.add(card.name);
    if (typeof entry.pointInTime !== 'boolean')
      out.push({ field: `${field}.pointInTime`, reason: `is ${show(entry.pointInTime)}; it must be true or false` });
    if (!card.freshness.includes(entry.freshness as Freshness)) {
      out.push({
        field: `${field}.freshness`,
        reason: `is ${show(entry.freshness)}; ${card.name} can be had ${card.freshness.join(', ')}`,
      });
    }
  });
  return out;
}

/** A list of { kind, threshold } out of the world's monitors, each once. */
export function checkMonitors(value: unknown, cards: readonly MonitorCard[]): PlanProblem[] {
  if (!Array.isArray(value))
    return [{ field: 'monitors', reason: 'must be a list of { kind, threshold }; an empty list buys none' }];
  const out: PlanProblem[] = [];
  const bought = new Set<string>();
  value.forEach((entry: unknown, i) => {
    const field = `monitors[${i}]`;
    const card = isObject(entry) ? cards.find((m) => m.kind === entry.kind) : undefined;
    if (!isObject(entry) || !card) {
      out.push({
        field: `${field}.kind`,
        reason: `is ${show(isObject(entry) ? entry.kind : entry)}; choose one of ${cards.map((m) => m.kind).join(', ')}`,
      });
      return;
    }
    const extra = Object.keys(entry).find((key) => !['kind', 'threshold'].includes(key));
    if (extra)
      out.push({ field: `${field}.${extra}`, reason: 'is not a field of a monitor; those are kind, threshold' });
    if (bought.has(card.kind)) out.push({ field: `${field}.kind`, reason: `${card.kind} is bought twice; keep one` });
    bought.add(card.kind);
    const threshold = entry.threshold;
    if (typeof threshold !== 'number' || !(threshold >= card.min && threshold <= card.max)) {
      out.push({
        field: `${field}.threshold`,
        reason: `is ${show(threshold)}; ${card.kind} takes ${card.min} to ${card.max}`,
      });
    }
  });
  return out;
}

/** What a plan does by itself: a list of { on, do }, each on a monitor that it bought. */
export function checkResponses(document: Json, responses: readonly string[]): PlanProblem[] {
  const monitors = Array.isArray(document.monitors) ? document.monitors.filter(isObject) : [];
  const value = at(document, 'rollback.responses');
  if (!Array.isArray(value)) {
    const reason = 'must be a list of { on, do }; an empty list leaves every alarm to you';
    return [{ field: 'rollback.responses', reason }];
  }
  const out: PlanProblem[] = [];
  value.forEach((entry: unknown, i) => {
    const field = `rollback.responses[${i}]`;
    if (!isObject(entry)) {
      out.push({ field, reason: 'must be an object { on, do }' });
      return;
    }
    const extra = Object.keys(entry).find((key) => !['on', 'do'].includes(key));
    if (extra) out.push({ field: `${field}.${extra}`, reason: 'is not a field of a response; those are on, do' });
    if (!monitors.some((m) => m.kind === entry.on))
      out.push({
        field: `${field}.on`,
        reason: `waits for ${show(entry.on)}, which no monitor of this plan watches; buy it under monitors`,
      });
    if (!responses.includes(entry.do as string))
      out.push({ field: `${field}.do`, reason: `is ${show(entry.do)}; choose one of ${responses.join(', ')}` });
  });
  return out;
}

/** What of a world a plan is checked with. */
export interface PlanChecker {
  problems(document: unknown): readonly PlanProblem[];
}

/** All that is wrong with a document; empty where it is a plan for this world. */
export function planProblems(document: unknown, world: PlanChecker): readonly PlanProblem[] {
  return isObject(document) ? world.problems(document) : [{ field: 'plan', reason: 'must be a JSON object' }];
}

/** The document as a plan of its own, or PlanError. */
export function parsePlan<P extends PlanBase>(
  document: unknown,
  world: PlanChecker & { replace(plan: P, reference: P, decision: string): P },
): P {
  const problems = planProblems(document, world);
  if (problems.length > 0) throw new PlanError(problems);
  return JSON.parse(JSON.stringify(document)) as P;
}
