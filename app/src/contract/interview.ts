import type { InterviewEvent } from '@legible/loop';
import { z } from 'zod';
import { id, instant, MAX_ANSWER } from './common.ts';
import { faultId, judgment, level, question, quote, signalId, verdict } from './judgment.ts';

const at = z
  .number()
  .nonnegative()
  .meta({ description: 'Milliseconds since the interview was opened; never goes back.' });
const offset = z.number().int().nonnegative();

/** What happened, as the interviewer's `step` takes it. */
export const interviewEvent = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('asked'), at }),
    z.strictObject({
      type: z.literal('text-grew'),
      at,
      from: offset,
      to: offset,
      insert: z.string().max(MAX_ANSWER),
      closes: z.boolean().exactOptional(),
    }),
    z.strictObject({ type: z.literal('ticked'), at }),
    z.strictObject({ type: z.literal('pushed-back'), at }),
    z.strictObject({ type: z.literal('interruption-answered'), at }),
    z.strictObject({ type: z.literal('submitted'), at }),
    z.strictObject({ type: z.literal('follow-up-answered'), at }),
  ])
  .meta({ id: 'InterviewEvent' }) satisfies z.ZodType<InterviewEvent>;

/**
 * The page numbers its events 1, 2, 3, ... within one interview; the number makes a repeated batch harmless and shows a
 * second tab that it is not the only writer.
 */
export const eventRecord = z
  .object({ seq: z.number().int().min(1).max(1_000_000), event: interviewEvent })
  .meta({ id: 'EventRecord' });
export type EventRecord = z.infer<typeof eventRecord>;

/** Most events one request may carry. */
export const MAX_BATCH = 500;

export const interviewStart = z
  .object({
    id,
    questionId: z.string().min(1).max(80),
    seed: z
      .number()
      .int()
      .min(0)
      .max(0xffff_ffff)
      .meta({ description: "Chooses the interviewer's wording; replays need it." }),
  })
  .meta({ id: 'InterviewStart' });

const status = z.enum(['running', 'finished']);

/** What was asked in one turn, what was said, and how it reads. Offsets in the judgment and the parts are into `answer`. */
export const answeredTurn = z
  .object({
    question,
    answer: z.string(),
    parts: z
      .array(
        z.object({ of: z.enum(['answer', 'interruption', 'follow-up']), id: z.string(), from: offset, to: offset }),
      )
      .meta({
        description: 'What the answer is made of: the answer itself, and the replies to the interruptions by id.',
      }),
    quote: z.string().meta({ description: "The candidate's words that a follow-up starts from; empty in turn 0." }),
    judgment,
  })
  .meta({ id: 'AnsweredTurn' });
export type AnsweredTurn = z.infer<typeof answeredTurn>;

const interruption = z
  .object({
    id: z.string(),
    fault: faultId,
    quote: quote.meta({ description: 'Offsets into the answer as it stood at the time.' }),
    line: z.string(),
    at,
    status: z.enum(['open', 'answered', 'held']),
    reply: z.string(),
  })
  .meta({ id: 'Interruption' });

/**
 * The server's own reading of the events, by the same code that runs in the page. Turn 0 is the question with the answer and
 * the replies to its interruptions; the rest are the follow-ups.
 */
export const interviewResult = z
  .object({
    turns: z.array(answeredTurn).min(1),
    interruptions: z.array(interruption),
    seconds: z.number().nonnegative().meta({ description: 'From the question to the submitted answer.' }),
    words: z.number().int().nonnegative().meta({ description: 'Words of turn 0.' }),
  })
  .meta({ id: 'InterviewResult' });
export type InterviewResult = z.infer<typeof interviewResult>;

const head = {
  id,
  question,
  seed: z.number().int(),
  status,
  startedAt: instant,
  finishedAt: instant.nullable(),
};

export const dispute = z
  .object({
    id,
    interviewId: id,
    turn: z.number().int().nonnegative().meta({ description: '0 for the question, 1 and up for follow-ups.' }),
    signal: signalId,
    quote,
    judgeLevel: level,
    ownLevel: level,
    note: z.string().max(2000),
    reconsidered: level
      .optional()
      .meta({ description: "The judge's level after reading the quoted words alone; it moves by one at most." }),
    createdAt: instant,
  })
  .meta({
    id: 'Dispute',
    description: 'A level the candidate disputes, by the words that should have earned another.',
  });
export type Dispute = z.infer<typeof dispute>;
export const disputeStart = dispute
  .omit({ interviewId: true, judgeLevel: true, reconsidered: true, createdAt: true })
  .meta({ id: 'DisputeStart' });

export const interview = z
  .object({
    ...head,
    events: z
      .array(eventRecord)
      .meta({ description: 'In order of seq; replay them through `step` to get the state back.' }),
    acknowledged: z.number().int().nonnegative().meta({ description: 'Every event up to this number is on disk.' }),
    result: interviewResult.nullable(),
    disputes: z.array(dispute),
  })
  .meta({ id: 'Interview' });
export type Interview = z.infer<typeof interview>;

/** One line of the history: enough for the list and for the charts of levels over time. */
export const interviewSummary = z
  .object({
    ...head,
    verdict: verdict.nullable(),
    unsure: z.boolean(),
    levels: z.partialRecord(signalId, level),
    faults: z.array(faultId),
    interruptions: z.number().int(),
    seconds: z.number().nullable(),
    words: z.number().int().nullable(),
  })
  .meta({ id: 'InterviewSummary' });
export type InterviewSummary = z.infer<typeof interviewSummary>;
