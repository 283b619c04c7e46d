/** What incidents do to the values that serving reads, and to the log. */
import { keyedUniform } from '../keyed.ts';
import type { Incident } from '../types.ts';
import { DAY_SECONDS, HISTORY_DAYS } from './config.ts';
import { F } from './features.ts';
import type { Store } from './store.ts';

/** Incidents at work on live day `day`; `mended` holds the day on which each was mended. */
export function activeOn(
  incidents: readonly Incident[],
  mended: ReadonlyMap<Incident, number>,
  day: number,
): Incident[] {
  return incidents.filter((i) => day >= i.from && day < Math.min(i.until, mended.get(i) ?? 9999));
}

/** Second after which the aggregates know nothing; Infinity where the store works. */
export function staleSince(active: readonly Incident[]): number {
  const stale = active.find((i) => i.kind === 'stale-store');
  return stale ? (HISTORY_DAYS + stale.from) * DAY_SECONDS : Infinity;
}

export function eventCopies(active: readonly Incident[]): number {
  return active.some((i) => i.kind === 'duplicated-events') ? 2 : 1;
}

/** Factor on the latency of the feature store. */
export function slowness(active: readonly Incident[], day: number): number {
  const climb = active.find((i) => i.kind === 'latency-climb');
  return climb ? 1 + ((climb.size - 1) * Math.min(14, day - climb.from + 1)) / 14 : 1;
}

/** Share of the review team at work. */
export function reviewStaff(active: readonly Incident[]): number {
  return active.find((i) => i.kind === 'review-backlog')?.size ?? 1;
}

/** Changes the served values of rows `from` on. */
export function corrupt(store: Store, from: number, active: readonly Incident[], key: number): void {
  const f = store.features;
  const each = (change: (row: number) => void): void => {
    for (let row = from; row < store.rows; row++) change(row);
  };
  for (const incident of active) {
    const column = f[Math.max(0, incident.feature)]!;
    switch (incident.kind) {
      case 'unit-change':
        each((row) => (column[row] = column[row]! * incident.size));
        break;
      case 'null-feature':
        each((row) => {
          if (keyedUniform(key, store.unit[row]!) < incident.size) column[row] = NaN;
        });
        break;
      case 'duplicated-events':
        for (const at of [F.cardTx1h, F.cardTx24h, F.cardSpend24h]) each((row) => (f[at]![row] = f[at]![row]! * 2));
        break;
      case 'clock-skew':
        each((row) => {
          if (keyedUniform(key, store.unit[row]! ^ 0x55) < 0.5) column[row] = (column[row]! + incident.size) % 24;
        });
        break;
      case 'train-serve-skew':
        each((row) => (column[row] = column[row]! * incident.size));
        break;
      case 'device-outage':
        each((row) => {
          f[F.deviceNew]![row] = 1;
          f[F.deviceCards7d]![row] = 0;
          f[F.deviceReputation]![row] = NaN;
        });
        break;
    }
  }
}

/** Day on which a chargeback shows in the feed, in days of the world, under the stalls of the feed. */
export function shownOn(
  arrives: number,
  incidents: readonly Incident[],
  mended: ReadonlyMap<Incident, number>,
): number {
  let on = arrives;
  for (const stall of incidents) {
    if (stall.kind !== 'label-stall') continue;
    const live = on - HISTORY_DAYS;
    const until = Math.min(stall.until, mended.get(stall) ?? 9999);
    if (live >= stall.from && live < until) on = HISTORY_DAYS + until;
  }
  return on;
}

/** What an on-call engineer upstream answers to, for each kind that can be mended. */
export function answersTo(incident: Incident, featureNames: readonly string[]): readonly string[] {
  const named = incident.feature >= 0 ? [featureNames[incident.feature]!] : [];
  switch (incident.kind) {
    case 'stale-store':
      return [
        'card_tx_1h',
        'card_tx_24h',
        'card_spend_24h',
        'hours_since_last',
        'device_cards_7d',
        'merchant_busy',
        'device_new',
        'feature-store',
      ];
    case 'duplicated-events':
      return ['card_tx_1h', 'card_tx_24h', 'card_spend_24h', 'feature-store'];
    case 'device-outage':
      return ['device_new', 'device_cards_7d', 'device_reputation'];
    case 'latency-climb':
      return ['feature-store', 'latency'];
    case 'label-stall':
      return ['labels'];
    default:
      return named;
  }
}
