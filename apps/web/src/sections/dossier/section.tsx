import { defineSection } from '../section.ts';

export const section = defineSection({
  id: 'dossier',
  label: 'Dossier',
  group: 'Practise',
  order: 10,
  path: '/dossier',
  key: 'g d',
  pages: [
    { path: '/dossier', title: 'Dossier', load: () => import('./dossier-page.tsx').then((m) => m.DossierPage) },
    {
      path: '/dossier/coverage',
      title: 'Which questions are covered',
      load: () => import('./coverage-page.tsx').then((m) => m.CoveragePage),
    },
    {
      path: '/dossier/role-fit',
      title: 'Which role fits',
      load: () => import('./role-fit-page.tsx').then((m) => m.RoleFitPage),
    },
    { path: '/dossier/$id', title: 'Workshop', load: () => import('./workshop-page.tsx').then((m) => m.WorkshopPage) },
    {
      path: '/dossier/$id/versions',
      title: 'Versions',
      load: () => import('./versions-page.tsx').then((m) => m.VersionsPage),
    },
  ],
});
