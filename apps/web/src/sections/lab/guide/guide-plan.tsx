import type { PlanBase, World } from '@legible/lab';
import { useId } from 'react';
import { Pieces } from '../pieces.tsx';
import type { Piece } from '../pieces.tsx';
import { failures } from './guide.ts';
import type { Guide, GuideDecision } from './guide.ts';

interface Props {
  readonly guide: Guide;
  readonly plan: PlanBase;
  readonly world: World;
  readonly at: number;
  readonly onAt: (at: number) => void;
  readonly onPlan: (plan: PlanBase) => void;
  readonly train: () => void;
}

/** The plan, one decision at a time, then the prediction. */
export function GuidePlan({ guide, plan, world, at, onAt, onPlan, train }: Props) {
  const pieces: Piece[] = [
    {
      id: 'opening',
      title: world.title,
      look: guide.opening,
      body: (
        <p className="lab-prose">
          {guide.decisions.length} decisions, each with one choice made for you. Most of those are sound; one is not. If
          you find it, change it. If you do not, the bill will show you.
        </p>
      ),
    },
    ...guide.decisions.map((decision): Piece => ({
      id: decision.id,
      title: decision.title,
      look: decision.why,
      body: <Options decision={decision} plan={plan} onPlan={onPlan} />,
    })),
    {
      id: 'prediction',
      title: 'Before you launch, write down what you expect',
      look: 'A prediction on paper is what you learn from. Without one, you will remember that you knew it all along.',
      body: <Prediction guide={guide} plan={plan} world={world} onPlan={onPlan} />,
    },
  ];
  const { saves, firstFailure } = plan.prediction;
  const written = Number.isFinite(saves) && firstFailure !== '';
  return (
    <Pieces
      pieces={pieces}
      at={at}
      onAt={onAt}
      {...(written && { after: { label: 'Train it, and see the offline report', go: train } })}
    />
  );
}

interface OptionsProps {
  readonly decision: GuideDecision;
  readonly plan: PlanBase;
  readonly onPlan: (plan: PlanBase) => void;
}

function Options({ decision, plan, onPlan }: OptionsProps) {
  return (
    <fieldset className="lab-options">
      <legend className="visually-hidden">{decision.title}</legend>
      {decision.options.map((option) => (
        <label key={option.id} className="lab-option">
          <input
            type="radio"
            name={decision.id}
            checked={option.holds(plan)}
            onChange={() => onPlan(option.set(plan))}
          />
          <span>
            <strong>{option.says}</strong>
            <span className="small soft">Risk: {option.risks}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type PredictionProps = Pick<Props, 'guide' | 'plan' | 'world' | 'onPlan'>;

function Prediction({ guide, plan, world, onPlan }: PredictionProps) {
  const id = useId();
  const { prediction } = plan;
  const change = (over: Partial<PlanBase['prediction']>) => onPlan({ ...plan, prediction: { ...prediction, ...over } });
  return (
    <div className="stack">
      <p className="lab-prose">{guide.scale}</p>
      <div className="lab-field">
        <label htmlFor={`${id}-saves`}>
          How many dollars will your plan save in {world.liveDays} days, against doing nothing?
        </label>
        <input
          id={`${id}-saves`}
          className="input lab-number"
          type="number"
          step={1000}
          value={Number.isFinite(prediction.saves) ? prediction.saves : ''}
          onChange={(event) => change({ saves: event.target.valueAsNumber })}
        />
      </div>
      <div className="lab-field">
        <label htmlFor={`${id}-fails`}>What will fail first?</label>
        <select
          id={`${id}-fails`}
          className="input"
          value={prediction.firstFailure}
          onChange={(event) => change({ firstFailure: event.target.value })}
        >
          <option value="">Choose one</option>
          {failures(world).map(({ value, says }) => (
            <option key={value} value={value}>
              {says}
            </option>
          ))}
        </select>
      </div>
      <div className="lab-field">
        <label htmlFor={`${id}-why`}>Why? One sentence, if you have it.</label>
        <textarea
          id={`${id}-why`}
          className="textarea theirs"
          maxLength={600}
          value={prediction.why}
          onChange={(event) => change({ why: event.target.value })}
        />
      </div>
    </div>
  );
}
