import type { LoopResult } from '@legible/app/contract/index';
import type { PresetId } from '@legible/loop';
import { ROUND_KINDS } from '@legible/loop/loop/types';
import { useNavigate } from '@tanstack/react-router';
import { ActionButton } from '../../actions/action-button.tsx';
import type { Action } from '../../actions/action.ts';
import { useActions } from '../../actions/store.ts';
import { useStartInterview } from '../../server/queries.ts';
import { Trouble } from '../../shell/fallbacks.tsx';
import { sections } from '../registry.ts';
import { useStartLoop } from './queries.ts';

type Next = LoopResult['packet']['next'][number];

const LABELS: Record<Next['kind'], string> = {
  again: 'Answer it again',
  question: 'Take it now',
  round: 'Sit this round',
  sum: 'Practise the arithmetic',
  lab: 'Open the lab',
  story: 'Write it down',
};

/** Sums on a base rate, for which there is a drill; the others come up in probes. */
const ON_A_BASE_RATE = /^sum-(?:reviews|missed|constant|positives|needed|false-alarms)\b/;

/** Three things to do next, each one click or one key away. */
export function NextThings({ next, preset }: { readonly next: readonly Next[]; readonly preset: PresetId }) {
  const navigate = useNavigate();
  const ask = useStartInterview();
  const sit = useStartLoop();
  const go = async ({ kind, target }: Next) => {
    const round = ROUND_KINDS.find((id) => id === target);
    if (kind === 'again' || kind === 'question') {
      // A design's stage or a run's question is asked from its own root.
      const { id } = await ask.mutateAsync(target.split(':')[0] ?? target);
      await navigate({ to: `/answer/${id}` });
    } else if (kind === 'round' && round === 'defend-run') await navigate({ to: '/loop/defend' });
    else if (kind === 'round' && round !== undefined)
      await sit.mutateAsync({ preset, pace: 'sitting', rounds: [{ kind: round }] });
    else if (kind === 'lab') await navigate({ to: '/lab' });
    else if (kind === 'sum') await navigate({ to: ON_A_BASE_RATE.test(target) ? '/drills/prevalence' : '/ask/probe' });
    else await navigate({ to: sections.find(({ id }) => id === 'dossier')?.path ?? '/ask/transition' });
  };
  const actions = next.map((thing, index): Action => ({
    id: `packet.next-${index + 1}`,
    label: LABELS[thing.kind],
    key: String(index + 1),
    group: 'This packet',
    enabled: !ask.isPending && !sit.isPending,
    handler: () => void go(thing).catch(() => undefined),
  }));
  useActions(actions);
  const error = ask.error ?? sit.error;
  if (next.length === 0) return null;
  return (
    <section aria-labelledby="next-title">
      <h2 id="next-title">Next</h2>
      <ol className="packet-next">
        {next.map((thing, index) => {
          const action = actions[index];
          return (
            <li key={thing.sentence}>
              <p>{thing.sentence}</p>
              {action && (
                <div className="no-print">
                  <ActionButton action={action} />
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {error && <Trouble error={error} />}
    </section>
  );
}
