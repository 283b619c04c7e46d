import type { State } from '@legible/prep';

export const STATE_WORDS: Record<State, string> = {
  missing: 'Not written',
  gaps: 'Has a gap',
  unheard: 'Never said aloud',
  warm: 'Said, not yet proved',
  ready: 'Ready',
  lost: 'Was ready',
};
