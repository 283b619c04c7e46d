import { defineSection } from '../section.ts';

export const section = defineSection({
  id: 'readiness',
  label: 'Readiness',
  group: 'Measure',
  order: 5,
  path: '/readiness',
  key: 'g y',
  pages: [
    { path: '/readiness', title: 'Readiness', load: () => import('./readiness-page.tsx').then((m) => m.ReadinessPage) },
  ],
});
