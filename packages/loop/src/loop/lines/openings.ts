/** How a panel member brings up a concern from an earlier round; each is followed by a line about the candidate's words. */
export const CONCERN_LEADS: readonly { readonly id: string; say(where: string): string }[] = [
  { id: 'concern-notes', say: (where) => `I read the notes of the ${where}.` },
  { id: 'concern-colleague', say: (where) => `My colleague from the ${where} left one thing open.` },
  { id: 'concern-back', say: (where) => `Back to the ${where} for a moment.` },
  { id: 'concern-vote', say: (where) => `My vote hangs on something from the ${where}.` },
];

/** What the friendly interviewer says before the next question; warm, and no evidence of anything. */
export const REMARKS: readonly { readonly id: string; say(quote: string): string }[] = [
  { id: 'remark-love', say: (quote) => `Lovely, “${quote}”, I wrote that down.` },
  { id: 'remark-great', say: (quote) => `That is so interesting, “${quote}”.` },
  { id: 'remark-thanks', say: (quote) => `Thank you for “${quote}”, really.` },
  { id: 'remark-clear', say: (quote) => `“${quote}” makes a lot of sense to me.` },
  { id: 'remark-team', say: (quote) => `The team will enjoy “${quote}”.` },
  { id: 'remark-easy', say: (quote) => `You are easy to talk to. “${quote}”, yes.` },
];
