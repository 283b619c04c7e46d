import { Bars } from '../charts/bars.tsx';
import { Figure, Rows } from '../charts/figure.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import { brief, spaced, titled } from '../charts/scale.ts';
import { count } from '../kept.ts';
import { ESTIMATORS, REWARDS, type RankingReport } from './ranking-report.ts';

const share = (x: number): string => `${(100 * x).toFixed(1)}%`;
const rewardName = (reward: string): string => REWARDS[reward] ?? spaced(reward);

/** How often each place is clicked, as it was logged and where chance chose the order, and what the plan assumes. */
export function PlaceFigures({ places }: { readonly places: RankingReport['places'] }) {
  const right = places.at(-1)?.place ?? 10;
  const lines = [
    {
      title: 'Clicked, in the old order',
      points: places.map(({ place, clickRate }) => ({ x: place, y: clickRate })),
      range: 'rate',
    },
    {
      title: 'Clicked, in random order',
      points: places.map(({ place, shuffledRate }) => ({ x: place, y: shuffledRate })),
      range: 'rate',
    },
    {
      title: 'Looked at, by your plan',
      points: places.map(({ place, curve }) => ({ x: place, y: curve })),
      range: 'curve',
    },
  ] as const;
  const most = Math.max(...places.flatMap(({ clickRate, shuffledRate }) => [clickRate, shuffledRate ?? 0]));
  return (
    <div className="lab-multiples">
      {lines.map(({ title, points, range }) => {
        const last = points.at(-1)?.y;
        const first = points[0]?.y;
        return (
          <Figure
            key={title}
            title={title}
            note={
              first === null || first === undefined || first === 0 || last === null || last === undefined
                ? 'Nothing was shown in random order.'
                : `Place ${right} has ${share(last / first)} of the first.`
            }
          >
            <LineChart
              points={points}
              label={`${title}, by place from the top: ${points.map(({ x, y }) => `place ${x} ${y === null ? 'none' : brief(y)}`).join(', ')}.`}
              x="place from the top"
              domain={[1, right]}
              range={[0, range === 'rate' ? most : 1]}
              dots="all"
            />
          </Figure>
        );
      })}
    </div>
  );
}

/** What each estimator says of the new order, with its 95% interval, beside what was logged under the old one. */
export function EstimateFigures({ report }: { readonly report: RankingReport }) {
  const { logged, estimates } = report.firstPlace;
  const bars = [
    { name: 'Logged, under the old order', value: logged },
    ...estimates.map(({ estimator, value, standardError }) => ({
      name: ESTIMATORS[estimator] ?? titled(estimator),
      value,
      low: value - 1.96 * standardError,
      high: value + 1.96 * standardError,
      ours: true,
    })),
  ];
  return (
    <div className="lab-multiples lab-wide">
      <Figure
        title="Reward of the first place, a list"
        note={`Bars across are 95% intervals; they know nothing of bias. What the weighted lists are worth: ${estimates
          .map(({ estimator, effectiveSample }) => `${estimator} ${count(effectiveSample)}`)
          .join(', ')}.`}
      >
        <Bars
          bars={bars}
          figure={brief}
          label={`Reward of the first place: ${bars.map(({ name, value }) => `${name} ${brief(value)}`).join('; ')}.`}
        />
      </Figure>
    </div>
  );
}

/** The two orders by every reward that is logged. */
export function RewardFigures({ byReward }: { readonly byReward: RankingReport['byReward'] }) {
  return (
    <div className="lab-multiples">
      {byReward.map(({ reward, model, old }) => (
        <Figure key={reward} title={`NDCG by ${rewardName(reward)}`}>
          <Bars
            bars={[
              { name: 'Your model', value: model, ours: true },
              { name: 'The old order', value: old },
            ]}
            figure={(x) => x.toFixed(3)}
            label={`NDCG by ${rewardName(reward)}: your model ${model.toFixed(3)}, the old order ${old.toFixed(3)}.`}
          />
        </Figure>
      ))}
    </div>
  );
}

