import { compareOffers, OfferError, type Assumptions, type Comparison, type Offer } from '@legible/offers';

export interface CompareRequest {
  readonly ask: number;
  readonly offers: readonly Offer[];
  readonly assumptions: Assumptions;
}
export type CompareReply =
  | { readonly ask: number; readonly comparison: Comparison }
  | { readonly ask: number; readonly trouble: string };

/** Values offers off the main thread, so that the price path can be dragged. */
addEventListener('message', ({ data: { ask, offers, assumptions } }: MessageEvent<CompareRequest>) => {
  let reply: CompareReply;
  try {
    reply = { ask, comparison: compareOffers(offers, assumptions) };
  } catch (error) {
    if (!(error instanceof OfferError)) throw error;
    reply = { ask, trouble: error.message };
  }
  postMessage(reply);
});
