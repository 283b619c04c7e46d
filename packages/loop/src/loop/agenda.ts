import type { Judgment } from '@legible/judge';
import { claimsIn } from '../claims/extract.ts';
import { CONTRADICTION_LINES, contradictionsWith, sayContradiction } from '../claims/contradictions.ts';
import type { Contradiction } from '../claims/types.ts';
import { OPEN_LINES } from '../claims/open.ts';
import { checkSum, quantitiesIn, SUM_REPLIES, sumsFrom, type Sum } from '../claims/sums.ts';
import { chooseLine } from '../interview/choose-line.ts';
import { ask, chooseFollowUp } from '../interview/follow-up.ts';
import { spentLines } from '../interview/interrupt.ts';
import { judgmentRequest } from '../interview/interview.ts';
import type { Agenda, FollowUp, Interview, Reader } from '../interview/types.ts';
import { factsOfSignal } from '../language/facts.ts';
import { count, percent } from '../language/numbers.ts';
import { mix, pick } from '../language/seeded.ts';
import { clip } from '../language/sentences.ts';
import { DEFEND_LINES } from './lines/defend.ts';
import { RESCUE_LINES, TIGHTEN_LINES } from './lines/tighten.ts';
import { ROUND_TITLES } from './presets.ts';
import type { Loop, Mark } from './types.ts';

/** Score of an answer, 1 to 4, from which the next question gets harder, and below which a candidate may be lost. */
const STRONG = 3.3;
const LOST = 1.35;

/**
 * What an interviewer who listens asks next: first the number that does not add up, then a contradiction, a hand to one who is
 * lost (once in a loop), what an answer about the own run left out of the truth, a number followed down, a harder turn for a strong answer, and else what the claims leave open or the
 * answer lacked. The reply to a sum is always checked, even where the interviewer had asked enough.
 */
export function agendaOf(loop: Loop, mark?: Mark): Agenda {
  return (interview, reader) => {
    const checked = sumReply(interview);
    if (checked !== null) return checked;
    const { most } = interview.policy.followUps;
    const asked = interview.followUps.filter(
      ({ lineId }) => !lineId.startsWith('sum-wrong') && !lineId.startsWith('sum-none'),
    );
    if (asked.length >= most) return null;
    return (
      contradiction(loop, interview) ??
      rescue(loop, interview, reader) ??
      missing(loop, interview, mark) ??
      listen(loop, interview, reader)
    );
  };
}

function listen(loop: Loop, interview: Interview, reader: Reader): FollowUp | null {
  const { text } = judgmentRequest(interview);
  const judgment = reader.judge(interview.question, text);
  const tried = new Set(interview.followUps.map(({ aim }) => aim.kind));
  const choices: readonly (() => FollowUp | null)[] = [
    () => (tried.has('sum') ? null : followDown(interview, text)),
    () => (judgment.score >= STRONG && !tried.has('tighten') ? tighten(interview, judgment, text) : null),
    ...alternate(
      mix(interview.seed, 'open', interview.followUps.length) % 2 === 0,
      () => (tried.has('claim') ? null : openClaim(loop, interview, text)),
      () => chooseFollowUp(interview, reader),
    ),
  ];
  for (const choose of choices) {
    const followUp = choose();
    if (followUp !== null) return followUp;
  }
  return null;
}

function alternate<T>(first: boolean, a: T, b: T): readonly T[] {
  return first ? [a, b] : [b, a];
}

/** Sums on the candidate's numbers, with those of the question where they have none. */
function sumsOf({ question }: Interview, text: string): readonly Sum[] {
  const own = quantitiesIn(text);
  const asked = quantitiesIn(question.text);
  return sumsFrom({ ...asked, ...own, words: { ...asked.words, ...own.words } }, own);
}

/** The sum that a follow-up asked for, found again from the words it was made of. */
export function sumOf(interview: Interview, followUp: FollowUp): Sum | null {
  if (followUp.aim.kind !== 'sum') return null;
  const before = interview.followUps.slice(0, interview.followUps.indexOf(followUp));
  const { text } = judgmentRequest({ ...interview, followUps: before });
  return sumsOf(interview, text).find(({ id }) => id === followUp.lineId) ?? null;
}

function sumReply(interview: Interview): FollowUp | null {
  const last = interview.followUps.at(-1);
  if (last === undefined || !last.answered) return null;
  const sum = sumOf(interview, last);
  if (sum === null) return null;
  const { given, right } = checkSum(sum, last.reply);
  if (right) return null;
  const spent = spentLines(interview);
  const lines = SUM_REPLIES.filter((one) => one.given === (given !== null) && !spent.has(one.id));
  const reply = pick(lines, interview.seed, 'sum-reply', interview.followUps.length);
  if (reply === null) return null;
  const said = given === null ? '' : sum.unit === 'share' ? percent(given) : count(given);
  return ask(interview, reply.id, reply.say(said, sum), sum.quote, { kind: 'claim' }, ['evaluation', 'tradeoff']);
}

function followDown(interview: Interview, text: string): FollowUp | null {
  const spent = spentLines(interview);
  const kinds = new Set([...spent].filter((id) => id.startsWith('sum-')).map(kindOf));
  const open = sumsOf(interview, text).filter(({ id }) => !kinds.has(kindOf(id)));
  const kind = open[0] === undefined ? null : kindOf(open[0].id);
  const sum = pick(
    open.filter(({ id }) => kindOf(id) === kind),
    interview.seed,
    'sum',
    interview.followUps.length,
  );
  if (sum === null) return null;
  return ask(interview, sum.id, sum.line, sum.quote, { kind: 'sum' }, ['evaluation', 'data']);
}

