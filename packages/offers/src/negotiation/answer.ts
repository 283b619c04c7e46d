import { allowed, instead, needsApproval, target, towards, withinAuthority } from './bargain.ts';
import { floorOf, type Counterpart, type Probe } from './counterpart.ts';
import { draw } from './draw.ts';
import { hear, type Heard } from './impression.ts';
import type { Reading } from './reading/acts.ts';
import { points, reservation } from './sheet.ts';
import type { Effect, State, Step } from './state.ts';
import { ISSUE_LABELS, ISSUES, MONEY, sameTerms, sayIssue, type Issue, type Terms } from './terms.ts';

const clamp = (x: number): number => Math.min(1, Math.max(0, x));
const ASKS = new Set(['propose', 'propose-scope', 'push', 'condition', 'refuse']);

/** What the counterpart does with a turn that counts. */
export function answer(state: State, them: Counterpart, reading: Reading): Step {
  const heard = hear(state, them, reading);
  const heardState = { ...state, impression: heard.impression, asked: heard.asked, otherOffer: heard.otherOffer };
  const kinds = new Set(reading.acts.map(({ kind }) => kind));
  if (kinds.has('accept')) return close(heardState, them);
  if (kinds.has('reject') && !heard.pressed) return end(heardState, 'left', them.lines.parting);
  const asks = reading.acts.some(({ kind }) => ASKS.has(kind));
  const { state: decided, words: back } = state.waiting ? approve(heardState, them) : { state: heardState, words: [] };
  if (state.waiting && !asks && !heard.ultimatum) return say(decided, [...back, ...answers(them, reading)]);
  if (!asks && !heard.ultimatum && !kinds.has('alternative')) return say(...chat(decided, them, reading, heard, back));
  return bargain(decided, them, reading, heard, back);
}

function close(state: State, them: Counterpart): Step {
  const safe =
    points(them.sheet, state.table) >= floorOf(them) - 1e-9 &&
    points(state.mine.sheet, state.table) >= reservation(state.mine);
  if (!safe) throw new Error('A package below a reservation value was on the table.');
  return end({ ...state, asked: {} }, 'agreed', them.lines.close);
}

function end(state: State, phase: 'agreed' | 'walked' | 'left', text: string): Step {
  const said = say({ ...state, phase, waiting: null }, [text]);
  return { state: said.state, effects: [...said.effects, { type: 'ended', phase }] };
}

function say(state: State, words: readonly string[], bluff?: Issue): Step {
  const text = words.filter((line) => line !== '').join(' ');
  const before = state.turns.at(-1)?.table;
  const effects: Effect[] = [{ type: 'said', text }];
  if (before && !sameTerms(before, state.table)) effects.push({ type: 'table', terms: state.table });
  const turn = { who: 'counterpart' as const, text, table: state.table, ...(bluff && { bluff }) };
  return { state: { ...state, turns: [...state.turns, turn] }, effects };
}

/** A turn that asks for nothing: questions are answered, and sooner or later it asks what it would like to know. */
function chat(
  state: State,
  them: Counterpart,
  reading: Reading,
  heard: Heard,
  before: readonly string[],
): [State, string[]] {
  const words = [...before, ...answers(them, reading)];
  if (heard.news.reason && words.length === before.length)
    words.push(pick(state, ['That is useful to know.', 'Noted, and I will use it.'], 'noted'));
  const [probing, line] = nextProbe(state, them);
  if (line !== null) {
    words.push(line);
    return [probing, words];
  }
  if (words.length === 0) words.push('What would you need to see changed to say yes?');
  return [state, words];
}

function answers(them: Counterpart, { acts }: Reading): string[] {
  return acts.flatMap((act) => {
    if (act.kind !== 'question') return [];
    if (act.about === 'range') {
      const band = them.bands[them.opening.level];
      return band
        ? [`The band for L${them.opening.level} runs from ${money(them, band[0])} to ${money(them, band[1])}.`]
        : [];
    }
    if (act.about === 'process')
      return [
        `What I may give by myself has a limit; beyond that ${them.approval.who} decides, and wants a reason that is about the work.`,
      ];
    if (act.about === 'other') return [];
    return [
      them.lines.answers[act.about] ??
        `On that the offer says: ${sayIssue(them.opening, act.about, them.currency)}. Tell me what you need.`,
    ];
  });
}

const money = (them: Counterpart, value: number): string =>
  sayIssue({ ...them.opening, base: value }, 'base', them.currency);
const pick = (state: State, lines: readonly string[], name: string): string =>
  lines[Math.floor(draw(state.seed, state.counterpart, name, state.round) * lines.length)] ?? '';

/** The approver's word on a package, a round later. */
function approve(state: State, them: Counterpart): { state: State; words: string[] } {
  const want = state.waiting;
  if (!want) return { state, words: [] };
  const { reasons, otherReasons, alternative } = state.impression;
  const enough = reasons.length + Math.min(1, otherReasons) + (alternative ? 1 : 0) >= them.approval.reasons;
  const table = enough ? want : withinAuthority(them, state.table, want);
  const next = { ...state, table, waiting: null, approved: enough || state.approved };
  return { state: next, words: [enough ? them.lines.granted : them.lines.cut, changes(them, state.table, table)] };
}

