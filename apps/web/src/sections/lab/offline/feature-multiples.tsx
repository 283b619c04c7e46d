import type { FeatureCard } from '@legible/lab';
import { memo } from 'react';
import { Figure, Rows } from '../charts/figure.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import { brief } from '../charts/scale.ts';
import { ClassBins } from './class-bins.tsx';
import { jumpOf } from './report.ts';
import type { AnyView } from './report.ts';

const percent = (x: number): string => `${(100 * x).toFixed(x < 0.1 ? 1 : 0)}%`;
/** A single column that ranks this well is either a very good idea or the answer itself. */
const TOO_GOOD = 0.9;

interface Props {
  readonly features: readonly AnyView[];
  readonly cards: readonly FeatureCard[];
}

const strength = ({ auc }: AnyView): number => Math.abs(auc - 0.5);

/** Each column: where its values lie for either label, and its mean week by week; the strongest first. */
export const FeatureMultiples = memo(function FeatureMultiples({ features, cards }: Props) {
  const strongest = features.toSorted((a, b) => strength(b) - strength(a));
  return (
    <>
      <div className="lab-multiples">
        {strongest.map((view) => (
          <OneFeature
            key={view.name}
            view={view}
            title={cards.find(({ name }) => name === view.name)?.title ?? view.name}
          />
        ))}
      </div>
      <details className="lab-part">
        <summary>
          <h4>The same as a table</h4>
        </summary>
        <Rows
          title="Features, as the training table has them"
          heads={['Feature', 'Empty', 'Lower quartile', 'Median', 'Upper quartile', 'AUC alone', 'Weight']}
          rows={strongest.map(({ name, nulls, quartiles, auc, weight }) => [
            name,
            percent(nulls),
            ...quartiles.map((q) => (q === null ? 'none' : brief(q))),
            auc.toFixed(3),
            weight === null ? 'none' : percent(weight),
          ])}
        />
      </details>
    </>
  );
});

function OneFeature({ view, title }: { readonly view: AnyView; readonly title: string }) {
  const { auc, nulls, quartiles, byWeek, bins, weight } = view;
  const [low, , high] = quartiles;
  const there = low !== null && low !== undefined && high !== null && high !== undefined;
  const jump = there ? jumpOf(byWeek, high - low) : null;
  const notes = [
    strength(view) > TOO_GOOD - 0.5 && 'Ask when this column is written.',
    jump !== null && `It jumps in week ${jump + 1}.`,
    nulls > 0.02 && `${percent(nulls)} empty.`,
    weight !== null && weight > 0.02 && `${percent(weight)} of the model.`,
  ].filter((note) => note !== false);
  return (
    <Figure title={title} now={`AUC alone ${auc.toFixed(2)}`} note={notes.join(' ')}>
      {bins && <ClassBins bins={bins} title={title} />}
      <LineChart
        points={byWeek.map((y, week) => ({ x: week + 1, y }))}
        label={`${title}: mean by week of history, ${byWeek.map((y) => (y === null ? 'none' : brief(y))).join(', ')}.`}
        x="week of history"
        height={104}
        zero={false}
        band={there ? [low, high] : undefined}
      />
    </Figure>
  );
}
