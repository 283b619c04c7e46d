import { defineSection } from '../section.ts';

export const section = defineSection({
  id: 'debrief',
  label: 'Debrief',
  group: 'Keep',
  order: 5,
  path: '/debrief',
  key: 'g b',
  hidden: true,
  pages: [
    { path: '/debrief/$id', title: 'Debrief', load: () => import('./debrief-page.tsx').then((m) => m.DebriefPage) },
  ],
});
