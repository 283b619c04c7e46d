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

/** Fixed traits; shared by every replay of a seed. */
export interface Traits {
  readonly cards: number;
  readonly merchants: number;
  readonly devices: number;
  readonly logTicket: Float32Array;
  readonly favourites: Int32Array;
  readonly accountAge: Float32Array;
  readonly emailAge: Float32Array;
  readonly category: Uint8Array;
  /** Shop by a number 0..1: popular shops hold more of the range. */
  readonly popular: Int32Array;
}

/** State that changes; cloned for each replay. */
export interface Memory {
  ringTime: Int32Array;
  ringAmount: Float32Array;
  ringAt: Uint8Array;
  count: Int32Array;
  sum: Float32Array;
  knownDevice: Int32Array;
  knownSince: Int32Array;
  knownAt: Uint8Array;
  deviceCard: Int32Array;
  deviceTime: Int32Array;
  deviceAt: Uint8Array;
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
  /** Day the card was replaced; -1000 never. */
  replaced: Int16Array;
  /** 1 where the customer left for good. */
  gone: Uint8Array;
}

export function createTraits(seed: number, cards: number, merchants: number, campaigns: number): Traits {
  const stream = new RandomStream(seed, 'fraud/population');
  const draw = (): number => stream.uniform();
  const logTicket = new Float32Array(cards);
  const favourites = new Int32Array(cards * 4);
  const accountAge = new Float32Array(cards);
  const emailAge = new Float32Array(cards);
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
    logTicket[c] = 0.35 * normal(draw());
    for (let k = 0; k < 4; k++) favourites[c * 4 + k] = popular[Math.floor(draw() * 4096)]!;
    accountAge[c] = exp(6.1 + 0.9 * normal(draw()));
    emailAge[c] = accountAge[c]! + exp(6.3 + 0.9 * normal(draw()));
  }
  const devices = cards * 2 + campaigns * CAMPAIGN_DEVICES;
  return { cards, merchants, devices, logTicket, favourites, accountAge, emailAge, category, popular };
}

/** State on the first day: every card already knows its own device. */
export function createMemory(traits: Traits): Memory {
  const { cards, merchants, devices } = traits;
  const memory: Memory = {
    ringTime: new Int32Array(cards * RING).fill(-10_000_000),
    ringAmount: new Float32Array(cards * RING),
    ringAt: new Uint8Array(cards),
    count: new Int32Array(cards),
    sum: new Float32Array(cards),
    knownDevice: new Int32Array(cards * KNOWN).fill(-2),
    knownSince: new Int32Array(cards * KNOWN).fill(-10_000_000),
    knownAt: new Uint8Array(cards),
    deviceCard: new Int32Array(devices * KNOWN).fill(-1),
    deviceTime: new Int32Array(devices * KNOWN).fill(-10_000_000),
    deviceAt: new Uint8Array(devices),
    shopHour: new Int32Array(merchants),
    shopNow: new Int32Array(merchants),
    shopBefore: new Int32Array(merchants),
    shopTotal: new Int32Array(merchants),
    shopDay: new Int32Array(merchants),
    shopToday: new Int32Array(merchants),
    shopYesterday: new Int32Array(merchants),
    shopSeen: new Float32Array(merchants).fill(1),
    shopDisputes: new Float32Array(merchants),
    replaced: new Int16Array(cards).fill(-1000),
    gone: new Uint8Array(cards),
  };
  for (let c = 0; c < cards; c++) {
    memory.knownDevice[c * KNOWN] = homeDevice(c);
    memory.knownDevice[c * KNOWN + 1] = cards + c;
    memory.knownAt[c] = 2;
    // A first payment of two typical tickets keeps the mean finite without a special case.
    memory.count[c] = 2;
    memory.sum[c] = 2 * exp(4.2 + traits.logTicket[c]!);
  }
  return memory;
}

/** One card in five shares its device with a neighbour. */
export function homeDevice(card: number): number {
  return card % 10 < 2 ? card - (card % 2) : card;
}

export function cloneMemory(memory: Memory): Memory {
  return Object.fromEntries(
    Object.entries(memory).map(([name, column]) => [name, column.slice()]),
  ) as unknown as Memory;
}
