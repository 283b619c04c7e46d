import type { Section } from './section.ts';

const modules = import.meta.glob<{ section: Section }>('./*/section.tsx', { eager: true });

const GROUPS: readonly Section['group'][] = ['Practise', 'Measure', 'Keep'];

/** Every section that has a folder here, in the order of the navigation. */
export const sections: readonly Section[] = Object.values(modules)
  .map(({ section }) => section)
  .sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || a.order - b.order);

/** The groups of the navigation that have something to show. */
export const navigation = GROUPS.map((group) => ({
  group,
  sections: sections.filter((section) => section.group === group && !section.hidden),
})).filter((part) => part.sections.length > 0);
