import { defineSection } from '../section.ts';

export const section = defineSection({
  id: 'library',
  label: 'Debrief library',
  group: 'Practise',
  order: 40,
  path: '/library',
  key: 'g i',
  pages: [
    { path: '/library', title: 'Debrief library', load: () => import('./library-page.tsx').then((m) => m.LibraryPage) },
    { path: '/library/$id', title: 'An answer', load: () => import('./entry-page.tsx').then((m) => m.EntryPage) },
  ],
});
