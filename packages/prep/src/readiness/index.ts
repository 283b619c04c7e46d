import { SLOT_ABOUT, SLOTS, slotsOf, type Slot } from '../dossier/slots.ts';
import type { Kept } from '../question-coverage/index.ts';
import { gapsIn, itemOutline, textOf, type OutlinePart, type Telling } from '../outline/index.ts';
import { held, OVERTIME, type Rehearsal } from '../rehearse/types.ts';
import { daysBetween } from '../plan/days.ts';

/**
 * missing: there is no draft. gaps: a part is not there. unheard: never said aloud. warm: said, not yet held cold on two
 * days. ready: held cold on two different days. lost: it was ready, and then did not hold or was not said for too long.
 */
export type State = 'missing' | 'gaps' | 'unheard' | 'warm' | 'ready' | 'lost';

export interface SlotReadiness {
  readonly slot: Slot;
  readonly state: State;
  /** The item that fills the place best; null where there is none. */
  readonly item: Kept | null;
  readonly gaps: readonly OutlinePart[];
  /** The latest rehearsal of it; null where there is none. */
  readonly latest: Rehearsal | null;
  readonly latestCold: Rehearsal | null;
  /** Days on which it held cold, oldest first. */
  readonly coldDays: readonly string[];
  /** What would break it, or what stands between it and ready: one sentence. */
  readonly breaks: string;
}

/** A thing said cold this many days ago no longer counts as known to hold. */
const STALE_DAYS = 21;

/** The telling that a place in the dossier stands or falls with: the minute for a transition, three for a failure. */
export const tellingOfSlot = (slot: Slot): Telling =>
  slot === 'transition'
    ? 'short'
    : slot === 'data-quality' || slot === 'rollout-risk' || slot === 'metric-mismatch'
      ? 'long'
      : 'text';

/** The state of each of the places in the dossier, in the order of SLOTS. `today` is YYYY-MM-DD; rehearsals in any order. */
export function readinessOf(kept: readonly Kept[], rehearsals: readonly Rehearsal[], today: string): SlotReadiness[] {
  return SLOTS.map((slot) => {
    const candidates = kept
      .filter(({ item }) => slotsOf(item).includes(slot))
      .map((one) => judgeSlot(slot, one, rehearsals, today));
    const order: readonly State[] = ['ready', 'lost', 'warm', 'unheard', 'gaps', 'missing'];
    return (
      candidates.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))[0] ?? {
        slot,
        state: 'missing',
        item: null,
        gaps: [],
        latest: null,
        latestCold: null,
        coldDays: [],
        breaks: `Nothing is written. ${SLOT_ABOUT[slot].about}`,
      }
    );
  });
}

function judgeSlot(slot: Slot, kept: Kept, rehearsals: readonly Rehearsal[], today: string): SlotReadiness {
  const telling = tellingOfSlot(slot);
  const told = tellingWith(kept, telling);
  const gaps = gapsIn(itemOutline(kept.item, told));
  const own = rehearsals
    .filter(
      ({ item, telling: of }) => item === kept.id && (slot !== 'transition' || of === 'short' || told !== 'short'),
    )
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const cold = own.filter((one) => one.cold);
  const heldDays = [...new Set(cold.filter(held).map(({ day }) => day))];
  // Two cold successes on different days, counted from the last cold failure on: a failure takes the place back.
  const lastFailure = cold.findLastIndex((one) => !held(one));
  const coldDays = [
    ...new Set(
      cold
        .slice(lastFailure + 1)
        .filter(held)
        .map(({ day }) => day),
    ),
  ];
  const latest = own.at(-1) ?? null;
  const latestCold = cold.at(-1) ?? null;
  const wasReady = heldDays.length >= 2;
  const stale = latestCold !== null && daysBetween(latestCold.day, today) > STALE_DAYS;
  const empty = textOf(kept.item, told).trim() === '';
  const state: State = empty
    ? 'missing'
    : coldDays.length >= 2 && !stale
      ? 'ready'
      : wasReady
        ? 'lost'
        : gaps.length > 0
          ? 'gaps'
          : own.length === 0
            ? 'unheard'
            : 'warm';
  return {
    slot,
    state,
    item: kept,
    gaps,
    latest,
    latestCold,
    coldDays,
    breaks: breaksOf({
      state,
      slot,
      gaps,
      latestCold,
      coldDays,
      stale,
      today,
      changed: latestCold !== null && kept.version !== undefined && kept.version > latestCold.version,
    }),
  };
}

