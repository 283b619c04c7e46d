import { SIGNALS_OF_KIND, type Question, type QuestionKind, type SignalId } from '@legible/judge';
import { contradictionsWith } from '../claims/contradictions.ts';
import { claimsIn, contentWords } from '../claims/extract.ts';
import type { Claim, Contradiction } from '../claims/types.ts';
import { openInterview } from '../interview/interview.ts';
import { ROLES, ROUND_SECONDS } from '../loop/presets.ts';
import type { Loop, LoopHost, PresetId, Round, RoundKind, Turn } from '../loop/types.ts';
import { makePacket } from '../packet/packet.ts';
import type { Exchange } from './exchanges.ts';

const KIND_WORDS: readonly (readonly [QuestionKind, RegExp])[] = [
  ['comp', /\b(?:compensation|salary|pay|expectations|offer|equity|what level|level do you)\b/i],
  [
    'why-mle',
    /\bwhy (?:this|machine learning|mle|ml|do you want|are you (?:moving|switching|interested))\b|\bwhy not stay\b/i,
  ],
  [
    'transition',
    /\b(?:tell me about yourself|walk me through your (?:background|resume|career|path|move)|your (?:story|background|journey)|introduce yourself)\b/i,
  ],
  ['story-rollout', /\b(?:launch|rollout|roll ?back|deploy\w*|incident|outage|on[- ]call|release)\b/i],
  ['story-metric', /\b(?:time|example|case)\b.*\b(?:metric|measur\w+|experiment|kpi|target)\b/i],
  ['story-data', /\b(?:time|example|case)\b.*\b(?:data|labels?|logs?|pipeline|number)\b/i],
  ['design-ranking', /\b(?:design|build|improve|how would you)\b.*\b(?:rank\w*|recommend\w*|search|feed|ads?)\b/i],
  [
    'design-prediction',
    /\b(?:design|build|predict|detect|estimate|classif\w+|forecast)\b.*\b(?:model|system|predict\w*|detect\w*|fraud|churn|estimat\w+)\b/i,
  ],
];

const SIGNAL_WORDS: readonly (readonly [SignalId, RegExp])[] = [
  ['data', /\b(?:data|labels?|leak\w*|features?|bias|missing|noise|imbalance\w*)\b/i],
  [
    'evaluation',
    /\b(?:metric|measure|evaluat\w+|test|baseline|threshold|offline|online|experiment|auc|precision|recall)\b/i,
  ],
  ['production', /\b(?:latency|serv\w+|deploy\w*|monitor\w*|production|rollout|drift|skew)\b/i],
  ['failure', /\b(?:wrong|fail\w*|break\w*|broke|bug|mistake|go bad)\b/i],
  ['tradeoff', /\b(?:why|choose|choice|trade|instead|rather|would you)\b/i],
  ['ownership', /\b(?:you|your) (?:decide\w*|role|part|own)\b/i],
];

/** Share of a bank question's content words that a spoken question must have to be that question. */
const SAME = 0.6;

/** The bank's question that was asked, or one of its own with its kind and signals read from the words. */
export function questionOf(asked: string, bank: readonly Question[], index: number): Question {
  const words = new Set(contentWords(asked));
  let best: { question: Question; share: number } | null = null;
  for (const question of bank) {
    const theirs = contentWords(question.text);
    if (theirs.length < 3) continue;
    const share = theirs.filter((word) => words.has(word)).length / theirs.length;
    if (share >= SAME && (best === null || share > best.share)) best = { question, share };
  }
  if (best !== null) return best.question;
  const kind = KIND_WORDS.find(([, pattern]) => pattern.test(asked))?.[0] ?? 'probe';
  const named = SIGNAL_WORDS.filter(([, pattern]) => pattern.test(asked)).map(([signal]) => signal);
  const signals =
    kind === 'probe'
      ? named.length >= 2
        ? named.slice(0, 3)
        : ([...new Set([...named, 'evaluation', 'tradeoff'] as const)].slice(0, 2) as SignalId[])
      : SIGNALS_OF_KIND[kind];
  return { id: `asked-${index + 1}`, kind, signals, seconds: kind.startsWith('design') ? 240 : 120, text: asked };
}

const ROUND_OF: Readonly<Record<QuestionKind, RoundKind>> = {
  'why-mle': 'recruiter-screen',
  comp: 'recruiter-screen',
  transition: 'hiring-manager',
  'story-data': 'hiring-manager',
  'story-rollout': 'hiring-manager',
  'story-metric': 'hiring-manager',
  'design-ranking': 'design-ranking',
  'design-prediction': 'design-prediction',
  probe: 'ml-depth',
};

/**
 * A loop made of a real interview's questions and answers, judged and debriefed as one that ran here. Questions of one kind in a row
 * form a round; probes belong to the design they follow. The interviewers' styles are taken as plain, for nobody knows them.
 */
export function loopFromExchanges(
  exchanges: readonly Exchange[],
  { preset, seed, reader, bank }: LoopHost & { readonly preset: PresetId; readonly seed: number },
): Loop {
  const rounds: Round[] = [];
  const turns: Turn[] = [];
  const claims: Claim[] = [];
  const contradictions: Contradiction[] = [];
  let topic = 'own-work';
  exchanges.forEach(({ asked, answer, interviewer, from, to }, i) => {
    const question = questionOf(asked, bank, i);
    const last = rounds.at(-1);
    const design = last?.kind.startsWith('design') === true;
    const kind = question.kind === 'probe' && design && last !== undefined ? last.kind : ROUND_OF[question.kind];
    if (last === undefined || last.kind !== kind) rounds.push(roundOf(kind, interviewer, from));
    if (question.kind.startsWith('design')) topic = question.id;
    else if (question.kind !== 'probe') topic = 'own-work';
    else if (!design) topic = question.id;
    const at = from ?? 0;
    const interview = {
      ...openInterview(question, seed),
      phase: 'ended' as const,
      askedAt: at,
      now: to ?? at,
      submittedAt: to ?? at,
      answer,
    };
    const round = rounds.length - 1;
    turns.push({
      round,
      planned: { as: 'question', question },
      topic,
      interview,
      readings: [{ question, text: answer, judgment: reader.judge(question, answer.slice(0, 19_000)) }],
      marked: null,
    });
    const said = claimsIn(answer, topic, round);
    contradictions.push(...contradictionsWith(claims, said).slice(0, 1));
    claims.push(...said);
  });
  const loop: Loop = {
    seed,
    preset,
    phase: 'ended',
    now: Math.max(0, ...exchanges.map(({ to }) => to ?? 0)),
    rounds,
    round: rounds.length - 1,
    current: null,
    turns,
    claims,
    contradictions,
    sums: [],
    spent: [],
    asked: turns.map(({ interview }) => interview.question.id),
    rescue: null,
    endedEarly: false,
    packet: null,
  };
  return { ...loop, packet: makePacket(loop, { reader, bank }) };
}

function roundOf(kind: RoundKind, interviewer: string, from: number | null): Round {
  return {
    kind,
    interviewer: { name: interviewer === '' ? 'Interviewer' : interviewer, role: ROLES[kind], style: 'silent' },
    seconds: ROUND_SECONDS[kind],
    queue: [],
    openedAt: from,
    closedAt: null,
    clock: 0,
    notReached: [],
  };
}
