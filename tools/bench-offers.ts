import { DEFAULT_LADDER, parseOffer, simulateOptions } from '@legible/offers';
import type { Bench } from './bench.ts';

/** Options must be valued in less than this, so that an assumption can be dragged. */
const LIMIT_MS = 200;
const DRAWS = 100_000;

const options = {
  count: 40_000,
  strike: 1.5,
  fullyDiluted: 20_000_000,
  preferredPrice: 6,
  dilutionPercent: 20,
  preferences: 30_000_000,
  preferredPercent: 40,
  kind: 'ISO',
};
const offer = parseOffer({ company: 'Startup', currency: 'USD', base: 180_000, options });

const bench: Bench = {
  title: 'Offers',
  about: 'Options of one offer over 100,000 drawn exits, from the shipped ladder; milliseconds of processor time.',
  run() {
    const once = (seed: number): number => {
      const before = process.cpuUsage();
      if (offer.options === undefined) throw new Error('The offer has no options.');
      simulateOptions(offer.options, DEFAULT_LADDER, seed, DRAWS);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    const first = once(1);
    const later = Array.from({ length: 9 }, (_, k) => once(k + 2)).toSorted((a, b) => a - b);
    const target = { most: LIMIT_MS };
    return [
      { name: '100,000 draws, the first time', value: first, unit: 'ms', target },
      { name: '100,000 draws, median of nine', value: later[4] as number, unit: 'ms', target },
    ];
  },
};
export default bench;
