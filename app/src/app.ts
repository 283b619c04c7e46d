import type { Answers, EndpointName, Endpoints, Received } from './contract/index.ts';
import * as archive from './usecases/archive.ts';
import type { Deps } from './usecases/deps.ts';
import * as disputes from './usecases/disputes.ts';
import * as documents from './usecases/documents.ts';
import * as files from './usecases/files.ts';
import * as interviews from './usecases/interviews.ts';
import * as loops from './usecases/loops.ts';
import * as panel from './usecases/panel.ts';
import * as prep from './usecases/prep.ts';
import { importTranscript } from './usecases/transcripts.ts';
import { askSecondOpinion, phraseFollowUp, secondOpinionSource } from './usecases/second-opinion.ts';

type UseCase<K extends EndpointName> = (deps: Deps, input: Received<Endpoints[K]>) => Promise<Answers<Endpoints[K]>>;

/** The use case behind each operation of the contract; a server only carries input in and answers out. */
export const useCases: { readonly [K in EndpointName]: UseCase<K> } = {
  health: async ({ version, storeKind }) => ({ ok: true, version, store: storeKind }),
  listQuestions: async ({ bank }, { query }) => ({
    questions: bank.filter(({ kind }) => query.kind === undefined || kind === query.kind),
  }),
  getSettings: ({ store }) => store.settings(),
  changeSettings: ({ store }, { body }) => store.changeSettings(body),
  ...interviews,
  ...disputes,
  ...loops,
  ...panel,
  ...documents,
  ...files,
  ...archive,
  ...prep,
  importTranscript,
  secondOpinionSource,
  askSecondOpinion,
  phraseFollowUp,
};
