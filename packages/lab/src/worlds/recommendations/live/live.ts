/** The live period of the recommendations world: what its days add to those of every ranking world. */
import type { TreesModel } from '../../../learn/index.ts';
import type { DayCosts, RankingDayReport } from '../../ranking/day.ts';
import type { RankingDay } from '../../ranking/life.ts';
import { experimentDollars } from '../../ranking/prices.ts';
import { QUICK_PAUSE } from '../../ranking/rows.ts';
import { RankingRun } from '../../ranking/run.ts';
import type { ServedLists } from '../../ranking/serve.ts';
import type { Money } from '../../world.ts';
import { CAUSES, type Cause } from '../causes.ts';
import type { Candidates, LoggedDay, WorldSession } from '../life.ts';
import type { ObservedLog } from '../observe/log.ts';
import { rowsFor } from '../observe/rewards.ts';
import { fitRanker } from '../offline/fit.ts';
import type { Launched } from '../offline/launch.ts';
import type { DayTruth } from '../outcome.ts';
import type { Plan } from '../plan/types.ts';
import type { Panel } from './actions.ts';
import { audit, investigate } from './inspect.ts';
import { monitoringDollars, servingDollars, setUpDollars } from './prices.ts';
import { nothingChosen, serveVisits } from './serve.ts';
import { Watch } from './watch.ts';

/** Who is paged where a monitor names no feature. */
const CULPRITS: Readonly<Record<string, readonly string[]>> = {
  clickRate: ['traffic', 'metrics'],
  viewsPerVisit: ['client'],
  latency: ['latency'],
};

interface Own {
  readonly subscribers: number;
}

interface Types {
  plan: Plan;
  log: ObservedLog;
  day: RankingDay;
  session: WorldSession;
  candidates: Candidates;
  watch: Watch;
  logged: LoggedDay;
  truth: DayTruth;
  own: Own;
  old: 'old policy';
  panel: Panel;
}

export type DayReport = RankingDayReport<'old policy'> & Own;

export class LiveRun extends RankingRun<Types> {
  /** Who has an account this morning. */
  #subscribers: Int32Array = new Int32Array(0);

  constructor(session: WorldSession, plan: Plan, { model, trial }: Launched, watchAll: boolean) {
    super({
      session,
      plan,
      model,
      power: trial.power,
      watch: new Watch(plan, trial.log, watchAll),
      old: 'old policy',
      culprits: CULPRITS,
      setUpDollars: setUpDollars(plan),
    });
  }

  protected override open(): RankingDay {
    const today = this.session.openDay(this.day);
    this.#subscribers = this.session.subscribers();
    return today;
  }

  protected override serve(model: TreesModel, today: RankingDay, which: Int32Array, exploration: number) {
    return serveVisits(this.session, this.plan, model, today, which, this.off, exploration);
  }

  protected override stored(candidates: Candidates) {
    return this.session.served(this.plan.features, candidates, true);
  }

  protected override close(shown: ServedLists<Candidates> | undefined) {
    return this.session.closeDay(shown?.chosen ?? nothingChosen(), shown?.waitMs ?? 0);
  }

  protected override count(today: RankingDay, logged: LoggedDay): void {
    const { metric, guardrail, unit, share } = this.plan.experiment;
    const filter = this.plan.labels.machines === 'filter';
    const came = new Set<number>();
    for (let v = 0; v < today.count; v++) {
      if (filter && logged.pause[v]! < QUICK_PAUSE) continue;
      const person = today.person[v]!;
      came.add(person);
      const arm = this.armOf(today, v);
      const value: Record<string, number> = {
        clicks: logged.clicks[v]!,
        reads: logged.longs[v]!,
        likes: logged.likes[v]!,
      };
      if (metric !== 'return') this.experiment.primary.add(arm, person, value[metric]!, 1);
      if (guardrail !== 'return' && guardrail !== 'none') this.experiment.guard.add(arm, person, value[guardrail]!, 1);
    }
    if (unit !== 'user') return;
    for (const person of this.#subscribers) {
      const arm = this.session.bucketOf(person) < share ? 1 : 0;
      const visited = came.has(person) ? 1 : 0;
      if (metric === 'return') this.experiment.primary.add(arm, person, visited, 1);
      if (guardrail === 'return') this.experiment.guard.add(arm, person, visited, 1);
    }
  }

  protected override read(
    served: ServedLists<Candidates> | undefined,
    stored: Record<string, Float32Array> | undefined,
    logged: LoggedDay,
  ) {
    const known = { late: served?.late ?? 0, subscribers: this.#subscribers.length };
    return this.watch.read(this.day, served, stored, logged, known);
  }

  protected override charge(money: Money, { training, actions, learns, compared }: DayCosts): void {
    const put = (cause: Cause, dollars: number): void => void (money[CAUSES.indexOf(cause)] = dollars);
    put('serving', servingDollars(this.plan, learns, this.off));
    put('monitoring', monitoringDollars(this.plan));
    put('experiment', experimentDollars(compared));
    put('training', training);
    put('actions', actions);
  }

  protected override own(): Own {
    return { subscribers: this.#subscribers.length };
  }

  protected override fit(log: ObservedLog): TreesModel {
    return fitRanker(this.session, this.plan, log, rowsFor(log, this.plan.labels));
  }

  protected override investigated(slice: string): unknown {
    return investigate(this, slice);
  }

  protected override audited(of: Panel) {
    return { what: 'asked a panel about 200 clicks', answer: audit(this, of) };
  }
}
