import { PRESETS } from '@legible/loop/loop/types';
import type { LoopEvent, OwnStory, Truth } from '@legible/loop';
import { z } from 'zod';
import { id, instant } from './common.ts';
import { endpoint } from './endpoint.ts';
import { interviewEvent, MAX_BATCH } from './interview.ts';
import { question, questionKind } from './judgment.ts';
import { loopResult, packetSummary, roundKind, styleId } from './loop-result.ts';

const at = z.number().nonnegative().meta({ description: 'Milliseconds since the loop was opened; never goes back.' });

const [, ...spoken] = interviewEvent.options;

/** What happened in a loop: a round was opened, the loop was left for good, or what an interview takes. A loop asks its questions itself. */
export const loopEvent = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('round-opened'), at }),
    z.strictObject({ type: z.literal('loop-left'), at }),
    ...spoken,
  ])
  .meta({ id: 'LoopEvent' }) satisfies z.ZodType<LoopEvent>;

export const loopEventRecord = z
  .object({ seq: z.number().int().min(1).max(1_000_000), event: loopEvent })
  .meta({ id: 'LoopEventRecord' });
export type LoopEventRecord = z.infer<typeof loopEventRecord>;

const text = z.string().min(1).max(2000);
const truth = z.object({
  answer: text,
  facts: z
    .array(
      z.object({
        fact: text,
        phrases: z.array(z.string().max(200)).max(100).readonly(),
        dollars: z.number().exactOptional(),
      }),
    )
    .max(12)
    .readonly(),
}) satisfies z.ZodType<Truth>;

/** A kept run of the lab to be defended, with its questions and what is true of it. */
export const defence = z
  .object({
    runId: id,
    title: z.string().max(300),
    questions: z.array(z.object({ question, truth })).min(1).max(6).readonly(),
    sheet: z
      .array(z.object({ name: z.string().max(100), value: z.string().max(500) }))
      .max(60)
      .meta({ description: 'What the candidate saw of the run, to be looked at while answering.' }),
  })
  .meta({ id: 'Defence' });
export type DefenceStart = z.infer<typeof defence>;

const ownStory = z.object({
  title: z.string().max(300),
  kinds: z.array(questionKind).readonly(),
  quote: z.string().max(2000),
}) satisfies z.ZodType<OwnStory>;

const preset = z.enum(PRESETS).meta({ id: 'LoopPreset' });
const pace = z
  .enum(['sitting', 'days'])
  .meta({ id: 'LoopPace', description: 'All rounds in one sitting, or spread over days.' });
const seed = z.number().int().min(0).max(0xffff_ffff);

export const loopStart = z
  .object({
    id,
    preset,
    seed,
    pace,
    rounds: z
      .array(z.object({ kind: roundKind, style: styleId.exactOptional() }))
      .min(1)
      .max(8)
      .optional()
      .meta({ description: "The preset's own where absent; one round stands alone." }),
    defence: defence.optional(),
  })
  .meta({ id: 'LoopStart' });

/** Everything a loop is opened with; with the events it is the whole loop, whatever the bank holds later. */
export const loopPlan = z
  .object({
    preset,
    seed,
    pace,
    rounds: z.array(z.object({ kind: roundKind, style: styleId })).min(1),
    bank: z.array(question),
    stories: z.array(ownStory),
    defence: defence.nullable(),
  })
  .meta({ id: 'LoopPlan' });
export type StoredPlan = z.infer<typeof loopPlan>;

const head = {
  id,
  status: z.enum(['running', 'finished']),
  startedAt: instant,
  finishedAt: instant.nullable(),
};

export const loop = z
  .object({
    ...head,
    plan: loopPlan,
    events: z.array(loopEventRecord),
    acknowledged: z.number().int().nonnegative().meta({ description: 'Every event up to this number is on disk.' }),
    result: loopResult.nullable(),
  })
  .meta({ id: 'Loop' });
export type KeptLoop = z.infer<typeof loop>;

export const loopSummary = z
  .object({
    ...head,
    preset,
    pace,
    rounds: loopPlan.shape.rounds,
    roundsOpened: z.number().int().nonnegative(),
    packet: packetSummary.nullable(),
  })
  .meta({ id: 'LoopSummary' });
export type LoopSummary = z.infer<typeof loopSummary>;

/** A loop as the archive has it. */
export const archivedLoop = z.strictObject({
  id,
  plan: loopPlan,
  startedAt: instant,
  finishedAt: instant.nullable(),
  events: z.array(loopEventRecord),
  result: loopResult.nullable(),
});
export type ArchivedLoop = z.infer<typeof archivedLoop>;

const byId = z.object({ id });

export const loopEndpoints = {
  startLoop: endpoint({
    method: 'post',
    path: '/api/loops',
    summary: 'Start a loop of interview rounds; the same id and plan again returns the same one',
    body: loopStart,
    response: loop,
    refuses: ['bad-request', 'conflict'],
  }),
  appendLoopEvents: endpoint({
    method: 'post',
    path: '/api/loops/{id}/events',
    summary: 'Add events to a loop; the reply comes when they are on disk',
    params: byId,
    body: z.object({ events: z.array(loopEventRecord).min(1).max(MAX_BATCH) }),
    response: z.object({ acknowledged: z.number().int() }),
    refuses: ['bad-request', 'not-found', 'conflict', 'too-large'],
    maxBody: 40_000_000,
  }),
  getLoop: endpoint({
    method: 'get',
    path: '/api/loops/{id}',
    summary: 'One loop with its events and, once it is over, its packet',
    params: byId,
    response: loop,
    refuses: ['not-found'],
  }),
  listLoops: endpoint({
    method: 'get',
    path: '/api/loops',
    summary: 'Loops, newest first',
    response: z.object({ loops: z.array(loopSummary) }),
    refuses: [],
  }),
  finishLoop: endpoint({
    method: 'post',
    path: '/api/loops/{id}/finish',
    summary: 'Close a loop: the server replays its events, judges every answer itself and writes the packet',
    params: byId,
    body: z.object({ lastSeq: z.number().int().min(1) }),
    response: loop,
    refuses: ['bad-request', 'not-found', 'not-ready'],
  }),
  importTranscript: endpoint({
    method: 'post',
    path: '/api/loops/transcript',
    summary: 'A real interview from its transcript (VTT, SRT, TXT or JSON), judged and debriefed as if it had run here',
    body: z.object({
      id,
      preset,
      name: z.string().max(300).meta({ description: 'Name of the file, whose ending tells its form.' }),
      transcript: z.string().min(1).max(2_000_000),
      candidate: z.string().min(1).max(200).meta({ description: 'The speaker who was interviewed.' }),
    }),
    response: loop,
    refuses: ['bad-request', 'conflict', 'too-large'],
    maxBody: 10_000_000,
  }),
  deleteLoop: endpoint({
    method: 'delete',
    path: '/api/loops/{id}',
    summary: 'Delete a loop with its packet for good',
    params: byId,
    response: z.object({ done: z.literal(true) }),
    refuses: ['not-found'],
  }),
} as const;
