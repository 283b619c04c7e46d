import { defineSection } from '../section.ts';

export const section = defineSection({
  id: 'evidence',
  label: 'Evidence',
  group: 'Practise',
  order: 12,
  path: '/evidence',
  key: 'g e',
  pages: [
    { path: '/evidence', title: 'Evidence', load: () => import('./evidence-page.tsx').then((m) => m.EvidencePage) },
    {
      path: '/evidence/outline',
      title: 'Outline of a story',
      load: () => import('./outline-page.tsx').then((m) => m.OutlinePage),
    },
    {
      path: '/evidence/files',
      title: 'In and out',
      load: () => import('./files-page.tsx').then((m) => m.FilesPage),
    },
    { path: '/evidence/$id', title: 'Claims', load: () => import('./claims-page.tsx').then((m) => m.ClaimsPage) },
  ],
});
