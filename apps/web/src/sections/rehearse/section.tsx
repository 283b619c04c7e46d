import { defineSection } from '../section.ts';

export const section = defineSection({
  id: 'rehearse',
  label: 'Rehearse',
  group: 'Practise',
  order: 15,
  path: '/rehearse',
  key: 'g r',
  pages: [
    { path: '/rehearse', title: 'Rehearse', load: () => import('./rehearse-page.tsx').then((m) => m.RehearsePage) },
    {
      path: '/rehearse/$id',
      title: 'Rehearse',
      load: () => import('./stage-page.tsx').then((m) => m.StagePage),
      focused: true,
    },
  ],
});