/** Whether what is clicked is also what was worth it. */
export function AgreementFigures({ report }: { readonly report: RankingReport }) {
  const { agreement, grades } = report;
  const reads = agreement.filter((one) => 'readsPerClick' in one);
  const graded = agreement.filter((one) => 'grade' in one);
  return (
    <div className="lab-multiples">
      {reads.length > 0 && (
        <Figure
          title="Clicks that were read, by how often the item is clicked"
          note="Items in ten groups, least clicked first."
        >
          <LineChart
            points={reads.map(({ clickRate, readsPerClick }) => ({ x: clickRate, y: readsPerClick }))}
            label={`Share of clicks read, by click rate of the item: ${reads.map(({ clickRate, readsPerClick }) => `${share(clickRate)} clicked, ${share(readsPerClick)} read`).join('; ')}.`}
            x="click rate of the item"
            range={[0, 1]}
            dots="all"
          />
        </Figure>
      )}
      {(['old', 'current'] as const).map((guideline) => {
        const own = graded.filter((one) => one.guideline === guideline);
        if (own.length === 0) return null;
        return (
          <Figure
            key={guideline}
            title={`Clicked, by grade under the ${guideline === 'old' ? 'old' : 'present'} guideline`}
          >
            <Bars
              bars={own.map(({ grade, clickRate }) => ({ name: `Grade ${grade}`, value: clickRate ?? 0, ours: true }))}
              figure={share}
              label={`Click rate by grade: ${own.map(({ grade, clickRate }) => `grade ${grade} ${clickRate === null ? 'never shown' : share(clickRate)}`).join(', ')}.`}
            />
          </Figure>
        );
      })}
      {grades && (
        <>
          <Figure title="Mean grade, by week judged" note="A step is a change of the guideline, not of the results.">
            <LineChart
              points={grades.map(({ week, mean }) => ({ x: week, y: mean }))}
              label={`Mean grade by week: ${grades.map(({ week, mean }) => `week ${week} ${mean === null ? 'none' : brief(mean)}`).join(', ')}.`}
              x="week of history"
              dots="all"
            />
          </Figure>
          <Figure title="One vote, off the mean of three" note="In grades. What a single annotator’s noise costs.">
            <LineChart
              points={grades.map(({ week, voteError }) => ({ x: week, y: voteError }))}
              label={`Error of one vote by week: ${grades.map(({ week, voteError }) => `week ${week} ${voteError === null ? 'none' : brief(voteError)}`).join(', ')}.`}
              x="week of history"
              dots="all"
            />
          </Figure>
        </>
      )}
    </div>
  );
}

/** How much of the traffic the most frequent few are. */
export function PopularityFigure({
  points,
  of,
}: {
  readonly points: RankingReport['popularity'];
  readonly of: string;
}) {
  const tenth = points.findLast(({ x }) => x <= 0.1001)?.y;
  return (
    <div className="lab-multiples">
      <Figure
        title={`Traffic of the most frequent ${of}`}
        {...(tenth !== undefined && { now: `top tenth ${share(tenth)}` })}
      >
        <LineChart
          points={points}
          label={`Share of the traffic by share of the ${of}, the most frequent first: ${points.map(({ x, y }) => `${share(x)} have ${share(y)}`).join(', ')}.`}
          x={`share of the ${of}`}
          domain={[0, 1]}
          range={[0, 1]}
        />
      </Figure>
    </div>
  );
}

export function PlacesTable({ places }: { readonly places: RankingReport['places'] }) {
  return (
    <Rows
      title="Places, as a table"
      heads={['Place', 'Clicked, old order', 'Clicked, random order', 'Assumed to be looked at']}
      rows={places.map(({ place, clickRate, shuffledRate, curve }) => [
        String(place),
        share(clickRate),
        shuffledRate === null ? 'none' : share(shuffledRate),
        share(curve),
      ])}
    />
  );
}
