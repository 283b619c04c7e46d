import type { LoopResult } from '@legible/app/contract/index';

/** The panel's meeting, as it was minuted. */
export function Debrief({ packet }: { readonly packet: LoopResult['packet'] }) {
  if (packet.debrief.length === 0) return null;
  return (
    <section aria-labelledby="debrief-title">
      <h2 id="debrief-title">The debrief</h2>
      <ol className="packet-debrief">
        {packet.debrief.map(({ speaker, role, text }, index) => (
          <li key={`${speaker} ${index}`}>
            <span className="packet-speaker">
              {speaker}
              <span className="tiny soft packet-what">{role}</span>
            </span>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
