import { defineSection } from '../section.ts';

export const section = defineSection({
  id: 'card',
  label: 'How good is this judge?',
  group: 'Measure',
  order: 20,
  path: '/judge',
  key: 'g j',
  pages: [
    { path: '/judge', title: 'How good is this judge?', load: () => import('./card-page.tsx').then((m) => m.CardPage) },
  ],
});
