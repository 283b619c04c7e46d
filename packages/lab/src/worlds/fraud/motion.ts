/** What a seed fixes, and the world in motion: the days of history, and the steps that every day takes. */
import { RandomStream, exp, log, pow } from '../../random/index.ts';
import { causeKey, keyedUniform } from '../keyed.ts';
import { appendDay, turnDay, type Ages } from './append.ts';
import { attemptsOn, campaignCount, drawCampaigns, shopsByCategory, type Campaign, type Thieves } from './attacks.ts';
import { DAYS, ECONOMICS, HISTORY_DAYS, KIND, LEGACY_LIMIT, PREVALENCE } from './config.ts';
import { FEATURE_COUNT } from './features.ts';
import { honestDay, honestVolume } from './honest.ts';
import { drawIncidents } from './incidents.ts';
import { createMemory, createTraits, isGone, replaceCard, replacedOn, type Memory, type Traits } from './population.ts';
import { keepToPrevalence } from './prevalence.ts';
import { ruleOn } from './rule.ts';
import { createStore, type Store } from './store.ts';
import { copyTape, createTape, type Tape } from './tape.ts';
import type { Incident } from '../types.ts';

/** What a seed fixes for good. */
export interface Setting {
  readonly seed: number;
  readonly volume: number;
  readonly prevalence: number;
  readonly incidents: readonly Incident[];
  readonly traits: Traits;
  readonly campaigns: readonly Campaign[];
  readonly shops: readonly Int32Array[];
  readonly keys: Readonly<Record<'review' | 'churn' | 'lot' | 'bucket' | 'audit' | 'fault' | 'snapshot', number>>;
}

/** Chargebacks that will arrive: row of a payment by day. */
export type Arrivals = Map<number, { readonly card: number; readonly merchant: number }[]>;

/** A world in motion. */
export interface Motion {
  readonly setting: Setting;
  readonly store: Store;
  readonly memory: Memory;
  readonly thieves: Thieves;
  readonly arrivals: Arrivals;
  readonly tape: Tape;
  /** Honest payments by day, kept for replays: no decision can change them. */
  readonly tapes?: Map<number, Tape>;
}

export function createSetting(seed: number, volume: number): Setting {
  const stream = new RandomStream(seed, 'fraud/setting');
  // A little inside the range, for what a life adds and takes away.
  const [low, high] = [PREVALENCE[0] * 1.1, PREVALENCE[1] * 0.95];
  const prevalence = exp(log(high) - pow(stream.uniform(), 1.6) * (log(high) - log(low)));
  const incidents = drawIncidents(seed);
  const cards = Math.max(400, Math.round(volume * 2.2));
  const merchants = Math.max(40, Math.round(volume / 12));
  const honest = { history: 0, live: 0 };
  for (let day = 0; day < DAYS; day++)
    honest[day < HISTORY_DAYS ? 'history' : 'live'] += honestVolume(volume, incidents, day);
  const drawn = keepToPrevalence(
    seed,
    drawCampaigns(seed, volume, prevalence, incidents, cards),
    prevalence,
    honest,
    cards,
  );
  const traits = createTraits(seed, cards, merchants, Math.max(drawn.length, campaignCount(volume, prevalence)));
  const key = (cause: string): number => causeKey(seed, cause);
  return {
    seed,
    volume,
    prevalence,
    incidents,
    traits,
    campaigns: drawn,
    shops: shopsByCategory(traits),
    keys: {
      review: key('review'),
      churn: key('churn'),
      lot: key('lot'),
      bucket: key('bucket'),
      audit: key('audit'),
      fault: key('fault'),
      snapshot: key('snapshot'),
    },
  };
}

export function createMotion(setting: Setting, capacity: number): Motion {
  return {
    setting,
    store: createStore(capacity),
    memory: createMemory(setting.traits),
    thieves: { evasion: new Float32Array(setting.campaigns.length), street: 0 },
    arrivals: new Map(),
    // Room for the busiest day of a season, and one row of scratch.
    tape: createTape(Math.ceil(setting.volume * 1.12 * 2) + 8),
  };
}

