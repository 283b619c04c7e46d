import { type Lifted, type LiftedFrom, liftedPhrases, type OwnPhrases } from './lifted.ts';

const REASON: Readonly<Record<LiftedFrom, string>> = {
  published: 'These words stand in a published script, and panels have heard it.',
  example: 'These words are an example of this program, not yours.',
  question: 'These words are from the question’s own notes, not yours.',
  library: 'These words are from an answer of the debrief library, not yours.',
};

/** A lifted phrase as a mark in a draft: struck out, with the reason and the mend. */
export interface LiftedStrike {
  readonly from: number;
  readonly to: number;
  readonly rule: 'lifted';
  readonly struck: true;
  readonly reason: string;
  readonly mend: string;
}

export const LIFTED_MEND = 'Say it as you would to a colleague, about your own work.';

/** The lifted phrases of a text as strikes. */
export function liftedStrikes(text: string, own?: OwnPhrases): LiftedStrike[] {
  return liftedPhrases(text, own).map(({ from, to, source }: Lifted) => ({
    from,
    to,
    rule: 'lifted',
    struck: true,
    reason: REASON[source],
    mend: LIFTED_MEND,
  }));
}
