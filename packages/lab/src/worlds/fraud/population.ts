/** Cards, shops and devices: fixed traits, and the state that moves with each payment. */
import { RandomStream, exp, pow } from '../../random/index.ts';
import { CATEGORIES, DIGITAL } from './config.ts';
import { normal } from './draws.ts';

/** Attempts remembered for each card; also the ceiling of the counting features. */
export const RING = 8;
export const RING_MASK = 7;
/** Devices remembered for each card, and cards for each device. */
export const KNOWN = 4;
/** Devices kept for each campaign of thieves. */
export const CAMPAIGN_DEVICES = 4;

/** A second before anything remembered. */
const LONG_AGO = -10_000_000;

/** Fixed traits; shared by every replay of a seed. */
export interface Traits {
  readonly cards: number;
  readonly merchants: number;
  readonly devices: number;
  /** A record of TRAIT_WORDS words for each card, its fields at TRAIT: one line of the cache. */
  readonly card: Int32Array;
  /** The same bytes as floats. */
  readonly cardFloat: Float32Array;
  readonly category: Uint8Array;
  /** Shop by a number 0..1: popular shops hold more of the range. */
  readonly popular: Int32Array;
}

export const TRAIT_WORDS = 8;
/** Where the traits of a card stand in its record; all but the four favourite shops are floats. */
export const TRAIT = { favourites: 0, logTicket: 4, accountAge: 5, emailAge: 6 } as const;

/** State that changes; cloned for each replay. */
export interface Memory {
  /** A record of CARD_WORDS words for each card, its fields at CARD: all of a card lies in two lines of the cache. */
  card: Int32Array;
  /** The same bytes as floats. */
  cardFloat: Float32Array;
  /** A record of DEVICE_WORDS words for each device: cards at 0, times at KNOWN, the next slot at 2 KNOWN. */
  device: Int32Array;
  shopHour: Int32Array;
  shopNow: Int32Array;
  shopBefore: Int32Array;
  shopTotal: Int32Array;
  shopDay: Int32Array;
  shopToday: Int32Array;
  shopYesterday: Int32Array;
  /** Payments and known disputes of each shop, decayed over thirty days. */
  shopSeen: Float32Array;
  shopDisputes: Float32Array;
}

export const CARD_WORDS = 32;
/** Where the fields of a card stand in its record; those marked are floats. */
export const CARD = {
  ringTime: 0,
  /** Float. */
  ringAmount: RING,
  knownDevice: 2 * RING,
  knownSince: 2 * RING + KNOWN,
  count: 24,
  /** Float. */
  sum: 25,
  ringAt: 26,
  knownAt: 27,
  /** Day the card was replaced; -1000 never. */
  replaced: 28,
  /** 1 where the customer left for good. */
  gone: 29,
  /** Float; never changes. */
  accountAge: 30,
} as const;
export const DEVICE_WORDS = 16;
export const DEVICE = { card: 0, time: KNOWN, at: 2 * KNOWN } as const;

export function createTraits(seed: number, cards: number, merchants: number, campaigns: number): Traits {
  const stream = new RandomStream(seed, 'fraud/population');
  const draw = (): number => stream.uniform();
  const card = new Int32Array(cards * TRAIT_WORDS);
  const cardFloat = new Float32Array(card.buffer);
  const category = new Uint8Array(merchants);
  const popular = new Int32Array(4096);
  const cumulative: number[] = [];
  CATEGORIES.reduce((sum, c, i) => (cumulative[i] = sum + c.weight), 0);
  for (let m = 0; m < merchants; m++) {
    const u = draw();
    const at = cumulative.findIndex((edge) => u < edge);
    category[m] = at < 0 ? DIGITAL : at;
  }
  for (let k = 0; k < 4096; k++)
    popular[k] = Math.min(merchants - 1, Math.floor(merchants * pow((k + 0.5) / 4096, 1.8)));
  for (let c = 0; c < cards; c++) {
    const at = c * TRAIT_WORDS;
    cardFloat[at + TRAIT.logTicket] = 0.35 * normal(draw());
    for (let k = 0; k < 4; k++) card[at + TRAIT.favourites + k] = popular[Math.floor(draw() * 4096)]!;
    cardFloat[at + TRAIT.accountAge] = exp(6.1 + 0.9 * normal(draw()));
    cardFloat[at + TRAIT.emailAge] = cardFloat[at + TRAIT.accountAge]! + exp(6.3 + 0.9 * normal(draw()));
  }
  const devices = cards * 2 + campaigns * CAMPAIGN_DEVICES;
  return { cards, merchants, devices, card, cardFloat, category, popular };
}

