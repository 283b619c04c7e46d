import type { PlanBase } from '@legible/lab';
import { count } from '../kept.ts';
import type { Piece } from '../pieces.tsx';
import { valueAt } from '../plan/groups.ts';
import {
  AgreementFigures,
  EstimateFigures,
  PlaceFigures,
  PlacesTable,
  PopularityFigure,
  RewardFigures,
} from './ranking-figures.tsx';
import type { RankingReport } from './ranking-report.ts';

/** What a world that ranks has to look at: places, estimates, rewards, agreement, power and popularity. */
export function rankingPieces(report: RankingReport, plan: PlanBase): readonly Piece[] {
  const { places, byReward, popularity, experiment, grades } = report;
  return [
    {
      id: 'places',
      title: 'Clicks by place',
      look: 'The old order put first what it thought best, and people look from the top. Only where chance chose the order is the fall from place to place the looking alone. If your assumed curve falls otherwise, every weight of a click is wrong.',
      body: (
        <>
          <PlaceFigures places={places} />
          <details className="lab-part">
            <summary>
              <h4>The same as a table</h4>
            </summary>
            <PlacesTable places={places} />
          </details>
        </>
      ),
    },
    {
      id: 'estimates',
      title: 'What the old logs say of the new order',
      look: 'Five estimators, one log. Where they disagree by more than their intervals, at least one is biased: clipping leans down, the model’s own word knows nothing it was not taught. Few lists that count mean that one lucky click decides.',
      body: <EstimateFigures report={report} />,
    },
    {
      id: 'rewards',
      title: 'Better by which reward?',
      look: 'The same two orders, measured by each thing that is logged. A model that wins only by the reward it was trained on has learned the reward, and perhaps not what it stands for. Logged rewards favour the order under which they were logged.',
      body: <RewardFigures byReward={byReward} />,
    },
    {
      id: 'agreement',
      title: grades ? 'Do annotators and customers agree?' : 'Are clicks worth it?',
      look: grades
        ? 'A grade should go up with clicks, and mean the same in every week. A step in the mean is a guideline that changed under you.'
        : 'If the items that draw most clicks are not those that are read, a model of clicks learns to promise and not to keep.',
      body: <AgreementFigures report={report} />,
    },
    {
      id: 'power',
      title: 'What your experiment can see',
      look: 'A test without power says “no difference” of a good model and of a bad one.',
      body: <p className="lab-prose">{powerWords(report, plan)}</p>,
    },
    {
      id: 'popularity',
      title: 'The head and the tail',
      look: 'What is shown is clicked, and what is clicked is shown. An average over traffic says nothing of the tail.',
      body: <PopularityFigure points={popularity} of={grades ? 'queries' : 'items'} />,
    },
  ].filter(({ id }) => id !== 'power' || experiment.units > 0);
}

function powerWords({ experiment: { units, power } }: RankingReport, plan: PlanBase): string {
  const [days, effect, unit] = ['days', 'effect', 'unit'].map((name) => valueAt(plan, `experiment.${name}`));
  if (days === 0)
    return 'You run no experiment: everybody gets the model at once, and nothing tells its effect from the season’s.';
  const change = typeof effect === 'number' ? `${Number((100 * effect).toPrecision(3))}%` : 'the change you named';
  return `In ${String(days)} days it has ${count(units)} ${unit === 'visit' ? 'visits' : 'people'}. A true change of ${change} is seen with a chance of ${Math.round(100 * power)} in 100.`;
}
