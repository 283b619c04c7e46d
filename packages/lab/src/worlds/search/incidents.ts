/** The kinds of incident, and their draw by seed. */
import { RandomStream } from '../../random/index.ts';
import type { Incident, IncidentCard } from '../types.ts';
import { LIVE_DAYS } from './config.ts';

interface Kind extends IncidentCard {
  readonly lasts: readonly [number, number];
  readonly size: readonly [number, number];
  /** Names of systems or features whose owner can mend it. */
  readonly owners: readonly string[];
}

const kind = (
  name: string,
  title: string,
  says: string,
  seenBy: string,
  lasts: readonly [number, number],
  size: readonly [number, number],
  owners: readonly string[],
): Kind => ({ kind: name, title, says, seenBy, pageable: owners.length > 0, lasts, size, owners });

const KINDS: readonly Kind[] = [
  kind(
    'frozen-index',
    'Index frozen',
    'The job that brings stock and prices into the index stopped; lists went on showing what was sold out, at old prices.',
    'soldOut',
    [18, 40],
    [1, 1],
    ['index', 'in_stock', 'price'],
  ),
  kind(
    'slow-shard',
    'A shard slowed down',
    'One shard of the index slowed down a little each day: deep candidate lists came too late and the old engine answered.',
    'latency',
    [18, 35],
    [2.5, 5],
    ['latency', 'index'],
  ),
  kind(
    'broken-analyser',
    'Broken analyser',
    'A new text analyser split the words of long queries wrongly: title matches of the tail came back empty.',
    'nullRate',
    [18, 40],
    [1, 1],
    ['title_match', 'analyser'],
  ),
  kind(
    'vector-scale',
    'New embedding model',
    'The supplier of embeddings moved to a new model with another scale, and told nobody.',
    'psi',
    [15, 35],
    [0.2, 0.4],
    ['vector_match'],
  ),
  kind(
    'crawler',
    'Crawler',
    'A price crawler opened the first results of thousands of searches and ordered nothing.',
    'clickRate',
    [14, 30],
    [0.25, 0.5],
    ['traffic'],
  ),
  kind(
    'counter-lag',
    'Counters lag online',
    'Serving read click and order counters of days ago while the training table had this morning’s.',
    'skew',
    [20, 45],
    [1, 1],
    ['counters', 'pair_ctr', 'pair_order_rate', 'item_ctr', 'item_sales'],
  ),
  kind(
    'demand-shift',
    'Demand shifted',
    'A fashion turned: other brands were wanted than before, and last month’s counts misled.',
    'orderRate',
    [20, 35],
    [0.5, 0.9],
    [],
  ),
];

export const INCIDENT_CARDS: readonly IncidentCard[] = KINDS.map(({ kind, title, says, seenBy, pageable }) => ({
  kind,
  title,
  says,
  seenBy,
  pageable,
}));

/** Three to five kinds, each once. */
export function drawIncidents(seed: number): Incident[] {
  const stream = new RandomStream(seed, 'search/incidents');
  const left = [...KINDS];
  return Array.from({ length: 3 + stream.below(3) }, () => {
    const [drawn] = left.splice(stream.below(left.length), 1) as [Kind];
    const between = ([least, most]: readonly [number, number]): number => least + (most - least) * stream.uniform();
    const from = 8 + stream.below(LIVE_DAYS - 26);
    const until = Math.min(LIVE_DAYS, from + Math.round(between(drawn.lasts)));
    return { kind: drawn.kind, from, until, feature: -1, size: between(drawn.size) };
  }).sort((a, b) => a.from - b.from || (a.kind < b.kind ? -1 : 1));
}

export const ownersOf = (incident: Incident): readonly string[] =>
  KINDS.find((k) => k.kind === incident.kind)?.owners ?? [];

/** Factor on the latency of candidates and features. */
export function slowness(active: readonly Incident[], day: number): number {
  const climb = active.find((i) => i.kind === 'slow-shard');
  return climb ? 1 + ((climb.size - 1) * Math.min(10, day - climb.from + 1)) / 10 : 1;
}
