import type { Place } from './place.ts';

/** Ahead of so many of 100 plans drawn at random, chance is no measure any more. */
const LOW_BAR = 90;

/** A share of the way in words: "31% of the way", or how far behind doing nothing. */
export const wayGone = (share: number): string =>
  share >= 0
    ? `${Math.round(100 * share)}% of the way from doing nothing to knowing the truth`
    : `${Math.round(-100 * share)}% of that way in the wrong direction: dearer than doing nothing`;

/** A reference plan as the object of a sentence. */
const plan = (name: string): string =>
  name === 'expert' ? 'the expert’s plan' : name === 'rule' ? 'the rule' : `the ${name} plan`;

/**
 * A place in two or three sentences: the share, the best reference plan that it is ahead of on most seeds, and the next
 * one, which it is not.
 */
export function placeWords({ share, ofDrawn, against }: Place): readonly string[] {
  const ahead = against.filter(({ ofSeeds }) => ofSeeds >= 50);
  const behind = against.filter(({ ofSeeds }) => ofSeeds < 50);
  // The hardest to be ahead of comes last.
  const hardest = ahead.toSorted((a, b) => b.ofSeeds - a.ofSeeds).at(-1);
  const next = behind.toSorted((a, b) => a.ofSeeds - b.ofSeeds).at(-1);
  const chance = `Better than ${ofDrawn} of 100 plans drawn at random`;
  const most =
    hardest === undefined
      ? `${chance}, and than no reference plan on most seeds.`
      : `${chance}, and than ${plan(hardest.name)} on ${hardest.ofSeeds} of 100 seeds.`;
  const rest =
    next === undefined
      ? 'No reference plan is ahead of a run like this on most seeds.'
      : `It is ahead of ${plan(next.name)} on ${next.ofSeeds === 0 ? 'none' : `only ${next.ofSeeds}`} of 100${
          ofDrawn >= LOW_BAR ? ': that is the plan to beat. Chance is a low bar.' : '.'
        }`;
  return [`You went ${wayGone(share)}.`, most, rest];
}
