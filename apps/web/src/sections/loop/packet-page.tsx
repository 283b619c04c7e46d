import type { KeptLoop, LoopResult } from '@legible/app/contract/index';
import { PRESET, ROUND_WEIGHT } from '@legible/loop/loop/presets';
import { fillersIn } from '@legible/prep/rehearse/index';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { ActionButton } from '../../actions/action-button.tsx';
import type { Action } from '../../actions/action.ts';
import { useActions } from '../../actions/store.ts';
import { longPauses } from '../../interview/delivery.ts';
import { clock, day, plural, times } from '../../paper/names.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { usePathParam } from '../../shell/path-param.ts';
import { ComparedWithEarlier } from './compared.tsx';
import { Debrief } from './debrief.tsx';
import { AgainstTheTruth, Minutes } from './minutes.tsx';
import { DECISION_LABELS, GAP_LABELS, points, roundTitle } from './names.ts';
import { NextThings } from './next-things.tsx';
import { loopQuery } from './queries.ts';
import { Votes } from './votes.tsx';
import './packet.css';

/** What the panel wrote of one loop. */
export function PacketPage() {
  const id = usePathParam('id');
  const { data, error } = useQuery(loopQuery(id));
  if (data?.result) return <Packet loop={data} result={data.result} />;
  if (data?.status === 'running') return <Navigate to={`/loop/${id}`} replace />;
  return (
    <Page title="Packet" heading={false}>
      {error ? <Trouble error={error} /> : <Waiting />}
    </Page>
  );
}

function Packet({ loop, result }: { readonly loop: KeptLoop; readonly result: LoopResult }) {
  const { packet, rounds } = result;
  const { decision, score, deciding, fatal, level } = packet;
  const print: Action = {
    id: 'packet.print',
    label: 'Print, or save as PDF',
    key: 'p',
    group: 'This packet',
    handler: () => globalThis.print(),
  };
  useActions([print]);
  const preset = PRESET[loop.plan.preset];
  const [only] = rounds;
  const weighed = new Set(packet.votes.map(({ kind }) => ROUND_WEIGHT[kind])).size > 1;
  const sat = rounds.filter((_, index) => packet.votes.some(({ round }) => round === index));
  return (
    <Page title={`Packet: ${DECISION_LABELS[decision]}`} heading={false}>
      <article className="packet">
        <header className="packet-head">
          <p className="label">
            Interview packet. {rounds.length === 1 && only !== undefined ? roundTitle(only.kind) : preset.title},{' '}
            {day(loop.startedAt)}
            {loop.finishedAt !== null && day(loop.finishedAt) !== day(loop.startedAt) && ` to ${day(loop.finishedAt)}`}
          </p>
          <h1 className="packet-decision">{DECISION_LABELS[decision]}</h1>
          <dl className="packet-facts">
            <Fact
              name={weighed ? 'Mean vote, weighted' : 'Mean vote'}
              value={`${points(score)} of 4, bar ${points(preset.bar)}`}
            />
            <Fact name="Level offered" value={level.title ?? 'None'} />
            <Fact
              name="Fatal gap"
              value={fatal === null ? 'None' : `${GAP_LABELS[fatal.gap]}, ${points(fatal.mean)} of 3`}
            />
            <Fact
              name="Rounds"
              value={`${sat.length} of ${rounds.length}${packet.endedEarly ? ', left early' : ''}, ${clock(rounds.reduce((sum, { used }) => sum + used, 0))}`}
            />
            <Fact name="Interrupted" value={packet.interruptions === 0 ? 'Never' : times(packet.interruptions)} />
            <Fact name="Helped" value={packet.rescued ? 'Once' : 'Never'} />
            <Delivery loop={loop} result={result} />
          </dl>
          <div className="row no-print">
            <ActionButton action={print} />
            <Link className="button quiet" to="/loop">
              All loops
            </Link>
          </div>
        </header>

        <section aria-labelledby="deciding-title" className="packet-deciding">
          <h2 id="deciding-title">
            {deciding === null || deciding.flips ? 'The deciding sentence' : 'No one sentence decided; the heaviest'}
            {deciding?.kind === 'never-said' && ', which was never said'}
          </h2>
          {deciding === null ? (
            <p className="soft">None: nothing was said</p>
          ) : (
            <>
              <blockquote className="theirs deciding-words">“{deciding.exhibit.words}”</blockquote>
              <p>{deciding.sentence}</p>
              {deciding.missing !== null && <p className="packet-missing">{deciding.missing}</p>}
              <table className="packet-ablation">
                <thead>
                  <tr>
                    <th scope="col">Judged again</th>
                    <th scope="col" className="number">
                      Mean vote
                    </th>
                    <th scope="col">Decision</th>
                  </tr>
                </thead>
                <tbody>
                  <tr>
                    <th scope="row">As it was</th>
                    <td className="number">{points(deciding.before)}</td>
                    <td>{DECISION_LABELS[decision]}</td>
                  </tr>
                  <tr>
                    <th scope="row">{deciding.kind === 'said' ? 'Without the sentence' : 'With it said'}</th>
                    <td className="number">{points(deciding.after)}</td>
                    <td>
                      {DECISION_LABELS[deciding.decisionAfter]}
                      {deciding.flips ? ', turned' : ', unchanged'}
                    </td>
                  </tr>
                </tbody>
              </table>
            </>
          )}
          {fatal !== null && (
            <>
              <h3>The fatal gap: {GAP_LABELS[fatal.gap].toLowerCase()}</h3>
              <p className="packet-fatal">{fatal.sentence}</p>
            </>
          )}
        </section>

        <Votes packet={packet} rounds={rounds} />
        <Debrief packet={packet} />

        <section aria-labelledby="level-title">
          <h2 id="level-title">Level offered: {level.title ?? 'none'}</h2>
          <p>{level.why}</p>
        </section>

        <NextThings next={packet.next} preset={loop.plan.preset} />
        <AgainstTheTruth turns={result.turns} title={loop.plan.defence?.title ?? ''} />
        <ComparedWithEarlier loop={loop} packet={packet} />
        <Minutes result={result} />
        <footer className="packet-foot small soft">
          Legible. Packet {loop.id.slice(0, 8)}, {plural(result.turns.length, 'question')}
        </footer>
      </article>
    </Page>
  );
}

/** Fillers and silences of the whole loop, where there were any; they change no vote. */
function Delivery({ loop, result }: { readonly loop: KeptLoop; readonly result: LoopResult }) {
  const fillers = fillersIn(result.turns.map(({ readings }) => readings[0]?.text ?? '').join('\n'));
  const pauses = longPauses(loop.events);
  const [longest] = pauses;
  return (
    <>
      {fillers.length > 0 && (
        <Fact
          name="Fillers"
          value={`${fillers.length} (${[...new Set(fillers.map(({ word }) => word))].slice(0, 3).join(', ')})`}
        />
      )}
      {longest !== undefined && (
        <Fact name="Long pauses" value={`${pauses.length}, the longest ${Math.round(longest.seconds)} s`} />
      )}
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
