import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { LoopsList } from './loops-list.tsx';
import { loopToGoOn } from './next.ts';
import { loopsQuery } from './queries.ts';
import { StartForm } from './start-form.tsx';
import './loop.css';

/** Start a loop, go on with one, read the packets of those before. */
export function LoopPage() {
  const navigate = useNavigate();
  const { data, error } = useQuery(loopsQuery);
  const open = data ? loopToGoOn(data) : null;
  const goOn = {
    id: 'loop.go-on',
    label: 'Go on',
    key: 'o',
    group: 'Loop',
    handler: () => void navigate({ to: open?.path ?? '/loop' }),
  };
  useActions(open ? [goOn] : []);
  return (
    <Page
      title="Loop"
      intro="A whole day of interviews: they remember what you said in the round before, the clock is theirs, and at the end a panel decides and shows you the sentence it turned on."
    >
      <div className="loop-page">
        {error && <Trouble error={error} />}
        {!data && !error && <Waiting />}
        {open && (
          <section className="loop-open" aria-label="The loop you are in">
            <p className="label">{open.label}</p>
            <h2>{open.title}</h2>
            <p className="soft">{open.why}</p>
            <div className="row">
              <ActionButton action={goOn} look="primary large" />
            </div>
          </section>
        )}
        <StartForm />
        <LoopsList />
      </div>
    </Page>
  );
}
