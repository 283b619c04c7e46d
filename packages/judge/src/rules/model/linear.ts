/** A linear model in log odds. Weights are whole numbers of `scale`; calibrated by `slope` and `intercept`. */
export interface LinearWeights {
  readonly bias: number;
  readonly scale: number;
  /** Names joined by line feeds, in the order of `weights`. */
  readonly names: string;
  readonly weights: readonly number[];
  /** Log odds that a grader marks the fault = slope * score + intercept. */
  readonly slope: number;
  readonly intercept: number;
}

export class Linear {
  readonly #weights = new Map<string, number>();
  readonly #bias: number;
  readonly #slope: number;
  readonly #intercept: number;

  constructor(stored: LinearWeights) {
    const names = stored.names === '' ? [] : stored.names.split('\n');
    names.forEach((name, i) => this.#weights.set(name, (stored.weights[i] as number) * stored.scale));
    this.#bias = stored.bias;
    this.#slope = stored.slope;
    this.#intercept = stored.intercept;
  }

  get bias(): number {
    return this.#bias;
  }

  weight(name: string): number {
    return this.#weights.get(name) ?? 0;
  }

  /** Probability for a score. */
  probability(score: number): number {
    return 1 / (1 + Math.exp(-(this.#slope * score + this.#intercept)));
  }
}

/** What training stores for one fault. */
export interface FaultWeights {
  /** Of one sentence; null for faults that no sentence shows. Calibrated against the answer's best sentence. */
  readonly sentence: LinearWeights;
  readonly answer: LinearWeights;
}
