import type { Interview as Kept } from '@legible/app/contract/index';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { interviewQuery, interviewsQuery } from '../../server/queries.ts';
import { server } from '../../server/server.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { usePathParam } from '../../shell/path-param.ts';
import { useSession } from '../../interview/use-session.ts';
import { Desk } from './desk.tsx';
import './answer.css';

/** One interview, from the question to the last follow-up. */
export function AnswerPage() {
  const id = usePathParam('id');
  // Always from the server: what a cache holds may be older than what is on disk.
  const { data, error, isFetchedAfterMount } = useQuery({
    ...interviewQuery(id),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const [fresh, setFresh] = useState<Kept | null>(null);
  if (data && isFetchedAfterMount && fresh?.id !== id) setFresh(data);
  if (error && !fresh)
    return (
      <Page title="This interview cannot be opened">
        <Trouble error={error} />
      </Page>
    );
  if (fresh?.id !== id)
    return (
      <Page title="Answer" heading={false}>
        <Waiting />
      </Page>
    );
  if (fresh.status === 'finished') return <Navigate to={`/debrief/${id}`} replace />;
  return <Running key={id} kept={fresh} />;
}

function Running({ kept }: { readonly kept: Kept }) {
  const queries = useQueryClient();
  const [session, view] = useSession(kept, async (lastSeq) => {
    const finished = await server.finishInterview({ params: { id: kept.id }, body: { lastSeq } });
    queries.setQueryData(interviewQuery(kept.id).queryKey, finished);
    await queries.invalidateQueries({ queryKey: interviewsQuery.queryKey });
  });
  if (view.finished) return <Navigate to={`/debrief/${kept.id}`} replace />;
  return (
    <Page title={kept.question.text} heading={false}>
      {session && view.state ? (
        <Desk question={kept.question} session={session} view={view} state={view.state} />
      ) : (
        <>
          <h1 className="asked">{kept.question.text}</h1>
          {view.trouble && (
            <p className="notice" role="alert">
              {view.trouble}
            </p>
          )}
        </>
      )}
    </Page>
  );
}
