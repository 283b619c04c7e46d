import fc from 'fast-check';
import {
  beginSave,
  failed,
  keepMine,
  openDraft,
  refused,
  saved,
  takeTheirs,
  typed,
  unsent,
  type Content,
  type Draft,
  type Unsent,
} from '@legible/prep';

/** Where drafts are sent: a save over an old version is kept beside the current one. */
export interface DraftServer {
  save(unsent: Unsent): Promise<{ version: number } | { current: number; keptAs: number }>;
  current(): Promise<{ content: Content; version: number }>;
  /** What every version ever kept says. */
  contents(): Promise<Content[]>;
}

interface Tab {
  draft: Draft;
  undo: Content[];
  /** The answer on its way back; null where none is. */
  reply: Awaited<ReturnType<DraftServer['save']>> | null;
}

/** What may happen to three tabs on one document. */
export const steps = fc.array(
  fc.record({
    tab: fc.nat(2),
    act: fc.constantFrom('type', 'type', 'type', 'undo', 'save', 'answer', 'lose-answer', 'crash', 'mine', 'theirs'),
    text: fc.string({ maxLength: 3 }),
  }),
  { maxLength: 60 },
);
type Steps = typeof steps extends fc.Arbitrary<infer T> ? T : never;

const key = (content: Content): string => JSON.stringify([content.title, content.body]);

/**
 * Lives through the steps and says which texts were lost on the way or at the end: the last words of a tab that died or
 * gave way, and everything that was ever a version. Nothing may be.
 */
export async function lostIn(list: Steps, server: DraftServer): Promise<string[]> {
  const storage = new Map<number, Unsent>();
  const tabs = new Map<number, Tab>();
  const owed: Content[] = [];
  const everKept = new Set<string>();

  const recover = async (id: number): Promise<void> => {
    const rest = storage.get(id);
    if (rest === undefined) return;
    await server.save(rest);
    storage.delete(id);
  };
  const open = async (id: number): Promise<Tab> => {
    await recover(id);
    const { content, version } = await server.current();
    return { draft: openDraft(content, version), undo: [], reply: null };
  };

  for (const { tab: id, act, text } of list) {
    const tab = tabs.get(id) ?? (await open(id));
    tabs.set(id, tab);
    const { draft } = tab;
    if (act === 'type') {
      tab.undo.push(draft.content);
      tab.draft = typed(draft, { ...draft.content, body: JSON.stringify(text) });
    } else if (act === 'undo') {
      const before = tab.undo.pop();
      if (before) tab.draft = typed(draft, before);
    } else if (act === 'save') {
      const begun = beginSave(draft);
      if (begun) {
        tab.draft = begun.draft;
        tab.reply = await server.save(begun.send);
      }
    } else if (act === 'answer' && tab.reply) {
      const { reply } = tab;
      tab.draft = 'version' in reply ? saved(draft, reply.version) : refused(draft, reply.current, reply.keptAs);
      tab.reply = null;
    } else if (act === 'lose-answer' && tab.reply) {
      tab.draft = failed(draft);
      tab.reply = null;
    } else if (act === 'crash') {
      owed.push(draft.content);
      tabs.delete(id);
      continue;
    } else if (act === 'mine' && draft.conflict) {
      const { content, version } = await server.current();
      tab.draft = keepMine(draft, content, version);
    } else if (act === 'theirs' && draft.conflict) {
      owed.push(draft.content);
      const { content, version } = await server.current();
      const taken = takeTheirs(draft, content, version);
      if (taken.send) await server.save(taken.send);
      tab.draft = taken.draft;
    }
    const rest = unsent(tab.draft);
    if (rest === null) storage.delete(id);
    else storage.set(id, rest);
    for (const content of await server.contents()) everKept.add(key(content));
  }
  const safe = new Set([...(await server.contents()), ...[...storage.values()].map(({ content }) => content)].map(key));
  const lost = [...owed.map(key), ...everKept].filter((one) => !safe.has(one));

  // Every tab is closed and the document opened once more: now the server has it all.
  const last = [...tabs.values()].map(({ draft }) => key(draft.content));
  for (const id of Array.from(storage.keys())) await recover(id);
  const kept = new Set((await server.contents()).map(key));
  return [...lost, ...[...owed.map(key), ...last].filter((one) => !kept.has(one))];
}
