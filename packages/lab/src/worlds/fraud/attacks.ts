/** Campaigns of thieves: drawn once by seed, carried out day by day, and changed by what gets blocked. */
import { RandomStream, exp } from '../../random/index.ts';
import type { Incident } from '../types.ts';
import { CATEGORIES, DAYS, DAY_SECONDS, HISTORY_DAYS, KIND, LABELS } from './config.ts';
import { CAMPAIGN_DEVICES, homeDevice, TRAIT, TRAIT_WORDS, type Traits } from './population.ts';

/** One campaign. `cards` and `days` run in parallel: which card is used on which day. */
export interface Campaign {
  readonly id: number;
  readonly kind: number;
  readonly cards: Int32Array;
  readonly days: Int16Array;
  readonly perCard: number;
  readonly logAmount: number;
  readonly categories: readonly number[];
}

/** What thieves have learned. `evasion` is by campaign, `street` is common knowledge; both 0 to 1. */
export interface Thieves {
  evasion: Float32Array;
  street: number;
}

/** One attempt of a thief; the fields of a tape row. */
export interface Attempt {
  time: number;
  card: number;
  merchant: number;
  device: number;
  amount: number;
  kind: number;
  disputeDay: number;
  unit: number;
  campaign: number;
  distance: number;
  ship: number;
  address: number;
  seconds: number;
  pages: number;
  pasted: number;
  emailAge: number;
  credentialAge: number;
  support: number;
  reputation: number;
}

const STYLE = [
  { share: 0, perCard: 0, logAmount: 0, minutes: 0 },
  { share: 0.45, perCard: 3.2, logAmount: 5.1, minutes: 11 },
  { share: 0.25, perCard: 1.7, logAmount: 4.8, minutes: 120 },
  { share: 0.3, perCard: 2.1, logAmount: 5.4, minutes: 40 },
  { share: 0, perCard: 1.6, logAmount: 4.5, minutes: 200 },
] as const;

/** Expected campaigns for a run, with room for those of a new attack. */
export function campaignCount(volume: number, prevalence: number): number {
  return Math.max(12, Math.round((volume * DAYS * prevalence) / 22));
}

function campaign(
  stream: RandomStream,
  id: number,
  kind: number,
  start: number,
  length: number,
  attempts: number,
  cards: number,
): Campaign {
  const style = STYLE[kind]!;
  const n = Math.max(2, Math.round(attempts / style.perCard));
  const ids = new Int32Array(n);
  const days = new Int16Array(n);
  for (let j = 0; j < n; j++) {
    ids[j] = stream.below(cards);
    days[j] = start + Math.floor(stream.uniform() * length);
  }
  const categories = Array.from({ length: 3 }, () => {
    if (kind === KIND.newAttack) return stream.chance(0.7) ? 6 : 4;
    let u = stream.uniform();
    const at = CATEGORIES.findIndex((c) => (u -= c.pull) < 0);
    return at < 0 ? 3 : at;
  });
  return {
    id,
    kind,
    cards: ids,
    days,
    perCard: style.perCard,
    logAmount: style.logAmount + 0.25 * stream.normal(),
    categories,
  };
}

