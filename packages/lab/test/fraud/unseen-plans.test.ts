import { describe, expect, it } from 'vitest';
import { MONITORS, NothingToLearn, planProblems, type Field, type Plan } from '../../src/index.ts';
import { ledgerOf, live } from '../../src/ledger/replay.ts';
import { FEATURES } from '../../src/worlds/fraud/features.ts';
import { FIELDS } from '../../src/worlds/fraud/plan/fields.ts';
import { fraudWorld } from '../../src/worlds/fraud/world.ts';
import { groundOf, reference } from './ground.ts';
import { fc } from './property.ts';

type Json = Record<string, unknown>;

function valueOf({ type }: Field): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'choice':
      return fc.constantFrom(...type.choices);
    case 'flag':
      return fc.boolean();
    case 'text':
      return fc.string({ maxLength: type.maxLength });
    case 'shares':
      return fc.uniqueArray(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { maxLength: 3 }).map((s) => s.sort());
    case 'number':
      // The ends of the range are the likeliest to break something.
      return type.whole
        ? fc.oneof(fc.constantFrom(type.min, type.max), fc.integer({ min: type.min, max: type.max }))
        : fc.oneof(
            fc.constantFrom(type.min, type.max),
            fc.double({ min: type.min, max: type.max, noNaN: true, noDefaultInfinity: true }),
          );
  }
}

const feature = fc.constantFrom(...FEATURES).chain((card) =>
  fc.record({
    name: fc.constant(card.name),
    pointInTime: fc.boolean(),
    freshness: fc.constantFrom(...card.freshness),
  }),
);
const monitor = fc.constantFrom(...MONITORS).chain((card) =>
  fc.record({
    kind: fc.constant(card.kind),
    threshold: fc.oneof(fc.constantFrom(card.min, card.max), fc.double({ min: card.min, max: card.max, noNaN: true })),
  }),
);
const response = fc.record({
  on: fc.constantFrom(...MONITORS.map((m) => m.kind)),
  do: fc.constantFrom('rollback', 'feature-off', 'page', 'retrain'),
});

/** Plans drawn field by field: many contradict themselves. */
const anyPlan: fc.Arbitrary<Json> = fc
  .record({
    fields: fc.tuple(...FIELDS.map(valueOf)),
    features: fc.uniqueArray(feature, { maxLength: 8, selector: (f) => f.name }),
    monitors: fc.uniqueArray(monitor, { maxLength: 8, selector: (m) => m.kind }),
    responses: fc.array(response, { maxLength: 4 }),
  })
  .map(({ fields, features, monitors, responses }) => {
    const plan: Json = { version: 1, world: 'fraud', features, monitors, rollback: { responses } };
    FIELDS.forEach(({ path }, i) => {
      const [head, tail] = path.split('.') as [string, string?];
      if (tail === undefined) plan[head] = fields[i];
      else plan[head] = { ...(plan[head] as Json), [tail]: fields[i] };
    });
    return plan;
  });

/** The same plan with what contradicts itself taken out, as a person would who reads the errors. */
function mended(plan: Json): Json {
  const out = structuredClone(plan) as Json & {
    model: Json;
    split: Json;
    retraining: Json;
    decision: Json;
    evaluation: Json;
    labels: Json;
    rollout: Json;
    rollback: Json;
    serving: Json;
  };
  const rule = out.model.kind === 'rule';
  if (rule) Object.assign(out, { calibration: 'none', retraining: { everyDays: 0 } });
  if (rule || out.evaluation.baseline === out.model.kind) out.evaluation.baseline = 'none';
  if (!rule && (out.features as unknown[]).length === 0) out.features = reference('expert').features;
  out.split.gapDays = out.split.kind === 'time-gap' ? 3 : 0;
  out.decision.review = rule ? 'none' : 'fill';
  out.labels.maturityDays = Math.min(40, out.labels.maturityDays as number);
  Object.assign(out.rollout, { shadowDays: Math.min(7, out.rollout.shadowDays as number), advance: 'always' });
  out.rollback.responses = [];
  out.serving.budgetMs = 500;
  return out;
}

const namesFieldAndReason = (plan: unknown): void => {
  for (const { field, reason } of planProblems(plan, fraudWorld)) {
    expect(field.length).toBeGreaterThan(0);
    expect(reason.length).toBeGreaterThan(5);
    expect(reason).not.toMatch(/undefined|\[object/);
  }
};

describe('plans that nobody has seen', () => {
  it('are run, or refused with fields and reasons', () => {
    fc.assert(fc.property(anyPlan, namesFieldAndReason), { numRuns: 300 });
  });

  it('with one value put out of place are refused', () => {
    const paths = ['', 'goal', 'labels', 'split', 'model', 'decision', 'rollout', 'features', 'monitors', 'rollback'];
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(undefined, Number.NaN, Infinity, -Infinity, 1e308, -1, 10n, () => 1, new Date(0)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.string(), odd, (path, key, value) => {
        const plan = structuredClone(reference('expert')) as unknown as Json;
        if (path === '') plan[key] = value;
        else plan[path] = key.length % 2 === 0 ? value : { ...(plan[path] as Json), [key]: value };
        namesFieldAndReason(plan);
        const fields = planProblems(plan, fraudWorld).map((p) => p.field);
        expect(fields.length > 0 || JSON.stringify(plan) === JSON.stringify(reference('expert'))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('never put anything but finite dollars into the ledger', () => {
    const { launch } = groundOf(3, 300);
    let lived = 0;
    fc.assert(
      fc.property(anyPlan.map(mended), (document) => {
        expect(planProblems(document, fraudWorld)).toEqual([]);
        const plan = document as unknown as Plan;
        try {
          const { money, reports } = live(launch, plan, [], { watchAll: true });
          expect(money).toHaveLength(84);
          expect(money.every((day) => day.every((x) => Number.isFinite(x) && x >= 0))).toBe(true);
          expect(Number.isFinite(ledgerOf(money).total)).toBe(true);
          for (const { readings } of reports) expect(readings.every((r) => Number.isFinite(r.value))).toBe(true);
          lived++;
        } catch (error) {
          expect(error).toBeInstanceOf(NothingToLearn);
          expect((error as NothingToLearn).field).toBe('labels');
        }
      }),
      { numRuns: 25 },
    );
    expect(lived).toBeGreaterThan(10);
  });
});
