/** What the product's own systems know on a morning: counts by item, publisher, topic and person. No truth in it. */
import { PUBLISHERS, RECALLED, TOPICS } from './config.ts';

export interface Memory {
  /** By item, over about a week; `clicks` and `longs` are what was logged. */
  readonly views: Float32Array;
  readonly clicks: Float32Array;
  readonly longs: Float32Array;
  readonly likes: Float32Array;
  /** By item, since it appeared. */
  readonly allViews: Float32Array;
  readonly allClicks: Float32Array;
  readonly asked: Float32Array;
  readonly pleased: Float32Array;
  /** By publisher, over about a month. */
  readonly houseViews: Float32Array;
  readonly houseClicks: Float32Array;
  readonly houseLongs: Float32Array;
  /** By topic, over about a week, and yesterday. */
  readonly topicViews: Float32Array;
  readonly topicDay: Float32Array;
  /** By person and topic. */
  readonly liked: Float32Array;
  readonly read: Float32Array;
  /** By person. */
  readonly visits: Float32Array;
  readonly seen: Float32Array;
  readonly opened: Float32Array;
  readonly lastTopic: Float32Array;
  /** The last items that each person opened, -1 for none: `recalled[person * RECALLED + k]`. */
  readonly recalled: Float32Array;
}

export function createMemory(items: number, people: number): Memory {
  const by = (count: number): Float32Array => new Float32Array(count);
  return {
    views: by(items),
    clicks: by(items),
    longs: by(items),
    likes: by(items),
    allViews: by(items),
    allClicks: by(items),
    asked: by(items),
    pleased: by(items),
    houseViews: by(PUBLISHERS),
    houseClicks: by(PUBLISHERS),
    houseLongs: by(PUBLISHERS),
    topicViews: by(TOPICS),
    topicDay: by(TOPICS),
    liked: by(people * TOPICS),
    read: by(people * TOPICS),
    visits: by(people),
    seen: by(people),
    opened: by(people),
    lastTopic: by(people).fill(-1),
    recalled: by(people * RECALLED).fill(-1),
  };
}

const KEYS = Object.keys(createMemory(1, 1)) as (keyof Memory)[];

export function copyMemory(from: Memory, to: Memory): void {
  for (const key of KEYS) to[key].set(from[key]);
}

export function cloneMemory(from: Memory): Memory {
  return Object.fromEntries(KEYS.map((key) => [key, from[key].slice()])) as unknown as Memory;
}

const fade = (column: Float32Array, by: number): void => {
  for (let i = 0; i < column.length; i++) column[i] = column[i]! * by;
};

/** A night passes: a week forgets a seventh, a month a twenty-eighth. */
export function fadeOvernight(memory: Memory): void {
  for (const column of [memory.views, memory.clicks, memory.longs, memory.likes, memory.topicViews])
    fade(column, 6 / 7);
  for (const column of [memory.houseViews, memory.houseClicks, memory.houseLongs]) fade(column, 27 / 28);
  fade(memory.visits, 13 / 14);
  memory.topicDay.fill(0);
}
