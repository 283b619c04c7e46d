import { points, reservation } from './sheet.ts';
import type { State } from './state.ts';
import type { Negotiator } from './play.ts';
import { AREAS, K } from './terms.ts';

/*
 * Five ways to negotiate, in words that the reader reads like anybody's. Each aims at the same base: a tenth over the
 * first offer. None of them sees the counterpart's sheet.
 */
const aim = (state: State): number => Math.round((1.1 * (state.turns[0]?.table.base ?? state.table.base)) / K);
const good = (state: State): boolean => points(state.mine.sheet, state.table) >= reservation(state.mine);
/** Takes what there is where it is worth more than leaving. */
const settle = (state: State): string | null => (good(state) ? 'I accept the offer.' : null);
const met = (state: State): boolean => state.table.base >= aim(state) * K;

export const apologetic: Negotiator = {
  id: 'apologetic',
  says(state) {
    if (met(state) || state.phase === 'final' || state.round >= 6) return settle(state);
    const lines = [
      `I'm sorry to ask, but could you do ${aim(state)}?`,
      `I know it's a lot, sorry. Maybe ${aim(state)} on base?`,
      `I hate to bring this up, but is there any room on the base?`,
    ];
    return lines[state.round % lines.length] ?? null;
  },
};

export const bareDemand: Negotiator = {
  id: 'bare-demand',
  says(state) {
    if (met(state) || state.phase === 'final' || state.round >= 6) return settle(state);
    const lines = [`I want ${aim(state)}.`, `I need ${aim(state)} on base.`, `My number is ${aim(state)}.`];
    return lines[state.round % lines.length] ?? null;
  },
};

export const leaker: Negotiator = {
  id: 'information-leaker',
  says(state) {
    if (met(state) || state.phase === 'final' || state.round >= 6) return settle(state);
    const lines = [
      `I currently make 158k, so I'd like ${aim(state)}.`,
      `I don't have any other offers, but I'd like ${aim(state)} on base.`,
      `I really need this job. Could you do better on the base?`,
    ];
    return lines[state.round % lines.length] ?? null;
  },
};

export const scopeFirst: Negotiator = {
  id: 'scope-first',
  says(state) {
    if (state.phase === 'final' || state.round >= 9) return settle(state);
    if (state.waiting) return 'Thank you. Could you send me that in writing?';
    switch (state.round) {
      case 0:
        return 'Before we talk numbers: which parts of the system would I own?';
      case 1: {
        const valued = AREAS.filter((area) => state.mine.sheet.scope[area] > 0);
        return `I would own ${valued.join(', ')}, and I'd like the offer letter to say so.`;
      }
      case 2:
        return `I could do ${aim(state)} if the level reflects owning evaluation and serving.`;
      case 3:
        return 'Could we put in a pay review at 6 months, and three days from home?';
      case 4:
        return 'If the base is where it ends, could we do 20k sign-on?';
      default:
        return state.round < 7 && !met(state)
          ? `I ran serving for years, that is what ${aim(state)} on base is for.`
          : settle(state);
    }
  },
};

export const hardliner: Negotiator = {
  id: 'hardliner',
  says(state) {
    if (met(state)) return settle(state);
    if (state.phase === 'final' || state.round >= 6) return settle(state);
    return [`${aim(state)} or I walk.`, `Take it or leave it: ${aim(state)}.`][state.round % 2] ?? null;
  },
};

export const SCRIPTED: readonly Negotiator[] = [apologetic, bareDemand, leaker, scopeFirst, hardliner];
