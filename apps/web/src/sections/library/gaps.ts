import type { LibraryGap } from '@legible/prep/library/index';

export const GAP_LABELS: Record<LibraryGap, string> = {
  data: 'Data reasoning',
  evaluation: 'Evaluation judgment',
  ownership: 'Ownership language',
};

/** The gap chosen in the address, so that the back button and a reload keep it. */
export const gapOf = (search: string): LibraryGap | null => {
  const gap = new URLSearchParams(search).get('gap');
  return gap === 'data' || gap === 'evaluation' || gap === 'ownership' ? gap : null;
};
