import type { Document } from '@legible/app/contract/index';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Keeper, type KeptDraft } from './keeper.ts';

/** Keeps a document for as long as the calling component is on screen. */
export function useDraft(document: Document): [KeptDraft, Keeper] {
  const [keeper] = useState(() => new Keeper(document));
  const draft = useSyncExternalStore(keeper.subscribe, keeper.view);
  useEffect(() => {
    keeper.reopen();
    const leave = () => void keeper.save(true);
    const hidden = () => {
      if (globalThis.document.visibilityState === 'hidden') leave();
    };
    addEventListener('pagehide', leave);
    globalThis.document.addEventListener('visibilitychange', hidden);
    return () => {
      removeEventListener('pagehide', leave);
      globalThis.document.removeEventListener('visibilitychange', hidden);
      keeper.close();
    };
  }, [keeper]);
  return [draft, keeper];
}
