import { checkBinary, checkFinite, checkRows, type Numbers } from './input.ts';
import { orderByScore } from './order.ts';

/** Money for each outcome, one number or one for each row (a missed fraud costs its amount). A gain is negative. */
export interface OutcomeCosts {
  readonly truePositive: number | Numbers;
  readonly falsePositive: number | Numbers;
  readonly falseNegative: number | Numbers;
  readonly trueNegative: number | Numbers;
}

/** Total cost at each threshold, from Infinity (act on nothing) down through the distinct scores. */
export interface CostCurve {
  readonly thresholds: Float64Array;
  readonly totals: Float64Array;
}

function checkCosts(costs: OutcomeCosts, labels: Numbers): void {
  for (const name of ['truePositive', 'falsePositive', 'falseNegative', 'trueNegative'] as const) {
    const cost = costs[name];
    if (typeof cost !== 'number') checkRows('labels', labels, `costs.${name}`, cost);
    checkFinite(`costs.${name}`, typeof cost === 'number' ? [cost] : cost);
  }
}

function costOf(costs: OutcomeCosts, label: number, acted: boolean, row: number): number {
  const cost =
    label === 1 ? (acted ? costs.truePositive : costs.falseNegative) : acted ? costs.falsePositive : costs.trueNegative;
  return typeof cost === 'number' ? cost : cost[row]!;
}

/** Total cost of acting on scores at or above `threshold`: the sum over rows of weight times the outcome's cost. */
export function totalCost(
  labels: Numbers,
  scores: Numbers,
  threshold: number,
  costs: OutcomeCosts,
  weights?: Numbers,
): number {
  checkBinary(labels, scores, weights);
  checkCosts(costs, labels);
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    sum += (weights === undefined ? 1 : weights[i]!) * costOf(costs, labels[i]!, scores[i]! >= threshold, i);
  }
  return sum;
}

/** Cost a row (by weight) of acting on scores at or above `threshold`: what a threshold is expected to cost. */
export function expectedCost(
  labels: Numbers,
  scores: Numbers,
  threshold: number,
  costs: OutcomeCosts,
  weights?: Numbers,
): number {
  let total = labels.length;
  if (weights !== undefined) {
    total = 0;
    for (let i = 0; i < weights.length; i++) total += weights[i]!;
  }
  return totalCost(labels, scores, threshold, costs, weights) / total;
}

/** Cost curve: the total cost of every threshold in one walk down the scores. Source: Elkan 2001 for the costs. */
export function costCurve(labels: Numbers, scores: Numbers, costs: OutcomeCosts, weights?: Numbers): CostCurve {
  checkBinary(labels, scores, weights);
  checkCosts(costs, labels);
  const order = orderByScore(scores);
  const thresholds = new Float64Array(order.length + 1);
  const totals = new Float64Array(order.length + 1);
  let total = totalCost(labels, scores, Infinity, costs, weights);
  thresholds[0] = Infinity;
  totals[0] = total;
  let points = 1;
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    const label = labels[row]!;
    const change = costOf(costs, label, true, row) - costOf(costs, label, false, row);
    total += (weights === undefined ? 1 : weights[row]!) * change;
    if (i + 1 < order.length && scores[order[i + 1]!] === scores[row]) continue;
    thresholds[points] = scores[row]!;
    totals[points++] = total;
  }
  return { thresholds: thresholds.slice(0, points), totals: totals.slice(0, points) };
}
