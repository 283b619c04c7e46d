/** Turns a day of raw payments into log rows with features, in time order, and moves the memory of cards and shops. */
import { log } from '../../random/index.ts';
import type { Attempt } from './attacks.ts';
import { CATEGORIES, DAY_SECONDS } from './config.ts';
import { F } from './features.ts';
import {
  CARD,
  CARD_WORDS,
  DEVICE,
  DEVICE_WORDS,
  KNOWN,
  RING,
  RING_MASK,
  type Memory,
  type Traits,
} from './population.ts';
import { reserve, type Store } from './store.ts';
import type { Tape } from './tape.ts';

/** 0 daily, 1 hourly, 2 realtime, for each catalogue index. */
export type Ages = Uint8Array;

export interface AppendOptions {
  readonly ages: Ages;
  /** Aggregates know nothing after this second; Infinity where the feature store works. */
  readonly staleSince: number;
  /** Copies of each event in the log: 1, or 2 under a retry loop. */
  readonly copies: number;
}

/** Midnight: yesterday's counters become the past. */
export function turnDay(memory: Memory): void {
  const keep = 1 - 1 / 30;
  const { shopSeen, shopDisputes } = memory;
  for (let m = 0; m < shopSeen.length; m++) {
    shopSeen[m] = shopSeen[m]! * keep;
    shopDisputes[m] = shopDisputes[m]! * keep;
  }
}

/** Copies row `i` of the attempts into row `at` of the tape. */
function splice(tape: Tape, at: number, a: Attempt): void {
  tape.time[at] = a.time;
  tape.card[at] = a.card;
  tape.merchant[at] = a.merchant;
  tape.device[at] = a.device;
  tape.amount[at] = a.amount;
  tape.kind[at] = a.kind;
  tape.disputeDay[at] = a.disputeDay;
  tape.unit[at] = a.unit;
  tape.campaign[at] = a.campaign;
  tape.distance[at] = a.distance;
  tape.ship[at] = a.ship;
  tape.address[at] = a.address;
  tape.seconds[at] = a.seconds;
  tape.pages[at] = a.pages;
  tape.pasted[at] = a.pasted;
  tape.emailAge[at] = a.emailAge;
  tape.credentialAge[at] = a.credentialAge;
  tape.support[at] = a.support;
  tape.reputation[at] = a.reputation;
}

/**
 * Appends the day to the store: honest payments of customers who are still there, and the attempts of thieves.
 * `spare` is the last row of the tape's capacity, used as scratch. Returns the first new row.
 */
