/**
 * The feature catalogue as the product's own documentation would describe it. Nothing here says which columns lie:
 * that is in `truth.ts`, which only the world and the post-mortem read.
 */
import type { FeatureCard, Freshness } from '../types.ts';

const REQUEST: readonly Freshness[] = ['request'];
const STORE: readonly Freshness[] = ['daily', 'hourly', 'realtime'];
const DAILY: readonly Freshness[] = ['daily'];

/** Index of each feature in every columnar block; the order is part of the run-file format. */
export const F = {
  amount: 0,
  amountVsUsual: 1,
  usualTicket: 2,
  hour: 3,
  hoursSinceLast: 4,
  cardTx1h: 5,
  cardTx24h: 6,
  cardSpend24h: 7,
  deviceNew: 8,
  deviceCards7d: 9,
  ipDistance: 10,
  shipMismatch: 11,
  addressCheck: 12,
  categoryRisk: 13,
  merchantDisputes: 14,
  merchantBusy: 15,
  accountAge: 16,
  emailAge: 17,
  sessionSeconds: 18,
  sessionPages: 19,
  pastedFields: 20,
  credentialAge: 21,
  cardState: 22,
  supportContacts: 23,
  deviceReputation: 24,
  settleHours: 25,
  cardToken: 26,
} as const;

type Row = readonly [
  name: string,
  family: FeatureCard['family'],
  freshness: readonly Freshness[],
  title: string,
  says: string,
];

const ROWS: readonly Row[] = [
  ['amount', 'request', REQUEST, 'Amount', 'What the customer is paying now, in dollars.'],
  [
    'amount_vs_usual',
    'aggregate',
    STORE,
    'Amount against usual',
    'Natural log of the amount over the mean amount of the card so far.',
  ],
  ['usual_ticket', 'aggregate', STORE, 'Usual ticket', 'Mean amount of the card, in dollars.'],
  ['hour', 'request', REQUEST, 'Hour of day', 'Hour of the payment, 0 to 24, in the shop clock.'],
  [
    'hours_since_last',
    'aggregate',
    STORE,
    'Hours since last',
    'Hours since the previous attempt on the card, at most 720.',
  ],
  ['card_tx_1h', 'aggregate', STORE, 'Card attempts, 1 hour', 'Attempts on the card in the hour before, up to 8.'],
  ['card_tx_24h', 'aggregate', STORE, 'Card attempts, 24 hours', 'Attempts on the card in the day before, up to 8.'],
  ['card_spend_24h', 'aggregate', STORE, 'Card spend, 24 hours', 'Dollars attempted on the card in the day before.'],
  ['device_new', 'aggregate', STORE, 'New device', '1 where the card was not seen on this device before.'],
  [
    'device_cards_7d',
    'aggregate',
    STORE,
    'Cards on the device',
    'Other cards seen on the device in seven days, up to 4.',
  ],
  ['ip_distance_km', 'request', REQUEST, 'Distance', 'Kilometres from the network address to the billing address.'],
  ['ship_mismatch', 'request', REQUEST, 'Ships elsewhere', '1 where shipping and billing addresses differ.'],
  [
    'address_check',
    'request',
    REQUEST,
    'Address check failed',
    '1 where the bank says the billing address does not match.',
  ],
  [
    'category_risk',
    'profile',
    DAILY,
    'Category risk',
    'Disputes per thousand payments in the shop category, last year.',
  ],
  [
    'merchant_dispute_rate',
    'aggregate',
    DAILY,
    'Shop dispute rate',
    'Disputes per thousand payments at the shop over thirty days.',
  ],
  [
    'merchant_busy',
    'aggregate',
    STORE,
    'Shop busier than usual',
    'Payments at the shop in the last hour over its own average hour.',
  ],
  ['account_age_days', 'profile', DAILY, 'Account age', 'Days since the customer account was opened.'],
  ['email_age_days', 'request', REQUEST, 'E-mail age', 'Days since the e-mail address was first seen by the provider.'],
  ['session_seconds', 'request', REQUEST, 'Session length', 'Seconds from the first page to the payment.'],
  ['session_pages', 'request', REQUEST, 'Pages seen', 'Pages seen in the session.'],
  ['pasted_fields', 'request', REQUEST, 'Pasted fields', 'Form fields that were pasted, 0 to 3.'],
  [
    'credential_age_days',
    'profile',
    DAILY,
    'Credential age',
    'Days since the password or e-mail of the account changed.',
  ],
  ['card_state', 'profile', DAILY, 'Card state', 'State of the card in the card table: 0 in order, 1 replaced.'],
  [
    'support_contacts_14d',
    'profile',
    DAILY,
    'Support contacts',
    'Contacts with customer support in a window of fourteen days.',
  ],
  [
    'device_reputation',
    'vendor',
    ['request'],
    'Device reputation',
    'Score of a paid supplier for the device, 0 good to 1 bad.',
  ],
  [
    'settle_hours',
    'profile',
    DAILY,
    'Hours to settlement',
    'Hours from authorisation to settlement, from the settlement table.',
  ],
  [
    'card_token',
    'request',
    REQUEST,
    'Card token',
    'The number that stands for the card in our systems, scaled to 0 to 1.',
  ],
];

const LATENCY: Record<Freshness, number> = { request: 0, daily: 4, hourly: 8, realtime: 22 };
const PRICE: Record<Freshness, number> = { request: 0, daily: 0.3, hourly: 0.8, realtime: 2 };

export const FEATURES: readonly FeatureCard[] = ROWS.map(([name, family, freshness, title, says]) => ({
  name,
  family,
  title,
  says,
  freshness,
  latencyMs: Object.fromEntries(freshness.map((f) => [f, family === 'vendor' ? 45 : LATENCY[f]])),
  dollarsPerDay: Object.fromEntries(freshness.map((f) => [f, family === 'vendor' ? 9 : PRICE[f]])),
  backfillDollars: family === 'request' ? 0 : 60,
}));

export const FEATURE_COUNT: number = FEATURES.length;
export const FEATURE_INDEX: ReadonlyMap<string, number> = new Map(FEATURES.map((f, i) => [f.name, i]));
