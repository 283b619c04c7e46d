/** Judges an answer and its changed version away from the page, so that the words stand there at once. */
import { judge, type Judgment, type Question } from '@legible/judge';

export interface VotesAsked {
  readonly question: Question;
  readonly before: string;
  readonly after: string;
}
export interface VotesGiven {
  readonly before: Judgment;
  readonly after: Judgment;
}

addEventListener('message', ({ data }: MessageEvent<VotesAsked>) => {
  const given: VotesGiven = { before: judge(data.before, data.question), after: judge(data.after, data.question) };
  postMessage(given);
});
