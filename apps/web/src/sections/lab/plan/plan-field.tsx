import type { Field } from '@legible/lab';
import { spaced } from '../charts/scale.ts';

interface InputProps {
  readonly field: Field;
  readonly value: unknown;
  readonly describedBy: string;
  readonly invalid: boolean;
  readonly onChange: (value: unknown) => void;
}

function FieldInput({ field: { path, type }, value, describedBy, invalid, onChange }: InputProps) {
  const common = { id: path, 'aria-describedby': describedBy, 'aria-invalid': invalid };
  switch (type.kind) {
    case 'choice':
      return (
        <select {...common} className="input" value={String(value)} onChange={(event) => onChange(event.target.value)}>
          {type.choices.map((choice) => (
            <option key={choice} value={choice}>
              {spaced(choice)}
            </option>
          ))}
        </select>
      );
    case 'flag':
      return (
        <input
          {...common}
          type="checkbox"
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        />
      );
    case 'number':
      return (
        <span className="row">
          <input
            {...common}
            className="input lab-number"
            type="number"
            step={type.whole ? 1 : 'any'}
            value={typeof value === 'number' && !Number.isNaN(value) ? value : ''}
            onChange={(event) => onChange(event.target.valueAsNumber)}
          />
          <span className="small soft">{type.unit}</span>
        </span>
      );
    case 'shares':
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
    case 'text':
      return (
        <input {...common} className="input" value={String(value)} onChange={(event) => onChange(event.target.value)} />
      );
  }
}

interface PlanFieldProps {
  readonly field: Field;
  readonly value: unknown;
  readonly reason: string | undefined;
  readonly onChange: (value: unknown) => void;
}

/** A risk is worth a line only where there is one. */
const isRisk = (risks: string): boolean => !/^(nothing|none)?\.?$/i.test(risks.trim());

export function PlanField({ field, value, reason, onChange }: PlanFieldProps) {
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
        {field.says}{' '}
        {isRisk(field.risks) && (
          <>
            <strong>Risk:</strong> {field.risks}
          </>
        )}
        {reason !== undefined && <strong className="lab-problem">This field {reason}.</strong>}
      </p>
    </div>
  );
}
