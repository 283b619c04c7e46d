import { markReply } from '@legible/lab/ledger/questions';
import { judgeReader, openLoop, type Loop, type LoopHost, type Mark } from '@legible/loop';
import type { StoredPlan } from '../contract/loop.ts';

/** Marks a reply about a run of the lab by the facts of its truth. */
const mark: Mark = ({ answer, facts }, reply) => {
  const { said, missed } = markReply({ id: '', question: '', answer, facts, kind: 'probe', signals: [] }, reply);
  return { said, missed };
};

/** What a stored loop runs with, in the page's worker and on the server alike. Make one for each loop. */
export function hostOf({ bank }: StoredPlan): LoopHost {
  return { reader: judgeReader(), bank, mark };
}

/** A stored loop before anything happened in it. Throws a RangeError naming the field for a plan that cannot be opened. */
export function openedFrom({ preset, seed, bank, rounds, stories, defence }: StoredPlan): Loop {
  return openLoop({ preset, seed, bank, rounds, stories, ...(defence === null ? {} : { defence }) });
}
