import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ActionButton } from '../../actions/action-button.tsx';
import type { Action } from '../../actions/action.ts';
import { useActions } from '../../actions/store.ts';
import { loopToGoOn } from './next.ts';
import type { LoopToGoOn } from './next.ts';
import { loopsQuery } from './queries.ts';

/** The loop that is open, null where none is; undefined until it is known. */
export function useOpenLoop(): LoopToGoOn | null | undefined {
  const { data } = useQuery(loopsQuery);
  return data === undefined ? undefined : loopToGoOn(data);
}

/** The loop to go on with, as the one obvious thing. */
export function OpenLoop({ loop, actionKey }: { readonly loop: LoopToGoOn; readonly actionKey: string }) {
  const navigate = useNavigate();
  const goOn: Action = {
    id: 'loop.go-on',
    label: 'Go on with the loop',
    key: actionKey,
    group: 'Loop',
    handler: () => {
      // Enter on a link or a button is that link's or button's own.
      if (actionKey === 'Enter' && document.activeElement?.matches('a, button, summary'))
        (document.activeElement as HTMLElement).click();
      else void navigate({ to: loop.path });
    },
  };
  useActions([goOn]);
  return (
    <section className="next" aria-label="The loop you are in">
      <p className="label">Loop, {loop.label}</p>
      <h2 className="next-question">{loop.title}</h2>
      <p className="next-why soft">{loop.why}</p>
      <div className="row">
        <ActionButton action={{ ...goOn, handler: () => void navigate({ to: loop.path }) }} look="primary large" />
      </div>
    </section>
  );
}
