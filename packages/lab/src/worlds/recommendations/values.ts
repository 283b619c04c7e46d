/** Values of features for pairs of person and item, column by column, from what the systems know. */
import { log1p } from '../../random/index.ts';
import { RECALLED, TOPICS } from './config.ts';
import { F } from './features.ts';
import type { Memory } from './memory.ts';
import type { Catalogue, People } from './population.ts';

/** Everything that the value of a feature can rest on. */
export interface ValueGround {
  readonly people: People;
  readonly items: Catalogue;
  /** Topic of each item by its label, which can be wrong. */
  readonly label: Uint8Array;
  /** 1 where the item's import lost its editor's score and its topic. */
  readonly broken: Uint8Array;
}

/** The pairs, and the day of the world on which they were put together. */
export interface Pairs {
  readonly person: Int32Array;
  readonly item: Int32Array;
  readonly phone: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly day: number;
}

const LOGS = Float32Array.from({ length: 4096 }, (_, i) => log1p(i));
const logViews = (views: number): number => LOGS[Math.min(4095, views | 0)]!;

/** Fills rows `from` to `to` of a column. `memory` is of the morning, or of the morning that a stale copy stopped at. */
export function fillFeature(
  feature: number,
  ground: ValueGround,
  memory: Memory,
  pairs: Pairs,
  out: Float32Array,
): void {
  const { items, people, label, broken } = ground;
  const { person, item, phone, from, to, day } = pairs;
  switch (feature) {
    case F.item_age_days:
      for (let r = from; r < to; r++) out[r] = day - items.born[item[r]!]!;
      return;
    case F.item_minutes:
      for (let r = from; r < to; r++) out[r] = items.minutes[item[r]!]!;
      return;
    case F.item_ctr_7d:
      for (let r = from; r < to; r++) {
        const i = item[r]!;
        out[r] = (memory.clicks[i]! + 2) / (memory.views[i]! + 14);
      }
      return;
    case F.item_views_7d:
      for (let r = from; r < to; r++) out[r] = logViews(memory.views[item[r]!]!);
      return;
    case F.item_long_rate_7d:
      for (let r = from; r < to; r++) {
        const i = item[r]!;
        out[r] = (memory.longs[i]! + 3) / (memory.clicks[i]! + 6);
      }
      return;
    case F.item_like_rate:
      for (let r = from; r < to; r++) {
        const i = item[r]!;
        out[r] = (memory.likes[i]! + 1) / (memory.clicks[i]! + 25);
      }
      return;
    case F.topic_affinity:
      for (let r = from; r < to; r++) {
        const p = person[r]! * TOPICS;
        let all = 2;
        for (let t = 0; t < TOPICS; t++) all += memory.liked[p + t]!;
        out[r] = broken[item[r]!] === 1 ? NaN : (memory.liked[p + label[item[r]!]!]! + 2 / TOPICS) / all;
      }
      return;
    case F.topic_read:
      for (let r = from; r < to; r++) {
        const at = person[r]! * TOPICS + label[item[r]!]!;
        out[r] = broken[item[r]!] === 1 ? NaN : (memory.read[at]! + 1) / (memory.liked[at]! + 2);
      }
      return;
    case F.recent_topic:
      for (let r = from; r < to; r++) out[r] = memory.lastTopic[person[r]!] === label[item[r]!] ? 1 : 0;
      return;
    case F.house_long_rate:
      for (let r = from; r < to; r++) {
        const h = items.publisher[item[r]!]!;
        out[r] = (memory.houseLongs[h]! + 5) / (memory.houseClicks[h]! + 10);
      }
      return;
    case F.house_ctr:
      for (let r = from; r < to; r++) {
        const h = items.publisher[item[r]!]!;
        out[r] = (memory.houseClicks[h]! + 3) / (memory.houseViews[h]! + 20);
      }
      return;
    case F.title_heat:
      for (let r = from; r < to; r++) out[r] = items.heat[item[r]!]!;
      return;
    case F.editor_score:
      for (let r = from; r < to; r++) {
        const i = item[r]!;
        out[r] = day - items.born[i]! < 1 || broken[i] === 1 ? NaN : items.editor[i]!;
      }
      return;
    case F.person_visits_14d:
      for (let r = from; r < to; r++) out[r] = memory.visits[person[r]!]!;
      return;
    case F.person_ctr:
      for (let r = from; r < to; r++) {
        const p = person[r]!;
        out[r] = (memory.opened[p]! + 2) / (memory.seen[p]! + 14);
      }
      return;
    case F.person_tenure:
      for (let r = from; r < to; r++) {
        const p = person[r]!;
        out[r] = p < people.count ? Math.min(400, day - people.joined[p]!) : 0;
      }
      return;
    case F.phone:
      for (let r = from; r < to; r++) out[r] = phone[r]!;
      return;
    case F.seen_before:
      markRecalled(memory, pairs, items.count, out);
      return;
    case F.topic_trend:
      for (let r = from; r < to; r++) {
        const t = label[item[r]!]!;
        out[r] = (memory.topicDay[t]! + 1) / (memory.topicViews[t]! / 7 + 1);
      }
      return;
    case F.item_ctr_total:
      for (let r = from; r < to; r++) {
        const i = item[r]!;
        out[r] = (memory.allClicks[i]! + 1) / (memory.allViews[i]! + 7);
      }
      return;
    case F.survey_mean:
      for (let r = from; r < to; r++) {
        const i = item[r]!;
        out[r] = memory.asked[i]! > 0 ? memory.pleased[i]! / memory.asked[i]! : NaN;
      }
      return;
    case F.item_token:
      for (let r = from; r < to; r++) out[r] = items.token[item[r]!]!;
      return;
    default:
      // Written after the visit: while a list is put together nobody knows them.
      for (let r = from; r < to; r++) out[r] = 0;
  }
}

/** Number of the run of rows whose person recalls the item. */
let stamps = new Int32Array(0);
let stamp = 0;

/** 1 where the person recalls the item; the twelve are looked up once for each run of rows of one person. */
function markRecalled(memory: Memory, { person, item, from, to }: Pairs, items: number, out: Float32Array): void {
  if (stamps.length < items || stamp > 2_000_000_000) {
    stamps = new Int32Array(items);
    stamp = 0;
  }
  let last = -1;
  for (let r = from; r < to; r++) {
    if (person[r] !== last) {
      last = person[r]!;
      stamp++;
      for (let k = last * RECALLED; k < (last + 1) * RECALLED; k++)
        if (memory.recalled[k]! >= 0) stamps[memory.recalled[k]!] = stamp;
    }
    out[r] = stamps[item[r]!] === stamp ? 1 : 0;
  }
}

/** Whether the person opened the item among the last that they still know. */
export function recalls(memory: Memory, person: number, item: number): boolean {
  const at = person * RECALLED;
  for (let k = 0; k < RECALLED; k++) if (memory.recalled[at + k] === item) return true;
  return false;
}
