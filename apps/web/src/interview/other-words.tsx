import { useMutation, useQuery } from '@tanstack/react-query';
import { secondOpinionQuery } from '../server/queries.ts';
import { server } from '../server/server.ts';

interface Props {
  readonly line: string;
  readonly answer: string;
}

/** The same question in the words of the language model that the user runs, where there is one. What counts is the line above. */
export function OtherWords({ line, answer }: Props) {
  const { data: source } = useQuery(secondOpinionQuery);
  const ask = useMutation({ mutationFn: () => server.phraseFollowUp({ body: { line, answer } }) });
  if (!source?.model) return null;
  return (
    <p className="small soft" aria-live="polite">
      {ask.data ? (
        (ask.data.text ?? `The line stays as it is. ${ask.data.reason}`)
      ) : ask.error ? (
        ask.error.message
      ) : (
        <button type="button" className="link tiny" disabled={ask.isPending} onClick={() => ask.mutate()}>
          {ask.isPending ? `Asking ${source.model} at ${source.host} …` : `In other words, by ${source.model}`}
        </button>
      )}
    </p>
  );
}