/** State on the first day: every card already knows its own device. */
export function createMemory(traits: Traits): Memory {
  const { cards, merchants, devices } = traits;
  const card = new Int32Array(cards * CARD_WORDS);
  const cardFloat = new Float32Array(card.buffer);
  for (let c = 0; c < cards; c++) {
    const at = c * CARD_WORDS;
    card.fill(LONG_AGO, at + CARD.ringTime, at + CARD.ringTime + RING);
    card.fill(-2, at + CARD.knownDevice, at + CARD.knownDevice + KNOWN);
    card.fill(LONG_AGO, at + CARD.knownSince, at + CARD.knownSince + KNOWN);
    card[at + CARD.knownDevice] = homeDevice(c);
    card[at + CARD.knownDevice + 1] = cards + c;
    card[at + CARD.knownAt] = 2;
    // A first payment of two typical tickets keeps the mean finite without a special case.
    card[at + CARD.count] = 2;
    cardFloat[at + CARD.sum] = 2 * exp(4.2 + traits.cardFloat[c * TRAIT_WORDS + TRAIT.logTicket]!);
    card[at + CARD.replaced] = -1000;
    cardFloat[at + CARD.accountAge] = traits.cardFloat[c * TRAIT_WORDS + TRAIT.accountAge]!;
  }
  const device = new Int32Array(devices * DEVICE_WORDS);
  for (let at = 0; at < device.length; at += DEVICE_WORDS) {
    device.fill(-1, at + DEVICE.card, at + DEVICE.card + KNOWN);
    device.fill(LONG_AGO, at + DEVICE.time, at + DEVICE.time + KNOWN);
  }
  return {
    card,
    cardFloat,
    device,
    shopHour: new Int32Array(merchants),
    shopNow: new Int32Array(merchants),
    shopBefore: new Int32Array(merchants),
    shopTotal: new Int32Array(merchants),
    shopDay: new Int32Array(merchants),
    shopToday: new Int32Array(merchants),
    shopYesterday: new Int32Array(merchants),
    shopSeen: new Float32Array(merchants).fill(1),
    shopDisputes: new Float32Array(merchants),
  };
}

/** Whether the customer of a card left for good. */
export function isGone(memory: Memory, card: number): boolean {
  return memory.card[card * CARD_WORDS + CARD.gone] === 1;
}

/** Day the card was last replaced; -1000 never. */
export function replacedOn(memory: Memory, card: number): number {
  return memory.card[card * CARD_WORDS + CARD.replaced]!;
}

export function replaceCard(memory: Memory, card: number, day: number): void {
  memory.card[card * CARD_WORDS + CARD.replaced] = day;
}

/** One card in five shares its device with a neighbour. */
export function homeDevice(card: number): number {
  return card % 10 < 2 ? card - (card % 2) : card;
}

export function cloneMemory(memory: Memory): Memory {
  const copies = Object.fromEntries(
    Object.entries(memory).map(([name, column]) => [name, name === 'cardFloat' ? column : column.slice()]),
  ) as unknown as Memory;
  return { ...copies, cardFloat: new Float32Array(copies.card.buffer) };
}
