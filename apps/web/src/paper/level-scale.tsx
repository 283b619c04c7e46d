import type { Level } from '@legible/judge';

const LEVELS: readonly Level[] = [0, 1, 2, 3];

/** The four levels as numerals, the level given circled with a pen, the others that are possible circled in dots. */
export function LevelScale({ level, set }: { readonly level: Level; readonly set: readonly Level[] }) {
  return (
    <span className="scale" aria-hidden="true">
      {LEVELS.map((value) => (
        <span
          key={value}
          className={`scale-step ${value === level ? 'given' : set.includes(value) ? 'perhaps' : ''} ${value >= 2 ? 'earned' : ''}`}
        >
          {value}
        </span>
      ))}
    </span>
  );
}
