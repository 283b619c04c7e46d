export { CURRENCIES, OfferError, scale, show, split, type Cents, type Currency } from './money.ts';
export { average, byYear, clawback, vest, vestByYear, YEARS, type Year } from './pay/by-year.ts';
export { parseOffer, type Offer, type Options, type Vesting } from './pay/offer.ts';
