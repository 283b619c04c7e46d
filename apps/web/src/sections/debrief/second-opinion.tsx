import type { Question } from '@legible/app/contract/index';
import { LEVEL_NAMES } from '@legible/judge/rubric';
import type { SignalId } from '@legible/judge';
import { useMutation, useQuery } from '@tanstack/react-query';
import { SIGNAL_LABELS } from '../../paper/names.ts';
import { secondOpinionQuery } from '../../server/queries.ts';
import { server } from '../../server/server.ts';
import { Trouble } from '../../shell/fallbacks.tsx';

interface Props {
  readonly question: Question;
  readonly answer: string;
  readonly signal: SignalId;
}

/** A level by the language model that the user runs, beside the judge's; nothing without one, and asked only on a click. */
export function SecondOpinion({ question, answer, signal }: Props) {
  const { data: source } = useQuery(secondOpinionQuery);
  const ask = useMutation({
    mutationFn: () => server.askSecondOpinion({ body: { question, answer, signal } }),
  });
  if (!source?.model || answer.trim() === '') return null;
  const said = ask.data;
  return (
    <div className="second-opinion small" aria-live="polite">
      {ask.error && <Trouble error={ask.error} />}
      {said?.outcome === 'level' && (
        <p>
          {said.model} says {said.level} {LEVEL_NAMES[said.level]}
          {said.quote && (
            <>
              , for <q className="theirs">{said.quote.text}</q>
            </>
          )}
          . <span className="soft">{said.why}</span>
        </p>
      )}
      {said?.outcome === 'void' && (
        <p className="soft">
          {said.model} gave a level that does not count. {said.reason}
        </p>
      )}
      {said?.outcome === 'failed' && <p className="soft">No second opinion. {said.reason}</p>}
      {(!said || said.outcome === 'failed') && (
        <button type="button" className="link tiny no-print" disabled={ask.isPending} onClick={() => ask.mutate()}>
          {ask.isPending ? `Asking ${source.model} at ${source.host} …` : `Second opinion from ${source.model}`}
          <span className="visually-hidden"> on {SIGNAL_LABELS[signal]}</span>
        </button>
      )}
    </div>
  );
}
