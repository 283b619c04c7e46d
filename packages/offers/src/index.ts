export { CURRENCIES, OfferError, scale, show, split, type Cents, type Currency } from './money.ts';
export { average, byYear, clawback, vest, vestByYear, YEARS, type Year } from './pay/by-year.ts';
export { parseOffer, type Offer, type Options, type Vesting } from './pay/offer.ts';
export { commonPrice, exitFor, lastValuation, payoff, vestedAfter } from './equity/exit.ts';
export { checkLadder, DEFAULT_LADDER, type Ladder, type Rung } from './equity/ladder.ts';
export { exactOptions, simulateOptions, type Outcomes } from './equity/outcomes.ts';
export {
  compareOffers,
  MOST_OFFERS,
  optionsAt,
  type Assumptions,
  type BreakEven,
  type Comparison,
  type Rates,
  type Valued,
} from './compare/compare.ts';
export {
  BAND_PARTS,
  checkBand,
  DEFAULT_BANDS,
  monthsOld,
  place,
  type Band,
  type BandPart,
  type Placed,
  type Range,
  type Standing,
} from './bands/band.ts';
export { BAND_COLUMNS, parseBands, writeBands } from './bands/csv.ts';
export {
  AREA,
  AREAS,
  HOLDS,
  LEVEL,
  LEVELS,
  ROLES,
  type Area,
  type Hold,
  type Role,
  type RoleLevel,
} from './scope/areas.ts';
export { evidenceIn } from './scope/evidence.ts';
export {
  discountOverFourYears,
  levelConversation,
  levelOf,
  type AreaRow,
  type Doubt,
  type Evidence,
  type LevelConversation,
  type RoleDescription,
} from './scope/conversation.ts';
