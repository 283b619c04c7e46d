import { DRILL_SECONDS, parseTried, type Tried } from '@legible/lab/drills/index';
import { scheduleOf, type Review } from '@legible/prep';
import { queryOptions } from '@tanstack/react-query';
import { toJson } from '../../server/prep.ts';
import { server } from '../../server/server.ts';

/** Every drill tried so far, each a document of its own. */
export const triedQuery = queryOptions({
  queryKey: ['drills'],
  queryFn: async (): Promise<readonly Tried[]> => {
    const { documents } = await server.readDocuments({ query: { types: 'drill-result' } });
    return documents.flatMap(({ body }) => parseTried(body) ?? []);
  },
  staleTime: 0,
});

export const keepTried = (tried: Tried, title: string) =>
  server.saveDocument({
    params: { id: crypto.randomUUID() },
    body: { type: 'drill-result', title, body: toJson(tried), baseVersion: 0 },
  });

/** A right answer counts as reasoned, or as strong at the hardest level; a wrong one as absent. */
const levelOf = ({ right, level }: Tried): number => (right ? (level === 3 ? 3 : 2) : 0);

/** Kinds that are due again, by the same schedule of reviews as everything else that is practised. */
export function dueKinds(tried: readonly Tried[], now: string): ReadonlySet<string> {
  const reviews = tried.map((one): Review => ({
    key: `lab:${one.kind}`,
    at: one.at,
    level: levelOf(one),
    seconds: one.seconds,
    allowed: DRILL_SECONDS,
  }));
  return new Set(
    scheduleOf(reviews, now)
      .filter(({ overdue }) => overdue)
      .map(({ key }) => key.slice('lab:'.length)),
  );
}
