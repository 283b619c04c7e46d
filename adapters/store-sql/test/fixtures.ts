import { randomUUID } from 'node:crypto';
import type { EventRecord, InterviewResult, LoopEventRecord, LoopResult, Question, StoredPlan } from '@legible/app';

export const question: Question = {
  id: 'dp-x',
  kind: 'design-prediction',
  signals: ['data', 'evaluation'],
  seconds: 120,
  text: 'How would you catch card fraud?',
};

/** Strings that break stores which are careless with them. */
export const awkward = 'NUL \u0000, half a pair \ud83d, é as e\u0301, "quotes", \\, 漢字, 🧪, \u2028 and __proto__';

export const newId = () => randomUUID();

/** An instant `n` milliseconds after a fixed one. */
export const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + n).toISOString();

export const event = (seq: number, text = `sentence ${seq}`): EventRecord => ({
  seq,
  event: { type: 'text-grew', at: seq * 10, from: 0, to: 0, insert: text },
});

export function result(
  answer = 'We split by card and by time, and the labels come from chargebacks.',
): InterviewResult {
  const quote = { from: 0, to: 8, text: answer.slice(0, 8) };
  const reading = {
    set: [2 as const],
    evidence: [quote],
    confidence: 0.8,
    because: [{ feature: 'mechanism', effect: 0.4 }],
  };
  return {
    turns: [
      {
        question,
        answer,
        parts: [{ of: 'answer', id: '', from: 0, to: answer.length }],
        quote: '',
        judgment: {
          signals: [
            { signal: 'data', level: 2, ...reading },
            { signal: 'evaluation', level: 1, ...reading, evidence: [] },
          ],
          verdict: 3,
          verdictSet: [2, 3],
          score: 2.7,
          confidence: 0.6,
          because: [],
          findings: [
            {
              fault: 'offline-only',
              quote: { from: answer.length, to: answer.length, text: '' },
              reason: 'r',
              better: 'b',
              confidence: 0.7,
              interrupts: false,
              slots: {},
            },
          ],
          deciding: quote,
          unsure: false,
        },
      },
    ],
    seconds: 61.5,
    words: 13,
    interruptions: [],
  };
}

export const loopPlan: StoredPlan = {
  preset: 'series-ab',
  seed: 4_000_000_000,
  pace: 'days',
  rounds: [{ kind: 'ml-depth', style: 'silent' }],
  bank: [question],
  stories: [{ title: awkward, kinds: ['story-data'], quote: awkward }],
  defence: null,
};

/** The first opens a round, the others are words. */
export const loopEvent = (seq: number, text = `sentence ${seq}`): LoopEventRecord => ({
  seq,
  event:
    seq === 1 ? { type: 'round-opened', at: 0 } : { type: 'text-grew', at: seq * 10, from: 0, to: 0, insert: text },
});

const exhibit = {
  words: 'We split by card',
  round: 0,
  turn: 0,
  reading: 0,
  from: 0,
  to: 16,
  signal: 'data' as const,
  level: 2,
  fault: null,
};

export const loopResult: LoopResult = {
  packet: {
    decision: 'lean-yes',
    score: 2.7,
    votes: [
      {
        round: 0,
        kind: 'ml-depth',
        interviewer: 'Wei',
        role: 'Scientist',
        vote: 3,
        score: 2.7,
        strongest: exhibit,
        weakest: null,
        without: [{ exhibit, score: 1.9, vote: 2 }],
        note: [awkward],
      },
    ],
    debrief: [{ speaker: 'Wei', role: 'Scientist', text: awkward, exhibit }],
    deciding: null,
    fatal: null,
    level: { title: 'ML engineer', why: awkward },
    next: [{ kind: 'question', target: 'dp-x', sentence: awkward }],
    means: { data: 2 },
    interruptions: 1,
    rescued: false,
    endedEarly: false,
  },
  rounds: [
    {
      kind: 'ml-depth',
      interviewer: { name: 'Wei', role: 'Scientist', style: 'silent' },
      seconds: 2400,
      used: 61.5,
      notReached: ['evaluation'],
    },
  ],
  turns: [
    {
      round: 0,
      as: 'probe',
      question,
      interruptions: [{ quote: 'We split', line: 'Stop.', status: 'held', reply: '' }],
      readings: [
        {
          question,
          text: awkward,
          score: 2.7,
          verdict: 3,
          levels: { data: 2 },
          faults: [{ fault: 'leaky-split', quote: { from: 0, to: 2, text: 'We' }, better: 'By time.' }],
        },
      ],
      truth: null,
    },
  ],
};
