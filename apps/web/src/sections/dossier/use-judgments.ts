import type { Judgment, Question } from '@legible/judge';
import { useEffect, useState } from 'react';
import type { JudgeReply, JudgeRequest } from './judging.worker.ts';

const openWorker = (): Worker => new Worker(new URL('./judging.worker.ts', import.meta.url), { type: 'module' });

/** The judgment of one text, made beside the page. Rejects where it is too long to be judged. */
export function judgeOnce(text: string, question: Question): Promise<Judgment> {
  return new Promise((resolve, reject) => {
    const worker = openWorker();
    const end = (settle: () => void) => {
      worker.terminate();
      settle();
    };
    worker.addEventListener('message', ({ data }: MessageEvent<JudgeReply>) =>
      end(() =>
        data.judgment === null
          ? reject(new Error('The text is too long to be judged: at most 20,000 characters are read.'))
          : resolve(data.judgment),
      ),
    );
    worker.addEventListener('error', ({ message }) => end(() => reject(new Error(message))));
    worker.postMessage({ key: '', text, question } satisfies JudgeRequest);
  });
}

/** What the judge says of each text, by key, as it comes. The worker lives while the calling component is on screen. */
export function useJudgments(requests: readonly JudgeRequest[]): ReadonlyMap<string, Judgment> {
  const [judgments, setJudgments] = useState<ReadonlyMap<string, Judgment>>(new Map());
  // The list is new each time the caller is drawn; what it says is not.
  const asked = JSON.stringify(requests);
  useEffect(() => {
    const list = JSON.parse(asked) as readonly JudgeRequest[];
    if (list.length === 0) return;
    const worker = openWorker();
    const found = new Map<string, Judgment>();
    let left = list.length;
    worker.addEventListener('message', ({ data }: MessageEvent<JudgeReply>) => {
      if (data.judgment !== null) found.set(data.key, data.judgment);
      left -= 1;
      // In bundles, so that many texts do not draw the page many times.
      if (left % 20 === 0) setJudgments(new Map(found));
    });
    for (const request of list) worker.postMessage(request);
    return () => worker.terminate();
  }, [asked]);
  return judgments;
}
