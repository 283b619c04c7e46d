/** The world in motion: what is fixed by the seed, what changes by the day, and the morning of each day. */
import { causeKey, keyedUniform } from '../keyed.ts';
import type { Incident } from '../types.ts';
import { BOT_SHARE, DAYS, EYES, GOODWILL, HISTORY_DAYS, SHELF_DAYS, TOPICS } from './config.ts';
import { activeOn, drawIncidents } from './incidents.ts';
import { cloneMemory, copyMemory, createMemory, type Memory } from './memory.ts';
import { createCatalogue, createPeople, type Catalogue, type People } from './population.ts';
import { createStore, type Store } from './store.ts';

/** Causes of luck; each has a key of its own, so that no decision shifts another's draws. */
const CAUSES_OF_LUCK = [
  'visit',
  'phone',
  'scroll',
  'click',
  'worth',
  'seconds',
  'like',
  'survey',
  'leave',
  'pool',
  'choice',
  'order',
  'shuffle',
  'lot',
  'bucket',
  'machine',
  'autoplay',
  'explore',
  'audit',
] as const;
export type Luck = (typeof CAUSES_OF_LUCK)[number];

export interface Setting {
  readonly seed: number;
  readonly volume: number;
  readonly people: People;
  readonly items: Catalogue;
  readonly incidents: readonly Incident[];
  readonly keys: Readonly<Record<Luck, number>>;
  /** Publishers that a bot wave is paid by. */
  readonly paidHouses: ReadonlySet<number>;
}

/** Everything that a replay forks. Days are of the world: 0 is the first day of history. */
export interface Motion {
  readonly setting: Setting;
  readonly store: Store;
  readonly memory: Memory;
  /** Copies of the mornings before: yesterday's and that of the day before. */
  readonly before: [Memory, Memory];
  readonly goodwill: Float32Array;
  readonly gone: Uint8Array;
  /** Days on which the person was shown lists of the model. */
  readonly novelty: Float32Array;
  readonly label: Uint8Array;
  readonly broken: Uint8Array;
  readonly mended: Map<Incident, number>;
  visits: number;
}

/** The pool of items on a morning. */
export interface Shelf {
  /** Items in the catalogue, by clicks of the last week, most first. */
  readonly popular: Int32Array;
  /** The same, by label of topic. */
  readonly byTopic: readonly Int32Array[];
  /** Items of the last days, newest first. */
  readonly fresh: Int32Array;
}

/** Visits of one day, in order; `person` numbers above the people are machines. */
export interface Visits {
  readonly day: number;
  readonly count: number;
  readonly person: Int32Array;
  readonly phone: Uint8Array;
}

export function createSetting(seed: number, volume: number): Setting {
  const incidents = drawIncidents(seed);
  const items = createCatalogue(seed, incidents);
  const paid = items.publisher
    .slice(0, 400)
    .filter((_, i) => items.bait[i]! > 1.2)
    .slice(0, 3);
  return {
    seed,
    volume,
    people: createPeople(seed, volume),
    items,
    incidents,
    keys: Object.fromEntries(CAUSES_OF_LUCK.map((c) => [c, causeKey(seed, `recommendations/${c}`)])) as Setting['keys'],
    paidHouses: new Set(paid.length > 0 ? paid : [0, 1, 2]),
  };
}

export function createMotion(setting: Setting, capacity: number): Motion {
  const { people, items } = setting;
  const everybody = people.count + people.bots;
  const memory = createMemory(items.count, everybody);
  return {
    setting,
    store: createStore(capacity),
    memory,
    before: [cloneMemory(memory), cloneMemory(memory)],
    goodwill: people.goodwill.slice(),
    gone: new Uint8Array(people.count),
    novelty: new Float32Array(people.count),
    label: items.topic.slice(),
    broken: new Uint8Array(items.count),
    mended: new Map(),
    visits: 0,
  };
}

