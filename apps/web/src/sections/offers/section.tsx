import { defineSection } from '../section.ts';

export const section = defineSection({
  id: 'offers',
  label: 'Offers',
  group: 'Keep',
  order: 40,
  path: '/offers',
  key: 'g f',
  pages: [
    { path: '/offers', title: 'Offers', load: () => import('./offers-page.tsx').then((m) => m.OffersPage) },
    {
      path: '/offers/scope',
      title: 'Scope before number',
      load: () => import('./scope-page.tsx').then((m) => m.ScopePage),
    },
    { path: '/offers/bands', title: 'Bands', load: () => import('./bands-page.tsx').then((m) => m.BandsPage) },
    {
      path: '/offers/edit/$offerId',
      title: 'An offer',
      load: () => import('./offer-page.tsx').then((m) => m.OfferPage),
    },
  ],
});
