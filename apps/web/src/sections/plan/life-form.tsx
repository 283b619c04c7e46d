import { addDays, daysBetween, type PlanWishes } from '@legible/prep';
import { useState } from 'react';
import { Trouble } from '../../shell/fallbacks.tsx';
import { dayName } from './day-name.ts';
import { useKeepWishes } from './use-wishes.ts';

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MOST_OFF = 120;

/** When life happens: days that are gone, days of the week that never work. The plan is worked out anew. */
export function LifeForm({ wishes, today }: { readonly wishes: PlanWishes; readonly today: string }) {
  const save = useKeepWishes();
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const span = from !== '' && to !== '' ? daysBetween(from, to) : -1;
  const put = (part: Partial<PlanWishes>) => save.mutate({ ...wishes, ...part });
  const off = wishes.off.filter((day) => day >= today).toSorted();
  return (
    <div className="life">
      <fieldset className="choice-row">
        <legend className="label">Days of the week that work</legend>
        {WEEKDAYS.map((short, weekday) => {
          const on = wishes.weekdays.includes(weekday);
          return (
            <label key={short}>
              <input
                type="checkbox"
                checked={on}
                disabled={save.isPending || (on && wishes.weekdays.length === 1)}
                onChange={() =>
                  put({
                    weekdays: WEEKDAYS.map((_, index) => index).filter((index) =>
                      index === weekday ? !on : wishes.weekdays.includes(index),
                    ),
                  })
                }
              />{' '}
              <abbr title={WEEKDAY_NAMES[weekday]}>{short}</abbr>
            </label>
          );
        })}
      </fieldset>
      <div className="date-form">
        <label>
          <span className="label">I lose the days from</span>
          <input
            className="input"
            type="date"
            min={today}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        </label>
        <label>
          <span className="label">to</span>
          <input className="input" type="date" min={from} value={to} onChange={(event) => setTo(event.target.value)} />
        </label>
        <button
          type="button"
          className="button"
          disabled={save.isPending || span < 0 || span > MOST_OFF}
          onClick={() =>
            put({
              off: [
                ...new Set([
                  ...wishes.off.filter((day) => day >= addDays(today, -7)),
                  ...Array.from({ length: span + 1 }, (_, index) => addDays(from, index)),
                ]),
              ],
            })
          }
        >
          Plan around them
        </button>
      </div>
      {off.length > 0 && (
        <p className="small">
          Days lost:{' '}
          {off.map((day, index) => (
            <span key={day}>
              {index > 0 && ', '}
              {dayName(day)}{' '}
              <button
                type="button"
                className="link tiny"
                onClick={() => put({ off: wishes.off.filter((one) => one !== day) })}
              >
                give back<span className="visually-hidden"> {dayName(day)}</span>
              </button>
            </span>
          ))}
        </p>
      )}
      {save.error && <Trouble error={save.error} />}
    </div>
  );
}
