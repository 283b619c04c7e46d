/** Which part of the pipeline said something untrue, how far off it was, and when it could have been seen. */
import type { Lie } from '../../../ledger/lie.ts';
import type { MonitorCard } from '../../../plan/fields.ts';
import type { Reading } from '../../../operate/monitors.ts';
import { accuracy, rocAuc } from '../../../metrics/index.ts';
import { MONITORS } from '../plan/fields.ts';
import { FEATURES } from '../features.ts';
import { INCIDENT_CARDS } from '../incidents.ts';
import type { Plan } from '../plan/types.ts';
import type { Launched } from '../offline/launch.ts';
import type { LiveRun } from '../live/live.ts';

export const LIE_STAGES = ['labels', 'features', 'split', 'metric', 'threshold', 'serving'] as const;
export type LieStage = (typeof LIE_STAGES)[number];

/** Live days on which offline promises are held against the truth. */
const HELD = 28;
const MISSED_LABELS = 0.4;
const LEAK_GAP = 0.1;
const SPLIT_GAP = 0.06;
const THRESHOLD_RATIO = 2;

/** Days before an incident on which a monitor that is already over its threshold cannot be said to show it. */
const BEFORE = 3;

const monitorCard = (kind: string): MonitorCard => MONITORS.find((m) => m.kind === kind)!;

type Seen = Pick<Lie, 'monitor' | 'monitorSeesOn' | 'alarmedOn'>;

/** Which of these monitors would have raised it first at its usual threshold, and when those of the plan did. */
function seenBy(run: LiveRun, kinds: readonly string[], from: number, until: number, feature?: string): Seen {
  const within = (r: Reading): boolean =>
    kinds.includes(r.kind) &&
    r.day >= from &&
    r.day < until &&
    (feature === undefined || r.feature === undefined || r.feature === feature);
  const over = (r: Reading): boolean => r.value > monitorCard(r.kind).usual;
  const first = run.hidden.find((r) => within(r) && over(r));
  return {
    monitor: first?.kind ?? null,
    monitorSeesOn: first?.day ?? null,
    alarmedOn: run.alarms.find(within)?.day ?? null,
  };
}

/** Monitors that were read before an incident and were quiet: one that shouted already says nothing new. */
function quietBefore(run: LiveRun, day: number): string[] {
  const before = run.hidden.filter((r) => r.day >= day - BEFORE && r.day < day);
  return MONITORS.filter(({ kind, usual }) => {
    const readings = before.filter((r) => r.kind === kind);
    return readings.length > 0 && readings.every((r) => r.value <= usual);
  }).map((m) => m.kind);
}

const percent = (x: number): string => `${(100 * x).toFixed(0)}%`;

/** AUC of a column, missing values last; 0.5 where there is nothing to rank. */
function aucOf(labels: Uint8Array, values: Float32Array | Float64Array): number {
  const positives = labels.reduce((a, b) => a + b, 0);
  if (positives === 0 || positives === labels.length) return 0.5;
  return rocAuc(
    labels,
    Float64Array.from(values, (x) => (x === x ? x : -1e9)),
  );
}

interface Held {
  readonly rows: Uint32Array;
  readonly labels: Uint8Array;
  readonly scores: Float64Array;
}

/** The first live days as they were: log rows, true labels, served scores. */
function heldDays(run: LiveRun): Held {
  const frauds = run.session.truth.frauds();
  const days = run.served().slice(0, HELD);
  const first = days[0]?.firstRow ?? 0;
  const count = days.reduce((sum, d) => sum + d.scores.length, 0);
  const scores = new Float64Array(count);
  let at = 0;
  for (const day of days) {
    scores.set(day.scores, at);
    at += day.scores.length;
  }
  const rows = Uint32Array.from({ length: count }, (_, i) => first + i);
  return { rows, labels: frauds.slice(first, first + count), scores };
}

function labelLie(plan: Plan, launched: Launched, run: LiveRun, frauds: Uint8Array): Lie | undefined {
  const { rows, labels } = launched.trial.labelled;
  let real = 0;
  let missed = 0;
  for (let i = 0; i < rows.length; i++) {
    if (frauds[rows[i]!] === 0) continue;
    real++;
    if (labels[i] === 0) missed++;
  }
  if (real === 0 || missed / real <= MISSED_LABELS) return undefined;
  return {
    stage: 'labels',
    subject: plan.labels.source,
    day: -1,
    says: `${percent(missed / real)} of the true frauds among the labelled payments were taught as honest: the maturity window is ${plan.labels.maturityDays} days and chargebacks take weeks.`,
    said: 0,
    was: missed / real,
    couldBeSeenOn: -1,
    how: 'Plot the share with a chargeback by age of the payment: it is still rising at the edge of the window.',
    ...seenBy(run, ['calibration'], 0, Infinity),
  };
}

