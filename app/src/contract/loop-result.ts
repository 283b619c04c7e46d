import { ROUND_KINDS, STYLES } from '@legible/loop/loop/types';
import { DECISIONS, GAPS } from '@legible/loop/packet/types';
import type { Exhibit, Packet, Vote } from '@legible/loop';
import { z } from 'zod';
import { faultId, level, question, quote, signalId, verdict } from './judgment.ts';

const index = z.number().int().nonnegative();
const score = z.number().min(1).max(4);
export const roundKind = z.enum(ROUND_KINDS).meta({ id: 'RoundKind' });
export const styleId = z.enum(STYLES).meta({ id: 'InterviewerStyle' });
const decision = z.enum(DECISIONS).meta({ id: 'Decision' });
const means = z.partialRecord(signalId, z.number()).meta({ description: 'Mean level of each signal, 0 to 3.' });

const exhibit = z
  .object({
    words: z.string(),
    round: index,
    turn: index,
    reading: index,
    from: index,
    to: index,
    signal: signalId.nullable(),
    level: z.number().nullable(),
    fault: faultId.nullable(),
  })
  .meta({
    id: 'Exhibit',
    description: 'Words of the candidate; offsets are into the text of the reading.',
  }) satisfies z.ZodType<Exhibit>;

const vote = z
  .object({
    round: index,
    kind: roundKind,
    interviewer: z.string(),
    role: z.string(),
    vote: verdict,
    score,
    strongest: exhibit.nullable(),
    weakest: exhibit.nullable(),
    without: z.array(z.object({ exhibit, score, vote: verdict })).readonly(),
    note: z.array(z.string()).readonly(),
  })
  .meta({ id: 'LoopVote' }) satisfies z.ZodType<Vote>;

export const packet = z
  .object({
    decision,
    score,
    votes: z.array(vote).readonly(),
    debrief: z
      .array(z.object({ speaker: z.string(), role: z.string(), text: z.string(), exhibit: exhibit.nullable() }))
      .readonly(),
    deciding: z
      .object({
        kind: z.enum(['said', 'never-said']),
        exhibit,
        missing: z.string().nullable(),
        before: score,
        after: score,
        decisionAfter: decision,
        flips: z.boolean(),
        sentence: z.string(),
      })
      .nullable(),
    fatal: z
      .object({ gap: z.enum(GAPS), mean: z.number(), exhibit: exhibit.nullable(), sentence: z.string() })
      .nullable(),
    level: z.object({ title: z.string().nullable(), why: z.string() }),
    next: z
      .array(
        z.object({
          kind: z.enum(['again', 'question', 'round', 'sum', 'lab', 'story']),
          target: z.string(),
          sentence: z.string(),
        }),
      )
      .readonly(),
    means,
    interruptions: index,
    rescued: z.boolean(),
    endedEarly: z.boolean(),
  })
  .meta({ id: 'Packet' }) satisfies z.ZodType<Packet>;

const said = z.object({
  question,
  text: z.string(),
  score,
  verdict,
  levels: z.partialRecord(signalId, level),
  faults: z.array(z.object({ fault: faultId, quote, better: z.string() })),
});

/** One question of a loop with all that was said, and how each part of it reads. Reading 0 is the answer with the replies to its interruptions. */
export const loopTurn = z
  .object({
    round: index,
    as: z.enum(['question', 'stage', 'constraint', 'concern', 'truth', 'probe']),
    question,
    interruptions: z.array(
      z.object({
        quote: z.string(),
        line: z.string(),
        status: z.enum(['open', 'answered', 'held']),
        reply: z.string(),
      }),
    ),
    readings: z.array(said),
    /** For a question about the candidate's own run: what was true, and which facts of it were said. */
    truth: z.object({ answer: z.string(), said: z.array(z.string()), missed: z.array(z.string()) }).nullable(),
  })
  .meta({ id: 'LoopTurn' });
export type LoopTurn = z.infer<typeof loopTurn>;

/** The server's own reading of a loop's events. */
export const loopResult = z
  .object({
    packet,
    rounds: z.array(
      z.object({
        kind: roundKind,
        interviewer: z.object({ name: z.string(), role: z.string(), style: styleId }),
        seconds: z.number().meta({ description: 'The clock the interviewer gave.' }),
        used: z.number().meta({ description: 'Seconds of it that were used.' }),
        notReached: z.array(z.string()),
      }),
    ),
    turns: z.array(loopTurn),
  })
  .meta({ id: 'LoopResult' });
export type LoopResult = z.infer<typeof loopResult>;

/** What a list and a comparison need of a packet. */
export const packetSummary = packet
  .pick({ decision: true, score: true, means: true, interruptions: true, endedEarly: true })
  .extend({ level: z.string().nullable() })
  .meta({ id: 'PacketSummary' });
export type PacketSummary = z.infer<typeof packetSummary>;
