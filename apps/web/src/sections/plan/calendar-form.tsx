import type { PlanWishes } from '@legible/prep';
import { useState } from 'react';
import { Trouble } from '../../shell/fallbacks.tsx';
import { useKeepWishes } from './use-wishes.ts';

/** What the calendar file says: when a session begins, when the alarm rings, and whether others may read what it is. */
export function CalendarForm({ wishes }: { readonly wishes: PlanWishes }) {
  const save = useKeepWishes();
  const [startsAt, setStartsAt] = useState(wishes.startsAt);
  const [alarm, setAlarm] = useState(String(wishes.alarmMinutes));
  const [discreet, setDiscreet] = useState(wishes.discreet);
  const alarmMinutes = Number(alarm);
  const wrong = !(alarmMinutes >= 0 && alarmMinutes <= 1440) || alarm.trim() === '';
  return (
    <div className="date-form">
      <label>
        <span className="label">Sessions begin at</span>
        <input className="input" type="time" value={startsAt} onChange={(event) => setStartsAt(event.target.value)} />
      </label>
      <label>
        <span className="label">Alarm, minutes before</span>
        <input
          className="input"
          type="number"
          min="0"
          max="1440"
          value={alarm}
          onChange={(event) => setAlarm(event.target.value)}
        />
      </label>
      <label className="date-check">
        <input type="checkbox" checked={discreet} onChange={(event) => setDiscreet(event.target.checked)} /> Say only
        “Busy”: colleagues can see this calendar
      </label>
      <button
        type="button"
        className="button"
        disabled={save.isPending || wrong || startsAt === ''}
        onClick={() => save.mutate({ ...wishes, startsAt, alarmMinutes, discreet })}
      >
        Keep for the calendar
      </button>
      {wrong && <p className="small date-note">Give minutes from 0 to 1440.</p>}
      {save.error && <Trouble error={save.error} />}
    </div>
  );
}
