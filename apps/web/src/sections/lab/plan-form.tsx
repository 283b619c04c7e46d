import { checkSeed, FIELDS, planProblems } from '@legible/lab';
import type { Field, Plan, PlanFeature, World } from '@legible/lab';
import { useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { FeaturesEditor, MonitorsEditor } from './list-editors.tsx';
import { ResponsesEditor } from './responses-editor.tsx';
import type { AlarmResponse } from './responses-editor.tsx';
import type { BoughtMonitor } from './list-editors.tsx';

type Json = Record<string, unknown>;

function valueAt(plan: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Json | undefined)?.[key], plan);
}

function withValue(plan: Json, path: string, value: unknown): Json {
  const [head = '', tail] = path.split('.');
  return { ...plan, [head]: tail === undefined ? value : { ...(plan[head] as Json), [tail]: value } };
}

interface InputProps {
  readonly field: Field;
  readonly value: unknown;
  readonly describedBy: string;
  readonly invalid: boolean;
  readonly onChange: (value: unknown) => void;
}

function FieldInput({ field: { path, type }, value, describedBy, invalid, onChange }: InputProps) {
  const common = { id: path, 'aria-describedby': describedBy, 'aria-invalid': invalid };
  if (type.kind === 'choice')
    return (
      <select {...common} className="input" value={String(value)} onChange={(event) => onChange(event.target.value)}>
        {type.choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    );
  if (type.kind === 'flag')
    return (
      <input
        {...common}
        type="checkbox"
        checked={value === true}
        onChange={(event) => onChange(event.target.checked)}
      />
    );
  if (type.kind === 'number')
    return (
      <input
        {...common}
        className="input"
        type="number"
        step={type.whole ? 1 : 'any'}
        value={typeof value === 'number' && !Number.isNaN(value) ? value : ''}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    );
  if (type.kind === 'shares')
    return (
      <input
        {...common}
        className="input"
        placeholder="0.05, 0.25"
        defaultValue={Array.isArray(value) ? value.join(', ') : ''}
        onChange={(event) => {
          const text = event.target.value.trim();
          onChange(text === '' ? [] : text.split(',').map((part) => (part.trim() === '' ? part : Number(part))));
        }}
      />
    );
  return (
    <input {...common} className="input" value={String(value)} onChange={(event) => onChange(event.target.value)} />
  );
}

interface PlanFieldProps {
  readonly field: Field;
  readonly value: unknown;
  readonly reason: string | undefined;
  readonly onChange: (value: unknown) => void;
}

function PlanField({ field, value, reason, onChange }: PlanFieldProps) {
  return (
    <div className="lab-field">
      <label htmlFor={field.path}>{field.title}</label>
      <FieldInput
        field={field}
        value={value}
        describedBy={`${field.path}.says`}
        invalid={reason !== undefined}
        onChange={onChange}
      />
      <p id={`${field.path}.says`} className="small soft">
        {field.says} <strong>Risk:</strong> {field.risks}
        {reason !== undefined && <strong className="lab-problem">This field {reason}.</strong>}
      </p>
    </div>
  );
}

const GROUP_TITLES: Readonly<Record<string, string>> = {
  name: 'Plan',
  rollback: 'Roll back',
  prediction: 'Your prediction, written before launch',
  decision: 'Threshold and review',
};

/** Fields under the part of the plan that they belong to, in the order of the plan. */
function groupsOf(fields: readonly Field[]): { readonly title: string; readonly fields: readonly Field[] }[] {
  const groups = new Map<string, Field[]>();
  for (const field of fields) {
    const [head = ''] = field.path.split('.');
    const title = GROUP_TITLES[head] ?? `${head.slice(0, 1).toUpperCase()}${head.slice(1)}`;
    groups.set(title, [...(groups.get(title) ?? []), field]);
  }
  return [...groups].map(([title, own]) => ({ title, fields: own }));
}

function problemOfSeed(seed: number): string {
  try {
    checkSeed(seed);
    return '';
  } catch (error) {
    return error instanceof Error ? `${error.message}.` : String(error);
  }
}

interface Props {
  readonly plan: Plan;
  readonly world: World;
  readonly seed: number;
  readonly onLaunch: (plan: Plan, seed: number) => void;
}

/** The whole plan: a form from the table of fields, and the same document as JSON for its lists. */
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
  const named = new Set(FIELDS.map(({ path }) => path));
  const others = problems.filter(({ field }) => !named.has(field));
  const [go] = useActions([
    {
      id: 'lab.offline',
      label: 'Train and see the offline report',
      key: 'Mod+Enter',
      group: 'Lab',
      enabled: problems.length === 0 && broken === '' && seedProblem === '',
      handler: () => onLaunch(draft as unknown as Plan, chosenSeed),
    },
  ]);
  return (
    <div className="stack">
      <div className="lab-field">
        <label htmlFor="run-seed">Seed</label>
        <input
          id="run-seed"
          className="input"
          type="number"
          step={1}
          aria-describedby="run-seed.says"
          aria-invalid={seedProblem !== ''}
          value={Number.isNaN(chosenSeed) ? '' : chosenSeed}
          onChange={(event) => setChosenSeed(event.target.valueAsNumber)}
        />
        <p id="run-seed.says" className="small soft">
          Which world of its kind. The same seed lives the same weeks again. <strong>{seedProblem}</strong>
        </p>
      </div>
      {groupsOf(FIELDS).map(({ title, fields }) => (
        <fieldset key={title} className="stack lab-group">
          <legend>
            <h2>{title}</h2>
          </legend>
          {fields.map((field) => (
            <PlanField
              key={field.path}
              field={field}
              value={valueAt(draft, field.path)}
              reason={problems.find((p) => p.field === field.path)?.reason}
              onChange={(value) => change(withValue(draft, field.path, value))}
            />
          ))}
          {title === 'Labels' && Array.isArray(draft.features) && (
            <>
              <h3>Features</h3>
              <FeaturesEditor
                cards={world.features}
                chosen={draft.features as readonly PlanFeature[]}
                onChange={(features) => change({ ...draft, features })}
              />
            </>
          )}
          {title === 'Rollout' && Array.isArray(draft.monitors) && (
            <>
              <h3>Monitors</h3>
              <MonitorsEditor
                bought={draft.monitors as readonly BoughtMonitor[]}
                onChange={(monitors) => change({ ...draft, monitors })}
              />
            </>
          )}
          {title === 'Roll back' && Array.isArray(valueAt(draft, 'rollback.responses')) && (
            <>
              <h3>What an alarm sets off</h3>
              <ResponsesEditor
                bought={Array.isArray(draft.monitors) ? (draft.monitors as readonly BoughtMonitor[]) : []}
                responses={valueAt(draft, 'rollback.responses') as readonly AlarmResponse[]}
                onChange={(responses) => change(withValue(draft, 'rollback.responses', responses))}
              />
            </>
          )}
        </fieldset>
      ))}
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
      <div role="status">
        {broken && <p>Not JSON yet: {broken}</p>}
        {others.map(({ field, reason }) => (
          <p key={field + reason}>
            <strong>{field}</strong> {reason}.
          </p>
        ))}
      </div>
      <div>{go && <ActionButton action={go} look="primary" />}</div>
    </div>
  );
}
