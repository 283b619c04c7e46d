/** Which part of the pipeline said something untrue, how far off it was, and when it could have been seen. */
import type { Lie } from '../../../ledger/lie.ts';
import { rocAuc } from '../../../metrics/index.ts';
import { takeColumns, treeMargins } from '../../../learn/index.ts';
import { tableAt } from '../../ranking/fit.ts';
import { ndcgOf } from '../../ranking/offline.ts';
import { listsWhere, thinLists } from '../../ranking/rows.ts';
import { INCIDENT_CARDS } from '../incidents.ts';
import type { LiveRun } from '../live/live.ts';
import { rewardAt, rewardsOf, rowsFor } from '../observe/rewards.ts';
import type { Launched } from '../offline/launch.ts';
import { MONITORS } from '../plan/fields.ts';
import type { Plan } from '../plan/types.ts';
import { liftsOf, type Lifts } from './lifts.ts';

/** In the order of this pipeline: first what is called good, then the number, then the logs, and so on. */
export const LIE_STAGES = ['judgments', 'metric', 'logs', 'features', 'split', 'experiment', 'serving'] as const;
export type LieStage = (typeof LIE_STAGES)[number];

const METRIC_GAP = 0.04;
const CLAIM_GAP = 0.3;
/** Of what the annotators graded good at least so much must be what was meant, and grades and truth so far apart. */
const PURE = 0.8;
const GOOD_GRADE = 2;
/** How well a product must fit to be what was meant. */
const MEANT = 0.6;
/** Standard errors of the effect on the tail below which nothing was seen there. */
const SEEN = 1.96;
const MACHINE_SHARE = 0.05;
const CURVE_FACTOR = 1.6;
const LEAK_GAP = 0.06;
const SPLIT_GAP = 0.03;
/** Place at which the curve of a plan is held against the truth: the fifth. */
const HELD_PLACE = 4;
/** Live days on which offline promises are held. */
const HELD_DAYS = 28;

/** No monitor watches what was untrue before launch. */
const UNSEEN = { monitor: null, monitorSeesOn: null, alarmedOn: null } as const;

const signed = (x: number): string => `${x >= 0 ? '+' : ''}${(100 * x).toFixed(1)}%`;
const percent = (x: number): string => `${(100 * x).toFixed(0)}%`;

/** The judgments that a plan learned from or tested on: were the good ones what was meant? */
function judgmentLie(plan: Plan, launched: Launched, run: LiveRun, lifts: Lifts): Lie | undefined {
  const { reward, votes } = plan.labels;
  const tests = plan.evaluation.reward === 'judgment';
  if (reward !== 'judgment' && reward !== 'blend' && !tests) return undefined;
  const { log, train, test } = launched.trial;
  const fit = run.session.truth.fit();
  let graded = 0;
  let meant = 0;
  for (const row of reward === 'judgment' || reward === 'blend' ? train.rows : test.rows) {
    if (log.judged[row] === 0 || rewardAt(log, row, 'judgment', votes) < GOOD_GRADE) continue;
    graded++;
    if (fit[row]! > MEANT) meant++;
  }
  const purity = graded > 0 ? meant / graded : 1;
  if (purity >= PURE) return undefined;
  const old = plan.labels.guideline === 'all';
  return {
    stage: 'judgments',
    subject: old ? 'guideline' : 'votes',
    day: -1,
    says: `Of the products that the annotators graded good, ${percent(purity)} are what was meant.${
      old
        ? ' Until five weeks before launch the guideline asked whether the words of the query were there; since then it asks whether this is what was meant, and both stand in one column.'
        : ''
    } The offline number promised ${signed(lifts.claimed)}, and the margin of the same lists changes by ${signed(lifts.margin)}.`,
    said: 1,
    was: purity,
    couldBeSeenOn: -1,
    how: 'Plot the grades by day and by annotator, have specialists look at 200 judged products, and hold grades against clicks and orders of the same pairs.',
    ...UNSEEN,
  };
}

function metricLie(plan: Plan, launched: Launched, lifts: Lifts): Lie | undefined {
  const { metric, reward } = plan.evaluation;
  const base = { stage: 'metric', subject: metric, day: -1, couldBeSeenOn: -1, ...UNSEEN };
  if (launched.refused && lifts.margin > METRIC_GAP)
    return {
      ...base,
      said: lifts.claimed,
      was: lifts.margin,
      says: `${metric} on ${reward} said ${signed(lifts.claimed)} and turned the model down; its order holds ${signed(lifts.margin)} of margin.`,
      how: 'Compare with an estimate that knows the chance of each placement: a list metric on logged clicks rewards the old order.',
    };
  const truly = reward === 'click' ? lifts.clicks : lifts.margin;
  if (lifts.claimed - truly <= CLAIM_GAP) return undefined;
  return {
    ...base,
    said: lifts.claimed,
    was: truly,
    says: `${metric} on ${reward} promised ${signed(lifts.claimed)}; in truth it is ${signed(truly)}.`,
    how: 'Read the effective sample beside the estimate, and a second estimator on another reward beside the first.',
  };
}

