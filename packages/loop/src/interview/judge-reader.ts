import { judge, RunningJudge, type Finding, type Question } from '@legible/judge';
import type { Reader } from './types.ts';

/** Running judges kept for texts that are still growing. */
const KEPT = 4;

/**
 * The judge as the interviewer's reader. While one answer grows, a further sentence costs only that sentence; the result is the
 * same as reading it afresh, so replays agree whatever was read before.
 */
export function judgeReader(): Reader {
  const running: { readonly question: Question; readonly judge: RunningJudge }[] = [];
  return {
    findings(question, closed): readonly Finding[] {
      const at = running.findIndex((one) => one.question.id === question.id && one.question.text === question.text);
      const one = at < 0 ? { question, judge: new RunningJudge(question) } : running.splice(at, 1)[0]!;
      running.unshift(one);
      running.length = Math.min(running.length, KEPT);
      // An utterance that the recogniser closed may have no mark; with one, the judge takes its last sentence as finished.
      return one.judge.update(/[.!?…]["'”’)\]]*\s*$/.test(closed) ? closed : `${closed.trimEnd()}.`);
    },
    judge: (question, text) => judge(text, question),
  };
}
