import type { PlanBase, RunResult, World } from '@legible/lab';
import { failures } from '../guide/guide.ts';
import { dollars } from '../kept.ts';
import { lieTitle } from './lies-view.tsx';

interface Props {
  readonly result: RunResult;
  readonly plan: PlanBase;
  readonly world: World;
}

/** What was written down before launch, beside what happened. */
export function PredictionView({ result, plan, world }: Props) {
  const { prediction, firstLie } = result;
  const off = prediction.saved - prediction.saves;
  const failure =
    failures(world).find(({ value }) => value === prediction.firstFailure)?.says ?? prediction.firstFailure;
  return (
    <div className="lab-scroll" tabIndex={0} role="region" aria-label="Prediction and what happened">
      <table className="lab-compare">
        <thead>
          <tr>
            <td />
            <th scope="col">You wrote</th>
            <th scope="col">It was</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Saved against doing nothing</th>
            <td>{dollars(prediction.saves)}</td>
            <td>
              {dollars(prediction.saved)}
              <span className="lab-cause small soft">
                {off === 0
                  ? 'to the dollar'
                  : `${dollars(Math.abs(off))} ${off > 0 ? 'more' : 'less'} than you thought`}
              </span>
            </td>
          </tr>
          <tr>
            <th scope="row">What failed first</th>
            <td>{failure || 'nothing'}</td>
            <td>
              {firstLie === null ? 'nothing' : lieTitle(firstLie, world)}
              <span className="lab-cause small soft">{prediction.right ? 'you had it' : 'not what you expected'}</span>
            </td>
          </tr>
          <tr>
            <th scope="row">Your reason</th>
            <td colSpan={2} className="theirs">
              {plan.prediction.why || 'None given.'}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