function leakLie(plan: Plan, launched: Launched, run: LiveRun, held: Held, frauds: Uint8Array): Lie | undefined {
  const { test } = launched.trial;
  const sample = test.rows.filter((row, i) => frauds[row] === 1 || i % 8 === 0);
  const labels = Uint8Array.from(sample, (row) => frauds[row]!);
  const liveSample = held.rows.filter((row, i) => held.labels[row - held.rows[0]!] === 1 || i % 8 === 0);
  const liveLabels = Uint8Array.from(liveSample, (row) => frauds[row]!);
  let worst: Lie | undefined;
  for (const feature of plan.features) {
    const leak = run.session.truth.leakOf(feature.name);
    if (!leak) continue;
    const before = run.session.columns([feature], sample, 0)[feature.name]!;
    const served = run.session.columns([{ ...feature, pointInTime: true }], liveSample, run.day)[feature.name]!;
    const said = aucOf(labels, before);
    const was = aucOf(liveLabels, served);
    const gap = Math.abs(said - 0.5) - Math.abs(was - 0.5);
    if (gap <= LEAK_GAP || (worst && gap <= Math.abs(worst.said - 0.5) - Math.abs(worst.was - 0.5))) continue;
    worst = {
      stage: 'features',
      subject: feature.name,
      day: -1,
      says: `${feature.name} ranked fraud with an AUC of ${said.toFixed(3)} in the training table and ${was.toFixed(3)} as served: ${leak.says}.`,
      said,
      was,
      couldBeSeenOn: -1,
      how: 'Ask when each column is written, and compare the stored values with those logged at the time; a single column that does this well is a warning.',
      ...seenBy(run, ['psi', 'nullRate'], 0, Infinity, feature.name),
    };
  }
  return worst;
}

function splitLie(plan: Plan, launched: Launched, run: LiveRun, held: Held): Lie | undefined {
  if (plan.split.kind !== 'random' && plan.split.kind !== 'entity') return undefined;
  const said = aucOf(launched.trial.test.labels, launched.trial.scores);
  const was = aucOf(held.labels, held.scores);
  if (said - was <= SPLIT_GAP) return undefined;
  return {
    stage: 'split',
    subject: plan.split.kind,
    day: -1,
    says: `A ${plan.split.kind} split promised an AUC of ${said.toFixed(3)}; in the first four weeks it was ${was.toFixed(3)}. Payments of one burst, and of one future, stood on both sides.`,
    said,
    was,
    couldBeSeenOn: -1,
    how: 'Split by time with a gap and compare the two numbers before launch.',
    ...seenBy(run, ['calibration'], 0, Infinity),
  };
}

function metricLie(plan: Plan, launched: Launched): Lie | undefined {
  if (plan.evaluation.metric !== 'accuracy') return undefined;
  const { test, metric } = launched.trial;
  const constant = accuracy(test.labels, new Float64Array(test.labels.length), 0.5, test.weights);
  return {
    stage: 'metric',
    subject: 'accuracy',
    day: -1,
    says: `Accuracy was ${metric.toFixed(4)}; approving everything scores ${constant.toFixed(4)}. The number says nothing about fraud.`,
    said: metric,
    was: constant,
    couldBeSeenOn: -1,
    how: 'Score the constant answer first.',
    // No monitor watches a metric that was chosen badly.
    monitor: null,
    monitorSeesOn: null,
    alarmedOn: null,
  };
}

function thresholdLie(launched: Launched, run: LiveRun, held: Held): Lie | undefined {
  if (!launched.scorer) return undefined;
  let expected = 1;
  let real = 1;
  held.scores.forEach((p, i) => {
    if (p < 0.02) return;
    expected += p;
    real += held.labels[i]!;
  });
  const ratio = expected / real;
  if (ratio < THRESHOLD_RATIO && ratio > 1 / THRESHOLD_RATIO) return undefined;
  return {
    stage: 'threshold',
    subject: null,
    day: 0,
    says: `Among risky payments of the first four weeks the scores promised ${(expected - 1).toFixed(0)} frauds; there were ${real - 1}. A threshold on such scores is not where it seems to be.`,
    said: expected - 1,
    was: real - 1,
    couldBeSeenOn: HELD,
    how: 'Compare the sum of the scores with matured labels, or audit 200 of the riskiest payments by hand after two weeks.',
    ...seenBy(run, ['calibration', 'blockRate', 'scoreDrift'], 0, Infinity),
  };
}

function servingLies(run: LiveRun): Lie[] {
  const names = FEATURES.map((f) => f.name);
  return run.session.truth.incidents.map((incident) => {
    const card = INCIDENT_CARDS.find((c) => c.kind === incident.kind)!;
    const { usual } = monitorCard(card.seenBy);
    const { from, until } = incident;
    const own = seenBy(run, [card.seenBy], from, until);
    const seen = own.monitor === null ? seenBy(run, quietBefore(run, from), from, until) : own;
    const shown = seen.monitor === null ? undefined : monitorCard(seen.monitor);
    const peak = run.hidden.filter((r) => r.kind === card.seenBy && r.day >= from && r.day < until);
    return {
      stage: 'serving' as const,
      subject: incident.feature >= 0 ? `${incident.kind}: ${names[incident.feature]}` : incident.kind,
      day: from,
      says: card.says,
      said: usual,
      was: peak.reduce((most, r) => Math.max(most, r.value), 0),
      couldBeSeenOn: seen.monitorSeesOn ?? until,
      how: shown
        ? `${shown.title} above ${shown.usual}`
        : `${monitorCard(card.seenBy).title} above ${usual}, which it never reached`,
      ...seen,
    };
  });
}

/** All lies, in the order of the pipeline, then by day. The first is the first lie. */
export function findLies(plan: Plan, launched: Launched, run: LiveRun): Lie[] {
  const frauds = run.session.truth.frauds();
  const learned = plan.model.kind !== 'rule';
  const held = heldDays(run);
  const offline = learned
    ? [
        labelLie(plan, launched, run, frauds),
        leakLie(plan, launched, run, held, frauds),
        splitLie(plan, launched, run, held),
        metricLie(plan, launched),
        thresholdLie(launched, run, held),
      ]
    : [];
  return [...offline.filter((lie) => lie !== undefined), ...servingLies(run)];
}
