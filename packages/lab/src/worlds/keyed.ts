/**
 * Draws that belong to one thing, not to a moment: the same payment gets the same reviewer, the same patience and the
 * same chargeback in every replay, whatever else was decided. A stream cannot do that, since it has an order.
 */
import { RandomStream } from '../random/index.ts';

/** A key for one cause, from the seed of the run. */
export function causeKey(seed: number, cause: string): number {
  return new RandomStream(seed, `cause/${cause}`).uint32() | 0;
}

/** Uniform on [0, 1) for thing `id` under `key`: the finaliser of MurmurHash3 on their mix. */
export function keyedUniform(key: number, id: number): number {
  let h = Math.imul(id ^ 0x9e3779b9, 0x85ebca6b) ^ key;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16) ^ (key >>> 3), 0x27d4eb2f);
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296;
}
