import type { WorldStandings } from '@legible/lab/tournament/index';

/** The standings as the module that runs are placed by, a line for each contestant. */
export function standingsModule(standings: readonly WorldStandings[]): string {
  const list = (items: readonly unknown[]): string => items.map((item) => `\n      ${JSON.stringify(item)},`).join('');
  const worlds = standings.map(
    ({ contestants, comparisons, drawn, ...rest }) => `
  {
    ${JSON.stringify(rest).slice(1, -1)},
    contestants: [${list(contestants)}
    ],
    comparisons: [${list(comparisons)}
    ],
    drawn: ${JSON.stringify(drawn)},
  },`,
  );
  return `// Written by \`legible lab tournament --standings\`.
import type { WorldStandings } from './place.ts';

export const STANDINGS: readonly WorldStandings[] = [${worlds.join('')}
];
`;
}