/** Chargebacks of the morning: shops get their dispute, cards are replaced. */
export function morning(motion: Motion, day: number): void {
  for (const { card, merchant } of motion.arrivals.get(day) ?? []) {
    motion.memory.shopDisputes[merchant] = motion.memory.shopDisputes[merchant]! + 1;
    replaceCard(motion.memory, card, day);
  }
  motion.arrivals.delete(day);
  turnDay(motion.memory);
}

function honestTape(motion: Motion, day: number): Tape {
  const { setting, tapes } = motion;
  const kept = tapes?.get(day);
  if (kept) return kept;
  honestDay(motion.tape, setting.seed, day, setting.traits, setting.volume, setting.incidents);
  if (!tapes) return motion.tape;
  const copy = copyTape(motion.tape);
  tapes.set(day, copy);
  return copy;
}

/** Everybody's payments of `day`, appended to the store with their features. Returns the first new row. */
export function dayOfPayments(motion: Motion, day: number, ages: Ages, staleSince: number, copies: number): number {
  const { setting, store, memory, thieves } = motion;
  const tape = honestTape(motion, day);
  const alive = (card: number): boolean => !isGone(memory, card) && day - replacedOn(memory, card) > 25;
  const attempts = attemptsOn(setting.seed, day, setting.campaigns, setting.traits, setting.shops, thieves, alive);
  return appendDay(store, memory, setting.traits, tape, attempts, day, { ages, staleSince, copies });
}

/** Registers the chargeback of an approved payment. */
export function expectDispute(motion: Motion, row: number): void {
  const { store, arrivals } = motion;
  const on = store.disputeDay[row]!;
  if (on < 0) return;
  const list = arrivals.get(on) ?? [];
  list.push({ card: store.card[row]!, merchant: store.merchant[row]! });
  arrivals.set(on, list);
}

/** History as the old system ran it: a hard limit on amounts, and reviewers who look at what the rule flags. */
function legacyDay(motion: Motion, first: number, capacity: number): void {
  const { store, setting } = motion;
  const flags = ruleOn(store, first, store.rows);
  let left = capacity;
  for (let row = first; row < store.rows; row++) {
    if (store.amount[row]! > LEGACY_LIMIT) {
      store.blocked[row] = 1;
      continue;
    }
    const looked =
      left > 0 && (flags[row - first] === 1 || keyedUniform(setting.keys.review, store.unit[row]! ^ 1) < 0.001);
    if (looked) {
      left--;
      store.review[row] = reviewVerdict(setting, store, row);
    }
    expectDispute(motion, row);
  }
}

/** 1 cleared, 2 called fraud. The same payment gets the same verdict in every replay. */
export function reviewVerdict(setting: Setting, store: Store, row: number): number {
  const u = keyedUniform(setting.keys.review, store.unit[row]!);
  const fraud = store.kind[row] !== KIND.honest;
  return (fraud ? u < ECONOMICS.reviewSensitivity : u >= ECONOMICS.reviewSpecificity) ? 2 : 1;
}

/** Lives `days` of history, day by day; `age` is that of every aggregate (2 realtime, 1 hourly, 0 daily). */
export function* liveHistory(motion: Motion, days: number, age = 2): Generator<number, void, void> {
  const { setting } = motion;
  const ages: Ages = new Uint8Array(FEATURE_COUNT).fill(age);
  const capacity = Math.round((setting.volume / 1000) * ECONOMICS.reviewPerThousand);
  const retry = 20 + Math.floor(new RandomStream(setting.seed, 'fraud/retry').uniform() * 40);
  for (let day = 0; day < days; day++) {
    morning(motion, day);
    const copies = day >= retry && day < retry + 6 ? 2 : 1;
    const first = dayOfPayments(motion, day, ages, Infinity, copies);
    legacyDay(motion, first, capacity);
    yield (day + 1) / days;
  }
}
