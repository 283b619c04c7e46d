import { FAULTS, KINDS, SIGNALS } from '@legible/judge/rubric';
import type { Judgment, Question } from '@legible/judge';
import { z } from 'zod';

export const signalId = z.enum(SIGNALS).meta({ id: 'SignalId' });
export const faultId = z.enum(FAULTS).meta({ id: 'FaultId' });
export const questionKind = z.enum(KINDS).meta({ id: 'QuestionKind' });
export const level = z
  .literal([0, 1, 2, 3])
  .meta({ id: 'Level', description: '0 absent, 1 named, 2 reasoned, 3 decisive.' });
export const verdict = z
  .literal([1, 2, 3, 4])
  .meta({ id: 'Verdict', description: '1 no hire, 2 lean no, 3 lean yes, 4 hire.' });

export const question = z
  .object({
    id: z.string(),
    kind: questionKind,
    signals: z.array(signalId).readonly(),
    seconds: z.number().int().positive(),
    text: z.string(),
  })
  .meta({ id: 'Question' }) satisfies z.ZodType<Question>;

export const quote = z
  .object({ from: z.number().int().nonnegative(), to: z.number().int().nonnegative(), text: z.string() })
  .meta({ id: 'Quote', description: 'A half-open range of UTF-16 offsets into the answer, with the words it covers.' });

const because = z.array(z.object({ feature: z.string(), effect: z.number() })).readonly();
const probability = z.number().min(0).max(1);

export const judgment = z
  .object({
    signals: z
      .array(
        z.object({
          signal: signalId,
          level,
          set: z.array(level).readonly(),
          evidence: z.array(quote).readonly(),
          confidence: probability,
          because,
        }),
      )
      .readonly(),
    verdict,
    verdictSet: z.array(verdict).readonly(),
    score: z.number(),
    confidence: probability,
    because,
    findings: z
      .array(
        z.object({
          fault: faultId,
          quote,
          reason: z.string(),
          better: z.string(),
          confidence: probability,
          interrupts: z.boolean(),
          slots: z.record(z.string(), z.string()),
        }),
      )
      .readonly(),
    deciding: quote.nullable(),
    unsure: z.boolean(),
  })
  .meta({ id: 'Judgment' }) satisfies z.ZodType<Judgment>;

export type { Judgment, Question };
