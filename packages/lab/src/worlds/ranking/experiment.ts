/** The online experiment of a plan: looks at the two arms by its rule, and says when to ship or to stop. */
import { alwaysValidPValues, groupSequentialBounds, normalQuantile, normalTail } from '../../metrics/index.ts';
import { Arms, type Difference } from './arms.ts';
import type { ExperimentPlan } from './plan.ts';

const ALPHA = 0.05;
/** A guardrail is broken where its fall is seen one-sided at 1 percent: it is looked at more than once. */
const BROKEN = 2.326;
const WEEK = 7;
/** No rule looks before this day: a difference of few people is none. */
const FIRST_LOOK = 3;

export type Verdict = 'running' | 'ship' | 'stop';

/** One look. `bound` is what |z| had to pass; null where this day was no look. */
export interface Look {
  readonly day: number;
  readonly lift: number;
  readonly standardError: number;
  readonly z: number;
  readonly bound: number | null;
  readonly guardZ: number | null;
  readonly units: number;
  readonly verdict: Verdict;
  readonly why: string;
}

/** Chance to see a relative change of a mean with `units` in both arms together, two-sided at 5 percent. */
export function powerToSee(
  { mean, deviation }: { readonly mean: number; readonly deviation: number },
  { effect, share }: Pick<ExperimentPlan, 'effect' | 'share'>,
  units: number,
): number {
  const error = deviation * Math.sqrt(1 / (share * units) + 1 / ((1 - share) * units));
  return error > 0 ? normalTail(-normalQuantile(ALPHA / 2) - (effect * mean) / error) : 1;
}

/** The same for every life of one plan: computed once. */
const bounded = new Map<string, Float64Array>();

/** Bounds of the weekly looks; empty where the plan has none. */
function weeklyBounds({ boundary, days }: ExperimentPlan): Float64Array {
  if (days === 0 || (boundary !== 'pocock' && boundary !== 'obrien-fleming')) return new Float64Array(0);
  const key = `${boundary} ${days}`;
  const held = bounded.get(key);
  if (held) return held;
  const weeks = Math.max(1, Math.floor(days / WEEK));
  const shares = Array.from({ length: weeks }, (_, k) => (k === weeks - 1 ? 1 : ((k + 1) * WEEK) / days));
  const made = groupSequentialBounds(shares, ALPHA, boundary);
  bounded.set(key, made);
  return made;
}

export class Experiment {
  readonly primary: Arms;
  readonly guard: Arms;
  readonly looks: Look[] = [];
  readonly #plan: ExperimentPlan;
  /** Power that the design has, from what was known before. */
  readonly #power: number;
  readonly #bounds: Float64Array;
  readonly #estimates: number[] = [];
  readonly #errors: number[] = [];
  #days = 0;
  #verdict: Verdict;

  constructor(plan: ExperimentPlan, people: number, power: number) {
    this.#plan = plan;
    this.#power = power;
    this.primary = new Arms(plan.unit, people);
    this.guard = new Arms(plan.unit, people);
    this.#verdict = plan.days === 0 ? 'ship' : 'running';
    this.#bounds = weeklyBounds(plan);
  }

  get verdict(): Verdict {
    return this.#verdict;
  }

  get running(): boolean {
    return this.#verdict === 'running';
  }

  /** Ends it by hand. */
  end(verdict: 'ship' | 'stop'): void {
    this.#verdict = verdict;
  }

  /** Evening of a day on which it ran: the look, where both arms hold enough. */
  endOfDay(day: number): Look | undefined {
    if (!this.running) return undefined;
    this.#days++;
    const last = this.#days >= this.#plan.days;
    const found = this.primary.difference();
    if (!found) {
      if (last) this.#verdict = this.#plan.inconclusive === 'ship' ? 'ship' : 'stop';
      return undefined;
    }
    this.#estimates.push(found.treated - found.control);
    this.#errors.push(found.standardError);
    const guarded = this.#plan.guardrail === 'none' ? undefined : this.guard.difference();
    const bound = this.#boundToday(found, last);
    const { verdict, why } = this.#judge(found, guarded?.z ?? 0, bound, last);
    this.#verdict = verdict;
    const look: Look = {
      day,
      lift: found.lift,
      standardError: found.standardError / found.control,
      z: found.z,
      bound,
      guardZ: guarded?.z ?? null,
      units: found.units,
      verdict,
      why,
    };
    this.looks.push(look);
    return look;
  }

  #boundToday({ control }: Difference, last: boolean): number | null {
    const fixed = -normalQuantile(ALPHA / 2);
    switch (this.#plan.boundary) {
      case 'none':
        return null;
      case 'fixed':
        return last ? fixed : null;
      case 'peek':
        return this.#days >= FIRST_LOOK ? fixed : null;
      case 'always-valid': {
        if (this.#days < FIRST_LOOK) return null;
        const tau = this.#plan.effect * control;
        const p = alwaysValidPValues(this.#estimates, this.#errors, tau)[this.#estimates.length - 1]!;
        // The p-value says it all: it is shown as the |z| that would just have passed.
        const z = Math.abs(this.#estimates[this.#estimates.length - 1]! / this.#errors[this.#errors.length - 1]!);
        return p <= ALPHA ? Math.min(z, fixed) : Math.max(z + 0.01, fixed);
      }
      default: {
        const week = this.#days / WEEK;
        if (last) return this.#bounds[this.#bounds.length - 1]!;
        return Number.isInteger(week) && week < this.#bounds.length ? this.#bounds[week - 1]! : null;
      }
    }
  }

  #judge(found: Difference, guardZ: number, bound: number | null, last: boolean): { verdict: Verdict; why: string } {
    const percent = `${(100 * found.lift).toFixed(1)}%`;
    if ((bound !== null || last) && guardZ < -BROKEN)
      return { verdict: 'stop', why: `the guardrail ${this.#plan.guardrail} fell (z ${guardZ.toFixed(1)})` };
    if (bound !== null && Math.abs(found.z) >= bound) {
      return found.z > 0
        ? {
            verdict: 'ship',
            why: `${this.#plan.metric} rose by ${percent} (z ${found.z.toFixed(1)}, bound ${bound.toFixed(2)})`,
          }
        : {
            verdict: 'stop',
            why: `${this.#plan.metric} fell by ${percent} (z ${found.z.toFixed(1)}, bound ${bound.toFixed(2)})`,
          };
    }
    if (!last) return { verdict: 'running', why: '' };
    if (this.#plan.boundary !== 'none' && this.#power >= this.#plan.power)
      return { verdict: 'stop', why: `no difference, with a power of ${this.#power.toFixed(2)} to see one` };
    return {
      verdict: this.#plan.inconclusive === 'ship' ? 'ship' : 'stop',
      why: `no answer: the power was ${this.#power.toFixed(2)}; ${this.#plan.inconclusive} by the plan`,
    };
  }
}
