import { ACTIONS, MONITORS, SYSTEMS, WORLDS } from '@legible/lab';
import type { Action, Alarm } from '@legible/lab';
import { useEffect, useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { Answer } from './answer.tsx';
import { dollars } from './kept.ts';
import { MonitorCharts } from './monitor-charts.tsx';
import type { RunState } from './use-run.ts';

interface Props {
  readonly state: RunState;
  readonly advance: (actions: readonly Action[]) => void;
  readonly reveal: () => void;
}

/** What each kind of action asks for, with the choices where they are listed. */
function choicesOf(kind: Action['kind'], features: readonly string[]): readonly string[] | undefined {
  if (kind === 'investigate') return [...features, 'amount-bands', 'hours', 'canary'];
  if (kind === 'audit') return ['approved', 'declined', 'riskiest'];
  if (kind === 'feature-off' || kind === 'feature-on') return features;
  return kind === 'page' ? [...features, ...SYSTEMS] : undefined;
}

function actionOf(day: number, kind: Action['kind'], choice: string, value: number): Action {
  if (kind === 'investigate') return { day, kind, slice: choice };
  if (kind === 'audit') return { day, kind, of: choice as 'approved' | 'declined' | 'riskiest' };
  if (kind === 'feature-off' || kind === 'feature-on') return { day, kind, feature: choice };
  if (kind === 'page') return { day, kind, target: choice };
  return kind === 'threshold' ? { day, kind, value } : { day, kind };
}

function alarmWords({ kind, feature, value, threshold }: Alarm): string {
  const title = MONITORS.find((card) => card.kind === kind)?.title ?? kind;
  return `${title}${feature ? ` of ${feature}` : ''} at ${Number(value.toPrecision(3))}, above ${threshold}.`;
}

/** The live weeks: only what the plan's monitors show. A new alarm pauses. */
export function LiveView({ state, advance, reveal }: Props) {
  const { days, day, busy, failed, file } = state;
  /** The day on which "let days pass" was pressed; null while paused. */
  const [since, setSince] = useState<number | null>(null);
  const [kind, setKind] = useState<Action['kind']>('investigate');
  const [choice, setChoice] = useState('');
  const [value, setValue] = useState(0.5);
  const [fast, setFast] = useState(false);
  const last = days.at(-1);
  const done = day >= 84;
  const before = days.at(-2)?.alarms ?? [];
  // An alarm that goes on was seen yesterday; only what it newly says pauses.
  const news = last?.alarms.some((a) => !before.some((b) => b.kind === a.kind && b.feature === a.feature)) ?? false;
  const halted = failed !== '' || news;
  const playing = since !== null && !done && !(halted && day > since);
  useEffect(() => {
    if (!playing || busy) return undefined;
    const timer = setTimeout(() => advance([]), fast ? 0 : 600);
    return () => clearTimeout(timer);
  }, [playing, busy, fast, advance]);
  const one = (chosenActions: readonly Action[]) => {
    setSince(null);
    advance(chosenActions);
  };
  const features = (WORLDS[file.world]?.world.features ?? []).map(({ name }) => name);
  const choices = choicesOf(kind, features);
  const chosen = choices?.includes(choice) ? choice : (choices?.[0] ?? '');
  const actions = useActions([
    {
      id: 'lab.play',
      label: playing ? 'Pause' : day === 0 ? 'Launch' : 'Let days pass',
      key: 'p',
      group: 'Lab',
      enabled: !done,
      handler: () => setSince(playing ? null : day),
    },
    { id: 'lab.step', label: 'One day', key: 's', group: 'Lab', enabled: !done && !busy, handler: () => one([]) },
    {
      id: 'lab.act',
      label: 'Do it and live the day',
      key: 'a',
      group: 'Lab',
      enabled: !done && !busy,
      handler: () => one([actionOf(day, kind, chosen, value)]),
    },
    {
      id: 'lab.reveal',
      label: 'See the truth and the bill',
      key: 'v',
      group: 'Lab',
      enabled: done && !busy,
      handler: reveal,
    },
  ]);
  const button = (id: string) => actions.find((action) => action.id === id);
  const [play, step, act, truth] = [button('lab.play'), button('lab.step'), button('lab.act'), button('lab.reveal')];
  const raised = days.flatMap(({ alarms }) => alarms).toReversed();
  const answers = days.flatMap(({ events }) => events.filter(({ answer }) => answer !== undefined)).toReversed();
  const card = ACTIONS.find((one) => one.kind === kind);
  return (
    <section className="stack">
      <h2>Live: day {day} of 84</h2>
      <div className="row">
        {play && <ActionButton action={play} look="primary" />}
        {step && <ActionButton action={step} />}
        <label className="lab-check small">
          <input type="checkbox" checked={fast} onChange={(event) => setFast(event.target.checked)} />
          Fast
        </label>
        {truth && done && <ActionButton action={truth} look="primary" />}
      </div>
      <div role="status">
        {last?.alarms.map((alarm) => (
          <p key={alarm.kind}>
            <strong>Alarm on day {alarm.day}:</strong> {alarmWords(alarm)}
          </p>
        ))}
      </div>
      <div className="row">
        <select
          className="input"
          aria-label="Action"
          value={kind}
          onChange={(event) => setKind(event.target.value as Action['kind'])}
        >
          {ACTIONS.map((one) => (
            <option key={one.kind} value={one.kind}>
              {one.title}: {dollars(one.dollars)}, {one.hours} h
            </option>
          ))}
        </select>
        {choices && (
          <select
            className="input"
            aria-label="Of what"
            value={chosen}
            onChange={(event) => setChoice(event.target.value)}
          >
            {choices.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
        {kind === 'threshold' && (
          <input
            className="input lab-narrow"
            aria-label="New threshold"
            type="number"
            min="0.001"
            max="1"
            step="any"
            value={value}
            onChange={(event) => setValue(event.target.valueAsNumber)}
          />
        )}
        {act && <ActionButton action={act} />}
      </div>
      {card && <p className="small soft">{card.says}</p>}
      <MonitorCharts days={days} length={84} monitors={file.plan.monitors} />
      {raised.length > 0 && (
        <>
          <h3>Alarms so far: {raised.length}</h3>
          <ul className="lab-scroll lab-alarms" tabIndex={0} aria-label="Alarms, newest first">
            {raised.map((alarm) => (
              <li key={`${alarm.day} ${alarm.kind}`}>
                Day {alarm.day}: {alarmWords(alarm)}
              </li>
            ))}
          </ul>
        </>
      )}
      {answers.length > 0 && (
        <>
          <h3>What you learned</h3>
          {answers.map(({ day: asked, what, answer }, i) => (
            <Answer key={`${asked} ${what} ${i}`} day={asked} what={what} answer={answer} />
          ))}
        </>
      )}
      {days.length > 0 && (
        <div className="lab-scroll lab-tall" tabIndex={0} role="region" aria-label="Days, newest first">
          <table>
            <thead>
              <tr>
                <th>Day</th>
                <th className="number">Payments</th>
                <th className="number">Model decides</th>
                <th className="number">Chargebacks</th>
                <th>Done</th>
              </tr>
            </thead>
            <tbody>
              {days.toReversed().map((report) => (
                <tr key={report.day}>
                  <td>{report.day}</td>
                  <td className="number">{report.payments}</td>
                  <td className="number">{Math.round(100 * report.share)}%</td>
                  <td className="number">
                    {report.chargebacks}, {dollars(report.chargebackDollars)}
                  </td>
                  <td>
                    {report.events
                      .map(
                        ({ by, what, dollars: price }) =>
                          `${by === 'plan' ? 'plan: ' : ''}${what}${price > 0 ? ` (${dollars(price)})` : ''}`,
                      )
                      .join('; ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
