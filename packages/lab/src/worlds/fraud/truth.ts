/** Hidden facts about the catalogue: which stored columns differ from what serving will see, and why. */
import { F } from './features.ts';

export type Leak = 'filled-after-outcome' | 'aggregated-over-future' | 'not-available-at-serving' | 'entity-identity';

/** Features whose stored snapshot holds the future. `says` is shown in the post-mortem only. */
export const LEAKS: ReadonlyMap<number, { readonly leak: Leak; readonly says: string }> = new Map([
  [
    F.cardState,
    {
      leak: 'filled-after-outcome',
      says: 'the card table is overwritten when a card is replaced, which happens after the fraud is confirmed',
    },
  ],
  [
    F.supportContacts,
    {
      leak: 'filled-after-outcome',
      says: 'the window is centred on the payment, so it counts the call in which the victim complains',
    },
  ],
  [
    F.deviceReputation,
    { leak: 'filled-after-outcome', says: 'the supplier rewrites its past scores once a device is confirmed bad' },
  ],
  [
    F.settleHours,
    {
      leak: 'not-available-at-serving',
      says: 'settlement happens hours after the decision; at serving time the store has no row yet and answers 0',
    },
  ],
  [
    F.merchantDisputes,
    {
      leak: 'aggregated-over-future',
      says: 'the stored rate is by payment date, so it counts disputes that had not arrived, this one included',
    },
  ],
  [
    F.cardTx1h,
    { leak: 'aggregated-over-future', says: 'the stored count is of the clock hour, later attempts included' },
  ],
  [
    F.cardTx24h,
    { leak: 'aggregated-over-future', says: 'the stored count is of the calendar day, later attempts included' },
  ],
  [
    F.cardSpend24h,
    { leak: 'aggregated-over-future', says: 'the stored sum is of the calendar day, later attempts included' },
  ],
  [
    F.deviceCards7d,
    { leak: 'aggregated-over-future', says: 'the stored count is of all cards ever seen on the device' },
  ],
  [
    F.usualTicket,
    { leak: 'aggregated-over-future', says: 'the stored mean is over all payments of the card, later ones included' },
  ],
  [
    F.amountVsUsual,
    { leak: 'aggregated-over-future', says: 'the stored mean is over all payments of the card, later ones included' },
  ],
  [
    F.cardToken,
    { leak: 'entity-identity', says: 'it names the card, so a model can memorise which cards were stolen' },
  ],
]);
