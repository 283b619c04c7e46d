import { judge, RunningJudge } from '@legible/judge';
import type { Reader } from '@legible/loop';

/**
 * The judge as the interviewer uses it, in the page's worker and on the server alike. It follows one running answer, so that a
 * further sentence costs only that sentence; make one reader for each interview.
 */
export function createReader(): Reader {
  let running: RunningJudge | null = null;
  return {
    findings(question, closed) {
      if (running === null || running.question !== question) running = new RunningJudge(question);
      return running.update(closed);
    },
    judge: (question, text) => judge(text, question),
  };
}
