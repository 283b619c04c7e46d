import { compilePhrases } from '../reading/pattern.ts';
import type { Reading } from '../reading/reading.ts';
import { matchWords, type Stretch } from '../reading/reading.ts';
import type { Claim } from './claim.ts';
import { DATA_CLAIMS } from './data.ts';
import { EVALUATION_CLAIMS } from './evaluation.ts';
import { FOLKLORE_CLAIMS } from './folklore.ts';
import { MODELLING_CLAIMS } from './modelling.ts';
import { PRODUCTION_CLAIMS } from './production.ts';
import { STATISTICS_CLAIMS } from './statistics.ts';

export type { Claim } from './claim.ts';

/** What people get wrong about judging models, by subject. */
export const CLAIMS: readonly Claim[] = [
  ...EVALUATION_CLAIMS,
  ...DATA_CLAIMS,
  ...STATISTICS_CLAIMS,
  ...PRODUCTION_CLAIMS,
  ...MODELLING_CLAIMS,
  ...FOLKLORE_CLAIMS,
];

const compiled = CLAIMS.map((claim) => ({
  claim,
  said: compilePhrases(claim.said),
  unless: claim.unless === undefined ? null : compilePhrases(claim.unless),
}));

/** A false claim made in a sentence; `doubted` where the speaker seems to deny it. */
export interface ClaimMade {
  readonly claim: Claim;
  readonly at: Stretch;
  readonly doubted: boolean;
}

export function findClaims(reading: Reading): ClaimMade[] {
  const out: ClaimMade[] = [];
  for (const { claim, said, unless } of compiled) {
    const at = matchWords(reading, said);
    if (at !== null) out.push({ claim, at, doubted: unless !== null && matchWords(reading, unless) !== null });
  }
  return out;
}
