import type { FeatureCard, Freshness, PlanFeature, PlanProblem } from '@legible/lab';
import { dollars } from '../kept.ts';
import { Problems, problemsAt } from './problems.tsx';

interface FeaturesProps {
  readonly cards: readonly FeatureCard[];
  readonly chosen: readonly PlanFeature[];
  readonly problems: readonly PlanProblem[];
  readonly onChange: (features: readonly PlanFeature[]) => void;
}

/** Which features to use, how their past is rebuilt, and how fresh they are bought. */
export function FeaturesEditor({ cards, chosen, problems, onChange }: FeaturesProps) {
  const replace = (feature: PlanFeature) => onChange(chosen.map((one) => (one.name === feature.name ? feature : one)));
  const known = new Set(cards.map(({ name }) => name));
  const placed = (i: number): readonly PlanProblem[] => problemsAt(problems, `features[${i}]`);
  // What belongs to no feature of the catalogue, such as a misspelt name or an empty list.
  const others = [
    ...problems.filter(({ field }) => field === 'features'),
    ...chosen.flatMap(({ name }, i) => (known.has(name) ? [] : placed(i))),
  ];
  return (
    <>
      <Problems problems={others} />
      <ul className="lab-list">
        {cards.map((card) => {
          const at = chosen.findIndex(({ name }) => name === card.name);
          const own = chosen[at];
          const freshest = card.freshness.at(-1);
          const wrong = at < 0 ? [] : placed(at);
          return (
            <li key={card.name} className="lab-item">
              <label className="lab-check">
                <input
                  type="checkbox"
                  checked={own !== undefined}
                  aria-invalid={wrong.length > 0}
                  onChange={(event) =>
                    onChange(
                      event.target.checked && freshest
                        ? [...chosen, { name: card.name, pointInTime: true, freshness: freshest }]
                        : chosen.filter(({ name }) => name !== card.name),
                    )
                  }
                />
                {card.title}
              </label>
              <p className="small soft">
                {card.says} <Problems problems={wrong} />
              </p>
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
    </>
  );
}
