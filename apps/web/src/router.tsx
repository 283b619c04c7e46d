import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { sections } from './sections/registry.ts';
import { BrokenPage, NoSuchPage, Waiting } from './shell/fallbacks.tsx';
import { Frame } from './shell/frame.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** True where the navigation gives way, as while the clock runs. */
    focused?: boolean;
  }
}

const root = createRootRoute({ component: Frame, notFoundComponent: NoSuchPage });

const routes = sections.flatMap((section) =>
  section.pages.map((page) =>
    createRoute({
      getParentRoute: () => root,
      path: page.path,
      component: lazyRouteComponent(async () => ({ default: await page.load() })),
      staticData: { focused: page.focused === true },
      errorComponent: BrokenPage,
      pendingComponent: Waiting,
    }),
  ),
);

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  scrollRestoration: false,
});
