/** fast-check properties as tests, with the seed in the message of a failure. */
import fc from 'fast-check';
import { it } from 'vitest';

export { fc };

export const test = {
  prop:
    <T extends [unknown, ...unknown[]]>(arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
    (name: string, law: (...values: T) => void): void =>
      it(name, () => fc.assert(fc.property(...arbitraries, law), { numRuns: 60 })),
};
