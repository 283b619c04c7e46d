/** The truth after a run: ledger against the references, what each decision cost, the lies, the questions. */
import type { PlanBase } from '../plan/check.ts';
import type { RunFile } from '../run/run-file.ts';
import type { Incident } from '../worlds/types.ts';
import type { Life, World } from '../worlds/world.ts';
import { outcomeOf, type ReplayJob, type ReplayOutcome } from './jobs.ts';
import type { Constraint } from './constraint.ts';
import type { Lie } from './lie.ts';
import type { RunQuestion } from './questions.ts';
import { ledgerOf } from './replay.ts';
import { coalition, coalitionsOf, sampleOrders, shapley, type Share } from './shapley.ts';

/** Decisions that share the blame by Shapley value: those that moved the money most when replaced alone. */
const PLAYERS = 4;
/** Pairs of orders that are drawn; four players have 24 orders. */
const PAIRS = 3;

export interface LedgerLine {
  readonly total: number;
  readonly byCause: readonly number[];
  /** Total of each live day, dollars. */
  readonly byDay: readonly number[];
}

export interface DecisionCost {
  /** A decision of the world's, or `actions`. */
  readonly decision: string;
  readonly title: string;
  /** Dollars that ours cost more than the reference's, all else equal; null where it cannot be told. */
  readonly cost: number | null;
  readonly note: string;
}

export interface IncidentCost {
  readonly kind: string;
  readonly title: string;
  /** Feature that it hit, where there is one. */
  readonly feature: string | null;
  /** Live days, `until` exclusive, as the world had it: a page may have ended it sooner. */
  readonly from: number;
  readonly until: number;
  /** Dollars that the run cost more with it than without it, all else equal; less than 0 where it helped. */
  readonly cost: number | null;
}

export interface PostMortem {
  readonly causes: readonly string[];
  readonly ledger: Readonly<Record<string, LedgerLine>>;
  /** Our money by day and cause: `ours[day][cause]`. */
  readonly ours: readonly (readonly number[])[];
  readonly reference: string;
  readonly decisions: readonly DecisionCost[];
  readonly shapley: { readonly shares: readonly Share[]; readonly orders: number; readonly together: number } | null;
  readonly lies: readonly Lie[];
  readonly firstLie: Lie | null;
  readonly prediction: {
    readonly saves: number;
    readonly saved: number;
    readonly firstFailure: string;
    readonly failedFirst: string | null;
    readonly right: boolean;
  };
  readonly incidents: readonly Incident[];
  /** The run replayed without each incident, in the order of `incidents`. */
  readonly incidentCosts: readonly IncidentCost[];
  readonly prevalence: number;
  readonly counts: Readonly<Record<string, number>>;
  /** What dominates this world; null where it does not say. */
  readonly constraint: Constraint | null;
  readonly questions: readonly RunQuestion[];
}

/** What the post-mortem is made from: a finished life, and the plans to compare with. */
export interface PostMortemInput<P extends PlanBase> {
  readonly world: World<P>;
  readonly file: RunFile<P>;
  readonly life: Life;
  readonly references: Readonly<Record<string, P>>;
  /** Name of the reference whose decisions are put in the place of ours. */
  readonly against: string;
}

const cents = (x: number): number => Math.round(x * 100) / 100;

function line(outcome: ReplayOutcome): LedgerLine {
  const byCause = (outcome.byDay[0] ?? []).map((_, c) => outcome.byDay.reduce((sum, day) => sum + day[c]!, 0));
  return {
    total: outcome.total,
    byCause: byCause.map(cents),
    byDay: outcome.byDay.map((day) => cents(day.reduce((a, b) => a + b, 0))),
  };
}

/** What `postMortem` and whoever starts its replays early both need to know. */
function comparison<P extends PlanBase>({ world, file, references, against }: Omit<PostMortemInput<P>, 'life'>) {
  const { plan, actions } = file;
  const reference = references[against];
  if (!reference)
    throw new RangeError(
      `against: there is no reference plan "${against}"; there are ${Object.keys(references).join(', ')}`,
    );
  const bare = (p: P): string => inAnyOrder({ ...p, name: '', prediction: 0 });
  const isOurs = (other: P): boolean => actions.length === 0 && bare(other) === bare(plan);
  const replaced = (decisions: readonly string[]): P =>
    decisions.reduce((p, d) => world.replace(p, reference, d), plan);
  const own = inAnyOrder(plan);
  const changed = world.decisions.map((d) => d.decision).filter((d) => inAnyOrder(replaced([d])) !== own);
  const broken = new Map<string, string>();
  const jobs: ReplayJob[] = [
    { id: 'doing nothing', plan: 'nothing', actions: [] },
    { id: 'oracle', plan: 'oracle', actions: [] },
  ];
  for (const [name, other] of Object.entries(references))
    if (!isOurs(other)) jobs.push({ id: name, plan: other, actions: [] });
  for (const decision of changed) {
    const other = replaced([decision]);
    const problem = world.problems(other)[0];
    if (problem)
      broken.set(decision, `cannot stand alone beside your other choices: ${problem.field} ${problem.reason}`);
    else jobs.push({ id: `with ${decision}`, plan: other, actions });
  }
  if (actions.length > 0) jobs.push({ id: 'with actions', plan, actions: [] });
  return { isOurs, replaced, changed, broken, jobs };
}

/**
 * The first batch of replays that the post-mortem of this run will ask for. It depends on the file alone, so workers
 * may begin on it while the run itself is still being lived.
 */
