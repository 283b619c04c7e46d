import { z } from 'zod';
import { instant } from './common.ts';
import { faultId, level, question, signalId, verdict } from './judgment.ts';

const levels = z.partialRecord(signalId, level);
const markedFault = z.object({
  id: faultId,
  quote: z.string().meta({ description: 'Verbatim; empty where the fault is an absence.' }),
});

/** An answer of the corpus with nothing that gives its grade away. */
export const corpusAnswer = z.object({ id: z.string(), question, text: z.string() }).meta({ id: 'CorpusAnswer' });
export type CorpusAnswer = z.infer<typeof corpusAnswer>;

export const panelGrade = z
  .object({
    grader: z.string(),
    signals: levels,
    verdict,
    faults: z.array(markedFault),
    spans: z.partialRecord(signalId, z.string()),
    why: z.string(),
  })
  .meta({ id: 'PanelGrade' });
export type PanelGrade = z.infer<typeof panelGrade>;

/** The user's own reading of a corpus answer, given before the panel's was shown. */
export const ownGrade = z
  .object({
    answerId: z.string().regex(/^[\w.-]{1,80}$/),
    signals: levels,
    verdict,
    faults: z.array(markedFault).max(20),
  })
  .meta({ id: 'OwnGrade' });
export type OwnGrade = z.infer<typeof ownGrade>;

export const gradedAnswer = z
  .object({ answer: corpusAnswer, own: ownGrade, gradedAt: instant, panel: z.array(panelGrade) })
  .meta({ id: 'GradedAnswer' });
export type GradedAnswer = z.infer<typeof gradedAnswer>;

const agreementRow = z.object({
  n: z.number().int(),
  qwk: z
    .number()
    .nullable()
    .meta({ description: "Quadratic weighted kappa with the panel's mean, null until it is defined." }),
  meanError: z.number().nullable().meta({ description: "Own level minus the panel's mean: above 0 is too generous." }),
});
export const agreement = z
  .object({ verdict: agreementRow, signals: z.partialRecord(signalId, agreementRow), graded: z.number().int() })
  .meta({ id: 'Agreement' });
export type Agreement = z.infer<typeof agreement>;
