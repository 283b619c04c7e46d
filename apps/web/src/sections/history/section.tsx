import { defineSection } from '../section.ts';

export const section = defineSection({
  id: 'history',
  label: 'History',
  group: 'Keep',
  order: 10,
  path: '/history',
  key: 'g h',
  pages: [{ path: '/history', title: 'History', load: () => import('./history-page.tsx').then((m) => m.HistoryPage) }],
});