/** All campaigns of a seed. `prevalence` is the share of attempts that are fraud. */
export function drawCampaigns(
  seed: number,
  volume: number,
  prevalence: number,
  incidents: readonly Incident[],
  cards: number,
): Campaign[] {
  const count = campaignCount(volume, prevalence);
  // Some campaigns reach past the last day; what they lose there is made up for here.
  const each = (1.12 * volume * DAYS * prevalence) / count;
  const root = new RandomStream(seed, 'fraud/campaigns');
  const out: Campaign[] = [];
  for (let id = 0; id < count; id++) {
    const stream = root.substream(id);
    // Evenly spread with jitter: history and live period get their share in every seed.
    const start = Math.floor(((id + stream.uniform()) / count) * (DAYS + 6)) - 6;
    const u = stream.uniform();
    const kind = u < 0.45 ? KIND.stolen : u < 0.7 ? KIND.merchant : KIND.takeover;
    const size = each * (0.4 + 1.2 * stream.uniform());
    out.push(campaign(stream, id, kind, start, 4 + stream.below(11), size, cards));
  }
  incidents.forEach((incident, k) => {
    if (incident.kind !== 'new-attack') return;
    const length = incident.until - incident.from;
    const attempts = volume * prevalence * incident.size * length;
    const parts = Math.max(2, Math.round(attempts / 30));
    for (let p = 0; p < parts; p++) {
      const stream = root.substream(`new-attack/${k}/${p}`);
      const start = HISTORY_DAYS + incident.from + Math.floor((p / parts) * length * 0.7);
      out.push(
        campaign(
          stream,
          out.length,
          KIND.newAttack,
          start,
          Math.max(4, Math.round(length * 0.4)),
          attempts / parts,
          cards,
        ),
      );
    }
  });
  return out;
}

/** Shops by category, for thieves to choose from. */
export function shopsByCategory(traits: Traits): Int32Array[] {
  return CATEGORIES.map((_, kind) =>
    Int32Array.from([...traits.category.keys()].filter((m) => traits.category[m] === kind)),
  );
}

type Looks = Pick<
  Attempt,
  'distance' | 'ship' | 'address' | 'seconds' | 'pages' | 'pasted' | 'credentialAge' | 'support' | 'reputation'
> & { readonly young: boolean; readonly email: number; readonly cloned: boolean };

/** How an attempt looks. Every draw is made whatever `evasion` is, so that learning shifts looks and nothing else. */
function looksOf(stream: RandomStream, kind: number, evasion: number): Looks {
  // A careful thief copies an honest customer in each trait apart.
  const careful = (base: number): boolean => stream.uniform() < base * (1 - 0.75 * evasion);
  const by = (stolen: number, merchant: number, takeover: number, novel: number): number =>
    [0, stolen, merchant, takeover, novel][kind]!;
  const far = careful(by(0.82, 0.6, 0.62, 0.08));
  const hurried = careful(by(0.72, 0.66, 0.4, 0.92));
  const ships = [careful(by(0.62, 0.62, 0.6, 0.25)), stream.chance(0.08)];
  const fails = [careful(by(0.5, 0.22, 0.07, 0.05)), stream.chance(0.035)];
  const pastes = careful(0.55);
  const fields = 1 + stream.below(3);
  const fresh = careful(kind === KIND.takeover ? 0.85 : 0);
  const sooner = 3 * stream.uniform();
  const later = exp(5 + 1.3 * stream.normal());
  return {
    distance: exp((far ? 6.6 : 2.4) + 1.1 * stream.normal()),
    ship: ships[0] || ships[1] ? 1 : 0,
    address: fails[0] || fails[1] ? 1 : 0,
    seconds: exp((hurried ? 3.7 : 5) + 0.7 * stream.normal()),
    pages: Math.min(255, 1 + exp((hurried ? 0.7 : 1.4) + 0.5 * stream.normal())),
    pasted: pastes ? fields : stream.chance(0.12) ? 1 : 0,
    credentialAge: fresh ? sooner : later,
    support: stream.chance(by(0.06, 0.06, 0.25, 0.06)) ? 1 : 0,
    reputation: Math.min(1, exp((kind === KIND.newAttack ? -2.1 : -0.95 - 0.7 * evasion) + 0.6 * stream.normal())),
    young: careful(by(0.68, 0.62, 0.08, 0.9)),
    email: exp(2.7 + 1.1 * stream.normal()),
    cloned: stream.uniform() < (kind === KIND.newAttack ? 0.9 : 0.04 + 0.45 * evasion),
  };
}

