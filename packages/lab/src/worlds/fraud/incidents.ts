/** The kinds of incident, and their draw by seed. */
import { RandomStream } from '../../random/index.ts';
import type { Incident, IncidentCard } from '../types.ts';
import { LIVE_DAYS } from './config.ts';
import { F } from './features.ts';

interface Kind extends IncidentCard {
  /** Days it lasts unless somebody mends it: least and most. */
  readonly lasts: readonly [number, number];
  readonly features: readonly number[];
  readonly size: readonly [number, number];
  /** Chance to be drawn, relative to the others. */
  readonly weight: number;
}

export const INCIDENT_KINDS: readonly Kind[] = [
  {
    kind: 'unit-change',
    title: 'Unit change upstream',
    says: 'The checkout began to send amounts in cents where it had sent dollars.',
    seenBy: 'psi',
    pageable: true,
    lasts: [9, 20],
    features: [F.amount],
    size: [100, 100],
    weight: 1.2,
  },
  {
    kind: 'null-feature',
    title: 'Feature turned null',
    says: 'A field upstream was renamed, and the feature arrived empty.',
    seenBy: 'nullRate',
    pageable: true,
    lasts: [9, 24],
    features: [F.emailAge, F.ipDistance, F.addressCheck, F.accountAge],
    size: [0.85, 1],
    weight: 1.2,
  },
  {
    kind: 'stale-store',
    title: 'Stale feature store',
    says: 'The job that refreshes the aggregates died; serving read old values.',
    seenBy: 'psi',
    pageable: true,
    lasts: [8, 18],
    features: [F.cardTx1h],
    size: [1, 1],
    weight: 1.2,
  },
  {
    kind: 'duplicated-events',
    title: 'Duplicated events',
    says: 'A retry loop wrote every event twice; counts doubled, in serving and in the training log.',
    seenBy: 'psi',
    pageable: true,
    lasts: [8, 18],
    features: [F.cardTx24h],
    size: [2, 2],
    weight: 1,
  },
  {
    kind: 'clock-skew',
    title: 'Clock skew',
    says: 'Half of the servers moved to another time zone.',
    seenBy: 'psi',
    pageable: true,
    lasts: [10, 25],
    features: [F.hour],
    size: [6, 9],
    weight: 0.8,
  },
  {
    kind: 'train-serve-skew',
    title: 'Training and serving disagree',
    says: 'The serving code computed the session length in minutes; training had seconds.',
    seenBy: 'psi',
    pageable: true,
    lasts: [84, 84],
    features: [F.sessionSeconds],
    size: [1 / 60, 1 / 60],
    weight: 1.2,
  },
  {
    kind: 'season',
    title: 'Traffic shift of a season',
    says: 'A sale: more payments, larger, from new devices and to other addresses; nearly all honest.',
    seenBy: 'blockRate',
    pageable: false,
    lasts: [9, 14],
    features: [-1],
    size: [1.5, 1.9],
    weight: 1,
  },
  {
    kind: 'latency-climb',
    title: 'Latency climbed',
    says: 'The feature store slowed down a little each day; answers came too late and the fallback decided.',
    seenBy: 'latency',
    pageable: true,
    lasts: [14, 28],
    features: [-1],
    size: [3, 5],
    weight: 1,
  },
  {
    kind: 'label-stall',
    title: 'Label pipeline stalled',
    says: 'The chargeback feed stopped; a payment without a chargeback looked honest.',
    seenBy: 'labelVolume',
    pageable: true,
    lasts: [14, 28],
    features: [-1],
    size: [1, 1],
    weight: 1,
  },
  {
    kind: 'new-attack',
    title: 'New attack',
    says: 'A ring used cloned devices and residential addresses, with small baskets of gift cards.',
    seenBy: 'calibration',
    pageable: false,
    lasts: [30, 50],
    features: [-1],
    size: [0.6, 1.1],
    weight: 1.4,
  },
  {
    kind: 'device-outage',
    title: 'Device fingerprint outage',
    says: 'The fingerprint script failed to load; every device looked new and nameless.',
    seenBy: 'nullRate',
    pageable: true,
    lasts: [6, 14],
    features: [F.deviceNew],
    size: [1, 1],
    weight: 1.2,
  },
  {
    kind: 'review-backlog',
    title: 'Review team short of hands',
    says: 'Half of the reviewers were away; the queue overflowed and the rest was approved.',
    seenBy: 'reviewBacklog',
    pageable: false,
    lasts: [10, 20],
    features: [-1],
    size: [0.4, 0.5],
    weight: 0.7,
  },
];

export const INCIDENT_CARDS: readonly IncidentCard[] = INCIDENT_KINDS;

/** Draws four to six kinds, each once, at days spread over the live period. */
export function drawIncidents(seed: number): Incident[] {
  const stream = new RandomStream(seed, 'fraud/incidents');
  const draw = (): number => stream.uniform();
  const wanted = 4 + Math.floor(draw() * 3);
  const left = [...INCIDENT_KINDS];
  const out: Incident[] = [];
  for (let k = 0; k < wanted; k++) {
    let at = draw() * left.reduce((sum, kind) => sum + kind.weight, 0);
    let index = left.findIndex((kind) => (at -= kind.weight) < 0);
    if (index < 0) index = left.length - 1;
    const kind = left.splice(index, 1)[0]!;
    const slot = (LIVE_DAYS - 14) / wanted;
    const from = kind.kind === 'train-serve-skew' ? 0 : Math.floor(5 + slot * (k + draw() * 0.9));
    const length = Math.round(kind.lasts[0] + draw() * (kind.lasts[1] - kind.lasts[0]));
    const feature = kind.features[Math.floor(draw() * kind.features.length)]!;
    const size = kind.size[0] + draw() * (kind.size[1] - kind.size[0]);
    out.push({ kind: kind.kind, from, until: Math.min(LIVE_DAYS, from + length), feature, size });
  }
  return out.sort((a, b) => a.from - b.from || (a.kind < b.kind ? -1 : 1));
}
