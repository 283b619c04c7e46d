/** Constants of the search world. README.md shows what they come to when measured, with a public source for each. */

export const HISTORY_DAYS = 84;
export const LIVE_DAYS = 84;
export const DEFAULT_VOLUME = 200;

/** Places of a list, and products that any words of a query can find. */
export const PLACES = 10;
export const POOL = 120;
export const QUERIES = 240;
export const ITEMS = 900;
export const CATEGORIES = 12;
export const BRANDS = 40;
/** Queries by falling frequency: the first are the head, the last half the tail. */
export const HEAD = 24;
export const TAIL_FROM = 96;
/** Power of the rank by which queries are rarer. */
export const RARER = 0.95;
export const PEOPLE_PER_SEARCH = 6;

export const EYES = { phone: 0.75, desk: 0.55, phoneShare: 0.6 } as const;

/** Log-odds of a click on a product that is looked at. */
export const CLICK = {
  base: -1.7,
  fit: 0.9,
  stuffing: 0.25,
  rating: 0.25,
  gift: 0.9,
  brandAbove: -0.12,
  /** On a list that has changed for the person: at the first search, and searches to a third of it. */
  novelty: 0.3,
  noveltySearches: 5,
} as const;

/** Log-odds of an order after a click. */
export const ORDER = { base: -1.5, fit: 1.1, quality: 0.3, dear: -0.8, gift: 0.6 } as const;

export const JUDGING = {
  /** Queries and products of each judged on a day, and votes for each. */
  queries: 6,
  products: 12,
  votes: 3,
  annotators: 9,
  /** Spread of a vote around what the guideline asks for, and of how lenient a person is. */
  noise: 0.6,
  lenient: 0.4,
  /** Day of the world from which the guideline asks whether it is what was meant, and no longer whether the words are there. */
  guidelineDay: 50,
} as const;

export const ECONOMICS = {
  marginShare: 0.3,
  /** Orders and calls undone after a click on something sold out, or dearer than the list said. */
  soldOutDollars: 0.5,
  dearerDollars: 0.35,
  /** Share of searches given up for each 100 ms of waiting beyond the first 40 ms. */
  abandonPer100ms: 0.1,
  /** Most that can be given up. */
  abandonMost: 0.6,
  /** Milliseconds that the old engine needs. */
  oldEngineMs: 30,
} as const;

/** The old engine: candidates by words, and how freely it orders them. */
export const LEGACY = { depth: 20, order: 0.55, shuffled: 0.04 } as const;

/** Live day on which the season begins, days until it is full, and how long it is full. */
export const SEASON = { from: 28, rise: 14, full: 28, traffic: 0.35 } as const;
