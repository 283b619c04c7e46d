import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { Action } from './action.ts';

/** What can be done right now, in layers: the newest page's actions win over the frame's for the same key. */
const layers = new Map<symbol, readonly Action[]>();
const listeners = new Set<() => void>();
let current: readonly Action[] = [];

function changed(): void {
  const byId = new Map<string, Action>();
  for (const layer of layers.values()) for (const action of layer) byId.set(action.id, action);
  // What belongs to this page comes before what is there everywhere.
  const everywhere = ({ id }: Action) => id.startsWith('frame.') || id.startsWith('go.');
  current = [...byId.values()].toSorted((a, b) => Number(everywhere(a)) - Number(everywhere(b)));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const currentActions = (): readonly Action[] => current;

/** Every action that can be done now. */
export function useAllActions(): readonly Action[] {
  return useSyncExternalStore(subscribe, currentActions);
}

/** Offers actions while the calling component is on screen. Handlers may close over fresh state: they are looked up late. */
export function useActions(actions: readonly Action[]): readonly Action[] {
  const latest = useRef(actions);
  const shape = actions.map((action) => `${action.id}|${action.label}|${action.key}|${action.enabled}`).join('\n');
  // Before the page is painted: whoever sees an action can press its key.
  useLayoutEffect(() => {
    latest.current = actions;
  });
  useLayoutEffect(() => {
    const layer = Symbol('actions');
    layers.set(
      layer,
      latest.current.map((action) => ({
        ...action,
        handler: () => latest.current.find(({ id }) => id === action.id)?.handler(),
      })),
    );
    changed();
    return () => {
      layers.delete(layer);
      changed();
    };
  }, [shape]);
  return actions;
}
