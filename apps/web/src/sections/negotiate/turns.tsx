import { facing, over, type State } from '@legible/offers/negotiation/index';

export const signed = (x: number): string => `${Math.round(x * 10) / 10 < 0 ? '−' : '+'}${Math.abs(x).toFixed(1)}`;

export function Turns({ state }: { readonly state: State }) {
  const { name } = facing(state);
  return (
    <ol className="turns" aria-live="polite" aria-label="What was said">
      {state.turns.map(({ who, text, bluff }, i) => (
        <li key={i} className={`turn ${who}`}>
          <span className="label">{who === 'candidate' ? 'You' : name}</span>
          <p className="theirs said">{text}</p>
          {bluff && over(state) && <p className="small">A bluff: there was room.</p>}
        </li>
      ))}
    </ol>
  );
}
