import { AREAS, evidenceIn, HOLDS, LEVELS, ROLES, type Evidence, type RoleDescription } from '@legible/offers';
import { parseItem } from '@legible/prep/dossier/index';
import { queryOptions } from '@tanstack/react-query';
import { server } from '../../server/server.ts';

const SCOPE_ID = 'scope-of-the-role';

export const NOTHING_SAID: RoleDescription = {
  role: null,
  offered: null,
  holds: {
    data: 'not said',
    features: 'not said',
    evaluation: 'not said',
    serving: 'not said',
    monitoring: 'not said',
    'on-call': 'not said',
  },
};

function readScope(body: unknown): RoleDescription {
  const raw = (body ?? {}) as Partial<RoleDescription>;
  const holds = { ...NOTHING_SAID.holds };
  for (const area of AREAS) {
    const hold = HOLDS.find((known) => known === raw.holds?.[area]);
    if (hold === undefined)
      throw new Error(`scope.holds.${area} is ${JSON.stringify(raw.holds?.[area])}. Use one of ${HOLDS.join(', ')}.`);
    holds[area] = hold;
  }
  return {
    role: ROLES.find((role) => role === raw.role) ?? null,
    offered: LEVELS.find((level) => level === raw.offered) ?? null,
    holds,
  };
}

export const scopeQuery = queryOptions({
  queryKey: ['scope'],
  queryFn: async (): Promise<{ scope: RoleDescription; version: number }> => {
    const { documents } = await server.listDocuments({ query: { type: 'scope' } });
    if (!documents.some(({ id }) => id === SCOPE_ID)) return { scope: NOTHING_SAID, version: 0 };
    const { body, version } = await server.getDocument({ params: { id: SCOPE_ID } });
    return { scope: readScope(body), version };
  },
});

type Body = Parameters<typeof server.saveDocument>[0]['body']['body'];
export const keepScope = (scope: RoleDescription, baseVersion: number) =>
  server.saveDocument({
    params: { id: SCOPE_ID },
    body: { type: 'scope', title: 'Scope of the role', body: JSON.parse(JSON.stringify(scope)) as Body, baseVersion },
  });

/** What the dossier speaks for. Stories about lab runs and designs never built are no evidence of having owned something. */
export const evidenceQuery = queryOptions({
  queryKey: ['scope', 'evidence'],
  queryFn: async (): Promise<readonly Evidence[]> => {
    const { documents } = await server.listDocuments({ query: { type: 'story' } });
    const read = await Promise.all(documents.map(({ id }) => server.getDocument({ params: { id } })));
    const found = read.flatMap(({ title, body }) => {
      const item = parseItem('story', body);
      if (item.type !== 'story' || item.body.simulated) return [];
      const { long, short, facts } = item.body;
      return evidenceIn([...facts.map(({ text }) => text), long || short].join('\n'), title);
    });
    const seen = new Set<string>();
    return found.filter(({ area, words }) => !seen.has(`${area} ${words}`) && seen.add(`${area} ${words}`));
  },
});
