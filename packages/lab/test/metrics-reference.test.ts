/** Metrics against scikit-learn, scipy and numpy: the numbers and their versions are in the fixture. */
import { describe, expect, it } from 'vitest';
import * as m from '../src/metrics/index.ts';
import fixture from './metrics-fixtures.generated.json' with { type: 'json' };

const close = (value: number, reference: number): void => {
  expect(Math.abs(value - reference)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(reference)));
};
const allClose = (values: ArrayLike<number>, references: readonly number[]): void => {
  expect(values.length).toBe(references.length);
  references.forEach((reference, i) => close(values[i]!, reference));
};

it('the fixture names its source and versions', () => {
  expect(fixture.source).toBe('tools/fixtures/metrics.py');
  expect(fixture.versions['scikit-learn']).toMatch(/^\d+\.\d+/);
});

describe.each(fixture.binary)('binary metrics, $name', (row) => {
  const { labels, scores, threshold } = row;
  const weights = row.weights ?? undefined;

  it('scores over all thresholds', () => {
    close(m.rocAuc(labels, scores, weights), row.rocAuc);
    close(m.averagePrecision(labels, scores, weights), row.averagePrecision);
    close(m.ksOfClasses(labels, scores, weights), row.ksOfClasses);
    close(m.lift(labels, scores, 0.05, weights), row.lift5);
    close(m.lift(labels, scores, 0.2, weights), row.lift20);
  });

  it('scores of probabilities', () => {
    close(m.logLoss(labels, scores, weights), row.logLoss);
    close(m.brier(labels, scores, weights), row.brier);
    close(m.expectedCalibrationError(labels, scores, 'width', 10, weights), row.ece10);
    close(m.expectedCalibrationError(labels, scores, 'width', 7, weights), row.ece7);
    if (row.eceMass10 !== undefined) {
      close(m.expectedCalibrationError(labels, scores, 'mass', 10, weights), row.eceMass10);
    }
  });

  it('scores at one threshold', () => {
    close(m.precision(labels, scores, threshold, weights), row.precision);
    close(m.recall(labels, scores, threshold, weights), row.recall);
    close(m.accuracy(labels, scores, threshold, weights), row.accuracy);
    close(m.fBeta(labels, scores, threshold, 1, weights), row.f1);
    close(m.fBeta(labels, scores, threshold, 2, weights), row.f2);
    close(m.fBeta(labels, scores, threshold, 0.5, weights), row.fHalf);
    const costs = { truePositive: -3, falsePositive: 7.5, falseNegative: 120, trueNegative: 0 };
    close(m.expectedCost(labels, scores, threshold, costs, weights), row.expectedCost);
  });

  it('curves', () => {
    if (row.roc !== undefined && row.pr !== undefined) {
      const roc = m.rocCurve(labels, scores, weights);
      allClose(roc.falsePositiveRate, row.roc.fpr);
      allClose(roc.truePositiveRate, row.roc.tpr);
      const pr = m.precisionRecallCurve(labels, scores, weights);
      allClose(pr.thresholds, row.pr.thresholds);
      allClose(pr.precision, row.pr.precision);
      allClose(pr.recall, row.pr.recall);
    }
    if (row.reliability !== undefined) {
      const bins = m.reliabilityBins(labels, scores, 'width', 10);
      allClose(
        bins.map((bin) => bin.predicted),
        row.reliability.predicted,
      );
      allClose(
        bins.map((bin) => bin.observed),
        row.reliability.observed,
      );
    }
  });
});

it.each(fixture.rankings)('DCG and NDCG with ties', (row) => {
  close(m.ndcg(row.relevances, row.scores), row.ndcg);
  close(m.ndcg(row.relevances, row.scores, 5), row.ndcg5);
  close(m.dcg(row.relevances, row.scores), row.dcg);
  close(m.dcg(row.relevances, row.scores, 3), row.dcg3);
});

it.each(fixture.samples)('population stability and the two-sample KS test', (row) => {
  close(m.populationStability(row.first, row.second), row.psi);
  const test = m.ksTwoSample(row.first, row.second);
  close(test.distance, row.ks);
  close(test.pValue, row.ksLimit);
});
