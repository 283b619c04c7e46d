/** A number in [0, 1) that depends on the seed and the names alone, not on what was drawn before (FNV-1a, then mixed). */
export function draw(seed: number, ...names: readonly (string | number)[]): number {
  let hash = (2166136261 ^ seed) >>> 0;
  for (const ch of names.join('|')) hash = Math.imul(hash ^ ch.charCodeAt(0), 16777619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}
