/** Honest traffic. Every draw of a day comes from the stream of that day, so that no decision can shift it. */
import { RandomStream, exp, pow } from '../../random/index.ts';
import { CATEGORIES, DAY_SECONDS, DIGITAL, HISTORY_DAYS, KIND, LABELS } from './config.ts';
import { clock, normal } from './draws.ts';
import type { Incident } from '../types.ts';
import type { Tape } from './tape.ts';
import { homeDevice, TRAIT, TRAIT_WORDS, type Traits } from './population.ts';

/** Uniforms that one payment consumes. */
const DRAWS = 19;
const WEEK = [0.92, 0.94, 0.97, 1, 1.1, 1.12, 0.95] as const;
const ACTIVITY = new Float64Array(4097);
for (let k = 0; k <= 4096; k++) ACTIVITY[k] = pow(k / 4096, 1.35);
/** Rows whose uniforms are drawn at a time: they stay in the cache. */
const BATCH = 1024;
const pool = new Float64Array(BATCH * DRAWS);

/** Strength of a season on `day` (0 = first day of history): 1 where there is none. */
export function seasonOn(incidents: readonly Incident[], day: number): number {
  const live = day - HISTORY_DAYS;
  const season = incidents.find((i) => i.kind === 'season' && live >= i.from && live < i.until);
  return season ? season.size : 1;
}

/** Honest payments expected on `day`. */
export function honestVolume(volume: number, incidents: readonly Incident[], day: number): number {
  return Math.round(volume * WEEK[day % 7]! * seasonOn(incidents, day));
}

/** Fills `tape` with the honest payments of `day`, in time order. */
export function honestDay(
  tape: Tape,
  seed: number,
  day: number,
  traits: Traits,
  volume: number,
  incidents: readonly Incident[],
): void {
  const season = seasonOn(incidents, day);
  const rows = honestVolume(volume, incidents, day);
  const stream = new RandomStream(seed, `fraud/honest/${day}`);
  const seasonShift = season > 1 ? 0.3 : 0;
  const freshDevice = 0.97 - (season > 1 ? 0.05 : 0);
  const giftShare = season > 1 ? 0.22 : 0.08;
  const start = day * DAY_SECONDS;
  const { cards, card: traitsOf, cardFloat, popular, category } = traits;
  const u = pool;
  for (let i = 0; i < rows; i++) {
    const at = (i % BATCH) * DRAWS;
    if (at === 0) stream.fillUniform(rows - i < BATCH ? pool.subarray(0, (rows - i) * DRAWS) : pool);
    const x = u[at]! * 4096;
    const cell = x | 0;
    const card = Math.min(
      cards - 1,
      ((ACTIVITY[cell]! + (ACTIVITY[cell + 1]! - ACTIVITY[cell]!) * (x - cell)) * cards) | 0,
    );
    const own = card * TRAIT_WORDS;
    const pick = u[at + 1]!;
    const merchant =
      pick < 0.6 ? traitsOf[own + TRAIT.favourites + ((pick / 0.15) | 0)]! : popular[((pick - 0.6) * 10240) | 0]!;
    const kind = category[merchant]!;
    const device = u[at + 2]!;
    const travel = u[at + 4]! < 0.035;
    tape.time[i] = start + clock((i + u[at + 5]!) / rows);
    tape.card[i] = card;
    tape.merchant[i] = merchant;
    tape.device[i] = device < 0.93 ? homeDevice(card) : device < freshDevice ? cards + card : -1;
    tape.amount[i] = exp(
      CATEGORIES[kind]!.logAmount + seasonShift + cardFloat[own + TRAIT.logTicket]! + 0.75 * normal(u[at + 3]!),
    );
    tape.kind[i] = KIND.honest;
    tape.unit[i] = day * 4_194_304 + i;
    tape.campaign[i] = -1;
    tape.distance[i] = exp((travel ? 6.2 : 2.3) + 1.1 * normal(u[at + 6]!));
    tape.ship[i] = u[at + 7]! < giftShare ? 1 : 0;
    tape.address[i] = u[at + 8]! < (travel ? 0.09 : 0.035) ? 1 : 0;
    tape.seconds[i] = exp(5.2 + 0.8 * normal(u[at + 9]!));
    tape.pages[i] = 1 + exp(1.5 + 0.6 * normal(u[at + 10]!));
    tape.pasted[i] = u[at + 11]! < 0.12 ? 1 + ((u[at + 11]! * 16) | 0) : 0;
    tape.emailAge[i] = u[at + 12]! < 0.04 ? exp(2.8 + normal(u[at + 13]!)) : cardFloat[own + TRAIT.emailAge]! + day;
    tape.credentialAge[i] = exp(5 + 1.3 * normal(u[at + 14]!));
    tape.support[i] = u[at + 15]! < 0.05 ? 1 : 0;
    tape.reputation[i] = Math.min(1, exp(-2.3 + 0.7 * normal(u[at + 16]!)) + (device < freshDevice ? 0 : 0.12));
    const friendly = u[at + 17]! < LABELS.friendly * (kind === DIGITAL ? 2.5 : 0.8);
    const delay = LABELS.friendlyMedianDelay * exp(0.5 * normal(u[at + 18]!));
    tape.disputeDay[i] = friendly ? day + Math.min(LABELS.maxDelay, Math.round(delay)) : -1;
  }
  tape.rows = rows;
}