export function appendDay(
  store: Store,
  memory: Memory,
  traits: Traits,
  tape: Tape,
  attempts: readonly Attempt[],
  day: number,
  { ages, staleSince, copies }: AppendOptions,
): number {
  const first = store.rows;
  reserve(store, tape.rows + attempts.length);
  const f = store.features;
  const [fAmount, fVersus, fTicket, fHour] = [f[F.amount]!, f[F.amountVsUsual]!, f[F.usualTicket]!, f[F.hour]!];
  const [fSince, fTx1, fTx24, fSpend] = [f[F.hoursSinceLast]!, f[F.cardTx1h]!, f[F.cardTx24h]!, f[F.cardSpend24h]!];
  const [fNew, fDevice, fDistance, fShip] = [
    f[F.deviceNew]!,
    f[F.deviceCards7d]!,
    f[F.ipDistance]!,
    f[F.shipMismatch]!,
  ];
  const [fAddress, fRisk, fDisputes, fBusy] = [
    f[F.addressCheck]!,
    f[F.categoryRisk]!,
    f[F.merchantDisputes]!,
    f[F.merchantBusy]!,
  ];
  const [fAccount, fEmail, fSeconds, fPages] = [
    f[F.accountAge]!,
    f[F.emailAge]!,
    f[F.sessionSeconds]!,
    f[F.sessionPages]!,
  ];
  const [fPasted, fCredential, fState, fSupport] = [
    f[F.pastedFields]!,
    f[F.credentialAge]!,
    f[F.cardState]!,
    f[F.supportContacts]!,
  ];
  const [fReputation, fSettle, fToken] = [f[F.deviceReputation]!, f[F.settleHours]!, f[F.cardToken]!];
  const { card: cardOf, cardFloat, device: deviceOf } = memory;
  const { shopHour, shopNow, shopBefore, shopTotal, shopDay, shopToday, shopYesterday, shopSeen, shopDisputes } =
    memory;
  const { cards, category } = traits;
  const risk = Float32Array.from(CATEGORIES, (c) => c.risk);
  const dayStart = day * DAY_SECONDS;
  const [aVersus, aTicket, aSince, aTx1] = [
    ages[F.amountVsUsual]!,
    ages[F.usualTicket]!,
    ages[F.hoursSinceLast]!,
    ages[F.cardTx1h]!,
  ];
  const [aTx24, aSpend, aNew, aDevice, aBusy] = [
    ages[F.cardTx24h]!,
    ages[F.cardSpend24h]!,
    ages[F.deviceNew]!,
    ages[F.deviceCards7d]!,
    ages[F.merchantBusy]!,
  ];
  const cuts = new Float64Array(3);
  const scratch = tape.time.length - 1;
  let row = first;
  let i = 0;
  let a = 0;
  const honest = tape.rows;
  while (i < honest || a < attempts.length) {
    let r: number;
    if (a < attempts.length && (i >= honest || attempts[a]!.time < tape.time[i]!)) {
      splice(tape, scratch, attempts[a++]!);
      r = scratch;
    } else {
      r = i++;
      if (cardOf[tape.card[r]! * CARD_WORDS + CARD.gone] === 1) continue;
    }
    const time = tape.time[r]!;
    const card = tape.card[r]!;
    const merchant = tape.merchant[r]!;
    const device = tape.device[r]!;
    const amount = tape.amount[r]!;
    const hour = (time / 3600) | 0;
    cuts[0] = Math.min(dayStart, staleSince);
    cuts[1] = Math.min(hour * 3600, staleSince);
    cuts[2] = Math.min(time + 1, staleSince);
    const cTx1 = cuts[aTx1]!;
    const cTx24 = cuts[aTx24]!;
    const cSpend = cuts[aSpend]!;
    const cSince = cuts[aSince]!;
    const cTicket = cuts[aTicket]!;
    const cVersus = cuts[aVersus]!;

    // Card: walk back through the remembered attempts.
    let tx1 = 0;
    let tx24 = 0;
    let spend = 0;
    let since = 720;
    let recentCount = 0;
    let recentSum = 0;
    let versusCount = 0;
    let versusSum = 0;
    const own = card * CARD_WORDS;
    let slot = cardOf[own + CARD.ringAt]!;
    for (let k = 0; k < RING; k++) {
      slot = (slot - 1) & RING_MASK;
      const then = cardOf[own + CARD.ringTime + slot]!;
      const ago = time - then;
      if (since === 720 && then < cSince) since = Math.min(720, ago / 3600);
      if (ago > 86_400) {
        if (since !== 720) break;
        continue;
      }
      const paid = cardFloat[own + CARD.ringAmount + slot]!;
      if (ago <= 3600 && then < cTx1) tx1++;
      if (then < cTx24) tx24++;
      if (then < cSpend) spend += paid;
      if (then >= cTicket) {
        recentCount++;
        recentSum += paid;
      }
      if (then >= cVersus) {
        versusCount++;
        versusSum += paid;
      }
    }
    const seen = cardOf[own + CARD.count]!;
    const total = cardFloat[own + CARD.sum]!;
    const ticket = (total - recentSum) / (seen - recentCount);
    const versus = (total - versusSum) / (seen - versusCount);

    // Device.
    let known = 0;
    let others = 0;
    let slotOfDevice = -1;
    if (device >= 0) {
      for (let k = 0; k < KNOWN; k++) {
        if (cardOf[own + CARD.knownDevice + k] === device) {
          slotOfDevice = k;
          if (cardOf[own + CARD.knownSince + k]! < cuts[aNew]!) known = 1;
        }
      }
      const at = device * DEVICE_WORDS;
      let mine = -1;
      for (let k = 0; k < KNOWN; k++) {
        const other = deviceOf[at + DEVICE.card + k]!;
        const last = deviceOf[at + DEVICE.time + k]!;
        if (other === card) mine = k;
        else if (other >= 0 && time - last < 604_800 && last < cuts[aDevice]!) others++;
      }
      if (mine < 0) {
        mine = deviceOf[at + DEVICE.at]!;
        deviceOf[at + DEVICE.at] = (mine + 1) & (KNOWN - 1);
        deviceOf[at + DEVICE.card + mine] = card;
        deviceOf[at + DEVICE.time + mine] = time;
      }
      if (slotOfDevice < 0) {
        const next = cardOf[own + CARD.knownAt]!;
        cardOf[own + CARD.knownAt] = (next + 1) & (KNOWN - 1);
        cardOf[own + CARD.knownDevice + next] = device;
        cardOf[own + CARD.knownSince + next] = time;
      }
    }

    // Shop.
    if (shopHour[merchant] !== hour) {
      shopBefore[merchant] = shopHour[merchant] === hour - 1 ? shopNow[merchant]! : 0;
      shopNow[merchant] = 0;
      shopHour[merchant] = hour;
    }
    if (shopDay[merchant] !== day) {
      shopYesterday[merchant] = shopDay[merchant] === day - 1 ? shopToday[merchant]! : 0;
      shopToday[merchant] = 0;
      shopDay[merchant] = day;
    }
    const usual = Math.max(0.25, shopTotal[merchant]! / (hour + 1));
    let busy: number;
    if (aBusy === 0 || staleSince <= time) busy = shopYesterday[merchant]! / 24 / usual;
    else if (aBusy === 1) busy = shopBefore[merchant]! / usual;
    else busy = (shopNow[merchant]! + shopBefore[merchant]! * (1 - (time % 3600) / 3600)) / usual;

    fAmount[row] = amount;
    fVersus[row] = log(amount / versus);
    fTicket[row] = ticket;
    fHour[row] = (time - dayStart) / 3600;
    fSince[row] = since;
    fTx1[row] = tx1;
    fTx24[row] = tx24;
    fSpend[row] = spend;
    fNew[row] = known === 1 ? 0 : 1;
    fDevice[row] = others;
    fDistance[row] = tape.distance[r]!;
    fShip[row] = tape.ship[r]!;
    fAddress[row] = tape.address[r]!;
    fRisk[row] = risk[category[merchant]!]!;
    fDisputes[row] = (1000 * (shopDisputes[merchant]! + 0.3)) / (shopSeen[merchant]! + 300);
    fBusy[row] = busy;
    fAccount[row] = cardFloat[own + CARD.accountAge]! + day;
    fEmail[row] = tape.emailAge[r]!;
    fSeconds[row] = tape.seconds[r]!;
    fPages[row] = tape.pages[r]!;
    fPasted[row] = tape.pasted[r]!;
    fCredential[row] = tape.credentialAge[r]!;
    fState[row] = day - cardOf[own + CARD.replaced]! < 30 ? 1 : 0;
    fSupport[row] = tape.support[r]!;
    fReputation[row] = tape.reputation[r]!;
    // The settlement table has no row yet, and the store answers 0.
    fSettle[row] = 0;
    fToken[row] = card / cards;

    store.time[row] = time;
    store.card[row] = card;
    store.merchant[row] = merchant;
    store.device[row] = device;
    store.amount[row] = amount;
    store.kind[row] = tape.kind[r]!;
    store.disputeDay[row] = tape.disputeDay[r]!;
    store.unit[row] = tape.unit[r]!;
    store.campaign[row] = tape.campaign[r]!;
    store.blocked[row] = 0;
    store.review[row] = 0;
    store.copies[row] = copies;
    store.propensity[row] = 1;
    row++;

    const put = cardOf[own + CARD.ringAt]!;
    cardOf[own + CARD.ringTime + put] = time;
    cardFloat[own + CARD.ringAmount + put] = amount;
    cardOf[own + CARD.ringAt] = (put + 1) & RING_MASK;
    cardOf[own + CARD.count] = seen + 1;
    cardFloat[own + CARD.sum] = total + amount;
    shopNow[merchant] = shopNow[merchant]! + 1;
    shopToday[merchant] = shopToday[merchant]! + 1;
    shopTotal[merchant] = shopTotal[merchant]! + 1;
    shopSeen[merchant] = shopSeen[merchant]! + 1;
  }
  store.rows = row;
  return first;
}