export function replayJobs<P extends PlanBase>(
  world: World<P>,
  file: RunFile<P>,
  references: Readonly<Record<string, P>>,
  against = 'expert',
): readonly ReplayJob[] {
  return comparison({ world, file, references, against }).jobs;
}

/**
 * Makes the post-mortem. Yields batches of replays and is resumed with their outcomes, in any order; whoever drives it
 * may run a batch here, or spread it over workers.
 */
export function* postMortem<P extends PlanBase>(
  input: PostMortemInput<P>,
): Generator<readonly ReplayJob[], PostMortem, readonly ReplayOutcome[]> {
  const { world, file, life, references, against } = input;
  const { plan, actions } = file;
  const { isOurs, replaced, changed, broken, jobs } = comparison(input);
  const ours = outcomeOf('ours', ledgerOf(life.money));
  const { lies, incidents, prevalence, counts, constraint = null } = life.truth();
  const outcomes = new Map<string, ReplayOutcome>((yield jobs).map((o) => [o.id, o]));
  for (const [name, other] of Object.entries(references)) if (isOurs(other)) outcomes.set(name, { ...ours, id: name });

  const costOf = (decision: string): number | null => {
    const outcome = outcomes.get(`with ${decision}`);
    return outcome && outcome.failed === undefined ? cents(ours.total - outcome.total) : null;
  };
  const decisions: DecisionCost[] = world.decisions.map(({ decision, title }) => {
    if (!changed.includes(decision)) return { decision, title, cost: 0, note: `the same as the ${against} plan` };
    const note =
      broken.get(decision) ??
      outcomes.get(`with ${decision}`)?.failed ??
      `against the ${against} plan, all else as you had it`;
    return { decision, title, cost: costOf(decision), note };
  });
  if (actions.length > 0) {
    decisions.push({
      decision: 'actions',
      title: 'What you did while it ran',
      cost: costOf('actions'),
      note: 'against doing nothing by hand',
    });
  }

  const players = decisions
    .filter((d) => d.decision !== 'actions' && d.cost !== null && d.cost !== 0)
    .sort((a, b) => Math.abs(b.cost!) - Math.abs(a.cost!))
    .slice(0, PLAYERS)
    .map((d) => d.decision);
  const orders = players.length >= 2 ? sampleOrders(players, PAIRS, file.seed) : [];
  const values = new Map<string, number>([['', 0]]);
  for (const name of players) values.set(name, costOf(name)!);
  const wanted = coalitionsOf(orders).filter((set) => !values.has(coalition(set)));
  const possible = wanted.filter((set) => world.problems(replaced(set)).length === 0);
  const spared = incidents.map((_, without): ReplayJob => ({
    id: `without incident ${without}`,
    plan,
    actions,
    without,
  }));
  const second = yield [...possible.map((set) => ({ id: coalition(set), plan: replaced(set), actions })), ...spared];
  for (const outcome of second) {
    outcomes.set(outcome.id, outcome);
    if (outcome.failed === undefined) values.set(outcome.id, ours.total - outcome.total);
  }
  const usable = orders.filter((order) => order.every((_, k) => values.has(coalition(order.slice(0, k + 1)))));
  const shares =
    usable.length < 2
      ? null
      : {
          shares: shapley(players, usable, (name) => values.get(name)!),
          orders: usable.length,
          together: values.get(coalition(players))!,
        };

  const nothing = outcomes.get('doing nothing')!;
  const ledger: Record<string, LedgerLine> = { ours: line(ours) };
  for (const id of ['doing nothing', ...Object.keys(references), 'oracle']) {
    const outcome = outcomes.get(id);
    if (outcome && outcome.failed === undefined) ledger[id] = line(outcome);
  }
  const saved = Math.round(nothing.total - ours.total);
  const firstLie = lies[0] ?? null;
  const failedFirst = firstLie ? (firstLie.subject ?? firstLie.stage) : null;
  const guess = plan.prediction.firstFailure.toLowerCase();
  return {
    causes: world.causes.map((c) => c.cause),
    ledger,
    ours: ours.byDay,
    reference: against,
    decisions,
    shapley: shares,
    lies,
    firstLie,
    prediction: {
      saves: plan.prediction.saves,
      saved,
      firstFailure: plan.prediction.firstFailure,
      failedFirst,
      right:
        firstLie !== null &&
        guess !== '' &&
        [firstLie.stage, firstLie.subject ?? ''].some((w) => w !== '' && (w.includes(guess) || guess.includes(w))),
    },
    incidents,
    incidentCosts: incidents.map((incident, i) => {
      const outcome = outcomes.get(`without incident ${i}`);
      return {
        kind: incident.kind,
        title: world.incidents.find((c) => c.kind === incident.kind)!.title,
        feature: world.features[incident.feature]?.name ?? null,
        from: incident.from,
        until: incident.until,
        cost: outcome && outcome.failed === undefined ? cents(ours.total - outcome.total) : null,
      };
    }),
    prevalence,
    counts,
    constraint,
    questions: life.questions({
      decisions: decisions
        .filter((d) => d.cost !== null)
        .map((d) => ({ decision: d.decision, title: d.title, cost: d.cost! }))
        .sort((a, b) => b.cost - a.cost),
      saved,
      predicted: plan.prediction.saves,
      topCauses: world.causes
        .map(({ cause, says }, c) => ({
          cause,
          words: says,
          dollars: ledger.ours!.byCause[c]!,
        }))
        .sort((a, b) => b.dollars - a.dollars),
    }),
  };
}

/** A value as text that is the same whatever the order of its keys: a plan that was stored may come back in another. */
const inAnyOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
