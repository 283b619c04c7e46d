import { judge, type Judgment, type Question } from '@legible/judge';

/** Judges whole texts beside the page: versions of a draft, or a draft against many questions. */
export interface JudgeRequest {
  readonly key: string;
  readonly text: string;
  readonly question: Question;
}
export interface JudgeReply {
  readonly key: string;
  readonly judgment: Judgment | null;
}

addEventListener('message', ({ data }: MessageEvent<JudgeRequest>) => {
  let judgment: Judgment | null = null;
  try {
    judgment = judge(data.text, data.question);
  } catch (error) {
    // Too long to be judged: the page shows no reading of it.
    if (!(error instanceof Error && error.name === 'AnswerTooLong')) throw error;
  }
  postMessage({ key: data.key, judgment } satisfies JudgeReply);
});
