import type { KeptLoop, LoopResult } from '@legible/app/contract/index';
import { SIGNALS } from '@legible/judge/rubric';
import { comparePackets } from '@legible/loop/packet/compare';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { day, plural, SIGNAL_LABELS } from '../../paper/names.ts';
import { DECISION_LABELS, points } from './names.ts';
import { loopsQuery } from './queries.ts';

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

interface Props {
  readonly loop: KeptLoop;
  readonly packet: LoopResult['packet'];
}

/** How this loop compares with those before it; nothing where it is the first. */
export function ComparedWithEarlier({ loop, packet }: Props) {
  const { data } = useQuery(loopsQuery);
  const earlier = (data ?? []).flatMap((one) =>
    one.packet !== null && one.id !== loop.id && one.startedAt < loop.startedAt ? [{ ...one, packet: one.packet }] : [],
  );
  const compared = comparePackets(
    packet,
    earlier.map((one) => one.packet),
  );
  if (compared === null) return null;
  const mean = (value: number | undefined, change: number) => (value === undefined ? '' : points(value - change));
  return (
    <section aria-labelledby="compared-title">
      <h2 id="compared-title">
        Compared with {compared.loops === 1 ? 'the loop before' : `the ${plural(compared.loops, 'loop')} before`}
      </h2>
      <div className="packet-scroll" tabIndex={0} role="region" aria-label="Compared with earlier loops">
        <table className="packet-compared">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col" className="number">
                Before
              </th>
              <th scope="col" className="number">
                Now
              </th>
              <th scope="col" className="number">
                Change
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Mean vote, of 4</th>
              <td className="number">{points(packet.score - compared.score)}</td>
              <td className="number">{points(packet.score)}</td>
              <td className="number">{signed(compared.score)}</td>
            </tr>
            {SIGNALS.map((signal) => {
              const change = compared.signals[signal];
              const now = packet.means[signal];
              return (
                change !== undefined &&
                now !== undefined && (
                  <tr key={signal}>
                    <th scope="row">{SIGNAL_LABELS[signal]}, of 3</th>
                    <td className="number">{mean(now, change)}</td>
                    <td className="number">{points(now)}</td>
                    <td className="number">{signed(change)}</td>
                  </tr>
                )
              );
            })}
            <tr>
              <th scope="row">Interruptions</th>
              <td className="number">{points(packet.interruptions - compared.interruptions)}</td>
              <td className="number">{points(packet.interruptions)}</td>
              <td className="number">{signed(compared.interruptions)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <ul className="packet-earlier no-print">
        {earlier.map((one) => (
          <li key={one.id}>
            <Link to={`/loop/${one.id}/packet`}>
              {day(one.startedAt)}: {DECISION_LABELS[one.packet.decision]}, {points(one.packet.score)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
