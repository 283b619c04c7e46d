import type { Share } from './numbers.ts';

const POSITIVES =
  'positives?|fraud\\w*|churn\\w*|spam|defaults?|fail\\w*|cancel\\w*|abus\\w+|counterfeits?|clicks?|convert\\w*';
const RATE_AFTER = new RegExp(
  `^\\s+(?:of \\w+ )?(?:\\w+ )?(?:are |is )?(?:${POSITIVES})\\b|^\\s+(?:positive|base|fraud|churn|click)[- ]rate`,
  'i',
);
const RATE_BEFORE = new RegExp(
  `(?:\\b(?:base rate|prevalence|(?:positive|fraud|churn) rate)|\\b(?:${POSITIVES}))(?:,| is| are| of| at| around| about| roughly| only)*\\s*$`,
  'i',
);

/** What a share is a share of, by the words right beside it; null where they do not say. */
export function shareKind(
  sentence: string,
  { from, to, fraction }: Share,
): 'share' | 'precision' | 'recall' | 'accuracy' | 'rate' | null {
  if (fraction <= 0 || fraction >= 1) return null;
  const before = sentence.slice(Math.max(0, from - 40), from);
  const after = sentence.slice(to, to + 40);
  const named =
    /\b(precision|recall|accuracy)(?: (?:of|is|at|around|about|was|to|would be|near))*\s*$/i.exec(before)?.[1] ??
    /^\s+(?:of )?(precision|recall|accuracy|accurate)\b/i.exec(after)?.[1];
  if (named !== undefined)
    return named.toLowerCase().replace('accurate', 'accuracy') as 'precision' | 'recall' | 'accuracy';
  if (
    /\b(?:canary|ramp|holdout|exposure)(?: (?:of|at|to))*\s*$/i.test(before) ||
    /^\s+(?:of (?:the )?)?(?:traffic|canary|holdout)\b/i.test(after)
  )
    return 'share';
  if (fraction > 0.2 || /\b(?:false|error|miss\w*)\b[^,;]*$/i.test(before) || /^\s+(?:false|error)/i.test(after))
    return null;
  return RATE_AFTER.test(after) || RATE_BEFORE.test(before) ? 'rate' : null;
}
