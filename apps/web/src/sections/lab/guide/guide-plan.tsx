import { planProblems } from '@legible/lab';
import type { PlanBase, World } from '@legible/lab';
import { useId, useState } from 'react';
import { Pieces } from '../pieces.tsx';
import type { Piece } from '../pieces.tsx';
import { failures } from './guide.ts';
import type { Guide, GuideDecision } from './guide.ts';

interface Props {
  readonly guide: Guide;
  readonly plan: PlanBase;
  readonly world: World;
  readonly at: number;
  readonly onMove: (by: 1 | -1) => void;
  readonly onPlan: (plan: PlanBase) => void;
  readonly train: (plan: PlanBase) => void;
}

/** What is written before launch, as it stands in its fields: a sum may still be no number. */
interface Written {
  readonly saves: string;
  readonly firstFailure: string;
  readonly why: string;
}

const predicted = (plan: PlanBase, { saves, firstFailure, why }: Written): PlanBase => ({
  ...plan,
  prediction: { saves: saves.trim() === '' ? Number.NaN : Number(saves), firstFailure, why },
});

/** What stands in the way of training; '' where nothing does. */
function waitsFor(plan: PlanBase, world: World): string {
  const { saves, firstFailure } = plan.prediction;
  if (!Number.isFinite(saves)) return 'Write down a sum first: less than nothing is a sum too.';
  if (firstFailure === '') return 'Choose what will fail first.';
  const [problem] = planProblems(plan, world);
  return problem ? `${problem.field} ${problem.reason}.` : '';
}

/** The plan, one decision at a time, then the prediction. */
export function GuidePlan({ guide, plan, world, at, onMove, onPlan, train }: Props) {
  const { prediction } = plan;
  const [written, setWritten] = useState<Written>({
    ...prediction,
    saves: prediction.saves === 0 && prediction.firstFailure === '' ? '' : String(prediction.saves),
  });
  const whole = predicted(plan, written);
  const waits = waitsFor(whole, world);
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
      body: (
        <Prediction
          scale={guide.scale}
          world={world}
          written={written}
          onWrite={setWritten}
          // Kept at every pause that leaves a plan which can be read again.
          onPause={() => waits === '' && onPlan(whole)}
        />
      ),
    },
  ];
  return (
    <section className="stack">
      <h2>Plan it, one decision at a time</h2>
      <Pieces
        pieces={pieces}
        at={at}
        onMove={onMove}
        after={{ label: 'Train it, and see the offline report', go: () => train(whole), waits }}
      />
    </section>
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

interface PredictionProps {
  readonly scale: string;
  readonly world: World;
  readonly written: Written;
  readonly onWrite: (written: Written) => void;
  readonly onPause: () => void;
}

function Prediction({ scale, world, written, onWrite, onPause }: PredictionProps) {
  const id = useId();
  return (
    <div className="stack" onBlur={onPause}>
      <p className="lab-prose">{scale}</p>
      <div className="lab-field">
        <label htmlFor={`${id}-saves`}>
          How many dollars will your plan save in {world.liveDays} days, against doing nothing?
        </label>
        <input
          id={`${id}-saves`}
          className="input lab-number"
          type="number"
          step={1000}
          value={written.saves}
          onChange={(event) => onWrite({ ...written, saves: event.target.value })}
        />
      </div>
      <div className="lab-field">
        <label htmlFor={`${id}-fails`}>What will fail first?</label>
        <select
          id={`${id}-fails`}
          className="input"
          value={written.firstFailure}
          onChange={(event) => onWrite({ ...written, firstFailure: event.target.value })}
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
          value={written.why}
          onChange={(event) => onWrite({ ...written, why: event.target.value })}
        />
      </div>
    </div>
  );
}
