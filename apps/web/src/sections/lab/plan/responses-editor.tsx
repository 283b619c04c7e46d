import type { MonitorCard, PlanProblem } from '@legible/lab';
import { spaced } from '../charts/scale.ts';
import type { BoughtMonitor } from './monitors-editor.tsx';
import { Problems, problemsAt } from './problems.tsx';

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
  readonly cards: readonly MonitorCard[];
  readonly bought: readonly BoughtMonitor[];
  readonly responses: readonly AlarmResponse[];
  readonly problems: readonly PlanProblem[];
  readonly onChange: (responses: readonly AlarmResponse[]) => void;
}

/** What the plan does by itself when a monitor raises an alarm. */
export function ResponsesEditor({ cards, bought, responses, problems, onChange }: Props) {
  const replace = (at: number, response: AlarmResponse) =>
    onChange(responses.map((one, i) => (i === at ? response : one)));
  const [firstKind] = bought;
  const known = (list: readonly string[], own: string): readonly string[] =>
    list.includes(own) ? list : [...list, own];
  return (
    <div className="stack">
      <Problems problems={problems.filter(({ field }) => field === 'rollback.responses')} />
      {responses.length === 0 && <p className="small soft">Nothing: every alarm waits for you.</p>}
      {responses.map((response, i) => {
        const wrong = problemsAt(problems, `rollback.responses[${i}]`);
        return (
          <div key={`${i} ${response.on} ${response.do}`}>
            <div className="row">
              <select
                className="input"
                aria-label={`Alarm of response ${i + 1}`}
                aria-invalid={wrong.length > 0}
                value={response.on}
                onChange={(event) => replace(i, { ...response, on: event.target.value })}
              >
                {known(
                  cards.map(({ kind }) => kind),
                  response.on,
                ).map((kind) => (
                  <option key={kind} value={kind}>
                    {cards.find((card) => card.kind === kind)?.title ?? kind}
                  </option>
                ))}
              </select>
              <select
                className="input"
                aria-label={`Response ${i + 1}`}
                value={response.do}
                onChange={(event) => replace(i, { ...response, do: event.target.value })}
              >
                {known(Object.keys(RESPONSES), response.do).map((name) => (
                  <option key={name} value={name}>
                    {RESPONSES[name] ?? spaced(name)}
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
            <Problems problems={wrong} />
          </div>
        );
      })}
      <div>
        <button
          type="button"
          className="button"
          disabled={firstKind === undefined}
          onClick={() => firstKind && onChange([...responses, { on: firstKind.kind, do: 'page' }])}
        >
          Add a response
        </button>
        {firstKind === undefined && <span className="small soft"> Buy a monitor first.</span>}
      </div>
    </div>
  );
}
