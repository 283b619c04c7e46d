import { defineSection } from '../section.ts';

export const section = defineSection({
  id: 'negotiate',
  label: 'Negotiate',
  group: 'Practise',
  order: 45,
  path: '/negotiate',
  key: 'g v',
  pages: [
    { path: '/negotiate', title: 'Negotiate', load: () => import('./negotiate-page.tsx').then((m) => m.NegotiatePage) },
    {
      path: '/negotiate/$id',
      title: 'A negotiation',
      load: () => import('./conversation-page.tsx').then((m) => m.ConversationPage),
    },
  ],
});
