/** Shapley values by sampled permutations (Castro, Gómez and Tejada 2009), with a 95 percent interval. */
import { RandomStream } from '../random/index.ts';

export interface Share {
  readonly player: string;
  /** Mean marginal contribution. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Canonical name of a set of players. */
export function coalition(players: readonly string[]): string {
  return [...players].sort().join('+');
}

/** Orders to add players in, in antithetic pairs (an order and its reverse), without repeats. */
export function sampleOrders(players: readonly string[], pairs: number, seed: number): string[][] {
  const stream = new RandomStream(seed, 'ledger/shapley');
  const seen = new Set<string>();
  const orders: string[][] = [];
  for (let tries = 0; tries < pairs * 20 && orders.length < 2 * pairs; tries++) {
    const order = stream.shuffle([...players]);
    for (const candidate of [order, [...order].reverse()]) {
      if (seen.has(candidate.join())) continue;
      seen.add(candidate.join());
      orders.push(candidate);
    }
  }
  return orders;
}

/** Every coalition whose value the orders need, the empty one and the full one included. */
export function coalitionsOf(orders: readonly (readonly string[])[]): string[][] {
  const sets = new Map<string, string[]>();
  for (const order of orders) {
    for (let k = 0; k <= order.length; k++) sets.set(coalition(order.slice(0, k)), order.slice(0, k));
  }
  return [...sets.values()];
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

/** Shares of each player; `value` gives the worth of a coalition by its canonical name. They sum to full minus empty. */
export function shapley(
  players: readonly string[],
  orders: readonly (readonly string[])[],
  value: (name: string) => number,
): Share[] {
  const drawnOfAll = orders.length / factorial(players.length);
  return players.map((player) => {
    const gains = orders.map((order) => {
      const at = order.indexOf(player);
      return value(coalition(order.slice(0, at + 1))) - value(coalition(order.slice(0, at)));
    });
    const mean = gains.reduce((a, b) => a + b, 0) / gains.length;
    const variance = gains.reduce((a, g) => a + (g - mean) ** 2, 0) / Math.max(1, gains.length - 1);
    // Orders are drawn without repeats from a finite set: with all of them drawn nothing is left to chance.
    const half = 1.96 * Math.sqrt((variance / gains.length) * Math.max(0, 1 - drawnOfAll));
    return { player, value: mean, low: mean - half, high: mean + half };
  });
}
