import {
  openSheets,
  worthOfSentences,
  type Opened,
  type SentenceWorth,
  type State,
} from '@legible/offers/negotiation/index';

export interface Review {
  readonly opened: Opened;
  readonly worth: readonly SentenceWorth[];
}

addEventListener('message', ({ data }: MessageEvent<State>) => {
  const review: Review = { opened: openSheets(data), worth: worthOfSentences(data) };
  postMessage(review);
});
