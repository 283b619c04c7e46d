import { z } from 'zod';
import { id, instant } from './common.ts';
import { documentType, documentVersion } from './document.ts';
import { dispute, eventRecord, interviewResult } from './interview.ts';
import { question } from './judgment.ts';
import { archivedLoop } from './loop.ts';
import { ownGrade } from './panel.ts';
import { settings } from './settings.ts';

/** Everything the user has, as one JSON file. Importing it into an empty store gives the same store back. */
export const archive = z
  .strictObject({
    format: z.literal('legible-archive'),
    formatVersion: z.literal(1),
    exportedAt: instant,
    interviews: z.array(
      z.strictObject({
        id,
        question,
        seed: z.number().int(),
        startedAt: instant,
        finishedAt: instant.nullable(),
        events: z.array(eventRecord),
        result: interviewResult.nullable(),
      }),
    ),
    /** Absent from files written before there were loops. */
    loops: z.array(archivedLoop).default([]),
    disputes: z.array(dispute),
    panelGrades: z.array(z.strictObject({ own: ownGrade, gradedAt: instant })),
    documents: z.array(
      z.strictObject({
        id,
        type: documentType,
        createdAt: instant,
        head: z.number().int().min(1),
        versions: z.array(documentVersion).min(1),
      }),
    ),
    settings,
  })
  .meta({ id: 'Archive' });
export type Archive = z.infer<typeof archive>;
export type ArchivedInterview = Archive['interviews'][number];
export type ArchivedDocument = Archive['documents'][number];
