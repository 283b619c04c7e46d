/** A 32-bit mix of a seed and any number of labels (FNV-1a, finished as in MurmurHash3); the same input gives the same number on every machine. */
export function mix(seed: number, ...labels: readonly (string | number)[]): number {
  let hash = (0x811c9dc5 ^ (seed | 0)) >>> 0;
  for (const label of labels) {
    const text = String(label);
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
    hash = Math.imul(hash ^ 0x1f, 0x01000193) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One item, chosen by seed and labels; null for an empty list. */
export function pick<T>(items: readonly T[], seed: number, ...labels: readonly (string | number)[]): T | null {
  if (items.length === 0) return null;
  return items[mix(seed, ...labels) % items.length] ?? null;
}

/** The `turn`-th of some wordings, from a start that the seed chooses, so that neighbours never share one while there are enough. */
export function rotate<T>(items: readonly T[], seed: number, label: string, turn: number): T | null {
  return items.length === 0 ? null : (items[(mix(seed, label) + turn) % items.length] ?? null);
}
