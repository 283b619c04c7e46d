import { defineSection } from '../section.ts';

export const section = defineSection({
  id: 'lab',
  label: 'Lab',
  group: 'Practise',
  order: 30,
  path: '/lab',
  key: 'g l',
  pages: [
    { path: '/lab', title: 'Lab', load: () => import('./lab-page.tsx').then((m) => m.LabPage) },
    {
      path: '/lab/honesty',
      title: 'Which tools lie',
      load: () => import('./honesty-page.tsx').then((m) => m.HonestyPage),
    },
    {
      path: '/lab/standings',
      title: 'Does judgment pay?',
      load: () => import('./standings/standings-page.tsx').then((m) => m.StandingsPage),
    },
    { path: '/lab/$runId', title: 'Run', load: () => import('./run-page.tsx').then((m) => m.RunPage) },
  ],
});