function bargain(state: State, them: Counterpart, reading: Reading, heard: Heard, before: readonly string[]): Step {
  const { style, lines } = them;
  const { news } = heard;
  const nothingNew = !news.reason && !news.alternative && !news.give;
  const patience = state.patience - (nothingNew ? 1 : 0) - (heard.ultimatum ? 2 : 0);
  const pace =
    style.pace *
    (1 +
      (news.reason ? style.heedsReasons : 0) +
      (news.alternative ? style.heedsAlternatives : 0) +
      (news.give ? 0.5 : 0) -
      (nothingNew ? 0.45 : 0) -
      0.6 * state.impression.eager);
  const held = clamp(state.held * (1 - clamp(pace)));
  const base: State = { ...state, patience, held };
  const want = allowed(them, state.table, { ...state.table, ...filled(state, reading) }, state.impression);
  let keep = target(them, held, state.impression);
  if (heard.ultimatum) {
    const wholeAsk = { ...state.table, ...filled(state, reading) };
    const met =
      points(them.sheet, wholeAsk) >= floorOf(them) &&
      sameTerms(allowed(them, state.table, wholeAsk, state.impression), wholeAsk);
    const leaves = draw(state.seed, them.id, 'pride', state.round) < style.pride + (met ? 0 : 0.25);
    if (leaves || patience <= 0) return end(base, 'walked', lines.walk);
    if (state.phase === 'final') return end(base, 'walked', lines.walk);
    // It would rather give in than lose someone it can still afford.
    if (met) keep = floorOf(them);
  }
  if (patience <= 0) {
    if (state.phase === 'final') return end(base, 'walked', lines.walk);
    return say({ ...base, phase: 'final' }, [...before, lines.final]);
  }
  const got = towards(them, state.table, want, Math.max(keep, floorOf(them)));
  const moved = !sameTerms(got, state.table);
  const asked = new Set(
    ISSUES.filter((issue) => String(want[issue]) !== String(state.table[issue]) || state.asked[issue] !== undefined),
  );
  if (!moved && nothingNew) {
    const bluff = bluffOn(base, them, asked, want);
    if (bluff) return say({ ...base, bluffs: base.bluffs + 1 }, [...before, bluff.line], bluff.issue);
  }
  const offer = moved ? got : (instead(them, state.table, asked, keep) ?? state.table);
  const opener = heard.ultimatum ? lines.ultimatum : news.alternative ? lines.alternative : '';
  const talk = [...before, opener, ...answers(them, reading)];
  if (sameTerms(offer, state.table))
    return say(...probing(base, them, [...talk, pick(state, nothingNew ? lines.wantsReason : lines.hold, 'hold')]));
  if (needsApproval(them, offer) && !(state.approved && !needsMore(them, offer, state.table)))
    return say({ ...base, waiting: offer }, [...talk, lines.approval]);
  const whole = sameTerms(offer, { ...state.table, ...state.asked });
  const said = [...talk, pick(state, whole ? lines.agree : lines.move, 'move'), changes(them, state.table, offer)];
  return say({ ...base, table: offer }, said);
}

/** After an approval, only a package that is dearer than the approved one goes back to the approver. */
const needsMore = (them: Counterpart, offer: Terms, table: Terms): boolean =>
  points(them.sheet, offer) < points(them.sheet, table) - 6;

function probing(state: State, them: Counterpart, words: string[]): [State, string[]] {
  const [next, line] = nextProbe(state, them);
  return line === null ? [state, words] : [next, [...words, line]];
}

/** The next thing it would like to know and has not been told, and the state in which it has asked; null where there is none. */
function nextProbe(state: State, them: Counterpart): [State, string | null] {
  const { currentPay, alternative } = state.impression;
  const told: Readonly<Record<Probe, boolean>> = {
    'current-pay': currentPay !== null,
    'other-offers': alternative,
    expectation: state.asked.base !== undefined,
    start: state.asked.start !== undefined,
  };
  for (const [k, probe] of them.probes.entries()) {
    const line = them.lines.probes[probe];
    if (k >= state.probed && !told[probe] && line !== undefined) return [{ ...state, probed: k + 1 }, line];
  }
  return [state, null];
}

/** The ask as figures; a push without one asks for a little more. */
function filled(state: State, { acts }: Reading): Partial<Terms> {
  let ask = state.asked;
  for (const act of acts) {
    if (act.kind !== 'push' || ask[act.issue] !== undefined) continue;
    const { table } = state;
    if (act.issue === 'base' || act.issue === 'signOn' || act.issue === 'equity')
      ask = { ...ask, [act.issue]: table[act.issue] + (act.issue === 'equity' ? 1_000_000 : 500_000) };
    else if (act.issue === 'level') ask = { ...ask, level: table.level + 1 };
    else if (act.issue === 'remote') ask = { ...ask, remote: Math.min(5, table.remote + 1) };
    else if (act.issue === 'review') ask = { ...ask, review: Math.max(3, table.review - 3) };
  }
  return ask;
}

function bluffOn(state: State, them: Counterpart, asked: ReadonlySet<Issue>, want: Terms) {
  const bluff = them.bluffs.find(({ issue, most }) => asked.has(issue) && state.bluffs < most);
  if (!bluff) return null;
  // Only while there is room: what is true is no bluff.
  const room = points(them.sheet, state.table) > floorOf(them) + 1 && !sameTerms(want, state.table);
  return room && draw(state.seed, them.id, 'bluff', state.round) < bluff.chance ? bluff : null;
}

/** What a new table changes, in words. */
export function changes(them: Counterpart, from: Terms, to: Terms): string {
  const parts = ISSUES.filter((issue) => String(from[issue]) !== String(to[issue])).map((issue) =>
    MONEY.some((name) => name === issue)
      ? `${ISSUE_LABELS[issue].toLowerCase()} ${sayIssue(to, issue, them.currency)}`
      : `${ISSUE_LABELS[issue].toLowerCase()}: ${sayIssue(to, issue, them.currency)}`,
  );
  return parts.length === 0 ? '' : `That makes ${parts.join('; ')}.`;
}
