import type { ComponentType } from 'react';

/**
 * A part of the app: a folder here with a `section.tsx` that exports `section`. The folder is the registry:
 * `import.meta.glob` finds it, and its pages, its line in the navigation, its "go to" key and its place in the command
 * palette follow. Nobody edits a list.
 *
 *   // sections/lab/section.tsx
 *   import { defineSection } from '../section.ts';
 *   export const section = defineSection({
 *     id: 'lab', label: 'Lab', group: 'Practise', order: 30, path: '/lab', key: 'g l',
 *     pages: [
 *       { path: '/lab', title: 'Lab', load: () => import('./lab-page.tsx').then((m) => m.LabPage) },
 *       { path: '/lab/$runId', title: 'Run', load: () => import('./run-page.tsx').then((m) => m.RunPage) },
 *     ],
 *   });
 *
 * Keep `section.tsx` small: it is in the first download; pages and their CSS (import it in the page) load on demand.
 * A page is a component without props that renders `<Page title=…>` from `shell/page.tsx` and reads its parameters
 * with `usePathParam('runId')`. Keys taken: see `?`.
 */
export interface Section {
  readonly id: string;
  readonly label: string;
  /** Heading in the navigation: practise it, measure it, keep it. */
  readonly group: 'Practise' | 'Measure' | 'Keep';
  /** Place within the group, small first. */
  readonly order: number;
  readonly path: string;
  /** Two keys, such as "g l". */
  readonly key: string;
  readonly pages: readonly SectionPage[];
  /** True for a part that is reached from others and has no line in the navigation. */
  readonly hidden?: boolean;
}

export interface SectionPage {
  /** TanStack Router's form: "/lab/$runId". */
  readonly path: string;
  /** The document's title until the page sets its own. */
  readonly title: string;
  readonly load: () => Promise<ComponentType>;
  /** True where the navigation gives way, as while the clock runs. */
  readonly focused?: boolean;
}

export const defineSection = (section: Section): Section => section;
