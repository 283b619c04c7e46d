import { checkFinite, checkRows, MetricInputError, type Numbers } from './input.ts';

/** What was logged under one policy, and how likely another would have done the same. One entry a decision. */
export interface LoggedDecisions {
  readonly rewards: Numbers;
  /** Probability with which the logging policy took the action that it took; above 0. */
  readonly logged: Numbers;
  /** Probability with which the policy being judged would take that same action. */
  readonly target: Numbers;
}

/** The value of a policy as estimated from another's logs. */
export interface PolicyEstimate {
  /** Mean reward a decision. */
  readonly value: number;
  /** Standard error of `value`. It does not know of bias, and when the effective sample is small it is too low. */
  readonly standardError: number;
  /** (sum w)^2 / sum w^2: how many decisions the estimate really rests on (Kish 1965). */
  readonly effectiveSample: number;
}

function ratios(log: LoggedDecisions, cap: number): Float64Array {
  checkRows('rewards', log.rewards, 'logged', log.logged);
  checkRows('rewards', log.rewards, 'target', log.target);
  checkFinite('rewards', log.rewards);
  const made = new Float64Array(log.rewards.length);
  for (let i = 0; i < made.length; i++) {
    const logged = log.logged[i]!;
    const target = log.target[i]!;
    if (!(logged > 0 && logged <= 1)) {
      throw new MetricInputError(
        `logged[${i}]`,
        `is ${logged}: it must be above 0 and at most 1; log the propensities`,
      );
    }
    if (!(target >= 0 && target <= 1)) {
      throw new MetricInputError(`target[${i}]`, `is ${target}: it must be a probability in [0, 1]`);
    }
    made[i] = Math.min(cap, target / logged);
  }
  return made;
}

function meanEstimate(terms: Float64Array, weights: Float64Array): PolicyEstimate {
  const n = terms.length;
  let sum = 0;
  for (const term of terms) sum += term;
  const value = sum / n;
  let squares = 0;
  for (const term of terms) squares += (term - value) * (term - value);
  return { value, standardError: Math.sqrt(squares / Math.max(1, n - 1) / n), effectiveSample: effective(weights) };
}

function effective(weights: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  return squares > 0 ? (sum * sum) / squares : 0;
}

/**
 * Inverse propensity scoring: mean of w r with w = target / logged. Unbiased where every action the judged policy takes
 * could have been logged; its variance explodes with w. Source: Horvitz and Thompson 1952.
 */
export function ips(log: LoggedDecisions): PolicyEstimate {
  return clippedIps(log, Infinity);
}

/** IPS with w at most `cap`: less variance, and a bias toward 0 that nothing in the data shows. Source: Ionides 2008. */
export function clippedIps(log: LoggedDecisions, cap: number): PolicyEstimate {
  if (!(cap > 0)) throw new MetricInputError('cap', `is ${cap}: it must be above 0`);
  const weights = ratios(log, cap);
  const terms = weights.map((weight, i) => weight * log.rewards[i]!);
  return meanEstimate(terms, weights);
}

/**
 * Self-normalised IPS: sum w r / sum w. A constant added to every reward adds to the value just that; slightly biased,
 * usually much steadier. Standard error by the delta method. Source: Swaminathan and Joachims 2015.
 */
export function selfNormalisedIps(log: LoggedDecisions): PolicyEstimate {
  const weights = ratios(log, Infinity);
  let sum = 0;
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i]! * log.rewards[i]!;
    total += weights[i]!;
  }
  if (!(total > 0)) {
    throw new MetricInputError('target', 'is 0 on every decision: the judged policy shares no action with the log');
  }
  const value = sum / total;
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    const term = weights[i]! * (log.rewards[i]! - value);
    squares += term * term;
  }
  return { value, standardError: Math.sqrt(squares) / total, effectiveSample: effective(weights) };
}

/**
 * Doubly robust: mean of v + w (r - q), where q is a model's reward for the logged action and v its expected reward
 * under the judged policy. Right when either the propensities or the model are. Source: Dudík, Langford and Li 2011.
 */
export function doublyRobust(
  log: LoggedDecisions,
  model: { readonly loggedAction: Numbers; readonly targetPolicy: Numbers },
  cap = Infinity,
): PolicyEstimate {
  checkRows('rewards', log.rewards, 'model.loggedAction', model.loggedAction);
  checkRows('rewards', log.rewards, 'model.targetPolicy', model.targetPolicy);
  checkFinite('model.loggedAction', model.loggedAction);
  checkFinite('model.targetPolicy', model.targetPolicy);
  const weights = ratios(log, cap);
  const terms = weights.map(
    (weight, i) => model.targetPolicy[i]! + weight * (log.rewards[i]! - model.loggedAction[i]!),
  );
  return meanEstimate(terms, weights);
}

/** The model alone: mean of its expected reward under the judged policy. As biased as the model is. */
export function directMethod(targetPolicy: Numbers): PolicyEstimate {
  if (targetPolicy.length === 0) throw new MetricInputError('targetPolicy', 'is empty: give at least one decision');
  checkFinite('targetPolicy', targetPolicy);
  return meanEstimate(Float64Array.from(targetPolicy), new Float64Array(targetPolicy.length).fill(1));
}