/** The wanted telling, or the other where that is not written. */
function tellingWith({ item }: Kept, wanted: Telling): Telling {
  if (item.type !== 'story' || textOf(item, wanted).trim() !== '') return wanted;
  const other: Telling = wanted === 'short' ? 'long' : 'short';
  return textOf(item, other).trim() === '' ? wanted : other;
}

interface Standing {
  readonly state: State;
  readonly slot: Slot;
  readonly gaps: readonly OutlinePart[];
  readonly latestCold: Rehearsal | null;
  readonly coldDays: readonly string[];
  readonly stale: boolean;
  readonly today: string;
  /** True where the draft is not the one that was last said cold. */
  readonly changed: boolean;
}

function breaksOf({ state, slot, gaps, latestCold, coldDays, stale, today, changed }: Standing): string {
  const gap = gaps[0];
  switch (state) {
    case 'missing':
      return `Nothing is written. ${SLOT_ABOUT[slot].about}`;
    case 'gaps':
      return gap === undefined ? '' : gapLine(gap);
    case 'unheard':
      return 'It has never been said aloud. A text that reads well often does not fit its time.';
    case 'warm':
      if (latestCold === null)
        return 'It has only been said with the draft fresh in mind. Say it cold, on another day.';
      return held(latestCold)
        ? `It held cold on ${coldDays.length === 1 ? 'one day' : `${coldDays.length} days`}. Two different days are needed.`
        : `Said cold on ${latestCold.day} it did not hold: ${failureOf(latestCold)}.`;
    case 'lost':
      if (stale && latestCold !== null)
        return `It was ready, and was last said cold ${daysBetween(latestCold.day, today)} days ago. Say it again.`;
      return latestCold !== null && !held(latestCold)
        ? `It was ready, then on ${latestCold.day} it did not hold: ${failureOf(latestCold)}.`
        : 'It was ready, then did not hold; it held once since. One more cold day brings it back.';
    case 'ready':
      if (changed) return 'The draft was changed after it was last said cold: what held is not what is written now.';
      return latestCold === null ? '' : weakestOf(latestCold, gap);
  }
}

const gapLine = ({ label, ask, at, before }: OutlinePart): string =>
  at === null ? `${label} is missing. ${ask}` : `“${label}” is told before “${before ?? ''}”. Turn them round.`;

function failureOf({ verdict, seconds, allowed }: Rehearsal): string {
  const reasons = [
    ...(verdict < 3 ? ['a panel would have voted no'] : []),
    ...(seconds > allowed * OVERTIME ? [`it took ${Math.round(seconds)} seconds of ${allowed}`] : []),
  ];
  return reasons.join(', and ');
}

function weakestOf(rehearsal: Rehearsal, gap: OutlinePart | undefined): string {
  if (gap !== undefined) return `The draft has a gap that a probe would find. ${gapLine(gap)}`;
  const weakest = rehearsal.signals.toSorted((a, b) => a.level - b.level)[0];
  const spare = rehearsal.allowed - rehearsal.seconds;
  if (weakest !== undefined && weakest.level <= 1)
    return `A probe on ${weakest.signal}: it was ${weakest.level} of 3 when last said cold.`;
  if (spare < rehearsal.allowed * 0.05)
    return 'An interruption: there was no second to spare when it was last said cold.';
  return `${STALE_DAYS} days without saying it, or one cold try that does not hold.`;
}

/** The three things one must be able to produce: the transition story in a minute, two narratives, the script. */
export const coreReady = (slots: readonly SlotReadiness[]): boolean =>
  slots.filter(({ slot }) => SLOT_ABOUT[slot].core).every(({ state }) => state === 'ready');
