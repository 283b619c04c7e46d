import { defineSection } from '../section.ts';

export const section = defineSection({
  id: 'drills',
  label: 'Drills',
  group: 'Practise',
  order: 32,
  path: '/drills',
  key: 'g m',
  pages: [
    { path: '/drills', title: 'Drills', load: () => import('./drills-page.tsx').then((m) => m.DrillsPage) },
    { path: '/drills/$kind', title: 'Drill', load: () => import('./drill-page.tsx').then((m) => m.DrillPage) },
  ],
});
