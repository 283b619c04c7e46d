import type { MonitorCard, PlanProblem } from '@legible/lab';
import { Problems, problemsAt } from './problems.tsx';

export interface BoughtMonitor {
  readonly kind: string;
  readonly threshold: number;
}

interface MonitorsProps {
  readonly cards: readonly MonitorCard[];
  readonly bought: readonly BoughtMonitor[];
  readonly problems: readonly PlanProblem[];
  readonly onChange: (monitors: readonly BoughtMonitor[]) => void;
}

/** Which monitors to buy, and above what they raise an alarm. */
export function MonitorsEditor({ cards, bought, problems, onChange }: MonitorsProps) {
  const known = new Set(cards.map(({ kind }) => kind));
  const placed = (i: number): readonly PlanProblem[] => problemsAt(problems, `monitors[${i}]`);
  const others = [
    ...problems.filter(({ field }) => field === 'monitors'),
    ...bought.flatMap(({ kind }, i) => (known.has(kind) ? [] : placed(i))),
  ];
  return (
    <>
      <Problems problems={others} />
      <ul className="lab-list">
        {cards.map((card) => {
          const at = bought.findIndex(({ kind }) => kind === card.kind);
          const own = bought[at];
          const wrong = at < 0 ? [] : placed(at);
          return (
            <li key={card.kind} className="lab-item">
              <label className="lab-check">
                <input
                  type="checkbox"
                  checked={own !== undefined}
                  onChange={(event) =>
                    onChange(
                      event.target.checked
                        ? [...bought, { kind: card.kind, threshold: card.usual }]
                        : bought.filter(({ kind }) => kind !== card.kind),
                    )
                  }
                />
                {card.title} (${card.dollarsPerDay} a day)
              </label>
              <p className="small soft">
                {card.says} <strong>Risk:</strong> {card.risks}
              </p>
              {own && (
                <div className="small">
                  <label className="row">
                    Alarm above
                    <input
                      className="input lab-narrow"
                      type="number"
                      step="any"
                      aria-invalid={wrong.length > 0}
                      aria-describedby={wrong.length > 0 ? `${card.kind}.wrong` : undefined}
                      value={Number.isNaN(own.threshold) ? '' : own.threshold}
                      onChange={(event) =>
                        onChange(
                          bought.map((one) =>
                            one.kind === card.kind ? { ...one, threshold: event.target.valueAsNumber } : one,
                          ),
                        )
                      }
                    />
                    <span className="soft">
                      from {card.min} to {card.max}
                    </span>
                  </label>
                  <Problems problems={wrong} id={`${card.kind}.wrong`} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
