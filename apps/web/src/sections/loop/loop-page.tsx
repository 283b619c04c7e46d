import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { LoopsList } from './loops-list.tsx';
import { OpenLoop, useOpenLoop } from './open-loop.tsx';
import { loopsQuery } from './queries.ts';
import { StartForm } from './start-form.tsx';
import '../today/today.css';
import './loop.css';

/** Start a loop, go on with one, read the packets of those before. */
export function LoopPage() {
  const { data, error } = useQuery(loopsQuery);
  const open = useOpenLoop();
  return (
    <Page
      title="Loop"
      intro="A whole day of interviews: they remember what you said in the round before, the clock is theirs, and at the end a panel decides and shows you the sentence it turned on."
    >
      <div className="loop-page">
        {error && <Trouble error={error} />}
        {!data && !error && <Waiting />}
        {open && <OpenLoop loop={open} actionKey="o" />}
        <StartForm />
        <p>
          Had a real one? <Link to="/loop/import">Bring its transcript</Link>, and this panel debriefs it.
        </p>
        <LoopsList />
      </div>
    </Page>
  );
}
