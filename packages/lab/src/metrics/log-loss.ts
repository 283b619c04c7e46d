import { log } from '../random/elementary.ts';
import { checkForecast, type Numbers } from './input.ts';

/** Probabilities are kept this far from 0 and 1, as scikit-learn does for 64-bit floats. */
const EPSILON = 2.220446049250313e-16;

/**
 * Log loss in nats: the weighted mean of -[y ln p + (1 - y) ln(1 - p)]. Proper: least in expectation at the true
 * probability. Source: Good 1952; clipping as scikit-learn's `log_loss`.
 */
export function logLoss(labels: Numbers, probabilities: Numbers, weights?: Numbers): number {
  checkForecast(labels, probabilities, weights);
  let sum = 0;
  let total = 0;
  for (let i = 0; i < labels.length; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    const p = Math.min(1 - EPSILON, Math.max(EPSILON, probabilities[i]!));
    sum -= weight * log(labels[i] === 1 ? p : 1 - p);
    total += weight;
  }
  return sum / total;
}
