import type { Item, Telling } from '@legible/prep';
import { tellingsOf, textOf } from '@legible/prep';
import { startTransition, useEffect, useRef, useState } from 'react';
import type { ReadReply, ReadRequest } from './protocol.ts';

export type Readings = Readonly<Partial<Record<Telling, ReadReply>>>;

/** What the worker reads in each telling of an item, kept up with what is typed. Levels stay until newer ones come. */
export function useReading(item: Item): Readings {
  const worker = useRef<Worker | null>(null);
  const asked = useRef(new Map<Telling, string>());
  const [readings, setReadings] = useState<Readings>({});
  useEffect(() => {
    const made = new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' });
    const texts = asked.current;
    made.addEventListener('message', ({ data }: MessageEvent<ReadReply>) =>
      startTransition(() =>
        setReadings((before) => ({
          ...before,
          [data.telling]: {
            ...data,
            judgment: data.judgment ?? (data.text.trim() === '' ? null : (before[data.telling]?.judgment ?? null)),
          },
        })),
      ),
    );
    worker.current = made;
    return () => {
      made.terminate();
      worker.current = null;
      texts.clear();
    };
  }, []);
  useEffect(() => {
    for (const telling of tellingsOf(item)) {
      const shape =
        item.type === 'story'
          ? `${item.body.failures.join()} ${item.body.simulated}`
          : item.type === 'narrative'
            ? item.body.area
            : '';
      const key = `${shape}\n${textOf(item, telling)}`;
      if (asked.current.get(telling) === key) continue;
      asked.current.set(telling, key);
      worker.current?.postMessage({ item, telling } satisfies ReadRequest);
    }
  }, [item]);
  return readings;
}
