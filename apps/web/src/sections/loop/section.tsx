import { defineSection } from '../section.ts';

export const section = defineSection({
  id: 'loop',
  label: 'Loop',
  group: 'Practise',
  order: 10,
  path: '/loop',
  key: 'g o',
  pages: [
    { path: '/loop', title: 'Loop', load: () => import('./loop-page.tsx').then((m) => m.LoopPage) },
    {
      path: '/loop/defend',
      title: 'Defend your run',
      load: () => import('./defend-page.tsx').then((m) => m.DefendPage),
    },
    {
      path: '/loop/import',
      title: 'A real interview',
      load: () => import('./import-page.tsx').then((m) => m.ImportPage),
    },
    { path: '/loop/$id', title: 'Loop', load: () => import('./sit-page.tsx').then((m) => m.SitPage), focused: true },
    { path: '/loop/$id/packet', title: 'Packet', load: () => import('./packet-page.tsx').then((m) => m.PacketPage) },
  ],
});
