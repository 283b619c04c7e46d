import type { Question } from '../contract/index.ts';
import type { Files } from '../files.ts';
import type { Llm } from '../second-opinion.ts';
import type { Clock, GradedCorpus, Store } from '../ports.ts';

/** What the use cases need of the world, for one user. */
export interface Deps {
  readonly store: Store;
  readonly storeKind: 'sqlite' | 'postgres';
  readonly clock: Clock;
  readonly bank: readonly Question[];
  readonly corpus: GradedCorpus;
  readonly files: Files;
  /** Null unless the user configured one. */
  readonly llm: Llm | null;
  readonly version: string;
}
