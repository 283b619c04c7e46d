import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { level, question, signalId } from './judgment.ts';

const MAX_ANSWER = 20_000;

/** A level by a language model; it never stands in the judge's place. */
export const secondOpinion = z
  .discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('level'),
      model: z.string(),
      level,
      quote: z.object({ from: z.number().int(), to: z.number().int(), text: z.string() }).nullable(),
      why: z.string(),
    }),
    z.object({
      outcome: z.literal('void'),
      model: z.string(),
      reason: z.string().meta({ description: 'Why what the model said does not count.' }),
    }),
    z.object({ outcome: z.literal('failed'), model: z.string(), reason: z.string() }),
  ])
  .meta({ id: 'SecondOpinion' });
export type SecondOpinion = z.infer<typeof secondOpinion>;

/** Operations that reach the language model which the user configured; without one, they say so. */
export const secondOpinionEndpoints = {
  secondOpinionSource: endpoint({
    method: 'get',
    path: '/api/second-opinion',
    summary: 'Which language model would be asked, if any',
    response: z.object({ model: z.string().nullable(), host: z.string().nullable() }),
    refuses: [],
  }),
  askSecondOpinion: endpoint({
    method: 'post',
    path: '/api/second-opinion/level',
    summary: 'Ask the configured language model for the level of one signal, with words of the answer',
    body: z.object({ question, answer: z.string().min(1).max(MAX_ANSWER), signal: signalId }),
    response: secondOpinion,
    refuses: ['bad-request', 'not-ready'],
  }),
  phraseFollowUp: endpoint({
    method: 'post',
    path: '/api/second-opinion/phrase',
    summary: 'Ask the configured language model to say a follow-up in other words, with the same intent',
    body: z.object({
      line: z.string().min(1).max(1000).meta({ description: 'What the interviewer asks.' }),
      answer: z.string().max(MAX_ANSWER),
    }),
    response: z.object({
      model: z.string(),
      text: z.string().nullable().meta({ description: 'Null where the line stays as it is; `reason` says why.' }),
      reason: z.string().nullable(),
    }),
    refuses: ['bad-request', 'not-ready'],
  }),
} as const;
