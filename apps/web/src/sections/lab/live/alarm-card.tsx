import type { Alarm, BaseAction, World } from '@legible/lab';
import { alarmWords, answersTo, monitorCard, priceOf } from './day-figures.ts';

interface Props {
  readonly alarms: readonly Alarm[];
  readonly world: World;
  readonly enabled: boolean;
  readonly act: (action: BaseAction) => void;
}

/** What an alarm says, what it cannot say, and what could be done about it at what price. */
export function AlarmCard({ alarms, world, enabled, act }: Props) {
  const [first] = alarms;
  if (!first) return null;
  const seen = new Set<string>();
  const answers = alarms
    .flatMap((alarm) => answersTo(alarm, world))
    .filter((action) => {
      const key = JSON.stringify(action);
      return !seen.has(key) && seen.add(key);
    });
  return (
    <div className="lab-alarm stack">
      <div role="alert">
        {alarms.map((alarm) => (
          <p key={`${alarm.kind} ${alarm.feature}`}>
            <strong>Alarm, day {alarm.day}.</strong> {alarmWords(alarm, world)}
          </p>
        ))}
      </div>
      <p className="small soft">
        {monitorCard(first.kind, world)?.says} <strong>But:</strong> {monitorCard(first.kind, world)?.risks}
      </p>
      <div className="row" role="group" aria-label="What could be done about it">
        {answers.map((action) => {
          const card = world.actions.find(({ kind }) => kind === action.kind);
          const target = card?.takes ? (action as unknown as Record<string, string>)[card.takes.name] : undefined;
          const name = world.features.find((feature) => feature.name === target)?.title ?? target;
          return (
            <button
              key={JSON.stringify(action)}
              type="button"
              className="button"
              disabled={!enabled}
              title={card?.says}
              onClick={() => act(action)}
            >
              {card?.title}
              {name === undefined ? '' : `: ${name}`}
              <span className="soft">{priceOf(action.kind, world)}</span>
            </button>
          );
        })}
      </div>
      <p className="small soft">Or let days pass: an alarm that goes on does not stop you twice.</p>
    </div>
  );
}
