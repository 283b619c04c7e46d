import { MONITORS } from '@legible/lab';
import type { BoughtMonitor } from './list-editors.tsx';

export interface AlarmResponse {
  readonly on: string;
  readonly do: string;
}

const RESPONSES: Readonly<Record<string, string>> = {
  rollback: 'roll back',
  'feature-off': 'turn the feature off',
  page: 'page its owner',
  retrain: 'retrain',
};

interface Props {
  readonly bought: readonly BoughtMonitor[];
  readonly responses: readonly AlarmResponse[];
  readonly onChange: (responses: readonly AlarmResponse[]) => void;
}

/** What the plan does by itself when a monitor raises an alarm. */
export function ResponsesEditor({ bought, responses, onChange }: Props) {
  const replace = (at: number, response: AlarmResponse) =>
    onChange(responses.map((one, i) => (i === at ? response : one)));
  const [firstKind] = bought;
  return (
    <div className="stack">
      {responses.length === 0 && <p className="small soft">Nothing: every alarm waits for you.</p>}
      {responses.map((response, i) => (
        <div key={`${i} ${response.on} ${response.do}`} className="row">
          <select
            className="input"
            aria-label={`Alarm of response ${i + 1}`}
            value={response.on}
            onChange={(event) => replace(i, { ...response, on: event.target.value })}
          >
            {MONITORS.map(({ kind, title }) => (
              <option key={kind} value={kind}>
                {title}
              </option>
            ))}
          </select>
          <select
            className="input"
            aria-label={`Response ${i + 1}`}
            value={response.do}
            onChange={(event) => replace(i, { ...response, do: event.target.value })}
          >
            {Object.entries(RESPONSES).map(([name, words]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="button quiet"
            aria-label={`Remove response ${i + 1}`}
            onClick={() => onChange(responses.filter((_, other) => other !== i))}
          >
            Remove
          </button>
        </div>
      ))}
      <div>
        <button
          type="button"
          className="button"
          disabled={firstKind === undefined}
          onClick={() => firstKind && onChange([...responses, { on: firstKind.kind, do: 'rollback' }])}
        >
          Add a response
        </button>
      </div>
    </div>
  );
}
