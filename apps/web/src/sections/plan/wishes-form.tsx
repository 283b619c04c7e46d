import type { PlanWishes } from '@legible/prep';
import { useState } from 'react';
import { Trouble } from '../../shell/fallbacks.tsx';
import { useKeepWishes } from './use-wishes.ts';

interface Props {
  readonly wishes: PlanWishes;
  readonly today: string;
  /** What the button says. */
  readonly keep: string;
  /** Offered beside it where no date has been given yet. */
  readonly offerNoDate?: boolean;
}

/** The two figures a plan needs: the day of the interview, and hours a week. */
export function DateForm({ wishes, today, keep, offerNoDate = false }: Props) {
  const save = useKeepWishes();
  const [interview, setInterview] = useState(wishes.interview);
  const [hours, setHours] = useState(String(wishes.hoursPerWeek));
  const hoursPerWeek = Number(hours);
  const wrongHours = !(hoursPerWeek >= 0.5 && hoursPerWeek <= 80);
  const past = interview !== '' && interview < today;
  return (
    <form
      className="date-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrongHours && !past) save.mutate({ ...wishes, interview, hoursPerWeek });
      }}
    >
      <label>
        <span className="label">The interview is on</span>
        <input
          className="input"
          type="date"
          min={today}
          value={interview}
          aria-describedby={past ? 'date-past' : undefined}
          onChange={(event) => setInterview(event.target.value)}
        />
      </label>
      <label>
        <span className="label">Hours a week</span>
        <input
          className="input"
          type="number"
          min="0.5"
          max="80"
          step="0.5"
          inputMode="decimal"
          value={hours}
          aria-describedby={wrongHours ? 'hours-wrong' : undefined}
          onChange={(event) => setHours(event.target.value)}
        />
      </label>
      <button type="submit" className="button primary" disabled={save.isPending || (offerNoDate && interview === '')}>
        {keep}
      </button>
      {offerNoDate && (
        <button
          type="button"
          className="button"
          disabled={save.isPending || wrongHours}
          onClick={() => save.mutate({ ...wishes, interview: '', hoursPerWeek })}
        >
          No date yet
        </button>
      )}
      {past && (
        <p className="small date-note" id="date-past">
          That day has passed. Choose today or a later one.
        </p>
      )}
      {wrongHours && (
        <p className="small date-note" id="hours-wrong">
          Give hours from 0.5 to 80.
        </p>
      )}
      {save.error && <Trouble error={save.error} />}
    </form>
  );
}