/** The same world with an empty log of its own; `without` is the index of an incident that does not happen in it. */
export function forkMotion(at: Motion, capacity: number, without?: number): Motion {
  const incidents = at.setting.incidents.filter((_, i) => i !== without);
  return {
    setting: without === undefined ? at.setting : { ...at.setting, incidents },
    store: createStore(capacity),
    memory: cloneMemory(at.memory),
    before: [cloneMemory(at.before[0]), cloneMemory(at.before[1])],
    goodwill: at.goodwill.slice(),
    gone: at.gone.slice(),
    novelty: at.novelty.slice(),
    label: at.label.slice(),
    broken: at.broken.slice(),
    mended: new Map(at.mended),
    visits: at.visits,
  };
}

/** One number for a thing that happens to a person on a day, and for one item of it. */
export const visitId = (person: number, day: number): number => Math.imul(person * DAYS + day, 0x9e3779b1) | 0;
export const rowId = (visit: number, item: number): number => (visit ^ Math.imul(item + 1, 0x85ebca6b)) | 0;

/** Chance of a visit: the person's own pace, less what goodwill takes off. */
export function visitChance(motion: Motion, person: number): number {
  return motion.setting.people.pace[person]! * (GOODWILL.floor + (1 - GOODWILL.floor) * motion.goodwill[person]!);
}

export function activeToday(motion: Motion, day: number): Incident[] {
  return activeOn(motion.setting.incidents, motion.mended, day - HISTORY_DAYS);
}

/** Who comes on `day`. */
export function visitsOn(motion: Motion, day: number): Visits {
  const { people, keys, volume } = motion.setting;
  const person: number[] = [];
  for (let p = 0; p < people.count; p++) {
    if (motion.gone[p] === 1 || people.joined[p]! > day) continue;
    if (keyedUniform(keys.visit, visitId(p, day)) < visitChance(motion, p)) person.push(p);
  }
  const wave = activeToday(motion, day).find((i) => i.kind === 'bot-wave');
  const machines = Math.min(people.bots, Math.round(volume * (BOT_SHARE + (wave ? wave.size * 0.5 : 0))));
  for (let b = 0; b < machines; b++) person.push(people.count + ((b + day * 7) % people.bots));
  const phone = Uint8Array.from(person, (p) => (keyedUniform(keys.phone, visitId(p, day)) < EYES.phoneShare ? 1 : 0));
  return { day, count: person.length, person: Int32Array.from(person), phone };
}

/** The catalogue on the morning of `day`, as the systems know it. */
export function shelfOn(motion: Motion, day: number): Shelf {
  const { items } = motion.setting;
  const { clicks } = motion.memory;
  const there: number[] = [];
  for (let i = 0; i < items.count; i++) {
    const age = day - items.born[i]!;
    if (age >= 0 && age < SHELF_DAYS) there.push(i);
  }
  const popular = Int32Array.from(there).sort((a, b) => clicks[b]! - clicks[a]! || b - a);
  const byTopic = Array.from({ length: TOPICS }, (_, t) => popular.filter((i) => motion.label[i] === t));
  const fresh = popular.filter((i) => day - items.born[i]! < 4).sort((a, b) => b - a);
  return { popular, byTopic, fresh };
}

/** Night: the copies move back by a day. */
export function keepMorning(motion: Motion): void {
  copyMemory(motion.before[0], motion.before[1]);
  copyMemory(motion.memory, motion.before[0]);
}

/** Puts wrong labels on an import where it happens, and takes them off when it was mended. */
export function labelItems(motion: Motion, day: number): void {
  const { items, incidents } = motion.setting;
  const change = incidents.find((i) => i.kind === 'catalogue-change');
  if (!change) return;
  const isBroken = activeToday(motion, day).includes(change);
  for (let i = 0; i < items.count; i++) {
    // All that came in the night of the import and since.
    if (items.born[i]! < change.from + HISTORY_DAYS) continue;
    motion.label[i] = isBroken ? 0 : items.topic[i]!;
    motion.broken[i] = isBroken ? 1 : 0;
  }
}
