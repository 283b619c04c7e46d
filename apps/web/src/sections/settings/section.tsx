import { defineSection } from '../section.ts';

export const section = defineSection({
  id: 'settings',
  label: 'Settings and data',
  group: 'Keep',
  order: 90,
  path: '/settings',
  key: 'g s',
  pages: [
    {
      path: '/settings',
      title: 'Settings and data',
      load: () => import('./settings-page.tsx').then((m) => m.SettingsPage),
    },
  ],
});
