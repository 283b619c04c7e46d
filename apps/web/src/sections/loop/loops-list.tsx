import type { LoopSummary } from '@legible/app/contract/index';
import { PRESET } from '@legible/loop/loop/presets';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { day, plural, time, times } from '../../paper/names.ts';
import { server } from '../../server/server.ts';
import { Confirm } from '../../shell/confirm.tsx';
import { Trouble } from '../../shell/fallbacks.tsx';
import { DECISION_LABELS, points, roundTitle } from './names.ts';
import { loopsQuery } from './queries.ts';
import './loop.css';

const nameOf = ({ rounds, preset }: LoopSummary): string =>
  rounds.length === 1 && rounds[0] !== undefined ? roundTitle(rounds[0].kind) : PRESET[preset].title;

/** Every loop, newest first; nothing where there is none. */
export function LoopsList() {
  const queries = useQueryClient();
  const { data, error } = useQuery(loopsQuery);
  const [doomed, setDoomed] = useState<LoopSummary | null>(null);
  const remove = useMutation({
    mutationFn: (id: string) => server.deleteLoop({ params: { id } }),
    onSuccess: (_, id) => {
      queries.removeQueries({ queryKey: ['loop', id] });
      setDoomed(null);
      return queries.invalidateQueries({ queryKey: loopsQuery.queryKey });
    },
  });
  if (error) return <Trouble error={error} />;
  if (!data || data.length === 0) return null;
  return (
    <section aria-labelledby="loops-title" className="loops">
      <h2 id="loops-title">Loops</h2>
      <ul className="loop-list">
        {data.map((loop) => (
          <li key={loop.id} className="loop-line">
            <span className="interview-when">
              {day(loop.startedAt)}
              <br />
              <span className="soft">{time(loop.startedAt)}</span>
            </span>
            <span>
              <Link
                className="loop-name"
                to={loop.status === 'running' ? `/loop/${loop.id}` : `/loop/${loop.id}/packet`}
              >
                {nameOf(loop)}
              </Link>
              <span className="small soft loop-facts">
                {loop.status === 'running'
                  ? `${loop.roundsOpened} of ${plural(loop.rounds.length, 'round')} opened`
                  : `${plural(loop.rounds.length, 'round')}${loop.packet?.level ? `, ${loop.packet.level}` : ''}`}
              </span>
            </span>
            <span>
              {loop.packet === null
                ? 'Running'
                : `${DECISION_LABELS[loop.packet.decision]}, ${points(loop.packet.score)} of 4`}
              {loop.packet !== null && loop.packet.interruptions > 0 && (
                <span className="loop-stops">stopped {times(loop.packet.interruptions)}</span>
              )}
              {loop.packet?.endedEarly && <span className="small soft loop-facts">left early</span>}
            </span>
            <button
              type="button"
              className="button quiet"
              onClick={() => setDoomed(loop)}
              aria-label={`Delete: ${nameOf(loop)}, ${day(loop.startedAt)} ${time(loop.startedAt)}`}
            >
              Delete
            </button>
          </li>
        ))}
      </ul>
      <Confirm
        open={doomed !== null}
        title="Delete this loop?"
        busy={remove.isPending}
        error={remove.error}
        onYes={() => doomed && remove.mutate(doomed.id)}
        onClose={() => setDoomed(null)}
      >
        {doomed && nameOf(doomed)}, {doomed && day(doomed.startedAt)}. Its words and its packet go for good.
      </Confirm>
    </section>
  );
}
