/** Constants of the recommendations world. README.md shows what they come to when measured, with a public source for each. */

export const HISTORY_DAYS = 84;
export const LIVE_DAYS = 84;
export const DAYS = HISTORY_DAYS + LIVE_DAYS;
export const DEFAULT_VOLUME = 300;

/** Places of a list. */
export const PLACES = 10;
export const TOPICS = 8;
/** Items older than this are out of the catalogue, days. */
export const SHELF_DAYS = 60;
export const ITEMS_AT_START = 600;
export const BIRTHS_PER_DAY = 16;
export const PUBLISHERS = 60;
/** Clicked items that a person still knows. */
export const RECALLED = 12;

/** People for each visit a day, at the start; and the share that joins later, over all days. */
export const PEOPLE_PER_VISIT = 4.6;
export const JOINERS = 0.22;
/** Share of visits that are machines, in ordinary times. */
export const BOT_SHARE = 0.015;

export const EYES = {
  /** Power of the rank by which fewer scroll this far (phone, desk), and by which those who do look less closely. */
  scrollPhone: 0.6,
  scrollDesk: 0.35,
  glance: 0.4,
  phoneShare: 0.65,
} as const;

/** Log-odds of a click on an item that is looked at. */
export const CLICK = {
  base: -1.65,
  taste: 1.15,
  /** By how much a lurid title draws, times the person's credulity. */
  bait: 0.33,
  quality: 0.2,
  fresh: 0.6,
  /** The counter of views beside the title, by its logarithm: popularity feeds back. */
  crowd: 0.1,
  /** For each item of the same topic further up. */
  repeat: -0.3,
  known: -2.2,
  /** What is new draws for a while: at the first day, and days to a third of it. */
  novelty: 0.35,
  noveltyDays: 7,
} as const;

/** Log-odds that a click was worth it. */
export const SATISFIED = { base: 0.35, quality: 0.8, taste: 0.75, bait: -0.8, repeat: -0.15, known: -0.8 } as const;

export const SIGNALS = {
  /** Median seconds on an item that disappointed, and share of the length on one that did not. */
  shortSeconds: 14,
  longShare: 0.55,
  spread: 0.8,
  likeSatisfied: 0.08,
  likeOther: 0.008,
  /** Clicks after which the person is asked, and the chance of an answer, satisfied or not. */
  asked: 0.04,
  answersSatisfied: 0.35,
  answersOther: 0.2,
} as const;

export const GOODWILL = {
  start: 0.5,
  /** Step toward what a visit was worth. */
  step: 0.14,
  empty: 0.3,
  perSatisfied: 0.36,
  perDisappointed: -0.15,
  /** Chance of a visit, as a share of the person's own pace, at no goodwill. */
  floor: 0.35,
  /** Chance to cancel on a day at a goodwill of 0.5, and how steeply it falls. */
  leave: 0.0016,
  steep: 4,
} as const;

export const ECONOMICS = {
  /** Margin of one more click: the advertisement before it. */
  clickDollars: 0.06,
  /** Clicks of a visit that pay; more do not. */
  payingClicks: 3,
  /** Margin of one visit. */
  visitDollars: 0.3,
  /** Margin that a subscriber still brings. */
  subscriberDollars: 140,
  /** Share of visits given up for each 100 ms beyond the first 150 ms. */
  abandonPer100ms: 0.006,
} as const;

/** The old policy: candidates it draws, and how freely it orders them. */
export const LEGACY = {
  popular: 12,
  fresh: 4,
  favourite: 12,
  choice: 0.4,
  order: 0.6,
  /** Share of visits whose list is shown in random order, so that the places can be measured. */
  shuffled: 0.04,
} as const;
export const LEGACY_CANDIDATES = LEGACY.popular + LEGACY.fresh + LEGACY.favourite;
