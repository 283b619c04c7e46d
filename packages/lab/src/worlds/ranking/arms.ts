/** Two arms of an experiment, and the difference of a ratio between them. */

export interface Difference {
  /** Mean of each arm: sum of numerators over sum of denominators. */
  readonly control: number;
  readonly treated: number;
  /** (treated - control) / control. */
  readonly lift: number;
  /** Standard error of treated - control, over units. */
  readonly standardError: number;
  readonly z: number;
  readonly units: number;
}

/**
 * Sums by unit. With people as units the error counts how alike the visits of one person are (delta method for a ratio
 * of means, Deng, Knoblich and Lu 2018); with visits as units every visit is taken for a unit of its own.
 */
export class Arms {
  readonly #numerator: Float64Array;
  readonly #denominator: Float64Array;
  readonly #arm: Int8Array;
  readonly #clustered: boolean;
  /** For visits: count, sum and sum of squares by arm. */
  readonly #sums = new Float64Array(6);

  /** `people`: how many there can be; their number is the unit under `user`. */
  constructor(unit: 'visit' | 'user', people: number) {
    this.#clustered = unit === 'user';
    const size = this.#clustered ? people : 0;
    this.#numerator = new Float64Array(size);
    this.#denominator = new Float64Array(size);
    this.#arm = new Int8Array(size).fill(-1);
  }

  add(arm: 0 | 1, person: number, numerator: number, denominator: number): void {
    if (this.#clustered) {
      this.#arm[person] = arm;
      this.#numerator[person] = this.#numerator[person]! + numerator;
      this.#denominator[person] = this.#denominator[person]! + denominator;
      return;
    }
    if (denominator === 0) return;
    const value = numerator / denominator;
    this.#sums[3 * arm] = this.#sums[3 * arm]! + 1;
    this.#sums[3 * arm + 1] = this.#sums[3 * arm + 1]! + value;
    this.#sums[3 * arm + 2] = this.#sums[3 * arm + 2]! + value * value;
  }

  /** Undefined until both arms hold two units. */
  difference(): Difference | undefined {
    const control = this.#clustered ? this.#ratio(0) : this.#plain(0);
    const treated = this.#clustered ? this.#ratio(1) : this.#plain(1);
    if (control.units < 2 || treated.units < 2 || !(control.mean > 0)) return undefined;
    const standardError = Math.sqrt(control.variance + treated.variance);
    if (!(standardError > 0)) return undefined;
    const gap = treated.mean - control.mean;
    return {
      control: control.mean,
      treated: treated.mean,
      lift: gap / control.mean,
      standardError,
      z: gap / standardError,
      units: control.units + treated.units,
    };
  }

  #plain(arm: 0 | 1): { mean: number; variance: number; units: number } {
    const [units, sum, squares] = this.#sums.subarray(3 * arm, 3 * arm + 3) as unknown as [number, number, number];
    if (units < 2) return { mean: 0, variance: 0, units };
    const mean = sum / units;
    return { mean, variance: (squares - units * mean * mean) / (units - 1) / units, units };
  }

  #ratio(arm: 0 | 1): { mean: number; variance: number; units: number } {
    let top = 0;
    let bottom = 0;
    let units = 0;
    for (let i = 0; i < this.#arm.length; i++) {
      if (this.#arm[i] !== arm || this.#denominator[i] === 0) continue;
      top += this.#numerator[i]!;
      bottom += this.#denominator[i]!;
      units++;
    }
    if (units < 2) return { mean: 0, variance: 0, units };
    const mean = top / bottom;
    let squares = 0;
    for (let i = 0; i < this.#arm.length; i++) {
      if (this.#arm[i] !== arm || this.#denominator[i] === 0) continue;
      const rest = this.#numerator[i]! - mean * this.#denominator[i]!;
      squares += rest * rest;
    }
    return { mean, variance: ((squares / (units - 1)) * units) / (bottom * bottom), units };
  }
}
