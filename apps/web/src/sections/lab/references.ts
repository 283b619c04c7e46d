/** What sort of person makes a reference plan, and what it risks, by the plan's name: the names are the same in all worlds. */
const WORDS: Readonly<Record<string, { readonly who: string; readonly risks: string }>> = {
  rule: {
    who: 'Someone who trusts what can be explained on one line, and ships it today.',
    risks: 'Nothing breaks quietly, and nothing learns: it is as good on the last day as on the first, or worse.',
  },
  naive: {
    who: 'A good engineer in a first month with models: every column, the default metric, straight to everybody.',
    risks: 'The offline number is superb because it has seen the answers. Nobody is watching when it turns out so.',
  },
  textbook: {
    who: 'Someone who has read the chapters on evaluation and not yet met the finance team.',
    risks: 'A sound split and a sound metric, and no price on being wrong; late labels and a thin watch cost money.',
  },
  cautious: {
    who: 'Someone who was paged at night once too often: small steps, every monitor, a way back from each.',
    risks: 'Every careful week is a week in which the product loses what it could have saved.',
  },
  expert: {
    who: 'Someone who has paid for this before: thinks in money, launches in days, can take it back in hours.',
    risks: 'It leans on good data and a short leash. Take one of its parts away and the rest is worth less.',
  },
};

export const whoMakes = (name: string): { readonly who: string; readonly risks: string } | undefined => WORDS[name];

/** "ours" and the rest of the ledger, as a person calls them. */
export const ledgerName = (name: string): string =>
  name === 'ours' ? 'yours' : name === 'oracle' ? 'knowing the truth' : name === 'rule' ? 'no model' : name;
