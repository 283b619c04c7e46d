/** The hand-written rule: what the company could run without any learning. */
import { F } from './features.ts';
import type { Store } from './store.ts';

/** 1 where the rule declines, for rows `from` to `to`, from the values as served. */
export function ruleOn(store: Store, from: number, to: number): Uint8Array {
  const out = new Uint8Array(to - from);
  for (let row = from; row < to; row++) out[row - from] = ruleAt(store, row);
  return out;
}

export function ruleAt(store: Store, row: number): number {
  const f = store.features;
  const amount = f[F.amount]![row]!;
  const distance = f[F.ipDistance]![row]!;
  const far = distance > 300 ? 1 : 0;
  const signs = f[F.deviceNew]![row]! + far + f[F.shipMismatch]![row]! + f[F.addressCheck]![row]!;
  return amount > 90 && signs >= 3 ? 1 : 0;
}
