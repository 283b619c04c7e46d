import { briefOf, SIGNAL_WORDS, type FatalGap } from '@legible/prep';
import { Link } from '@tanstack/react-router';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { usePlanned } from '../../server/standing.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { longDayName } from './day-name.ts';
import './brief.css';

const REMINDERS: Record<FatalGap, string> = {
  data: 'Before any model: where do the labels come from, who makes them, how late, and how do they lie?',
  evaluation: 'Before any number: the goal, the measure that stands in for it, what it has to beat, when it misleads.',
  ownership: 'Say “I decided, because, and it cost”. Say what was not yours as plainly.',
};

/** One page for the morning of the interview: one's own openings and points, and the one thing to watch. */
export function BriefPage() {
  const { planned, error } = usePlanned();
  const [print] = useActions([
    { id: 'brief.print', label: 'Print it', key: 'p', group: 'For the morning', handler: () => globalThis.print() },
  ]);
  if (!planned) return <Page title="For the morning">{error ? <Trouble error={error} /> : <Waiting />}</Page>;
  const { plan, wishes, slots } = planned;
  const items = briefOf(slots);
  return (
    <Page title="For the morning" heading={false}>
      <article className="brief">
        <header className="row spread">
          <h1>For the morning</h1>
          <p className="soft">{wishes.interview === '' ? 'No date yet' : longDayName(wishes.interview)}</p>
        </header>
        <p className="brief-watch">
          <strong>Watch your {SIGNAL_WORDS[plan.gap]}.</strong> {REMINDERS[plan.gap]}
        </p>
        {items.length === 0 && (
          <p>
            Nothing is written, so there is nothing to read. <Link to="/dossier">Write the transition story</Link>.
          </p>
        )}
        <div className="brief-items">
          {items.map(({ slot, label, opening, points }) => (
            <section key={slot}>
              <h2>{label}</h2>
              <p className="theirs brief-opening">{opening}</p>
              <ul className="brief-points">
                {points
                  .filter(({ words }) => words !== opening)
                  .map((point) => (
                    <li key={point.label}>
                      <span className="label">{point.label}</span> <span className="theirs">{point.words}</span>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </div>
        <p className="small soft">
          Answer first, then the reason, then what it cost. When stopped, stop. When you do not know, say what you would
          measure.
        </p>
        <p className="no-print">{print && <ActionButton action={print} look="primary" />}</p>
      </article>
    </Page>
  );
}
