import type { Currency } from '@legible/offers';
import { ISSUE_LABELS, K, MONEY, sayBack, type Act, type Reading } from '@legible/offers/negotiation/index';
import { useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';

interface Props {
  readonly reading: Reading;
  readonly currency: Currency;
  readonly refusal: string | null;
  readonly onConfirm: () => void;
  readonly onCorrect: (reading: Reading) => void;
  readonly onBack: () => void;
}

const ASKABLE = ['base', 'signOn', 'equity', 'level', 'review', 'remote', 'start'] as const;
type Askable = (typeof ASKABLE)[number];
const UNITS: Readonly<Record<Askable, string>> = {
  base: 'thousands a year',
  signOn: 'thousands',
  equity: 'thousands over four years',
  level: '3, 4 or 5',
  review: 'months',
  remote: 'days a week',
  start: 'weeks',
};
const MOST: Readonly<Record<Askable, readonly [number, number]>> = {
  base: [1, 2000],
  signOn: [0, 1000],
  equity: [0, 5000],
  level: [3, 5],
  review: [3, 12],
  remote: [0, 5],
  start: [1, 16],
};

/** How the words were understood, before they count: let it count, mend it, or take it back. */
export function ReadingDesk({ reading, currency, refusal, onConfirm, onCorrect, onBack }: Props) {
  const [acts, setActs] = useState<readonly Act[]>(reading.acts);
  const [dropped, setDropped] = useState<ReadonlySet<number>>(new Set());
  const open = reading.unclear.filter((_, i) => !dropped.has(i));
  const changed = acts !== reading.acts || dropped.size > 0;
  const actions = useActions([
    {
      id: 'negotiate.count',
      label: changed ? 'That is what I mean' : 'Yes, that counts',
      key: 'Mod+Enter',
      group: 'Negotiate',
      enabled: open.length === 0,
      handler: () => (changed ? onCorrect({ acts, unclear: [] }) : onConfirm()),
    },
    { id: 'negotiate.back', label: 'Say it differently', key: 'Escape', group: 'Negotiate', handler: onBack },
  ]);
  const [count, back] = actions;
  return (
    <section className="reading stack" aria-labelledby="reading-title">
      <h2 id="reading-title" tabIndex={-1} ref={(node) => node?.focus({ preventScroll: true })}>
        Understood as
      </h2>
      {acts.length === 0 && open.length === 0 && <p>Nothing in it asks for anything or gives anything away.</p>}
      <ul className="read-list">
        {acts.map((act, i) => (
          <li key={i}>
            <span>
              {sayBack(act, currency)}
              <span className="theirs small soft read-quote"> “{act.quote}”</span>
            </span>
            <button
              type="button"
              className="link small"
              aria-label={`Not meant: ${sayBack(act, currency)}`}
              onClick={() => setActs(acts.filter((_, k) => k !== i))}
            >
              Not meant
            </button>
          </li>
        ))}
        {reading.unclear.map(({ ask, quote }, i) =>
          dropped.has(i) ? null : (
            <li key={`unclear-${i}`} className="read-unclear">
              <span>
                <strong>Not clear: {ask}</strong>
                <span className="theirs small soft read-quote"> “{quote}”</span>
              </span>
              <button
                type="button"
                className="link small"
                aria-label={`Leave it out: ${quote}`}
                onClick={() => setDropped(new Set([...dropped, i]))}
              >
                Leave it out
              </button>
            </li>
          ),
        )}
      </ul>
      <AddAsk
        onAdd={(act) =>
          setActs([
            ...acts.filter((one) => !(one.kind === 'propose' && act.kind === 'propose' && one.issue === act.issue)),
            act,
          ])
        }
      />
      {open.length > 0 && (
        <p className="small">Leave out what is not clear, add what you mean, or say it differently.</p>
      )}
      {refusal && (
        <p role="alert" className="notice">
          {refusal}
        </p>
      )}
      <div className="row">
        {count && <ActionButton action={count} look="primary" />}
        {back && <ActionButton action={back} look="quiet" />}
      </div>
    </section>
  );
}

function AddAsk({ onAdd }: { readonly onAdd: (act: Act) => void }) {
  const [issue, setIssue] = useState<Askable>('base');
  const [figure, setFigure] = useState('');
  const number = Number(figure);
  const [least, most] = MOST[issue];
  const usable = figure.trim() !== '' && Number.isFinite(number) && number >= least && number <= most;
  const money = MONEY.some((name) => name === issue);
  return (
    <details>
      <summary className="small">Something is missing or wrong</summary>
      <div className="row add-ask">
        <label className="row small">
          I ask for
          <select className="input" value={issue} onChange={(event) => setIssue(event.target.value as Askable)}>
            {ASKABLE.map((one) => (
              <option key={one} value={one}>
                {ISSUE_LABELS[one]}
              </option>
            ))}
          </select>
        </label>
        <label className="row small">
          <input
            className="input figure number"
            inputMode="decimal"
            value={figure}
            onChange={(event) => setFigure(event.target.value)}
          />
          {UNITS[issue]}
        </label>
        <button
          type="button"
          className="button"
          disabled={!usable}
          onClick={() => {
            const value = Math.round(money ? number * K : number);
            onAdd({
              kind: 'propose',
              issue,
              figure: { low: value, high: value },
              hedged: false,
              quote: 'as corrected',
            });
            setFigure('');
          }}
        >
          Add
        </button>
      </div>
    </details>
  );
}
