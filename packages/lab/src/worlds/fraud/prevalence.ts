/** Keeps the share of fraud to what the seed drew: campaigns vary in size, their sum over a period does not. */
import { RandomStream } from '../../random/index.ts';
import { victimAttempts, type Campaign } from './attacks.ts';
import { DAYS, HISTORY_DAYS, KIND, PREVALENCE } from './config.ts';

/** Day of a victim whom nobody robs. */
const NEVER = -1;
/** Part of the wanted attempts by which the sum may be off. */
const TOLERANCE = 0.01;
/** A few attempts fall away in life, since a card that was replaced cannot be robbed again: this far below the ceiling. */
const CEILING = PREVALENCE[1] * 0.95;

interface Victim {
  readonly plot: number;
  readonly at: number;
  readonly attempts: number;
}

interface Draft {
  readonly plot: Campaign;
  readonly cards: number[];
  readonly days: number[];
}

/** The campaigns with victims taken away or added, so that history and live period have the wanted attempts. */
export function keepToPrevalence(
  seed: number,
  drawn: readonly Campaign[],
  prevalence: number,
  honest: { readonly history: number; readonly live: number },
  cards: number,
): Campaign[] {
  const drafts = drawn.map((plot): Draft => ({ plot, cards: [...plot.cards], days: [...plot.days] }));
  const wanted = (share: number, rows: number): number => (share * rows) / (1 - share);
  const novel = (plot: Campaign): boolean => plot.kind === KIND.newAttack;
  fit(
    seed,
    'history',
    drafts.filter((d) => !novel(d.plot)),
    0,
    HISTORY_DAYS,
    wanted(prevalence, honest.history),
    cards,
  );
  // A new attack comes on top, as far as the ceiling allows: beyond it thieves leave their old trade for it.
  const most = wanted(CEILING, honest.live);
  const attacks = drafts.filter((d) => novel(d.plot));
  const added = sum(victims(seed, attacks, HISTORY_DAYS, DAYS));
  if (added > 0.7 * most) fit(seed, 'new', attacks, HISTORY_DAYS, DAYS, 0.7 * most, cards);
  const others = Math.min(wanted(prevalence, honest.live), most - Math.min(added, 0.7 * most));
  fit(
    seed,
    'live',
    drafts.filter((d) => !novel(d.plot)),
    HISTORY_DAYS,
    DAYS,
    others,
    cards,
  );
  return drafts.map(({ plot, cards: ids, days }) => ({
    ...plot,
    cards: Int32Array.from(ids),
    days: Int16Array.from(days),
  }));
}

function victims(seed: number, drafts: readonly Draft[], from: number, until: number): Victim[] {
  return drafts.flatMap(({ plot, days }, d) =>
    days.flatMap((day, at) =>
      day >= from && day < until ? [{ plot: d, at, attempts: victimAttempts(seed, plot, at).wanted }] : [],
    ),
  );
}

const sum = (list: readonly Victim[]): number => list.reduce((total, v) => total + v.attempts, 0);

/** Takes victims away, or adds some to campaigns that are under way, until the attempts of a period come to `target`. */
function fit(
  seed: number,
  name: string,
  drafts: readonly Draft[],
  from: number,
  until: number,
  target: number,
  cards: number,
): void {
  const stream = new RandomStream(seed, `fraud/prevalence/${name}`);
  const there = stream.shuffle(victims(seed, drafts, from, until));
  const slack = Math.max(0.5, TOLERANCE * target);
  let total = sum(there);
  for (const { plot, at, attempts } of there) {
    if (total <= target + slack) break;
    if (total - attempts < target - slack) continue;
    drafts[plot]!.days[at] = NEVER;
    total -= attempts;
  }
  const running = drafts.filter((d) => d.days.some((day) => day >= from && day < until));
  for (let tries = 0; tries < 100_000 && running.length > 0 && total < target - slack; tries++) {
    const draft = running[stream.below(running.length)]!;
    const own = draft.days.filter((day) => day >= from && day < until);
    const at = draft.days.length;
    const { wanted } = victimAttempts(seed, draft.plot, at);
    const fits = total + wanted <= target + slack;
    draft.cards.push(stream.below(cards));
    draft.days.push(fits ? own[stream.below(own.length)]! : NEVER);
    if (fits) total += wanted;
  }
}
