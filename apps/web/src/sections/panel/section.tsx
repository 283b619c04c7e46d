import { defineSection } from '../section.ts';

export const section = defineSection({
  id: 'panel',
  label: 'Sit on the panel',
  group: 'Measure',
  order: 10,
  path: '/panel',
  key: 'g p',
  pages: [
    { path: '/panel', title: 'Sit on the panel', load: () => import('./panel-page.tsx').then((m) => m.PanelPage) },
  ],
});
