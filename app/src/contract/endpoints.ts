import { z } from 'zod';
import { archive } from './archive.ts';
import { id } from './common.ts';
import { document, documentSave, documentSummary, documentType, documentVersion } from './document.ts';
import { endpoint } from './endpoint.ts';
import {
  dispute,
  disputeStart,
  eventRecord,
  interview,
  interviewStart,
  interviewSummary,
  MAX_BATCH,
} from './interview.ts';
import { filesEndpoints } from './files.ts';
import { loopEndpoints } from './loop.ts';
import { question, questionKind, signalId } from './judgment.ts';
import { agreement, corpusAnswer, gradedAnswer, ownGrade } from './panel.ts';
import { prepEndpoints } from './prep.ts';
import { secondOpinionEndpoints } from './second-opinion.ts';
import { settings, settingsPatch } from './settings.ts';

const byId = z.object({ id });
const done = z.object({ done: z.literal(true) });
const limit = z.coerce.number().int().min(1).max(1000).default(200);

/** Every operation of the API. One entry gives the route, the client's method and the published description. */
export const endpoints = {
  health: endpoint({
    method: 'get',
    path: '/api/health',
    summary: 'Whether the server is up and which version it runs',
    response: z.object({ ok: z.literal(true), version: z.string(), store: z.enum(['sqlite', 'postgres']) }),
    refuses: [],
  }),
  listQuestions: endpoint({
    method: 'get',
    path: '/api/questions',
    summary: 'The bank of questions',
    query: z.object({ kind: questionKind.optional() }),
    response: z.object({ questions: z.array(question) }),
    refuses: ['bad-request'],
  }),

  startInterview: endpoint({
    method: 'post',
    path: '/api/interviews',
    summary: 'Start an interview; the same id and question again returns the same one',
    body: interviewStart,
    response: interview,
    refuses: ['bad-request', 'not-found', 'conflict'],
  }),
  appendEvents: endpoint({
    method: 'post',
    path: '/api/interviews/{id}/events',
    summary: 'Add events; the reply comes when they are on disk',
    params: byId,
    body: z.object({ events: z.array(eventRecord).min(1).max(MAX_BATCH) }),
    response: z.object({
      acknowledged: z.number().int().meta({ description: 'Every event up to this number is on disk.' }),
    }),
    refuses: ['bad-request', 'not-found', 'conflict', 'too-large'],
    maxBody: 40_000_000,
  }),
  getInterview: endpoint({
    method: 'get',
    path: '/api/interviews/{id}',
    summary: 'One interview with its events, result and disputes',
    params: byId,
    response: interview,
    refuses: ['not-found'],
  }),
  listInterviews: endpoint({
    method: 'get',
    path: '/api/interviews',
    summary: 'History, newest first, with the levels for the charts',
    query: z.object({
      kind: questionKind.optional(),
      status: z.enum(['running', 'finished']).optional(),
      before: id.optional().meta({ description: 'The last id of the page before.' }),
      limit,
    }),
    response: z.object({ interviews: z.array(interviewSummary), more: z.boolean() }),
    refuses: ['bad-request'],
  }),
  finishInterview: endpoint({
    method: 'post',
    path: '/api/interviews/{id}/finish',
    summary: 'Close an interview: the server replays its events, judges the answers itself and keeps the result',
    params: byId,
    body: z.object({
      lastSeq: z
        .number()
        .int()
        .min(1)
        .meta({ description: 'Number of the last event; all must have been acknowledged.' }),
    }),
    response: interview,
    refuses: ['bad-request', 'not-found', 'not-ready'],
  }),
  deleteInterview: endpoint({
    method: 'delete',
    path: '/api/interviews/{id}',
    summary: 'Delete an interview and its disputes for good',
    params: byId,
    response: done,
    refuses: ['not-found'],
  }),

  disputeLevel: endpoint({
    method: 'post',
    path: '/api/interviews/{id}/disputes',
    summary: 'Dispute a level by quoting the answer',
    params: byId,
    body: disputeStart,
    response: dispute,
    refuses: ['bad-request', 'not-found', 'not-ready', 'conflict'],
  }),
  withdrawDispute: endpoint({
    method: 'delete',
    path: '/api/disputes/{id}',
    summary: 'Withdraw a dispute',
    params: byId,
    response: done,
    refuses: ['not-found'],
  }),
  listDisputes: endpoint({
    method: 'get',
    path: '/api/disputes',
    summary: "Every dispute with its answer: training data in the user's own words",
    response: z.object({ disputes: z.array(dispute.extend({ question, answer: z.string() })) }),
    refuses: [],
  }),

  nextPanelAnswer: endpoint({
    method: 'get',
    path: '/api/panel/next',
    summary: 'An answer of the corpus to grade, chosen for what the user grades worst',
    query: z.object({ kind: questionKind.optional(), signal: signalId.optional() }),
    response: z.object({ answer: corpusAnswer.nullable(), left: z.number().int(), because: z.string() }),
    refuses: ['bad-request'],
  }),
  listCorpusAnswers: endpoint({
    method: 'get',
    path: '/api/panel/answers',
    summary: 'Answers of the corpus to the questions of the bank, without grades',
    query: z.object({ kind: questionKind.optional(), questionId: z.string().optional(), limit }),
    response: z.object({ answers: z.array(corpusAnswer), total: z.number().int() }),
    refuses: ['bad-request'],
  }),
  gradeAnswer: endpoint({
    method: 'post',
    path: '/api/panel/grades',
    summary: "Give one's own grade; the reply shows the panel's",
    body: ownGrade,
    response: gradedAnswer,
    refuses: ['bad-request', 'not-found', 'conflict'],
  }),
  listGrades: endpoint({
    method: 'get',
    path: '/api/panel/grades',
    summary: "Own grades beside the panel's, newest first",
    query: z.object({ limit }),
    response: z.object({ grades: z.array(gradedAnswer), agreement }),
    refuses: ['bad-request'],
  }),

  listDocuments: endpoint({
    method: 'get',
    path: '/api/documents',
    summary: 'Documents, latest change first, without their bodies',
    query: z.object({ type: documentType.optional() }),
    response: z.object({ documents: z.array(documentSummary) }),
    refuses: ['bad-request'],
  }),
  getDocument: endpoint({
    method: 'get',
    path: '/api/documents/{id}',
    summary: 'A document at its current version',
    params: byId,
    response: document,
    refuses: ['not-found'],
  }),
  saveDocument: endpoint({
    method: 'put',
    path: '/api/documents/{id}',
    summary:
      'Save over the version it was made on; a stale save is refused, and kept as a version beside the current one',
    params: byId,
    body: documentSave,
    response: document,
    refuses: ['bad-request', 'not-found', 'version-conflict', 'conflict', 'too-large'],
    maxBody: 8_000_000,
  }),
  listDocumentVersions: endpoint({
    method: 'get',
    path: '/api/documents/{id}/versions',
    summary: 'Every version kept, oldest first',
    params: byId,
    response: z.object({ versions: z.array(documentVersion), current: z.number().int() }),
    refuses: ['not-found'],
  }),
  deleteDocument: endpoint({
    method: 'delete',
    path: '/api/documents/{id}',
    summary: 'Delete a document and all its versions for good',
    params: byId,
    response: done,
    refuses: ['not-found'],
  }),

  getSettings: endpoint({
    method: 'get',
    path: '/api/settings',
    summary: 'What the user chose',
    response: settings,
    refuses: [],
  }),
  changeSettings: endpoint({
    method: 'patch',
    path: '/api/settings',
    summary: 'Change some settings; null goes back to the default',
    body: settingsPatch,
    response: settings,
    refuses: ['bad-request'],
  }),

  exportArchive: endpoint({
    method: 'get',
    path: '/api/archive',
    summary: 'Everything as one JSON file',
    response: archive,
    refuses: [],
    fileName: 'legible.json',
  }),
  importArchive: endpoint({
    method: 'post',
    path: '/api/archive',
    summary: 'Take in an exported file: "merge" keeps what is here and adds what is missing, "replace" erases first',
    query: z.object({ mode: z.enum(['merge', 'replace']).default('merge') }),
    body: archive,
    response: z.object({
      added: z.object({
        interviews: z.number().int(),
        loops: z.number().int(),
        documents: z.number().int(),
        disputes: z.number().int(),
        panelGrades: z.number().int(),
      }),
      kept: z.number().int().meta({ description: 'Entries that were here already and were left as they are.' }),
    }),
    refuses: ['bad-request', 'too-large'],
    maxBody: 200_000_000,
  }),
  eraseEverything: endpoint({
    method: 'delete',
    path: '/api/archive',
    summary: 'Erase everything for good',
    query: z.object({ confirm: z.literal('erase') }),
    response: done,
    refuses: ['bad-request'],
  }),
  ...filesEndpoints,
  ...prepEndpoints,
  ...secondOpinionEndpoints,
  ...loopEndpoints,
} as const;
export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;
