import { AREAS, K, type CandidateSheet, type Sheet } from '@legible/offers/negotiation/index';

interface Props {
  readonly value: CandidateSheet;
  readonly onChange: (value: CandidateSheet) => void;
}

const WEIGHTS: readonly (readonly [keyof Omit<Sheet, 'scope'>, string, string])[] = [
  ['base', 'Base', 'for each thousand a year'],
  ['signOn', 'Sign-on', 'for each thousand'],
  ['equity', 'Equity', 'for each thousand of the grant'],
  ['level', 'Level', 'for a level up'],
  ['review', 'Review', 'for each month earlier than twelve'],
  ['remote', 'From home', 'for each day a week'],
  ['startMiss', 'Start', 'lost for each week off'],
  ['startWeek', 'Best start', 'weeks from now'],
];

/** What the candidate values, and what they would walk away for. One point is worth about a thousand a year. */
export function SheetEditor({ value, onChange }: Props) {
  const { sheet, walkAway } = value;
  const own = (over: Partial<CandidateSheet>) => onChange({ ...value, ...over, profile: 'own' });
  return (
    <div className="sheet-editor">
      <fieldset>
        <legend>Points</legend>
        <div className="sheet-fields">
          {WEIGHTS.map(([name, label, unit]) => (
            <Field
              key={name}
              label={label}
              unit={unit}
              value={sheet[name]}
              onChange={(x) => own({ sheet: { ...sheet, [name]: x } })}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>Points for owning, in writing</legend>
        <div className="sheet-fields">
          {AREAS.map((area) => (
            <Field
              key={area}
              label={area}
              unit=""
              value={sheet.scope[area]}
              onChange={(x) => own({ sheet: { ...sheet, scope: { ...sheet.scope, [area]: x } } })}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>Below this you walk away</legend>
        <div className="sheet-fields">
          {(['base', 'signOn', 'equity'] as const).map((name) => (
            <Field
              key={name}
              label={{ base: 'Base', signOn: 'Sign-on', equity: 'Equity' }[name]}
              unit="thousands"
              value={walkAway[name] / K}
              onChange={(x) => own({ walkAway: { ...walkAway, [name]: Math.max(0, Math.round(x * K)) } })}
            />
          ))}
          <Field
            label="From home"
            unit="days a week"
            value={walkAway.remote}
            onChange={(x) => own({ walkAway: { ...walkAway, remote: Math.min(5, Math.max(0, Math.round(x))) } })}
          />
        </div>
      </fieldset>
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Field({ label, unit, value, onChange }: FieldProps) {
  return (
    <label className="sheet-field">
      <span>
        {label} {unit && <span className="soft tiny">{unit}</span>}
      </span>
      <input
        className="input number"
        type="number"
        step="any"
        value={value}
        onChange={(event) => {
          const next = event.target.valueAsNumber;
          if (Number.isFinite(next) && Math.abs(next) <= 1000) onChange(next);
        }}
      />
    </label>
  );
}