function logLie(plan: Plan, launched: Launched, run: LiveRun): Lie | undefined {
  const { log, all, curve } = launched.trial;
  const machine = run.session.truth.machine();
  let clicks = 0;
  let byMachines = 0;
  for (const row of all.rows) {
    if (log.judged[row] === 1 || log.clicked[row] === 0) continue;
    clicks++;
    byMachines += machine[row]!;
  }
  const looks = run.session.truth.examination();
  const truly = looks[HELD_PLACE]! / looks[0]!;
  const believed = plan.weighting.method === 'none' ? 1 : curve[HELD_PLACE]!;
  const factor = Math.max(believed / truly, truly / believed);
  if (plan.labels.reward !== 'judgment' && factor > CURVE_FACTOR) {
    return {
      stage: 'logs',
      subject: 'place',
      day: -1,
      says: `The training took the fifth place to be looked at ${percent(believed)} as often as the first; it is ${percent(truly)}. The old order was learned as if people had chosen it.`,
      said: believed,
      was: truly,
      couldBeSeenOn: -1,
      how: 'Compare click rates by place on the lists that were shown in random order.',
      ...UNSEEN,
    };
  }
  if (clicks > 0 && byMachines / clicks > MACHINE_SHARE) {
    return {
      stage: 'logs',
      subject: 'machines',
      day: -1,
      says: `${percent(byMachines / clicks)} of the clicks in the training log were made by machines.`,
      said: 0,
      was: byMachines / clicks,
      couldBeSeenOn: -1,
      how: 'Plot the seconds between clicks of a visit: people do not choose in one second.',
      ...UNSEEN,
    };
  }
  return undefined;
}

/** AUC of a column for any reward, missing values last; 0.5 where there is nothing to rank. */
function aucOf(rewards: Float64Array, values: Float32Array): number {
  const labels = Uint8Array.from(rewards, (y) => (y > 0 ? 1 : 0));
  const positives = labels.reduce((a, b) => a + b, 0);
  if (positives === 0 || positives === labels.length) return 0.5;
  return rocAuc(
    labels,
    Float64Array.from(values, (x) => (x === x ? x : -1e9)),
  );
}

interface Held {
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
  readonly rewards: Float64Array;
}

/** Lists of the first live weeks by the plan's own rules, with the plan's own reward. */
function heldLists(plan: Plan, run: LiveRun): Held {
  const log = run.session.log(run.day);
  const labels = { ...plan.labels, windowDays: 200 };
  const live = listsWhere(
    log,
    rowsFor(log, labels, plan.evaluation.reward),
    (row) => log.day[row]! >= 0 && log.day[row]! < HELD_DAYS,
  );
  const some = thinLists(log, live, 2500);
  return { ...some, rewards: rewardsOf(log, some.rows, plan.evaluation.reward, plan.labels.votes) };
}

function leakLie(plan: Plan, launched: Launched, run: LiveRun, held: Held): Lie | undefined {
  const { test, rewards } = launched.trial;
  let worst: Lie | undefined;
  for (const feature of plan.features) {
    const leak = feature.pointInTime ? undefined : run.session.truth.leakOf(feature.name);
    if (!leak) continue;
    // As the plan joined it, on the live weeks too: by now the future of those rows is in the tables.
    const joined = run.session.columns([feature], test.rows)[feature.name]!;
    const served = run.session.columns([{ ...feature, pointInTime: true }], held.rows)[feature.name]!;
    const said = aucOf(rewards, joined);
    const was = aucOf(
      held.rewards,
      feature.name === 'basket_value' || feature.name === 'shown_place' ? served.fill(0) : served,
    );
    const gap = Math.abs(said - 0.5) - Math.abs(was - 0.5);
    if (gap <= LEAK_GAP || (worst && gap <= Math.abs(worst.said - 0.5) - Math.abs(worst.was - 0.5))) continue;
    worst = {
      stage: 'features',
      subject: feature.name,
      day: -1,
      says: `${feature.name} ranked rewards with an AUC of ${said.toFixed(3)} in the training table and ${was.toFixed(3)} as served: ${leak.says}.`,
      said,
      was,
      couldBeSeenOn: -1,
      how: 'Ask when each column is written, and compare the stored values with those that serving logged; one column that does this well is a warning.',
      ...UNSEEN,
      alarmedOn: run.alarms.find((a) => a.feature === feature.name)?.day ?? null,
    };
  }
  return worst;
}

