/** The live period of the search world: what its days add to those of every ranking world. */
import type { TreesModel } from '../../../learn/index.ts';
import { Arms, type Difference } from '../../ranking/arms.ts';
import type { DayCosts, RankingDayReport } from '../../ranking/day.ts';
import { experimentDollars } from '../../ranking/prices.ts';
import { QUICK_PAUSE } from '../../ranking/rows.ts';
import { RankingRun } from '../../ranking/run.ts';
import type { ServedLists } from '../../ranking/serve.ts';
import type { Money } from '../../world.ts';
import { CAUSES, type Cause } from '../causes.ts';
import type { Candidates, LoggedDay, ServedDay, WorldSession } from '../life.ts';
import type { ObservedLog } from '../observe/log.ts';
import { rowsFor } from '../observe/rewards.ts';
import { fitRanker } from '../offline/fit.ts';
import type { Launched } from '../offline/launch.ts';
import type { DayTruth } from '../outcome.ts';
import type { Plan } from '../plan/types.ts';
import type { Panel } from './actions.ts';
import { audit, investigate } from './inspect.ts';
import { judgingDollars, monitoringDollars, servingDollars, setUpDollars } from './prices.ts';
import { nothingChosen, serveSearches } from './serve.ts';
import { sampleOf, Watch } from './watch.ts';

/** Who is paged where a monitor names no feature. */
const CULPRITS: Readonly<Record<string, readonly string[]>> = {
  clickRate: ['traffic'],
  soldOut: ['index'],
  latency: ['latency'],
};

interface Own {
  readonly orders: number;
}

interface Types {
  plan: Plan;
  log: ObservedLog;
  day: ServedDay;
  session: WorldSession;
  candidates: Candidates;
  watch: Watch;
  logged: LoggedDay;
  truth: DayTruth;
  own: Own;
  old: 'old engine';
  panel: Panel;
}

export type DayReport = RankingDayReport<'old engine'> & Own;

export class LiveRun extends RankingRun<Types> {
  /** The same comparison on the head and on the tail: what the whole hides. */
  readonly #bySlice: readonly Arms[];

  constructor(session: WorldSession, plan: Plan, { model, trial }: Launched, watchAll: boolean) {
    super({
      session,
      plan,
      model,
      power: trial.power,
      watch: new Watch(plan, trial.log, watchAll),
      old: 'old engine',
      culprits: CULPRITS,
      setUpDollars: setUpDollars(plan),
    });
    this.#bySlice = [0, 1].map(() => new Arms(plan.experiment.unit, session.facts.people));
  }

  /** What the experiment saw on queries of the tail, so far. */
  get tail(): Difference | undefined {
    return this.#bySlice[1]!.difference();
  }

  protected override open(): ServedDay {
    return this.session.openDay(this.day);
  }

  protected override serve(model: TreesModel, today: ServedDay, which: Int32Array, exploration: number) {
    return serveSearches(this.session, this.plan, model, today, which, this.off, exploration);
  }

  protected override stored(candidates: Candidates) {
    return this.session.served(this.plan.features, sampleOf(candidates), true);
  }

  protected override close(shown: ServedLists<Candidates> | undefined) {
    return this.session.closeDay(shown?.chosen ?? nothingChosen(), shown?.waitMs ?? 0, this.plan.index.refresh);
  }

  protected override count(today: ServedDay, logged: LoggedDay): void {
    const { metric, guardrail } = this.plan.experiment;
    const filter = this.plan.labels.machines === 'filter';
    for (let v = 0; v < today.count; v++) {
      if (filter && logged.pause[v]! < QUICK_PAUSE) continue;
      const person = today.person[v]!;
      const arm = this.armOf(today, v);
      const tail = today.tail[v]!;
      const value = { clicks: logged.clicks[v]!, orders: logged.orders[v]!, margin: logged.margin[v]! };
      this.experiment.primary.add(arm, person, value[metric], 1);
      if (guardrail !== 'none') this.experiment.guard.add(arm, person, value[guardrail], 1);
      this.#bySlice[tail]!.add(arm, person, value[metric], 1);
    }
  }

  protected override read(
    served: ServedLists<Candidates> | undefined,
    stored: Record<string, Float32Array> | undefined,
    logged: LoggedDay,
  ) {
    return this.watch.read(this.day, served, stored, logged, served?.late ?? 0);
  }

  protected override charge(money: Money, { training, actions, learns, compared }: DayCosts): void {
    const put = (cause: Cause, dollars: number): void => void (money[CAUSES.indexOf(cause)] = dollars);
    put('serving', servingDollars(this.plan, learns, this.off));
    put('monitoring', monitoringDollars(this.plan));
    put('experiment', experimentDollars(compared));
    put('training', training);
    put('judging', this.day === 0 ? judgingDollars(this.plan) : 0);
    put('actions', actions);
  }

  protected override own(logged: LoggedDay): Own {
    return { orders: logged.orders.reduce((a, b) => a + b, 0) };
  }

  protected override fit(log: ObservedLog): TreesModel {
    return fitRanker(this.session, this.plan, log, rowsFor(log, this.plan.labels));
  }

  protected override investigated(slice: string): unknown {
    return investigate(this, slice);
  }

  protected override audited(of: Panel) {
    return { what: 'asked specialists about 200 products', answer: audit(this, of) };
  }
}
