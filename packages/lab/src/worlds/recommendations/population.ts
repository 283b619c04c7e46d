/** People and items as only the world knows them. */
import { exp, RandomStream } from '../../random/index.ts';
import {
  BIRTHS_PER_DAY,
  DAYS,
  GOODWILL,
  HISTORY_DAYS,
  ITEMS_AT_START,
  JOINERS,
  PEOPLE_PER_VISIT,
  PUBLISHERS,
  SHELF_DAYS,
  TOPICS,
} from './config.ts';
import type { Incident } from '../types.ts';

export interface People {
  /** Human beings; the numbers above them belong to machines. */
  readonly count: number;
  readonly bots: number;
  /** Day of the world on which each joined. */
  readonly joined: Int16Array;
  /** Taste for each topic, 0 to 1: `taste[person * TOPICS + topic]`. */
  readonly taste: Float32Array;
  /** How much a lurid title draws. */
  readonly credulity: Float32Array;
  /** Chance of a visit on a day at full goodwill. */
  readonly pace: Float32Array;
  readonly goodwill: Float32Array;
}

export interface Catalogue {
  readonly count: number;
  /** Day of the world on which each appears; negative before the first. */
  readonly born: Int16Array;
  readonly topic: Uint8Array;
  readonly publisher: Uint8Array;
  readonly quality: Float32Array;
  readonly bait: Float32Array;
  readonly minutes: Float32Array;
  /** Days until half of the interest is gone. */
  readonly halfLife: Float32Array;
  /** What a supplier says of the title, and an editor of the item. */
  readonly heat: Float32Array;
  readonly editor: Float32Array;
  readonly token: Float32Array;
}

export function createPeople(seed: number, volume: number): People {
  const stream = new RandomStream(seed, 'recommendations/people');
  const atStart = Math.round(volume * PEOPLE_PER_VISIT);
  const count = Math.round(atStart * (1 + JOINERS));
  const bots = Math.max(4, Math.round(volume * 0.5));
  const people: People = {
    count,
    bots,
    joined: new Int16Array(count),
    taste: new Float32Array(count * TOPICS),
    credulity: new Float32Array(count),
    pace: new Float32Array(count),
    goodwill: new Float32Array(count),
  };
  // Some topics have more friends than others.
  const common = Float64Array.from({ length: TOPICS }, (_, t) => 1 / (1 + 0.35 * t));
  for (let i = 0; i < count; i++) {
    people.joined[i] =
      i < atStart ? -stream.below(400) - 1 : Math.floor(((i - atStart + 0.5) / (count - atStart)) * DAYS);
    people.credulity[i] = 0.3 + 1.2 * stream.uniform();
    people.pace[i] = Math.min(0.95, 0.04 + stream.gamma(1.6, 0.17));
    people.goodwill[i] = Math.min(0.95, Math.max(0.05, stream.normal(GOODWILL.start, 0.15)));
    for (let t = 0; t < TOPICS; t++) {
      people.taste[i * TOPICS + t] = Math.min(1, 0.05 + 0.9 * stream.beta(0.35 + 0.4 * common[t]!, 1.4));
    }
  }
  return people;
}

/** How many items appear on a day of the world. */
function birthsOn(day: number, incidents: readonly Incident[]): number {
  const imported = incidents.find((i) => i.kind === 'catalogue-change' && i.from + HISTORY_DAYS === day);
  return BIRTHS_PER_DAY + (imported ? Math.round(imported.size) : 0);
}

export function createCatalogue(seed: number, incidents: readonly Incident[]): Catalogue {
  let count = ITEMS_AT_START;
  for (let day = 0; day < DAYS; day++) count += birthsOn(day, incidents);
  const stream = new RandomStream(seed, 'recommendations/items');
  const housesQuality = Float64Array.from({ length: PUBLISHERS }, () => stream.normal(0, 0.55));
  const housesBait = housesQuality.map((q) => stream.normal(0.4 - 0.35 * q, 0.45));
  const housesTopic = Uint8Array.from({ length: PUBLISHERS }, () => Math.min(TOPICS - 1, stream.below(TOPICS)));
  const made: Catalogue = {
    count,
    born: new Int16Array(count),
    topic: new Uint8Array(count),
    publisher: new Uint8Array(count),
    quality: new Float32Array(count),
    bait: new Float32Array(count),
    minutes: new Float32Array(count),
    halfLife: new Float32Array(count),
    heat: new Float32Array(count),
    editor: new Float32Array(count),
    token: new Float32Array(count),
  };
  let i = 0;
  const add = (born: number): void => {
    // Large houses publish more.
    const house = Math.floor(PUBLISHERS * stream.uniform() * stream.uniform());
    const quality = housesQuality[house]! + stream.normal(0, 0.7);
    const bait = Math.max(0, housesBait[house]! + stream.normal(0, 0.5));
    const news = stream.chance(0.45);
    made.born[i] = born;
    made.publisher[i] = house;
    made.topic[i] = stream.chance(0.7) ? housesTopic[house]! : stream.below(TOPICS);
    made.quality[i] = quality;
    made.bait[i] = bait;
    made.minutes[i] = exp(stream.normal(news ? 0.6 : 1.6, 0.6));
    made.halfLife[i] = news ? exp(stream.normal(0.9, 0.4)) : exp(stream.normal(3.2, 0.5));
    made.heat[i] = bait + stream.normal(0, 0.7);
    made.editor[i] = quality + stream.normal(0, 0.9);
    made.token[i] = stream.uniform();
    i++;
  };
  for (let k = 0; k < ITEMS_AT_START; k++) add(-1 - stream.below(SHELF_DAYS));
  for (let day = 0; day < DAYS; day++) for (let k = birthsOn(day, incidents); k > 0; k--) add(day);
  return made;
}
