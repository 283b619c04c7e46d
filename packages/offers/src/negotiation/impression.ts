import type { Counterpart } from './counterpart.ts';
import type { Reading } from './reading/acts.ts';
import type { Impression, State } from './state.ts';
import { AREAS, type Area, type Terms } from './terms.ts';

export interface Heard {
  readonly impression: Impression;
  readonly asked: Partial<Terms>;
  readonly otherOffer: State['otherOffer'];
  /** What was new in this turn. */
  readonly news: { readonly reason: boolean; readonly alternative: boolean; readonly give: boolean };
  readonly ultimatum: boolean;
  readonly pressed: boolean;
  readonly apologised: boolean;
}

/** What an ask amounts to: a range is heard at its lower end, "at most" at its upper. */
const heardAs = (figure: { low: number; high: number; bound?: string }): number =>
  figure.bound === 'at-most' ? figure.high : figure.low;

/** What the counterpart takes from a turn, before it decides anything. */
export function hear(state: State, them: Counterpart, { acts }: Reading): Heard {
  const { impression } = state;
  let { eager, currentPay, alternative } = impression;
  let otherOffer = state.otherOffer;
  let asked: Partial<Terms> = state.asked;
  const named = new Set<Area>();
  let plainReason = false;
  let newAlternative = false;
  let pressed = false;
  for (const act of acts)
    switch (act.kind) {
      case 'propose':
        asked = { ...asked, [act.issue]: heardAs(act.figure) };
        pressed = true;
        if (act.hedged) eager += 0.04;
        break;
      case 'propose-scope':
        asked = { ...asked, scope: AREAS.filter((a) => act.areas.includes(a) || asked.scope?.includes(a)) };
        act.areas.forEach((area) => named.add(area));
        break;
      case 'condition':
        if (act.areas.length > 0)
          asked = { ...asked, scope: AREAS.filter((a) => act.areas.includes(a) || asked.scope?.includes(a)) };
        act.areas.forEach((area) => named.add(area));
        break;
      case 'reason':
        act.areas.forEach((area) => named.add(area));
        plainReason ||= act.areas.length === 0;
        break;
      case 'push':
      case 'refuse':
        pressed = true;
        break;
      case 'apology':
        eager += 0.3;
        break;
      case 'leak':
        if (act.what === 'current-pay') currentPay = act.value ?? currentPay;
        else eager += act.what === 'need' ? 0.35 : 0.25;
        break;
      case 'alternative':
        newAlternative ||= !alternative;
        alternative = true;
        otherOffer = { base: act.base ?? otherOffer?.base ?? null };
        break;
      default:
    }
  const fresh = [...named].filter((area) => !impression.reasons.includes(area));
  const give =
    (asked.start !== undefined && asked.start < state.table.start) || fresh.some((area) => them.sheet.scope[area] > 0);
  return {
    impression: {
      eager: Math.min(1, eager),
      currentPay,
      alternative,
      reasons: [...impression.reasons, ...fresh],
      otherReasons: impression.otherReasons + (plainReason ? 1 : 0),
    },
    asked,
    otherOffer,
    news: {
      reason: fresh.length > 0 || (plainReason && impression.otherReasons === 0),
      alternative: newAlternative,
      give,
    },
    ultimatum: acts.some(({ kind }) => kind === 'ultimatum'),
    pressed,
    apologised: acts.some(({ kind }) => kind === 'apology'),
  };
}
