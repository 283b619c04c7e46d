import { RULES } from '@legible/judge/rules/registry.generated';
import type { OwnText } from './lifted.ts';

/** The examples that the judge's rules own: words that anybody can read in this product. */
export const ruleExamples: readonly OwnText[] = RULES.flatMap(({ fires, silent }) =>
  [...fires, ...silent].map(({ text }): OwnText => ({ from: 'example', text })),
);
