import type { BaseAction, World } from '@legible/lab';
import { useEffect, useState } from 'react';
import { ActionButton } from '../../../actions/action-button.tsx';
import { useActions } from '../../../actions/store.ts';
import { dollars } from '../kept.ts';
import type { RunState } from '../lab-run.ts';
import { ActionDesk } from './action-desk.tsx';
import { AlarmCard } from './alarm-card.tsx';
import { newAlarms, spent } from './day-figures.ts';
import { LiveCharts } from './live-charts.tsx';
import { LiveLog } from './live-log.tsx';

interface Props {
  readonly state: RunState;
  readonly world: World;
  readonly advance: (actions: readonly BaseAction[], lightly: boolean) => Promise<void>;
  readonly reveal: () => void;
  /** True for a first run: it says what to do at each stop. */
  readonly guided: boolean;
  /** True once the truth is known: there is nothing left to do here. */
  readonly over: boolean;
}

/** Milliseconds between two days, in words. */
const SPEEDS = [
  ['slow', 'A day each second', 1000],
  ['steady', 'Four days a second', 250],
  ['fast', 'As fast as it goes', 0],
] as const;
type Speed = (typeof SPEEDS)[number][0];

function coach(day: number, days: number, alarmed: boolean, playing: boolean): string {
  if (day >= days) return 'The weeks are over. Now see what was true, and what it cost.';
  if (alarmed)
    return 'Stopped: something moved. You do not know yet whether it is a broken pipe, a real change, or noise. Looking costs a little; doing the wrong thing costs more. Choose one of the answers, or go on.';
  if (playing)
    return 'Your plan is deciding in front of real people. It stops when a monitor raises an alarm; P stops it at any time.';
  if (day === 0)
    return 'Press “Launch”. You will see only what your monitors show and what is logged, and the outcome that counts comes weeks later. Nobody tells you the truth until the end.';
  return 'Paused. Let days pass, or do something first.';
}

/** The live weeks: only what the plan's monitors show. A new alarm pauses. */
export function LiveView({ state, world, advance, reveal, guided, over }: Props) {
  const { days, busy, failed, run } = state;
  const { day, file } = run;
  /** The day on which "let days pass" was pressed; null while paused. */
  const [since, setSince] = useState<number | null>(null);
  const [speed, setSpeed] = useState<Speed>('steady');
  const done = day >= world.liveDays;
  const alarms = newAlarms(days);
  const halted = failed !== '' || alarms.length > 0;
  const playing = since !== null && !done && !(halted && day > since);
  const idle = busy === '';
  const pause = SPEEDS.find(([id]) => id === speed)?.[2] ?? 0;
  useEffect(() => {
    if (!playing || !idle) return undefined;
    const timer = setTimeout(() => void advance([], pause === 0), pause);
    return () => clearTimeout(timer);
  }, [playing, idle, pause, advance]);
  const one = (actions: readonly BaseAction[]) => {
    setSince(null);
    void advance(actions, false);
  };
  const act = (action: BaseAction) => one([{ ...action, day }]);
  const actions = useActions([
    {
      id: 'lab.play',
      label: playing ? 'Pause' : day === 0 ? 'Launch' : 'Let days pass',
      key: 'p',
      group: 'Lab',
      enabled: !done,
      handler: () => setSince(playing ? null : day),
    },
    {
      id: 'lab.step',
      label: 'One day',
      key: 's',
      group: 'Lab',
      enabled: !done && idle && !playing,
      handler: () => one([]),
    },
    {
      id: 'lab.reveal',
      label: 'See the truth and the bill',
      key: 'v',
      group: 'Lab',
      enabled: done && idle && !over,
      handler: reveal,
    },
  ]);
  const [play, step, truth] = actions;
  const { dollars: paid, hours } = spent(file.actions, world);
  return (
    <section className="stack">
      <h2>
        Live: day {day} of {world.liveDays}
      </h2>
      {guided && !over && (
        <p className="lab-coach">{coach(day, world.liveDays, alarms.length > 0 && !playing, playing)}</p>
      )}
      <div className="row">
        {play && !done && <ActionButton action={play} look="primary" />}
        {step && !done && <ActionButton action={step} />}
        {truth && done && !over && <ActionButton action={truth} look="primary" />}
        {!done && (
          <label className="row small">
            Speed
            <select className="input" value={speed} onChange={(event) => setSpeed(event.target.value as Speed)}>
              {SPEEDS.map(([id, says]) => (
                <option key={id} value={id}>
                  {says}
                </option>
              ))}
            </select>
          </label>
        )}
        {file.actions.length > 0 && (
          <span className="small soft">
            Spent on actions: {dollars(paid)} and {hours} hours.
          </span>
        )}
      </div>
      {!playing && !done && <AlarmCard alarms={alarms} world={world} enabled={idle} act={act} />}
      <LiveCharts days={days} world={world} monitors={file.plan.monitors} />
      {!done && (
        <details className="lab-part" open={!guided}>
          <summary>
            <h3>Do something today</h3>
            <span className="small soft">each at its price; the day passes with it</span>
          </summary>
          <ActionDesk world={world} enabled={idle && !playing} act={act} />
        </details>
      )}
      <LiveLog days={days} world={world} />
    </section>
  );
}
