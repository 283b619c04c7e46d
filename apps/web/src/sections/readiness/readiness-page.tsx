import { coreReady, held, readinessOf, SLOT_ABOUT, type Rehearsal, type SlotReadiness } from '@legible/prep';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { day, SIGNAL_LABELS, levelWords, verdictWords } from '../../paper/names.ts';
import { STATE_WORDS } from '../../paper/readiness-words.ts';
import { recordsQuery, todayHere } from '../../server/prep.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import './readiness.css';

/** What one can produce, and whether it holds when it is cold. */
export function ReadinessPage() {
  const { data, error } = useQuery(recordsQuery);
  const slots = data ? readinessOf(data.items, data.rehearsals, todayHere()) : [];
  const core = slots.filter(({ slot }) => SLOT_ABOUT[slot].core);
  const rest = slots.filter(({ slot }) => !SLOT_ABOUT[slot].core);
  const ready = core.filter(({ state }) => state === 'ready').length;
  return (
    <Page
      title="Readiness"
      intro="Ready means said without the draft on two different days, in its time, with a vote of yes. It can be lost again."
    >
      {error && <Trouble error={error} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <p className="readiness-word">
            {coreReady(slots)
              ? 'The things you cannot do without are ready.'
              : `${ready} of the ${core.length} things you cannot do without ${ready === 1 ? 'is' : 'are'} ready.`}
          </p>
          <Places title="What you cannot do without" slots={core} />
          <Places title="What will be asked for" slots={rest} />
        </>
      )}
    </Page>
  );
}

function Places({ title, slots }: { readonly title: string; readonly slots: readonly SlotReadiness[] }) {
  return (
    <section className="places">
      <h2>{title}</h2>
      <ul className="place-list">
        {slots.map((place) => (
          <li key={place.slot} className="place" data-state={place.state}>
            <div>
              <h3>{SLOT_ABOUT[place.slot].label}</h3>
              <p className={`place-state ${place.state}`}>{STATE_WORDS[place.state]}</p>
            </div>
            <div className="place-body">
              <p>{place.breaks}</p>
              {place.latest && <Latest rehearsal={place.latest} cold={place.latestCold} />}
              <p className="small">
                {place.item ? (
                  <>
                    <Link to={`/dossier/${place.item.id}`}>The draft</Link>
                    {place.state !== 'missing' && (
                      <>
                        {', '}
                        <Link to={`/rehearse/${place.item.id}`}>say it</Link>
                      </>
                    )}
                  </>
                ) : (
                  <Link to="/dossier">Write it</Link>
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Latest({ rehearsal, cold }: { readonly rehearsal: Rehearsal; readonly cold: Rehearsal | null }) {
  return (
    <p className="small soft">
      Last said {day(rehearsal.at)}: {verdictWords(rehearsal.verdict, rehearsal.verdictSet)}.{' '}
      {rehearsal.signals
        .map(({ signal, level, set }) => `${SIGNAL_LABELS[signal]} ${levelWords(level, set)}`)
        .join('; ')}
      .{' '}
      {cold === null ? 'Never said cold.' : `Last cold on ${day(cold.at)}: it ${held(cold) ? 'held' : 'did not hold'}.`}
    </p>
  );
}
