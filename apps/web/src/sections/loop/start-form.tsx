import type { PresetId, RoundKind, StyleId } from '@legible/loop';
import { PRESET, ROUND_SECONDS } from '@legible/loop/loop/presets';
import { PRESETS, ROUND_KINDS, STYLES } from '@legible/loop/loop/types';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { Trouble } from '../../shell/fallbacks.tsx';
import { minutes, PRESET_ABOUT, ROUND_ABOUT, roundTitle, STYLE_ABOUT, STYLE_LABELS } from './names.ts';
import { useStartLoop } from './queries.ts';

interface Chosen {
  readonly kind: RoundKind;
  readonly style: StyleId;
  readonly taken: boolean;
}

const roundsOf = (preset: PresetId): readonly Chosen[] =>
  PRESET[preset].rounds.map(({ kind, style }) => ({ kind, style, taken: true }));

const PACES = [
  { pace: 'sitting' as const, label: 'In one sitting', about: 'One round after the other, as on a day on site.' },
  {
    pace: 'days' as const,
    label: 'Over days',
    about: 'A round when you have the time. Everything is kept between them.',
  },
];

/** Which company, which rounds, with whom, and when. */
export function StartForm() {
  const navigate = useNavigate();
  const [preset, setPreset] = useState<PresetId>('series-ab');
  const [pace, setPace] = useState<'sitting' | 'days'>('sitting');
  const [rounds, setRounds] = useState(() => roundsOf('series-ab'));
  const start = useStartLoop();
  const taken = rounds.filter((round) => round.taken);
  const change = (kind: RoundKind, by: Partial<Chosen>) =>
    setRounds((before) => before.map((round) => (round.kind === kind ? { ...round, ...by } : round)));
  const total = taken.reduce((sum, { kind }) => sum + ROUND_SECONDS[kind], 0);
  const begin = {
    id: 'loop.start',
    label: 'Start the loop',
    key: 'n',
    group: 'Loop',
    enabled: taken.length > 0 && !start.isPending,
    handler: () => start.mutate({ preset, pace, rounds: taken.map(({ kind, style }) => ({ kind, style })) }),
  };
  useActions([begin]);

  return (
    <section className="stack" aria-labelledby="start-title">
      <h2 id="start-title">A new loop</h2>
      <fieldset>
        <legend className="label">The company</legend>
        <div className="loop-choices">
          {PRESETS.map((id) => (
            <label key={id} className="loop-choice">
              <input
                type="radio"
                name="preset"
                checked={preset === id}
                onChange={() => {
                  setPreset(id);
                  setRounds(roundsOf(id));
                }}
              />
              <span>
                <span className="loop-choice-name">{PRESET[id].title}</span>
                <span className="small soft">{PRESET_ABOUT[id]}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="label">The pace</legend>
        <div className="loop-choices">
          {PACES.map(({ pace: id, label, about }) => (
            <label key={id} className="loop-choice">
              <input type="radio" name="pace" checked={pace === id} onChange={() => setPace(id)} />
              <span>
                <span className="loop-choice-name">{label}</span>
                <span className="small soft">{about}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="label">The rounds</legend>
        <ol className="loop-rounds">
          {rounds.map(({ kind, style, taken: ticked }) => (
            <li key={kind} className="loop-round-row">
              <label className="loop-choice">
                <input
                  type="checkbox"
                  checked={ticked}
                  onChange={(event) => change(kind, { taken: event.target.checked })}
                />
                <span>
                  <span className="loop-choice-name">{roundTitle(kind)}</span>
                  <span className="small soft">{ROUND_ABOUT[kind]}</span>
                </span>
              </label>
              <span className="small soft number">{minutes(ROUND_SECONDS[kind])}</span>
              <select
                className="input"
                aria-label={`Interviewer of the ${roundTitle(kind).toLowerCase()}`}
                title={STYLE_ABOUT[style]}
                disabled={!ticked}
                value={style}
                onChange={(event) => {
                  const chosen = STYLES.find((id) => id === event.target.value);
                  if (chosen !== undefined) change(kind, { style: chosen });
                }}
              >
                {STYLES.map((id) => (
                  <option key={id} value={id}>
                    {STYLE_LABELS[id]}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ol>
      </fieldset>
      {start.error && <Trouble error={start.error} />}
      <div className="row">
        <ActionButton action={begin} look="primary large" />
        <span className="small soft">
          {taken.length === 0
            ? 'Take at least one round.'
            : `${taken.length === 1 ? 'One round' : `${taken.length} rounds`}, ${minutes(total)} at most.`}
        </span>
      </div>
      <div>
        <h3>Or one round alone</h3>
        <ul className="loop-alone">
          {ROUND_KINDS.map((kind) => (
            <li key={kind}>
              <button
                type="button"
                className="button"
                disabled={start.isPending}
                onClick={() =>
                  kind === 'defend-run'
                    ? void navigate({ to: '/loop/defend' })
                    : start.mutate({ preset, pace: 'sitting', rounds: [{ kind }] })
                }
              >
                {roundTitle(kind)}
              </button>
            </li>
          ))}
        </ul>
        <p className="small soft">
          Held as at the company above. In the panel alone nothing was said before, so it probes instead.
        </p>
      </div>
    </section>
  );
}
