import type { PlanBase, RunResult, World } from '@legible/lab';
import { dollars } from '../kept.ts';
import { Pieces } from '../pieces.tsx';
import type { After, Piece } from '../pieces.tsx';
import type { LabRun, RunState } from '../lab-run.ts';
import { PlaceView } from '../standings/place-view.tsx';
import { Bill, ByCause } from './bill.tsx';
import { DecisionCosts, IncidentCosts } from './costs-view.tsx';
import { KeepView } from './keep-view.tsx';
import { LiesView } from './lies-view.tsx';
import { PredictionView } from './prediction-view.tsx';
import { QuestionCard } from './question-card.tsx';

interface Props {
  readonly run: LabRun;
  readonly state: RunState;
  readonly result: RunResult;
  readonly world: World;
  readonly at: number | null;
  readonly onMove: (by: 1 | -1) => void;
  readonly after?: After;
  /** A word of the guide about the decisions, where there is a guide. */
  readonly aboutDecisions?: string;
}

/** The truth, the bill, what each decision cost, and what one makes of it. */
export function TruthView({ run: lived, state, result, world, at, onMove, after, aboutDecisions }: Props) {
  const { run, busy, compared } = state;
  const plan: PlanBase = result.file.plan;
  const pieces: readonly Piece[] = [
    {
      id: 'bill',
      title: 'The bill',
      look: 'The same weeks lived by each plan: the same people, the same faults on the same days. Only the decisions differ.',
      body: [<Bill key="bill" result={result} />, <PlaceView key="place" result={result} />],
    },
    {
      id: 'prediction',
      title: 'Your prediction',
      look: 'What you wrote down before launch. A prediction that is far off is worth more than none: it shows where your picture of the product is wrong.',
      body: <PredictionView result={result} plan={plan} world={world} />,
    },
    {
      id: 'lies',
      title: 'What lied, in order',
      look: 'The parts of the pipeline that said something untrue, first to last, with the day it began, the day it could have been seen, and the day you saw it.',
      body: <LiesView result={result} world={world} />,
    },
    {
      id: 'decisions',
      title: `What each decision cost, against the ${result.reference} plan`,
      look:
        aboutDecisions ??
        'Your weeks replayed with one decision taken from that plan and everything else as you had it. What is left is the price of that decision.',
      body: <DecisionCosts result={result} />,
    },
    {
      id: 'incidents',
      title: 'What each incident cost',
      look: 'Your weeks replayed without it. A dear one is not bad luck alone: it is what you had no monitor for, or saw and left.',
      body: <IncidentCosts result={result} />,
    },
    {
      id: 'causes',
      title: 'Where the money went',
      look: 'The same bill by cause. What is dear here and cheap beside it is where to look next.',
      body: <ByCause result={result} world={world} />,
    },
    {
      id: 'questions',
      title: 'Three questions about your run',
      look: 'A panel asks exactly this. Answer in words first; then you get the truth, and how it would have been heard.',
      body: (
        <div className="stack lab-questions">
          {result.questions.map((question) => (
            <QuestionCard
              key={question.id}
              question={question}
              kept={run.replies[question.id]}
              onReply={(reply) => void lived.save({ replies: { ...run.replies, [question.id]: reply } })}
            />
          ))}
        </div>
      ),
    },
    {
      id: 'keep',
      title: 'Keep it',
      look: 'You have lived a failure that most candidates only read about. Use it.',
      body: [
        result.constraint && (
          <p key="constraint" className="lab-prose">
            <strong>What dominated.</strong> {result.constraint.says} {dollars(result.constraint.dollars)} of yours hang
            on it.
          </p>
        ),
        <KeepView
          key="keep"
          file={result.file}
          result={result}
          world={world}
          busy={busy !== ''}
          compared={compared}
          compare={() => void lived.compare()}
        />,
      ],
    },
  ];
  return (
    <section className="stack">
      <h2>The truth</h2>
      <Pieces pieces={pieces} at={at} onMove={onMove} {...(after && { after })} />
    </section>
  );
}
