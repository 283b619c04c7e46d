import type { Tried } from '@legible/lab/drills/index';
import { useQuery } from '@tanstack/react-query';
import { recordsQuery, toJson, type Records } from '../../server/prep.ts';
import { server } from '../../server/server.ts';

const drillsIn = ({ drills }: Records) => drills;

/** Every drill tried so far, each a document of its own. */
export const useTried = () => useQuery({ ...recordsQuery, select: drillsIn });

export const keepTried = (tried: Tried, title: string) =>
  server.saveDocument({
    params: { id: crypto.randomUUID() },
    body: { type: 'drill-result', title, body: toJson(tried), baseVersion: 0 },
  });
