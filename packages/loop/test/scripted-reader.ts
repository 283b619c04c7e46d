import {
  FAULTS,
  type FaultId,
  type Finding,
  type Judgment,
  type Level,
  type Question,
  type SignalId,
} from '@legible/judge';
import type { Reader } from '@legible/loop';

/** Words that stand for a fault in these tests, so that a test says in the answer itself what is to be found. */
const MARK = /\[(\??)([a-z-]+)\]\s*([^.!?\n]*)/g;

/** A finding as the judge would give it. */
export function finding(fault: FaultId, text: string, from: number, more: Partial<Finding> = {}): Finding {
  return {
    fault,
    quote: { from, to: from + text.length, text },
    reason: `about ${fault}`,
    better: 'Say why.',
    confidence: 0.9,
    interrupts: true,
    slots: {},
    ...more,
  };
}

/**
 * A reader that finds `[fault] words` as a fault with these words, `[?fault]` as one it is not sure enough of to interrupt, and
 * reads levels from `{signal=level}`; signals not named are 0. The score is the last
 * `{score=x}`, else 2. It stands in for the judge where a test is about the interviewer.
 */
export const scriptedReader: Reader = {
  findings(_question, closed) {
    return [...closed.matchAll(MARK)].flatMap((match) => {
      // An edit may cut a mark in two, and what is left names no fault.
      const fault = FAULTS.find((one) => one === match[2]);
      if (fault === undefined) return [];
      const words = match[3] ?? '';
      const from = match.index + match[0].length - words.length;
      return finding(fault, words.trim(), from, { interrupts: match[1] === '' });
    });
  },
  judge(question: Question, text: string): Judgment {
    const levels = new Map<string, Level>();
    for (const match of text.matchAll(/\{(\w+)=([0-3])\}/g)) levels.set(match[1] ?? '', Number(match[2]) as Level);
    const signals = question.signals.map((signal: SignalId) => {
      const level = levels.get(signal) ?? 0;
      const evidence = level >= 2 ? [{ from: 0, to: 5, text: text.slice(0, 5) }] : [];
      return { signal, level, set: [level], evidence, confidence: 0.8, because: [] };
    });
    return {
      signals,
      verdict: 2,
      verdictSet: [2],
      score: Number([...text.matchAll(/\{score=([\d.]+)\}/g)].at(-1)?.[1] ?? 2),
      confidence: 0.8,
      because: [],
      findings: this.findings(question, text),
      deciding: null,
      unsure: false,
    };
  },
};
