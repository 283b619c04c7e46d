import { randomUUID } from 'node:crypto';
import type { EventRecord, InterviewResult, Question } from '@legible/app';

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
