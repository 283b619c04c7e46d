import { MONITORS } from '@legible/lab';
import type { FeatureCard, Freshness, PlanFeature } from '@legible/lab';
import { dollars } from './kept.ts';

interface FeaturesProps {
  readonly cards: readonly FeatureCard[];
  readonly chosen: readonly PlanFeature[];
  readonly onChange: (features: readonly PlanFeature[]) => void;
}

/** Which features to use, how their past is rebuilt, and how fresh they are bought. */
export function FeaturesEditor({ cards, chosen, onChange }: FeaturesProps) {
  const replace = (feature: PlanFeature) => onChange(chosen.map((one) => (one.name === feature.name ? feature : one)));
  return (
    <ul className="lab-list">
      {cards.map((card) => {
        const own = chosen.find(({ name }) => name === card.name);
        const first = card.freshness.at(-1);
        return (
          <li key={card.name} className="lab-item">
            <label className="lab-check">
              <input
                type="checkbox"
                checked={own !== undefined}
                onChange={(event) =>
                  onChange(
                    event.target.checked && first
                      ? [...chosen, { name: card.name, pointInTime: true, freshness: first }]
                      : chosen.filter(({ name }) => name !== card.name),
                  )
                }
              />
              {card.title}
            </label>
            <p className="small soft">{card.says}</p>
            {own && (
              <div className="row small">
                <label className="lab-check">
                  <input
                    type="checkbox"
                    checked={own.pointInTime}
                    onChange={(event) => replace({ ...own, pointInTime: event.target.checked })}
                  />
                  Values as they were then ({dollars(card.backfillDollars)} once)
                </label>
                <select
                  className="input"
                  aria-label={`Freshness of ${card.title}`}
                  value={own.freshness}
                  onChange={(event) => replace({ ...own, freshness: event.target.value as Freshness })}
                >
                  {card.freshness.map((freshness) => (
                    <option key={freshness} value={freshness}>
                      {freshness}: ${card.dollarsPerDay[freshness] ?? 0} a day, {card.latencyMs[freshness] ?? 0} ms
                    </option>
                  ))}
                </select>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

export interface BoughtMonitor {
  readonly kind: string;
  readonly threshold: number;
}

interface MonitorsProps {
  readonly bought: readonly BoughtMonitor[];
  readonly onChange: (monitors: readonly BoughtMonitor[]) => void;
}

/** Which monitors to buy, and above what they raise an alarm. */
export function MonitorsEditor({ bought, onChange }: MonitorsProps) {
  return (
    <ul className="lab-list">
      {MONITORS.map((card) => {
        const own = bought.find(({ kind }) => kind === card.kind);
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
              <label className="row small">
                Alarm above
                <input
                  className="input lab-narrow"
                  type="number"
                  step="any"
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
            )}
          </li>
        );
      })}
    </ul>
  );
}
