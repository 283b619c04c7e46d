import type { WorldStandings } from '@legible/lab/tournament/index';
import { shown } from './shown.ts';

/** The standings as a page for the repository. */
export const page = (standings: readonly WorldStandings[]): string =>
  `# Does judgment pay?

Written by \`legible lab tournament --page\`. Every contestant lives the same seeds; a dot is the mean cost of the twelve live
weeks and the line its 95% interval. Differences are paired by seed, with a 95% interval (normal). Every cost is in
\`tournament.json\`.

${standings.map((one) => `## ${one.world}\n\n\`\`\`text\n${shown(one, 100)}\`\`\`\n`).join('\n')}`;