function kindOf(sumId: string): string {
  return sumId.replace(/-\d+$/, '');
}

/** The first contradiction between a text of the current topic and what was claimed before that was not asked about yet. */
export function freshContradiction(loop: Loop, text: string): Contradiction | null {
  const topic = loop.current?.topic ?? '';
  const known = new Set(loop.contradictions.map(({ earlier, later }) => `${earlier.words}|${later.kind}`));
  const found = contradictionsWith(loop.claims, claimsIn(text, topic, loop.round));
  return found.find(({ earlier, later }) => !known.has(`${earlier.words}|${later.kind}`)) ?? null;
}

function contradiction(loop: Loop, interview: Interview): FollowUp | null {
  if (interview.followUps.some(({ aim }) => aim.kind === 'contradiction')) return null;
  const found = freshContradiction(loop, judgmentRequest(interview).text);
  if (found === null) return null;
  const spent = spentLines(interview);
  const open = CONTRADICTION_LINES.filter(({ id }) => !spent.has(id));
  const wording = pick(open, interview.seed, 'contra', loop.turns.length);
  if (wording === null) return null;
  const kind = loop.rounds[found.earlier.round]?.kind;
  const here = found.earlier.round === loop.round || kind === undefined;
  const where = here ? 'A few minutes ago' : `In the ${ROUND_TITLES[kind]}`;
  const line = sayContradiction(wording, found, where);
  const signals =
    found.later.kind === 'number' ? (['evaluation', 'ownership'] as const) : (['data', 'evaluation'] as const);
  return ask(interview, wording.id, line, found.earlier.quote, { kind: 'contradiction' }, signals);
}

function rescue(loop: Loop, interview: Interview, reader: Reader): FollowUp | null {
  const as = loop.current?.planned.as;
  const small = as === 'constraint' || as === 'concern' || as === 'truth';
  if (small || loop.rescue !== null || interview.followUps.length > 0) return null;
  const { text } = judgmentRequest(interview);
  const short = (text.match(/\S+/g)?.length ?? 0) < 25;
  if (!short || reader.judge(interview.question, text).score > LOST) return null;
  const line = pick(RESCUE_LINES, interview.seed, 'rescue');
  if (line === null) return null;
  const said = line.say(clip(interview.question.text, 12), clip(text));
  return ask(interview, line.id, said, clip(text), { kind: 'rescue' }, interview.question.signals.slice(0, 2));
}

/** What an answer about the own run left out, asked for without being told. */
function missing(loop: Loop, interview: Interview, mark: Mark | undefined): FollowUp | null {
  const planned = loop.current?.planned;
  if (planned?.as !== 'truth' || mark === undefined || interview.followUps.length > 0) return null;
  const { text } = judgmentRequest(interview);
  const { said, missed } = mark(planned.truth, text);
  if (missed.length === 0) return null;
  const figure = planned.truth.facts.some(({ fact, dollars }) => dollars !== undefined && missed.includes(fact));
  const when =
    text.trim() === '' ? 'nothing' : said.length === 0 ? 'none' : figure && missed.length === 1 ? 'figure' : 'some';
  const spent = spentLines(interview);
  const open = DEFEND_LINES.filter((line) => line.when === when && !spent.has(line.id));
  const line = pick(open, interview.seed, 'defend');
  if (line === null) return null;
  const quote = clip(text);
  const asked = line.say(quote, interview.question.text);
  return ask(interview, line.id, asked, quote, { kind: 'truth' }, interview.question.signals.slice(0, 2));
}

function tighten(interview: Interview, judgment: Judgment, text: string): FollowUp | null {
  const best = judgment.signals.toSorted((a, b) => b.level - a.level)[0];
  if (best === undefined) return null;
  const facts = factsOfSignal(interview.question, text, best.signal, best.evidence[0]?.text ?? '');
  const line = chooseLine(
    TIGHTEN_LINES,
    facts,
    spentLines(interview),
    interview.seed,
    `t${interview.followUps.length}`,
  );
  if (line === null) return null;
  return ask(interview, line.id, line.say(facts), facts.quote, { kind: 'tighten' }, [best.signal]);
}

function openClaim(loop: Loop, interview: Interview, text: string): FollowUp | null {
  const topic = loop.current?.topic ?? '';
  const here = claimsIn(text, topic, loop.round);
  const others = [...loop.claims.filter((claim) => claim.topic === topic), ...here];
  const spent = spentLines(interview);
  const fitting = here.flatMap((claim) =>
    OPEN_LINES.filter(({ id, when }) => !spent.has(id) && when(claim, others)).map((line) => ({ claim, line })),
  );
  const chosen = pick(fitting, interview.seed, 'open-claim', loop.turns.length, interview.followUps.length);
  if (chosen === null) return null;
  const said = chosen.line.say(chosen.claim);
  return ask(
    interview,
    chosen.line.id,
    said.charAt(0).toUpperCase() + said.slice(1),
    chosen.claim.quote,
    { kind: 'claim' },
    chosen.line.signals,
  );
}
