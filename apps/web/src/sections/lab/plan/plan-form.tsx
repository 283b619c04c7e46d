import { checkSeed, planProblems } from '@legible/lab';
import type { PlanBase, PlanFeature, PlanProblem, World } from '@legible/lab';
import { useState } from 'react';
import { ActionButton } from '../../../actions/action-button.tsx';
import { useActions } from '../../../actions/store.ts';
import { FeaturesEditor } from './features-editor.tsx';
import { gist, groupsOf, valueAt, withValue } from './groups.ts';
import type { Group, Json } from './groups.ts';
import { MonitorsEditor } from './monitors-editor.tsx';
import type { BoughtMonitor } from './monitors-editor.tsx';
import { PlanField } from './plan-field.tsx';
import { problemsAt } from './problems.tsx';
import { ResponsesEditor } from './responses-editor.tsx';
import type { AlarmResponse } from './responses-editor.tsx';

function problemOfSeed(seed: number): string {
  try {
    checkSeed(seed);
    return '';
  } catch (error) {
    return error instanceof Error ? `${error.message}.` : String(error);
  }
}

interface Props {
  readonly plan: PlanBase;
  readonly world: World;
  readonly seed: number;
  readonly onLaunch: (plan: PlanBase, seed: number) => void;
}

/** The whole plan: a form from the world's table of fields, and the same document as JSON. */
export function PlanForm({ plan, world, seed, onLaunch }: Props) {
  const [draft, setDraft] = useState<Json>({ ...plan });
  const [text, setText] = useState<string | null>(null);
  const [broken, setBroken] = useState('');
  const [chosenSeed, setChosenSeed] = useState(seed);
  const seedProblem = problemOfSeed(chosenSeed);
  const change = (next: Json) => {
    setDraft(next);
    setText(null);
    setBroken('');
  };
  const problems = planProblems(draft, world);
  const groups = groupsOf(world.fields, draft);
  const ofGroup = ({ id, fields }: Group): readonly PlanProblem[] =>
    id === 'features' || id === 'monitors'
      ? problemsAt(problems, id)
      : problems.filter(
          ({ field }) =>
            fields.some(({ path }) => path === field) || (id === 'rollback' && field.startsWith('rollback.responses')),
        );
  const placed = new Set(groups.flatMap(ofGroup));
  const others = problems.filter((problem) => !placed.has(problem));
  const ready = problems.length === 0 && broken === '' && seedProblem === '';
  const [go] = useActions([
    {
      id: 'lab.offline',
      label: 'Train and see the offline report',
      key: 'Mod+Enter',
      group: 'Lab',
      enabled: ready,
      handler: () => onLaunch(draft as unknown as PlanBase, chosenSeed),
    },
  ]);
  return (
    <div className="stack">
      <p className="lab-prose">
        Every decision below is already made, by the plan you started from. Open what you want to change, write your
        prediction, then train.
      </p>
      <div>
        {groups.map((group) => (
          <GroupOf key={group.id} group={group} plan={draft} problems={ofGroup(group)} world={world} change={change} />
        ))}
        <details className="lab-part">
          <summary>
            <h3>Seed and JSON</h3>
            <span className="small soft">the same plan as a document, seed {chosenSeed}</span>
          </summary>
          <div className="stack lab-part-body">
            <div className="lab-field">
              <label htmlFor="run-seed">Seed</label>
              <input
                id="run-seed"
                className="input lab-number"
                type="number"
                step={1}
                aria-describedby="run-seed.says"
                aria-invalid={seedProblem !== ''}
                value={Number.isNaN(chosenSeed) ? '' : chosenSeed}
                onChange={(event) => setChosenSeed(event.target.valueAsNumber)}
              />
              <p id="run-seed.says" className="small soft">
                Which world of its kind. The same seed lives the same weeks again.{' '}
                <strong className="lab-problem">{seedProblem}</strong>
              </p>
            </div>
            <div className="lab-field">
              <label htmlFor="plan-json">The same plan as JSON</label>
              <textarea
                id="plan-json"
                className="textarea lab-json"
                spellCheck={false}
                value={text ?? JSON.stringify(draft, null, 2)}
                onChange={(event) => {
                  setText(event.target.value);
                  try {
                    setDraft(JSON.parse(event.target.value) as Json);
                    setBroken('');
                  } catch (error) {
                    setBroken(error instanceof Error ? error.message : String(error));
                  }
                }}
              />
            </div>
          </div>
        </details>
      </div>
      <div role="status">
        {broken && <p>Not JSON yet: {broken}</p>}
        {others.map(({ field, reason }) => (
          <p key={field + reason}>
            <strong>{field}</strong> {reason}.
          </p>
        ))}
        {problems.length > 0 && (
          <p className="small soft">
            {problems.length === 1 ? 'One thing has' : `${problems.length} things have`} to be mended above before you
            can train.
          </p>
        )}
      </div>
      <div>{go && <ActionButton action={go} look="primary" />}</div>
    </div>
  );
}

interface GroupProps {
  readonly group: Group;
  readonly plan: Json;
  readonly problems: readonly PlanProblem[];
  readonly world: World;
  readonly change: (plan: Json) => void;
}

/** One part of the plan, folded to a line until it is opened; with a problem it cannot be folded away unseen. */
function GroupOf({ group, plan, problems, world, change }: GroupProps) {
  const [open, setOpen] = useState(group.id === 'prediction');
  const wrong = problems.length > 0;
  const bought = Array.isArray(plan['monitors']) ? (plan['monitors'] as readonly BoughtMonitor[]) : [];
  return (
    <details className="lab-part" open={open || wrong} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{group.title}</h3>
        <span className="small soft">{wrong ? <strong>needs mending</strong> : gist(group, plan)}</span>
      </summary>
      {(open || wrong) && (
        <div className="stack lab-part-body">
          {group.fields.map((field) => (
            <PlanField
              key={field.path}
              field={field}
              value={valueAt(plan, field.path)}
              reason={problems.find((problem) => problem.field === field.path)?.reason}
              onChange={(value) => change(withValue(plan, field.path, value))}
            />
          ))}
          {group.lists.includes('features') && (
            <FeaturesEditor
              cards={world.features}
              chosen={plan['features'] as readonly PlanFeature[]}
              problems={problems}
              onChange={(features) => change({ ...plan, features })}
            />
          )}
          {group.lists.includes('monitors') && (
            <MonitorsEditor
              cards={world.monitors}
              bought={bought}
              problems={problems}
              onChange={(monitors) => change({ ...plan, monitors })}
            />
          )}
          {group.lists.includes('responses') && (
            <>
              <h4>What an alarm sets off by itself</h4>
              <ResponsesEditor
                cards={world.monitors}
                bought={bought}
                responses={valueAt(plan, 'rollback.responses') as readonly AlarmResponse[]}
                problems={problems}
                onChange={(responses) => change(withValue(plan, 'rollback.responses', responses))}
              />
            </>
          )}
        </div>
      )}
    </details>
  );
}
