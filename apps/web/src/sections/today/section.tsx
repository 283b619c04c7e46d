import { defineSection } from '../section.ts';

export const section = defineSection({
  id: 'today',
  label: 'Today',
  group: 'Practise',
  order: 0,
  path: '/',
  key: 'g t',
  pages: [
    { path: '/', title: 'Today', load: () => import('./today-page.tsx').then((m) => m.TodayPage) },
    { path: '/ask/$kind', title: 'Questions', load: () => import('./kind-page.tsx').then((m) => m.KindPage) },
  ],
});
