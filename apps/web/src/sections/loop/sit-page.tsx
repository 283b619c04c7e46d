import type { KeptLoop } from '@legible/app/contract/index';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useConversation } from '../../interview/use-session.ts';
import { server } from '../../server/server.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { usePathParam } from '../../shell/path-param.ts';
import { Between } from './between.tsx';
import { LoopSession } from './loop-session.ts';
import { roundTitle } from './names.ts';
import { loopQuery, loopsQuery } from './queries.ts';
import { RoundDesk } from './round-desk.tsx';
import type { Sitting } from './sitting.ts';
import '../answer/answer.css';
import './loop.css';

/** One loop: the round that is open, or what comes next. */
export function SitPage() {
  const id = usePathParam('id');
  // Always from the server: what a cache holds may be older than what is on disk.
  const { data, error, isFetchedAfterMount } = useQuery({
    ...loopQuery(id),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const [fresh, setFresh] = useState<KeptLoop | null>(null);
  if (data && isFetchedAfterMount && fresh?.id !== id) setFresh(data);
  if (error && !fresh)
    return (
      <Page title="This loop cannot be opened">
        <Trouble error={error} />
      </Page>
    );
  if (fresh?.id !== id)
    return (
      <Page title="Loop" heading={false}>
        <Waiting />
      </Page>
    );
  if (fresh.status === 'finished') return <Navigate to={`/loop/${id}/packet`} replace />;
  return <Running key={id} kept={fresh} />;
}

function Running({ kept }: { readonly kept: KeptLoop }) {
  const queries = useQueryClient();
  const finish = useRef(async (lastSeq: number) => {
    const finished = await server.finishLoop({ params: { id: kept.id }, body: { lastSeq } });
    queries.setQueryData(loopQuery(kept.id).queryKey, finished);
    await queries.invalidateQueries({ queryKey: loopsQuery.queryKey });
  });
  const [session, view] = useConversation<Sitting, LoopSession>(() => new LoopSession(kept, finish.current));
  const { state, trouble } = view;
  const shown = useRef<number | null>(null);
  const turn = state?.turn ?? null;
  useEffect(() => {
    // The next question is read from its top; one that is come back to, from where its words run.
    if (shown.current !== null && turn !== null && turn !== shown.current) scrollTo({ top: 0 });
    shown.current = turn;
  }, [turn]);
  if (view.finished) return <Navigate to={`/loop/${kept.id}/packet`} replace />;
  const round = state?.rounds[state.round];
  return (
    <Page title={round ? roundTitle(round.kind) : 'Loop'} heading={false}>
      {state === null || session === null ? (
        <>
          <h1 className="visually-hidden">Loop</h1>
          {trouble === null ? (
            <p className="soft" role="status">
              The interviewers read their notes…
            </p>
          ) : (
            <p className="notice" role="alert">
              {trouble}
            </p>
          )}
        </>
      ) : state.phase === 'ended' ? (
        <Deciding trouble={trouble} />
      ) : state.current === null ? (
        <Between session={session} view={view} state={state} pace={kept.plan.pace} />
      ) : (
        <RoundDesk
          key={state.turn}
          session={session}
          view={view}
          state={state}
          current={state.current}
          sheet={kept.plan.defence?.sheet ?? []}
        />
      )}
    </Page>
  );
}

function Deciding({ trouble }: { readonly trouble: string | null }) {
  return (
    <>
      <h1>The panel is in the room</h1>
      {trouble === null ? (
        <p className="soft" role="status">
          Each vote is written before anybody speaks.
        </p>
      ) : (
        <p className="notice" role="alert">
          {trouble}
        </p>
      )}
    </>
  );
}
