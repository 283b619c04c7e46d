import { DRILL_LEVELS, isRight, type Drill, type DrillLevel, type Tried } from '@legible/lab/drills/index';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { Trouble } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { Clock } from './clock.tsx';
import type { Wanted } from './drill.worker.ts';
import { keepTried } from './tried.ts';
import { Picture } from './picture.tsx';
import { useDrill } from './use-drill.ts';

interface Props {
  readonly wanted: Wanted;
  readonly onLevel: (level: DrillLevel) => void;
  /** When it comes back, once it was tried. */
  readonly back: string;
  readonly onTried: (tried: Tried) => void;
  readonly onKept: () => void;
  readonly onNext: () => void;
}

/** One drill: what is given, the answer by key, then the computation. */
export function DrillSheet({ wanted, back, onLevel, onTried, onKept, onNext }: Props) {
  const { drill, failed } = useDrill(wanted);
  if (drill === null)
    return (
      <Page title="Drill">{failed === null ? <p className="soft">Drawing…</p> : <p role="alert">{failed}</p>}</Page>
    );
  return <Sheet drill={drill} back={back} onLevel={onLevel} onTried={onTried} onKept={onKept} onNext={onNext} />;
}

function Sheet({ drill, back, onLevel, onTried, onKept, onNext }: Omit<Props, 'wanted'> & { readonly drill: Drill }) {
  const [from] = useState(() => Date.now());
  const [reply, setReply] = useState<{ readonly value: number; readonly at: number } | null>(null);
  const [unkept, setUnkept] = useState<unknown>(null);
  const answer = (value: number): void => {
    if (reply !== null) return;
    const at = Date.now();
    setReply({ value, at });
    const { kind, level, seed, title } = drill;
    const tried: Tried = {
      kind,
      level,
      seed,
      right: isRight(drill, value),
      seconds: Math.round((at - from) / 1000),
      at: new Date(at).toISOString(),
    };
    onTried(tried);
    keepTried(tried, title).then(onKept, setUnkept);
  };
  return (
    <Page title={drill.title} heading={false}>
      <div className="drill-head">
        <p className="label">
          <Link to="/drills">Drills</Link>, {drill.title.toLowerCase()}
        </p>
        <Clock from={from} until={reply?.at ?? null} />
      </div>
      <h1 className="drill-asks">{drill.asks}</h1>
      <div className="drill-given">
        {drill.given.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div className="drill-pictures">
        {drill.pictures.map((picture) => (
          <Picture key={picture.title} picture={picture} />
        ))}
      </div>
      {drill.answer.kind === 'choice' ? (
        <Choices
          choices={drill.answer.choices}
          right={drill.answer.right}
          reply={reply?.value ?? null}
          onAnswer={answer}
        />
      ) : (
        <NumberReply unit={drill.answer.unit} done={reply !== null} onAnswer={answer} />
      )}
      {reply !== null && <Outcome drill={drill} reply={reply.value} back={back} onNext={onNext} />}
      {unkept !== null && <Trouble error={unkept instanceof Error ? unkept : new Error(String(unkept))} />}
      <div className="drill-levels" role="group" aria-label="Level">
        <span className="small soft">Level</span>
        {DRILL_LEVELS.map((level) => (
          <button
            key={level}
            type="button"
            className="button quiet"
            aria-pressed={level === drill.level}
            onClick={() => onLevel(level)}
          >
            {level}
          </button>
        ))}
        <span className="tiny soft number">Seed {drill.seed}</span>
      </div>
    </Page>
  );
}

interface ChoicesProps {
  readonly choices: readonly string[];
  readonly right: number;
  readonly reply: number | null;
  readonly onAnswer: (index: number) => void;
}

function Choices({ choices, right, reply, onAnswer }: ChoicesProps) {
  const actions = useActions(
    choices.map((label, i) => ({
      id: `drill.choice.${i}`,
      label,
      key: String(i + 1),
      group: 'Drill',
      enabled: reply === null,
      handler: () => onAnswer(i),
    })),
  );
  return (
    <ul className="drill-choices" aria-label="Answers">
      {actions.map((action, i) => (
        <li
          key={action.id}
          data-right={(reply !== null && i === right) || undefined}
          data-wrong={(reply === i && i !== right) || undefined}
        >
          <ActionButton action={action} />
          {reply !== null && i === right && <span className="small">right</span>}
          {reply === i && i !== right && <span className="small">yours</span>}
        </li>
      ))}
    </ul>
  );
}

function NumberReply({
  unit,
  done,
  onAnswer,
}: {
  readonly unit: string;
  readonly done: boolean;
  readonly onAnswer: (value: number) => void;
}) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  return (
    <form
      className="drill-number"
      onSubmit={(event) => {
        event.preventDefault();
        const value = Number(text.replaceAll(/[\s,%]/g, ''));
        if (text.trim() === '' || !Number.isFinite(value)) {
          setProblem(`"${text}" is not a number: give one in ${unit}, such as 12.5.`);
          return;
        }
        setProblem(null);
        field.current?.blur();
        onAnswer(value);
      }}
    >
      <label>
        Your answer, {unit}{' '}
        <input
          ref={field}
          className="input number"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          readOnly={done}
          aria-invalid={problem !== null}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {!done && (
        <button type="submit" className="button primary">
          Answer
        </button>
      )}
      {problem && <p role="alert">{problem}</p>}
    </form>
  );
}

function Outcome({
  drill,
  reply,
  back,
  onNext,
}: {
  readonly drill: Drill;
  readonly reply: number;
  readonly back: string;
  readonly onNext: () => void;
}) {
  const [next] = useActions([{ id: 'drill.next', label: 'Next', key: 'n', group: 'Drill', handler: onNext }]);
  const right = isRight(drill, reply);
  const { answer } = drill;
  const lesson = drill.why.at(-1);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section className="drill-why" data-right={right || undefined} aria-labelledby="drill-why" tabIndex={-1} ref={box}>
      <h2 id="drill-why">
        {right ? 'Right' : 'Wrong'}:{' '}
        {answer.kind === 'choice'
          ? `${answer.choices[answer.right]}.`
          : `${figureOf(answer.value, answer.unit)}; within ${Number(answer.tolerance.toPrecision(2))} counts.`}
      </h2>
      <ol>
        {drill.why.slice(0, -1).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p>
        <strong>{lesson}</strong>
      </p>
      <p className="small soft">{back}</p>
      {next && <ActionButton action={next} look="primary" />}
    </section>
  );
}

const figureOf = (value: number, unit: string): string => {
  const figure = Number(value.toPrecision(3));
  return unit === '%' ? `${figure}%` : `${figure} ${unit}`;
};
