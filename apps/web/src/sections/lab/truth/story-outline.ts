import type { RunFile, RunResult, World } from '@legible/lab';
import type { Fact, FailureKind, Story } from '@legible/prep';
import { dollars } from '../kept.ts';
import { lieTitle } from './lies-view.tsx';

/** Which kind of failure story a lie makes, by the part of the pipeline that told it. */
const KINDS: Readonly<Record<string, FailureKind>> = {
  labels: 'data-quality',
  features: 'data-quality',
  logs: 'data-quality',
  split: 'metric-mismatch',
  metric: 'metric-mismatch',
  threshold: 'metric-mismatch',
  experiment: 'metric-mismatch',
  serving: 'rollout-risk',
};

const SIMULATED = 'SIMULATED, in the lab, not at work.';

/** The outline of a failure story about a run: facts only; the telling is the user's, and it says that it was simulated. */
export function storyOfRun(file: RunFile, result: RunResult, world: World, makeId: () => string): Story {
  const { firstLie, lies, prediction, decisions, ledger, reference } = result;
  const source = `SIMULATED: a run of the lab, ${world.title}, seed ${file.seed}`;
  const fact = (part: Fact['part'], text: string): Fact => ({
    id: makeId(),
    part,
    text: `${SIMULATED} ${text}`,
    source,
  });
  const dearest = decisions.reduce<(typeof decisions)[number] | undefined>(
    (worst, one) => ((one.cost ?? 0) > (worst?.cost ?? 0) ? one : worst),
    undefined,
  );
  const ours = ledger['ours']?.total ?? 0;
  const nothing = ledger['doing nothing']?.total ?? 0;
  const kinds = new Set((firstLie ? [firstLie] : lies.slice(0, 1)).map(({ stage }) => KINDS[stage] ?? 'data-quality'));
  return {
    kind: 'failure',
    failures: kinds.size > 0 ? [...kinds] : ['data-quality'],
    simulated: true,
    facts: [
      fact(
        'situation',
        `${world.says} I planned and ran it for ${world.liveDays} days and predicted ${dollars(prediction.saves)} saved.`,
      ),
      fact(
        'decision',
        dearest
          ? `The decision that cost most was mine: ${dearest.title.toLowerCase()}. Replaced by the ${reference} plan’s alone, the same weeks cost ${dollars(dearest.cost ?? 0)} less.`
          : `No single decision of mine cost money against the ${reference} plan.`,
      ),
      fact(
        'cost',
        `The weeks cost ${dollars(ours)}; doing nothing would have cost ${dollars(nothing)}. ${prediction.saved < prediction.saves ? 'I had promised more than I saved.' : 'I saved what I had promised, or more.'}`,
      ),
      ...(firstLie ? [fact('situation', `What lied first: ${lieTitle(firstLie, world)}. ${firstLie.says}`)] : []),
      fact(
        'change',
        firstLie
          ? `What I would check first next time: ${firstLie.how}`
          : 'What I would check first next time: say it in your own words.',
      ),
    ],
    short: '',
    long: '',
  };
}
