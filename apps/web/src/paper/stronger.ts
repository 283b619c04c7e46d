import type { Judgment, Level, SignalId } from '@legible/judge';

type Steps = Readonly<Record<0 | 1 | 2, string>>;

/** For each signal, what the next level would have taken: from absent, from named, from reasoned. */
const STEPS: Record<SignalId, Steps> = {
  data: {
    0: 'Says where the labels come from, who makes them, and one way in which they are wrong here.',
    1: 'Takes one data problem it named and follows it through: what causes it in this product, and what the model would then learn.',
    2: 'Ends the data story in a decision: what is dropped, relabelled or delayed, and what that costs.',
  },
  evaluation: {
    0: 'Names the number that the business would miss, the offline measure that stands in for it, and what it is compared with.',
    1: 'Says why this metric fits this goal, on which split, and gives the case in which it would look good and be wrong.',
    2: 'Commits to a threshold or a gate: the figure at which it ships, the one at which it does not, and the online check that can overrule both.',
  },
  failure: {
    0: 'Names what breaks first, and who would feel it before any dashboard does.',
    1: 'Tells how one failure comes about, step by step, and the check that would tell it from its likeliest twin.',
    2: 'Says what it changed after the failure, and what that change gave up.',
  },
  production: {
    0: 'Leaves the notebook: when features are fresh, how long a request may take, what answers when the model cannot.',
    1: 'Explains one production effect for this system: what differs between training and serving, and how it would show.',
    2: 'Gives the rollout with its numbers: what share first, what is watched for how long, and the figure that rolls it back.',
  },
  tradeoff: {
    0: 'Says which constraint dominates here.',
    1: 'Chooses between two named options and says what decided it.',
    2: 'Puts a price on the choice: what is given up, and which number would change its mind.',
  },
  ownership: {
    0: 'Says “I”, then a verb that is a decision.',
    1: 'Gives one decision of its own with its reason, and where its part ended and another’s began.',
    2: 'Adds what that decision cost, and what was done about the cost.',
  },
  continuity: {
    0: 'Points to work already done that looks like this job.',
    1: 'Shows the pattern twice, in work one could check, and the constraint that it kept running into.',
    2: 'Says why the next step cannot be taken where it is now, and what the move gives up.',
  },
  scope: {
    0: 'Asks what the role owns before it names a number.',
    1: 'Ties the number to a kind of work: which decisions, for which system, at which level.',
    2: 'Says what would move the number up or down, and where it would walk away.',
  },
};

export interface StrongerStep {
  readonly signal: SignalId;
  readonly level: Level;
  readonly step: string;
}

/** What a stronger answer would have said, the weakest signals first; nothing where every signal was decisive. */
export function strongerSteps(judgment: Judgment, most = 4): StrongerStep[] {
  return judgment.signals
    .toSorted((a, b) => a.level - b.level || a.confidence - b.confidence)
    .flatMap(({ signal, level }) => (level === 3 ? [] : [{ signal, level, step: STEPS[signal][level] }]))
    .slice(0, most);
}
