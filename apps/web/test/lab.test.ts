import { planProblems, WORLDS } from '@legible/lab';
import type { Alarm, BaseDay, PlanBase } from '@legible/lab';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart, brief } from '../src/sections/lab/charts/scale.ts';
import { failures, guideOf } from '../src/sections/lab/guide/guide.ts';
import { canonical, inOrderOf } from '../src/sections/lab/key-order.ts';
import { answersTo, newAlarms } from '../src/sections/lab/live/day-figures.ts';
import { jumpOf } from '../src/sections/lab/offline/report.ts';

const GUIDED = ['fraud', 'recommendations', 'search'].map((id) => {
  const [entry, guide] = [WORLDS[id], guideOf(id)];
  if (!entry || !guide) throw new Error(`The ${id} world has its guide.`);
  return { id, entry, guide };
});
const fraud = GUIDED[0]!.entry;

test.each(GUIDED)('whatever is chosen along the guided run of $id, the plan can be launched', ({ entry, guide }) => {
  const start = guide.plan(entry.references);
  for (const { id, options } of guide.decisions)
    expect(options.filter((option) => option.holds(start)).length, id).toBe(1);
  const choices = fc.tuple(...guide.decisions.map(({ options }) => fc.constantFrom(...options)));
  fc.assert(
    fc.property(choices, fc.constantFrom(...failures(entry.world)), (chosen, { value }) => {
      const decided = chosen.reduce<PlanBase>((plan, option) => option.set(plan), start);
      expect(chosen.every((option) => option.holds(decided))).toBe(true);
      const plan = { ...decided, prediction: { ...decided.prediction, firstFailure: value } };
      expect(planProblems(plan, entry.world)).toEqual([]);
    }),
  );
});
test.each([
  ['fraud', 'past', 'then'],
  ['recommendations', 'reward', 'read'],
  ['recommendations', 'reward', 'blend'],
  ['search', 'judgments', 'current'],
  ['search', 'judgments', 'blend'],
])('the guide of %s says whether its weak decision stood: %s, %s', (world, decision, choice) => {
  const { guide, entry } = GUIDED.find(({ id }) => id === world)!;
  const start = guide.plan(entry.references);
  const mended = guide.decisions.find(({ id }) => id === decision)?.options.find(({ id }) => id === choice);
  expect(guide.weakness(start)).toMatch(/and it stood/);
  expect(guide.weakness(mended?.set(start) ?? start)).toMatch(/and you changed it/);
});

test('a document with sorted keys comes back as it was written', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(fraud.references)), (plan) => {
      const sorted: unknown = JSON.parse(canonical(plan));
      expect(canonical(inOrderOf(plan, sorted))).toBe(canonical(plan));
      expect(JSON.stringify(inOrderOf(plan, sorted))).toBe(JSON.stringify(plan));
    }),
  );
  expect(JSON.stringify(inOrderOf({ b: 1, a: 1 }, { a: 2, b: 3, c: 4 }))).toBe('{"b":3,"a":2,"c":4}');
});

test('labels that stand one above another never touch while there is room', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 8 }), (wishes) => {
      const places = apart(wishes, 10, 0, 100).toSorted((a, b) => a - b);
      for (let i = 1; i < places.length; i++)
        expect((places[i] ?? 0) - (places[i - 1] ?? 0)).toBeGreaterThan(10 - 1e-9);
      expect(Math.max(...places)).toBeLessThanOrEqual(100 + 1e-9);
    }),
  );
});

test('a jump is named only where the mean leaves the usual spread', () => {
  expect(jumpOf([5, 5.1, 5, 500, 500], 2)).toBe(3);
  expect(jumpOf([5, 5.1, 5, 5.3], 2)).toBeNull();
  expect(jumpOf([0, 0.1, 0.9, null, 0], 0)).toBeNull();
});

const alarm = (day: number, feature: string): Alarm => ({ day, kind: 'psi', value: 3, threshold: 1, feature });
const dayOf = (day: number, ...alarms: readonly Alarm[]): BaseDay => ({ day, readings: [], alarms, events: [] });

test('an alarm stops a run once, and again only after a quiet week', () => {
  const flicker = [dayOf(0, alarm(0, 'amount')), dayOf(1), dayOf(2, alarm(2, 'amount'))];
  expect(newAlarms(flicker.slice(0, 1))).toHaveLength(1);
  expect(newAlarms(flicker)).toHaveLength(0);
  expect(newAlarms([...flicker, dayOf(3, alarm(3, 'hour'))])).toHaveLength(1);
  const quiet = Array.from({ length: 7 }, (_, i) => dayOf(3 + i));
  expect(newAlarms([...flicker, ...quiet, dayOf(10, alarm(10, 'amount'))])).toHaveLength(1);
});

test('an alarm offers what can be done about its own feature, in every world', () => {
  for (const { world } of Object.values(WORLDS)) {
    const [feature] = world.features;
    const answers = answersTo(alarm(0, feature?.name ?? ''), world);
    expect(answers.length, world.id).toBeGreaterThan(0);
    for (const { kind } of answers) expect(world.actions.map((card) => card.kind)).toContain(kind);
  }
});

test('figures beside a line are short', () => {
  expect([0.00421, 2.75, 830, 99_446, 1_234_567].map(brief)).toEqual(['0.00421', '2.75', '830', '99.4k', '1.23M']);
});
