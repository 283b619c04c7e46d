import { defineSection } from '../section.ts';

export const section = defineSection({
  id: 'plan',
  label: 'Plan',
  group: 'Practise',
  order: 2,
  path: '/plan',
  key: 'g n',
  pages: [
    { path: '/plan', title: 'Plan', load: () => import('./plan-page.tsx').then((m) => m.PlanPage) },
    { path: '/plan/brief', title: 'For the morning', load: () => import('./brief-page.tsx').then((m) => m.BriefPage) },
  ],
});
