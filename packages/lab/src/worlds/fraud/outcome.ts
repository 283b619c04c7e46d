/** What a day's decisions come to: money by cause, labels to come, and what people and thieves do next. */
import { keyedUniform } from '../keyed.ts';
import { CAUSES, DECISION, type Cause } from './causes.ts';
import type { DayTruth, Decisions } from './life.ts';
import { learnFromBlocks } from './attacks.ts';
import { ECONOMICS, KIND } from './config.ts';
import { CARD, CARD_WORDS, isGone, replaceCard } from './population.ts';
import { expectDispute, reviewVerdict, type Motion } from './motion.ts';

const AT = Object.fromEntries(CAUSES.map((cause, i) => [cause, i])) as Record<Cause, number>;

/** Margin that a customer would still bring, dollars: own pace so far, over the horizon of a lost customer. */
export function customerWorth(motion: Motion, card: number, day: number): number {
  const { card: words, cardFloat } = motion.memory;
  const count = words[card * CARD_WORDS + CARD.count]!;
  const payments = count - 2;
  if (payments <= 0) return 0;
  const mean = cardFloat[card * CARD_WORDS + CARD.sum]! / count;
  return (payments / (day + 1)) * mean * ECONOMICS.margin * ECONOMICS.churnHorizonDays;
}

/** Settles rows `first` to the end of the store. `day` counts from the first day of history. */
export function settle(motion: Motion, first: number, day: number, decisions: Decisions, capacity: number): DayTruth {
  const { store, setting, memory, thieves } = motion;
  const money = new Float64Array(CAUSES.length);
  const add = (cause: number, dollars: number): void => {
    money[cause] = money[cause]! + dollars;
  };
  const tried = new Int32Array(setting.campaigns.length);
  const stopped = new Int32Array(setting.campaigns.length);
  const rows = store.rows - first;
  let left = capacity;
  let frauds = 0;
  let fraudsStopped = 0;
  let honestDeclined = 0;
  let reviewed = 0;
  let reviewOverflow = 0;
  let fraudDollars = 0;
  let honestDollars = 0;
  const leavers: number[] = [];
  for (let i = 0; i < rows; i++) {
    const row = first + i;
    const amount = store.amount[row]!;
    const fraud = store.kind[row] !== KIND.honest;
    let declined = decisions.action[i] === DECISION.block;
    if (decisions.action[i] === DECISION.review) {
      if (left > 0) {
        left--;
        reviewed++;
        store.review[row] = reviewVerdict(setting, store, row);
        declined = store.review[row] === 2;
        add(AT.review, ECONOMICS.reviewDollars);
      } else reviewOverflow++;
    }
    store.blocked[row] = declined ? 1 : 0;
    store.propensity[row] = decisions.propensity[i]!;
    if (fraud) {
      frauds++;
      fraudDollars += amount;
      const campaign = store.campaign[row]!;
      tried[campaign] = tried[campaign]! + 1;
      if (declined) {
        fraudsStopped++;
        stopped[campaign] = stopped[campaign]! + 1;
        if (store.review[row] === 2) replaceCard(memory, store.card[row]!, day);
        continue;
      }
      add(AT.fraudLoss, amount);
      if (store.disputeDay[row]! >= 0) add(AT.chargebackFees, ECONOMICS.chargebackFee);
      expectDispute(motion, row);
    } else if (declined) {
      honestDeclined++;
      add(AT.falseDeclines, amount * ECONOMICS.margin);
      if (keyedUniform(setting.keys.churn, store.unit[row]!) < ECONOMICS.churn) leavers.push(store.card[row]!);
    } else {
      honestDollars += amount;
      if (store.disputeDay[row]! >= 0) {
        add(AT.friendlyFraud, amount + ECONOMICS.chargebackFee);
        expectDispute(motion, row);
      }
    }
  }
  for (const card of leavers) {
    if (isGone(memory, card)) continue;
    add(AT.lostCustomers, customerWorth(motion, card, day));
    memory.card[card * CARD_WORDS + CARD.gone] = 1;
  }
  const wait = Math.max(0, decisions.waitMs - 100) / 100;
  add(AT.slowCheckout, honestDollars * ECONOMICS.margin * ECONOMICS.abandonPer100ms * wait);
  learnFromBlocks(thieves, tried, stopped);
  return { money, payments: rows, frauds, fraudsStopped, honestDeclined, reviewed, reviewOverflow, fraudDollars };
}