/** How often victim `j` of a campaign is robbed, and the stream of all else that is drawn for that victim. */
export function victimAttempts(seed: number, plot: Campaign, j: number): { stream: RandomStream; wanted: number } {
  const stream = new RandomStream(seed, `fraud/attempt/${plot.id}/${j}`);
  return { stream, wanted: Math.min(12, 1 + stream.poisson(plot.perCard - 1)) };
}

/** The attempts that the campaigns make on `day`, in time order, given what thieves have learned so far. */
export function attemptsOn(
  seed: number,
  day: number,
  campaigns: readonly Campaign[],
  traits: Traits,
  shops: readonly Int32Array[],
  thieves: Thieves,
  alive: (card: number) => boolean,
): Attempt[] {
  const out: Attempt[] = [];
  for (const plot of campaigns) {
    for (let j = 0; j < plot.cards.length; j++) {
      if (plot.days[j] !== day || !alive(plot.cards[j]!)) continue;
      const card = plot.cards[j]!;
      const { stream, wanted } = victimAttempts(seed, plot, j);
      const evasion = Math.min(1, thieves.evasion[plot.id]! + 0.35 * thieves.street);
      const style = STYLE[plot.kind]!;
      const reported = stream.uniform() < LABELS.reported;
      const delay = Math.min(
        LABELS.maxDelay,
        Math.max(3, Math.round(stream.lognormal(0, LABELS.sigmaDelay) * LABELS.medianDelay)),
      );
      const device = traits.cards * 2 + plot.id * CAMPAIGN_DEVICES + stream.below(CAMPAIGN_DEVICES);
      let at = stream.uniform() * 0.9 * DAY_SECONDS;
      for (let k = 0; k < wanted; k++) {
        const own = stream.substream(k);
        const looks = looksOf(own, plot.kind, evasion);
        const shelf = shops[plot.categories[own.below(3)]!]!;
        const test = plot.kind === KIND.stolen && k === 0 && own.chance(0.4);
        const amount = test ? 1 + 12 * own.uniform() : exp(plot.logAmount - 0.6 * evasion + 0.6 * own.normal());
        out.push({
          time: day * DAY_SECONDS + Math.min(DAY_SECONDS - 1, Math.floor(at)),
          card,
          merchant: shelf.length > 0 ? shelf[own.below(shelf.length)]! : own.below(traits.merchants),
          device: looks.cloned ? homeDevice(card) : device,
          amount,
          kind: plot.kind,
          disputeDay: reported ? day + delay + own.below(3) : -1,
          unit: day * 4_194_304 + 2_097_152 + ((plot.id * 1024 + j * 12 + k) % 2_097_152),
          campaign: plot.id,
          distance: looks.distance,
          ship: looks.ship,
          address: looks.address,
          seconds: looks.seconds,
          pages: looks.pages,
          pasted: looks.pasted,
          emailAge: looks.young ? looks.email : traits.cardFloat[card * TRAIT_WORDS + TRAIT.emailAge]! + day,
          credentialAge: looks.credentialAge,
          support: looks.support,
          reputation: looks.reputation,
        });
        at += own.exponential(style.minutes * 60 * (1 + 5 * evasion));
      }
    }
  }
  return out.sort((a, b) => a.time - b.time || a.unit - b.unit);
}

/** What thieves learn from one day: `tried` and `stopped` attempts by campaign. */
export function learnFromBlocks(thieves: Thieves, tried: Int32Array, stopped: Int32Array): void {
  let all = 0;
  let lost = 0;
  for (let c = 0; c < tried.length; c++) {
    if (tried[c]! === 0) continue;
    all += tried[c]!;
    lost += stopped[c]!;
    if (stopped[c]! > 0) thieves.evasion[c] = Math.min(0.9, thieves.evasion[c]! + 0.3 * (stopped[c]! / tried[c]!));
  }
  if (all > 0) thieves.street += 0.05 * (lost / all - thieves.street);
}
