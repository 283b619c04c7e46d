import type { RunFile } from '@legible/lab';
import { useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { quickFile, quickRunOf } from './runs.ts';

interface Props {
  /** True where no run is kept yet. */
  readonly none: boolean;
  readonly busy: boolean;
  readonly onRun: (file: RunFile) => void;
}

const plain = (value: string): string => value.replaceAll('-', ' ');

/** A run in two minutes: a plan to start from, the choices that tell plans apart, and a prediction. */
export function QuickRun({ none, busy, onRun }: Props) {
  const [{ names, start, fields, planned }] = useState(quickRunOf);
  const [from, setFrom] = useState(start);
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({});
  const [saves, setSaves] = useState('');
  const [wrong, setWrong] = useState('');
  const run = {
    id: 'defend.quick',
    label: 'Run it and defend it',
    key: 'n',
    group: 'Defend your run',
    enabled: !busy,
    handler: () => {
      const amount = Number(saves.replaceAll(/[,\s$]/g, ''));
      if (saves.trim() === '' || !Number.isFinite(amount)) {
        setWrong('Saved: write a number of dollars first. You will be asked about it.');
        return;
      }
      try {
        const made = Object.entries(choices).filter(([, value]) => value !== '');
        onRun(quickFile(from, Object.fromEntries(made), amount));
        setWrong('');
      } catch (error) {
        setWrong(error instanceof Error ? error.message : String(error));
      }
    },
  };
  useActions([run]);
  return (
    <section className="stack" aria-labelledby="quick-title">
      <div>
        <h2 id="quick-title">{none ? 'First, a run of two minutes' : 'Or a run of two minutes'}</h2>
        <p className="soft">
          {none && 'You have no finished run to defend. '}
          Fraud at a small shop, twelve weeks. Start from a plan, make it yours where it matters, say what it will save.
          Then it runs by itself, and you answer for it.
        </p>
      </div>
      <div className="loop-quick">
        <label className="stack">
          <span className="label">Start from the plan</span>
          <select className="input" value={from} onChange={(event) => setFrom(event.target.value)}>
            {names.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        {fields.map(
          ({ path, title, says, type }) =>
            type.kind === 'choice' && (
              <label key={path} className="stack">
                <span className="label">{title}</span>
                <select
                  className="input"
                  value={choices[path] ?? ''}
                  onChange={(event) => {
                    const { value } = event.target;
                    setChoices((before) => ({ ...before, [path]: value }));
                  }}
                >
                  <option value="">as in the plan: {plain(planned(from, path))}</option>
                  {type.choices.map((one) => (
                    <option key={one} value={one}>
                      {plain(one)}
                    </option>
                  ))}
                </select>
                <span className="tiny soft">{says}</span>
              </label>
            ),
        )}
        <label className="stack">
          <span className="label">Saved in twelve weeks, in dollars</span>
          <input
            className="input"
            inputMode="numeric"
            value={saves}
            aria-describedby="quick-wrong"
            onChange={(event) => setSaves(event.target.value)}
          />
          <span className="tiny soft">Your prediction, against doing nothing.</span>
        </label>
      </div>
      <p id="quick-wrong" role="status" className={wrong === '' ? 'visually-hidden' : 'notice'}>
        {wrong}
      </p>
      <div className="row">
        <ActionButton action={run} look="primary large" />
      </div>
    </section>
  );
}
