import { defineSection } from '../section.ts';

export const section = defineSection({
  id: 'answer',
  label: 'Answer',
  group: 'Practise',
  order: 5,
  path: '/answer',
  key: 'g a',
  hidden: true,
  pages: [
    {
      path: '/answer/$id',
      title: 'Answer',
      load: () => import('./answer-page.tsx').then((m) => m.AnswerPage),
      focused: true,
    },
  ],
});
