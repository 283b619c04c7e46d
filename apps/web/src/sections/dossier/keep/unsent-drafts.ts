import { Refusal } from '@legible/app/contract/error';
import type { Unsent } from '@legible/prep';
import { server } from '../../../server/server.ts';

/** Drafts in the browser's own storage, one for each document and tab, until the server has them. */
const PREFIX = 'legible.draft.';

interface Stored extends Unsent {
  readonly type: string;
}

/** This tab, for as long as it lives. */
export const tabId = crypto.randomUUID();
const lockName = (tab: string): string => `${PREFIX}${tab}`;
// Held until the tab is gone, so that others can tell a draft that is being written from one that was left behind.
void navigator.locks?.request(lockName(tabId), () => new Promise<void>(() => undefined));

const keyOf = (document: string): string => `${PREFIX}${document}.${tabId}`;

/** False where the browser's storage takes no more: the words are then in this tab alone until the server has them. */
export function storeUnsent(document: string, type: string, unsent: Unsent | null): boolean {
  try {
    if (unsent === null) localStorage.removeItem(keyOf(document));
    else localStorage.setItem(keyOf(document), JSON.stringify({ ...unsent, type } satisfies Stored));
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** What became of a draft that a lost tab left behind. */
export interface Recovered {
  readonly document: string;
  /** The document's type, which says on which page it is read. */
  readonly type: string;
  readonly title: string;
  /** The version it is kept as, beside a later one; null where it is the current version again. */
  readonly beside: number | null;
  /** Why the server would not take it; '' where it did. It then stays in the browser's storage. */
  readonly trouble: string;
}

/** Sends what tabs that are gone had not sent. What the server cannot take now stays where it is; nothing is dropped. */
export async function recoverDrafts(only?: string): Promise<Recovered[]> {
  const alive = new Set((await navigator.locks?.query())?.held?.map(({ name }) => name));
  const recovered: Recovered[] = [];
  for (const key of Object.keys(localStorage)) {
    const [document, tab] = key.startsWith(PREFIX) ? key.slice(PREFIX.length).split('.') : [];
    if (document === undefined || tab === undefined || alive.has(lockName(tab)) || tab === tabId) continue;
    if (only !== undefined && document !== only) continue;
    const stored = localStorage.getItem(key);
    if (stored === null) continue;
    const { type, content, base } = JSON.parse(stored) as Stored;
    let beside: number | null;
    try {
      beside = await sendDraft(document, type, { content, base });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      recovered.push({ document, type, title: content.title, beside: null, trouble: error.message });
      continue;
    }
    // Another tab may have recovered it meanwhile and written on: only what was sent is taken away.
    if (localStorage.getItem(key) === stored) localStorage.removeItem(key);
    recovered.push({ document, type, title: content.title, beside, trouble: '' });
  }
  return recovered;
}

/** Null where it became the current version, else the version it is kept as beside the current one. */
async function sendDraft(document: string, type: string, { content, base }: Unsent): Promise<number | null> {
  const save = (baseVersion: number) =>
    server.saveDocument({
      params: { id: document },
      body: { type, title: content.title, body: JSON.parse(content.body) as never, baseVersion },
    });
  try {
    await save(base);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'version-conflict') return keptAsOf(error);
    // Deleted in another tab: the words outlive it, as a new document.
    if (error.code === 'not-found') {
      await save(0);
      return null;
    }
    throw error;
  }
}

export const keptAsOf = (error: Refusal): number => Number((error.detail as { keptAs?: unknown } | undefined)?.keptAs);
export const currentOf = (error: Refusal): number =>
  Number((error.detail as { current?: unknown } | undefined)?.current);
