import { FIELDS, planProblems } from '@legible/lab';
import type { Field, Plan, World } from '@legible/lab';
import { useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';

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

interface Props {
  readonly plan: Plan;
  readonly world: World;
  readonly onLaunch: (plan: Plan) => void;
}

/** The whole plan: a form from the table of fields, and the same document as JSON for its lists. */
export function PlanForm({ plan, world, onLaunch }: Props) {
  const [draft, setDraft] = useState<Json>({ ...plan });
  const [text, setText] = useState<string | null>(null);
  const [broken, setBroken] = useState('');
  const problems = planProblems(draft, world);
  const named = new Set(FIELDS.map(({ path }) => path));
  const others = problems.filter(({ field }) => !named.has(field));
  const [go] = useActions([
    {
      id: 'lab.offline',
      label: 'Train and see the offline report',
      key: 'Mod+Enter',
      group: 'Lab',
      enabled: problems.length === 0 && broken === '',
      handler: () => onLaunch(draft as unknown as Plan),
    },
  ]);
  return (
    <div className="stack">
      {FIELDS.map((field) => {
        const problem = problems.find((p) => p.field === field.path);
        return (
          <div key={field.path} className="lab-field">
            <label htmlFor={field.path}>{field.title}</label>
            <FieldInput
              field={field}
              value={valueAt(draft, field.path)}
              describedBy={`${field.path}.says`}
              invalid={problem !== undefined}
              onChange={(value) => {
                setDraft(withValue(draft, field.path, value));
                setText(null);
                setBroken('');
              }}
            />
            <p id={`${field.path}.says`} className="small soft">
              {field.says} <strong>Risk:</strong> {field.risks}
              {problem && (
                <>
                  {' '}
                  <strong>This field {problem.reason}.</strong>
                </>
              )}
            </p>
          </div>
        );
      })}
      <div className="lab-field">
        <label htmlFor="plan-json">The whole plan as JSON: features, monitors and responses are edited here</label>
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
