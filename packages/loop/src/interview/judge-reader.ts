import { judge, RunningJudge, type Finding, type Judgment, type Question } from '@legible/judge';
import type { Reader } from './types.ts';

/** Running judges kept for texts that are still growing, and judgments kept since a loop asks for one of them several times. */
const KEPT = 8;

/**
 * The judge as the interviewer's reader. While one answer grows, a further sentence costs only that sentence; the result is the
 * same as reading it afresh, so replays agree whatever was read before.
 */
export function judgeReader(): Reader {
  const running: { readonly question: Question; readonly judge: RunningJudge }[] = [];
  const judged: { readonly question: Question; readonly text: string; readonly judgment: Judgment }[] = [];
  const same = (a: Question, b: Question) => a.id === b.id && a.text === b.text;
  return {
    findings(question, closed): readonly Finding[] {
      const at = running.findIndex((one) => same(one.question, question));
      const one = at < 0 ? { question, judge: new RunningJudge(question) } : running.splice(at, 1)[0]!;
      running.unshift(one);
      running.length = Math.min(running.length, KEPT);
      // An utterance that the recogniser closed may have no mark; with one, the judge takes its last sentence as finished.
      return one.judge.update(/[.!?…]["'”’)\]]*\s*$/.test(closed) ? closed : `${closed.trimEnd()}.`);
    },
    judge(question, text) {
      const known = judged.find((one) => one.text === text && same(one.question, question));
      if (known !== undefined) return known.judgment;
      const judgment = judge(text, question);
      judged.unshift({ question, text, judgment });
      judged.length = Math.min(judged.length, KEPT);
      return judgment;
    },
  };
}
