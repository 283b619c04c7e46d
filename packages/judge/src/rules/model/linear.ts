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

/** Several models read side by side: one look-up of a name serves all of them. */
export class LinearBank {
  readonly #weights = new Map<string, Float64Array>();
  readonly #models: readonly LinearWeights[];

  constructor(models: readonly LinearWeights[]) {
    this.#models = models;
    models.forEach((stored, m) => {
      const names = stored.names === '' ? [] : stored.names.split('\n');
      names.forEach((name, i) => {
        let row = this.#weights.get(name);
        if (row === undefined) this.#weights.set(name, (row = new Float64Array(models.length)));
        row[m] = (stored.weights[i] as number) * stored.scale;
      });
    });
  }

  /** The biases of all models: scores of no features. */
  start(): Float64Array {
    return Float64Array.from(this.#models, (model) => model.bias);
  }

  /** Adds one feature to the scores of all models. */
  add(scores: Float64Array, name: string, value: number): void {
    const row = this.#weights.get(name);
    if (row === undefined) return;
    for (let m = 0; m < row.length; m++) scores[m] = (scores[m] as number) + (row[m] as number) * value;
  }

  weight(model: number, name: string): number {
    return this.#weights.get(name)?.[model] ?? 0;
  }

  /** Probability for a score of one model. */
  probability(model: number, score: number): number {
    const { slope, intercept } = this.#models[model] as LinearWeights;
    return 1 / (1 + Math.exp(-(slope * score + intercept)));
  }
}

/** What training stores for one fault. */
export interface FaultWeights {
  /** Of one sentence; null for faults that no sentence shows. Calibrated against the answer's best sentence. */
  readonly sentence: LinearWeights;
  readonly answer: LinearWeights;
}