function splitLie(plan: Plan, launched: Launched, run: LiveRun, held: Held): Lie | undefined {
  const { model, trial } = launched;
  if (plan.split.kind === 'time' || !model || !held.rewards.some((y) => y > 0)) return undefined;
  const asServed = plan.features.map((f) => ({ ...f, pointInTime: true }));
  const table = takeColumns(tableAt(run.session, asServed, held.rows), model.names);
  const said = ndcgOf(trial.test.starts, trial.rewards, trial.scores, 10);
  const was = ndcgOf(held.starts, held.rewards, treeMargins(model, table), 10);
  if (said - was <= SPLIT_GAP) return undefined;
  return {
    stage: 'split',
    subject: plan.split.kind,
    day: -1,
    says: `A ${plan.split.kind} split promised an NDCG of ${said.toFixed(3)}; on the lists of the first four weeks it was ${was.toFixed(3)}. The same queries, products and days stood on both sides.`,
    said,
    was,
    couldBeSeenOn: -1,
    how: 'Test on the last days and compare the two numbers before launch.',
    ...UNSEEN,
  };
}

function experimentLie(plan: Plan, launched: Launched, run: LiveRun, lifts: Lifts): Lie | undefined {
  const last = run.experiment.looks.at(-1);
  if (!last || plan.experiment.days === 0) return undefined;
  const { metric, unit, guardrail } = plan.experiment;
  const base = { stage: 'experiment', subject: metric, day: last.day, ...UNSEEN };
  if (last.verdict === 'ship' && lifts.margin < 0 && guardrail === 'none')
    return {
      ...base,
      says: `By ${unit}, ${metric} rose by ${signed(last.lift)} in ${last.day + 1} days and the model was shipped; margin changed by ${signed(lifts.margin)}, and no guardrail looked.`,
      said: last.lift,
      was: lifts.margin,
      couldBeSeenOn: last.day,
      how: 'Guard the margin, split by user, and let it run for weeks.',
    };
  if (last.verdict === 'stop' && lifts.margin > METRIC_GAP)
    return {
      ...base,
      says: `The experiment stopped a model that brings ${signed(lifts.margin)} of margin: ${last.why}. With ${last.units} units its power was ${launched.trial.power.toFixed(2)}.`,
      said: last.lift,
      was: lifts.margin,
      couldBeSeenOn: -1,
      how: 'Compute the power before it starts: no difference found is no difference only where one would have been seen.',
    };
  const first = run.experiment.looks.find((l) => l.day >= plan.rollout.shadowDays + 2);
  if (
    last.verdict === 'ship' &&
    last.day - plan.rollout.shadowDays < 7 &&
    first &&
    last.lift > 2 * Math.max(0.01, lifts.clicks)
  )
    return {
      ...base,
      says: `After ${last.day + 1 - plan.rollout.shadowDays} days ${metric} stood at ${signed(last.lift)}; the lasting change in clicks is ${signed(lifts.clicks)}. What is new draws for a week.`,
      said: last.lift,
      was: lifts.clicks,
      couldBeSeenOn: last.day + 7,
      how: 'Plot the difference by day since a person first saw the model.',
    };
  const tail = run.tail;
  if (last.verdict === 'ship' && tail && Math.abs(tail.z) < SEEN)
    return {
      ...base,
      subject: 'tail',
      says: `Shipped on all searches at ${signed(last.lift)}; on the rarer half of the queries the same experiment saw ${signed(tail.lift)} with a standard error of ${percent(tail.standardError / tail.control)}. For the tail it could not say anything.`,
      said: last.lift,
      was: tail.lift,
      couldBeSeenOn: last.day,
      how: 'Compute the power for the tail alone before it starts: the head decides the mean.',
    };
  return undefined;
}

function servingLies(run: LiveRun): Lie[] {
  return run.session.truth.incidents.map((incident) => {
    const card = INCIDENT_CARDS.find((c) => c.kind === incident.kind)!;
    const { usual, title } = MONITORS.find((m) => m.kind === card.seenBy)!;
    const during = run.hidden.filter((r) => r.kind === card.seenBy && r.day >= incident.from && r.day < incident.until);
    const over = during.find((r) => r.value > usual);
    const alarm = run.alarms.find((a) => a.day >= incident.from && a.day < incident.until && a.kind === card.seenBy);
    return {
      stage: 'serving' as const,
      subject: incident.kind,
      day: incident.from,
      says: card.says,
      said: usual,
      was: during.reduce((most, r) => Math.max(most, r.value), 0),
      couldBeSeenOn: over?.day ?? incident.until,
      how: `${title} above ${usual}`,
      monitor: card.seenBy,
      monitorSeesOn: over?.day ?? null,
      alarmedOn: alarm?.day ?? null,
    };
  });
}

/** All lies, in the order of the pipeline, then by day. The first is the first lie. */
export function findLies(plan: Plan, launched: Launched, run: LiveRun): Lie[] {
  if (plan.model.kind === 'rule') return servingLies(run);
  const held = heldLists(plan, run);
  const lifts = liftsOf(run.session, plan, launched);
  const made = [
    judgmentLie(plan, launched, run, lifts),
    metricLie(plan, launched, lifts),
    logLie(plan, launched, run),
    leakLie(plan, launched, run, held),
    splitLie(plan, launched, run, held),
    experimentLie(plan, launched, run, lifts),
  ];
  return [...made.filter((lie) => lie !== undefined), ...servingLies(run)];
}
