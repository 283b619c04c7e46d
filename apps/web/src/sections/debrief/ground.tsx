import { useQuery } from '@tanstack/react-query';

/** What strong answers to this very question cover, and what weak ones do; from the bank, for questions that are in it. */
export function Ground({ questionId }: { readonly questionId: string }) {
  const { data } = useQuery({
    queryKey: ['ground', questionId],
    queryFn: async () => {
      const { fullBank } = await import('@legible/corpus/bank.generated');
      return fullBank.find(({ id }) => id === questionId) ?? null;
    },
    staleTime: Infinity,
  });
  if (!data) return null;
  return (
    <>
      <div className="ground">
        <h3>Strong answers to this question cover</h3>
        <ul>
          {data.covers.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <p className="tiny soft">In no order. Nobody is expected to say all of it.</p>
      </div>
      {data.traps.length > 0 && (
        <div className="ground">
          <h3>Weak ones fall into</h3>
          <ul>
            {data.traps.map((trap) => (
              <li key={trap}>{trap}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
