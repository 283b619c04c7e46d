/** The kinds of incident, and their draw by seed. */
import { RandomStream } from '../../random/index.ts';
import type { Incident, IncidentCard } from '../types.ts';
import { LIVE_DAYS } from './config.ts';

interface Kind extends IncidentCard {
  /** Days it lasts unless somebody mends it: least and most. */
  readonly lasts: readonly [number, number];
  readonly size: readonly [number, number];
  /** Names of systems or features whose owner can mend it. */
  readonly owners: readonly string[];
  readonly weight: number;
}

export const INCIDENT_KINDS: readonly Kind[] = [
  {
    kind: 'bot-wave',
    title: 'Bot wave',
    says: 'Machines opened everything of a few publishers, within seconds, thousands of times; counts and clicks rose and nobody read a line.',
    seenBy: 'clickRate',
    pageable: true,
    lasts: [14, 35],
    size: [0.35, 0.8],
    owners: ['traffic'],
    weight: 1.2,
  },
  {
    kind: 'sdk-request',
    title: 'Logged on request, not on view',
    says: 'A new version of the client logged every item that it had requested as viewed, also those that never came onto the screen.',
    seenBy: 'viewsPerVisit',
    pageable: true,
    lasts: [20, 45],
    size: [1, 1],
    owners: ['client'],
    weight: 1.2,
  },
  {
    kind: 'catalogue-change',
    title: 'Catalogue change',
    says: 'A supplier’s catalogue was imported in one night: hundreds of items under one wrong topic, without an editor’s score.',
    seenBy: 'nullRate',
    pageable: true,
    lasts: [18, 40],
    size: [150, 300],
    owners: ['catalogue', 'editor_score', 'topic_affinity', 'topic_read'],
    weight: 1.2,
  },
  {
    kind: 'stale-online',
    title: 'Stale online, fresh offline',
    says: 'Serving read the counts of earlier days while the training table had today’s: offline everything looked as before.',
    seenBy: 'skew',
    pageable: true,
    lasts: [25, 50],
    size: [1, 1],
    owners: [
      'feature-store',
      'item_ctr_7d',
      'item_views_7d',
      'item_long_rate_7d',
      'topic_affinity',
      'recent_topic',
      'seen_before',
      'topic_trend',
    ],
    weight: 1.2,
  },
  {
    kind: 'metric-redefinition',
    title: 'Metric redefined',
    says: 'From one day on an item that started by itself counted as a click. The number rose, and nobody had chosen anything.',
    seenBy: 'clickRate',
    pageable: true,
    lasts: [25, 60],
    size: [0.1, 0.25],
    owners: ['client', 'metrics'],
    weight: 1.2,
  },
  {
    kind: 'unit-change',
    title: 'Unit change upstream',
    says: 'The supplier of title scores moved from a scale of one to a scale of one hundred.',
    seenBy: 'psi',
    pageable: true,
    lasts: [12, 30],
    size: [100, 100],
    owners: ['title_heat'],
    weight: 1,
  },
  {
    kind: 'latency-climb',
    title: 'Latency climbed',
    says: 'The feature store slowed down a little each day; lists came too late and the fallback was shown.',
    seenBy: 'latency',
    pageable: true,
    lasts: [14, 28],
    size: [4, 8],
    owners: ['feature-store', 'latency'],
    weight: 0.8,
  },
  {
    kind: 'taste-shift',
    title: 'Tastes shifted',
    says: 'A season began: people wanted other topics than before, and last month’s affinities misled.',
    seenBy: 'psi',
    pageable: false,
    lasts: [20, 35],
    size: [0.35, 0.55],
    owners: [],
    weight: 0.9,
  },
];

export const INCIDENT_CARDS: readonly IncidentCard[] = INCIDENT_KINDS;

/** Draws three to five kinds, each once, at days spread over the live period. */
export function drawIncidents(seed: number): Incident[] {
  const stream = new RandomStream(seed, 'recommendations/incidents');
  const draw = (): number => stream.uniform();
  const wanted = 3 + Math.floor(draw() * 3);
  const left = [...INCIDENT_KINDS];
  const out: Incident[] = [];
  for (let k = 0; k < wanted; k++) {
    let at = draw() * left.reduce((sum, kind) => sum + kind.weight, 0);
    let index = left.findIndex((kind) => (at -= kind.weight) < 0);
    if (index < 0) index = left.length - 1;
    const kind = left.splice(index, 1)[0]!;
    const slot = (LIVE_DAYS - 20) / wanted;
    const from = Math.floor(4 + slot * (k + draw() * 0.9));
    const length = Math.round(kind.lasts[0] + draw() * (kind.lasts[1] - kind.lasts[0]));
    const size = kind.size[0] + draw() * (kind.size[1] - kind.size[0]);
    out.push({ kind: kind.kind, from, until: Math.min(LIVE_DAYS, from + length), feature: -1, size });
  }
  return out.sort((a, b) => a.from - b.from || (a.kind < b.kind ? -1 : 1));
}

/** Incidents at work on live day `day`; `mended` holds the day on which each was mended. */
export function activeOn(
  incidents: readonly Incident[],
  mended: ReadonlyMap<Incident, number>,
  day: number,
): Incident[] {
  return incidents.filter((i) => day >= i.from && day < Math.min(i.until, mended.get(i) ?? 9999));
}

export function ownersOf(incident: Incident): readonly string[] {
  return INCIDENT_KINDS.find((k) => k.kind === incident.kind)?.owners ?? [];
}

/** The supplier's new scale, in the values that arrive from it. */
export function changeUnits(heat: Float32Array, from: number, to: number, active: readonly Incident[]): void {
  const change = active.find((i) => i.kind === 'unit-change');
  if (!change) return;
  for (let row = from; row < to; row++) heat[row] = heat[row]! * change.size;
}

/** Factor on the latency of the feature store. */
export function slowness(active: readonly Incident[], day: number): number {
  const climb = active.find((i) => i.kind === 'latency-climb');
  return climb ? 1 + ((climb.size - 1) * Math.min(14, day - climb.from + 1)) / 14 : 1;
}
