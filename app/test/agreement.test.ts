import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, errorBySignal, type GradedAnswer, quadraticWeightedKappa } from '../src/index.ts';

const pair = fc.record({ own: fc.integer({ min: 0, max: 3 }), panel: fc.integer({ min: 0, max: 3 }) });

describe('quadratic weighted kappa', () => {
  it('agrees with the definition by confusion matrices', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 40 }), (pairs) => {
        const n = pairs.length;
        const count = (test: (one: (typeof pairs)[number]) => boolean) => pairs.filter(test).length;
        let observed = 0;
        let expected = 0;
        for (let i = 0; i < 4; i += 1)
          for (let j = 0; j < 4; j += 1) {
            const weight = (i - j) ** 2 / 9;
            observed += weight * count(({ own, panel }) => own === i && panel === j);
            expected += (weight * count(({ own }) => own === i) * count(({ panel }) => panel === j)) / n;
          }
        const kappa = quadraticWeightedKappa(pairs);
        if (expected === 0) expect(kappa).toBeNull();
        else expect(kappa).toBeCloseTo(1 - observed / expected, 10);
      }),
    );
  });

  it('is 1 for full agreement, -1 for the opposite, null where nobody varied', () => {
    expect(quadraticWeightedKappa([0, 1, 2, 3].map((level) => ({ own: level, panel: level })))).toBe(1);
    expect(quadraticWeightedKappa([0, 3].map((level) => ({ own: level, panel: 3 - level })))).toBe(-1);
    expect(quadraticWeightedKappa([{ own: 2, panel: 2 }])).toBeNull();
  });
});

const graded = (
  own: 0 | 1 | 2 | 3,
  panel: readonly (0 | 1 | 2 | 3)[],
  signal: 'data' | 'scope' = 'data',
): GradedAnswer => ({
  answer: {
    id: 'a',
    text: 'words',
    question: { id: 'q', kind: 'probe', signals: [signal], seconds: 60, text: 'Why?' },
  },
  own: { answerId: 'a', signals: { [signal]: own }, verdict: 2, faults: [] },
  gradedAt: new Date(0).toISOString(),
  panel: panel.map((level) => ({
    grader: 'A',
    signals: { [signal]: level },
    verdict: 3,
    faults: [],
    spans: {},
    why: 'because',
  })),
});

describe('agreement with the panel', () => {
  it('says who is too generous, signal by signal, and leaves out what was never graded', () => {
    const { verdict, signals, graded: n } = agreementOf([graded(3, [1, 2]), graded(2, [1, 1])]);
    expect([n, verdict.meanError, signals.data?.meanError, signals.data?.n]).toEqual([2, -1, 1.25, 2]);
    expect(signals.scope).toBeUndefined();
  });

  it('finds the signal that is graded worst, once there is enough to say so', () => {
    const error = errorBySignal([
      graded(3, [0, 0]),
      graded(3, [0, 0]),
      graded(1, [1, 1], 'scope'),
      graded(2, [2, 2], 'scope'),
    ]);
    expect(error.get('data')!).toBeGreaterThan(error.get('ownership')!);
    expect(error.get('ownership')!).toBeGreaterThan(error.get('scope')!);
  });
});
