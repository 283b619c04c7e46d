import { FACT_PARTS, FAILURE_PARTS, TRANSITION_PARTS, type Fact, type FactPart, type Story } from '@legible/prep';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';

const PART_LABELS: Record<FactPart, string> = {
  pattern: 'Work pattern',
  system: 'System',
  decision: 'Decision',
  lesson: 'Lesson',
  situation: 'Situation',
  cost: 'Cost',
  change: 'What changed',
  other: 'Other',
};

interface Props {
  readonly story: Story;
  readonly onChange: (story: Story) => void;
}

/** The facts that both tellings are told from: one line each, with where it stands. */
export function FactsEditor({ story, onChange }: Props) {
  const id = useId();
  const own: readonly FactPart[] = story.kind === 'transition' ? TRANSITION_PARTS : FAILURE_PARTS;
  const parts = FACT_PARTS.filter((part) => own.includes(part) || part === 'other');
  const missing = own.filter((part) => !story.facts.some((fact) => fact.part === part && fact.text.trim() !== ''));
  const put = (facts: readonly Fact[]) => onChange({ ...story, facts });
  const change = (which: string, part: Partial<Fact>) =>
    put(story.facts.map((fact) => (fact.id === which ? { ...fact, ...part } : fact)));
  const add = (part: FactPart) => put([...story.facts, { id: crypto.randomUUID(), part, text: '', source: '' }]);
  return (
    <section className="facts" aria-labelledby={id}>
      <h2 id={id}>Facts</h2>
      <p className="small soft">
        What happened, one line each. Both tellings are told from these and from nothing else.{' '}
        <Link to="/evidence/outline">Take them from your evidence</Link>
      </p>
      {story.facts.length > 0 && (
        <ul className="fact-list">
          {story.facts.map((fact) => (
            <li key={fact.id} className="fact">
              <select
                className="input"
                aria-label="Part"
                value={fact.part}
                onChange={(event) => {
                  const part = FACT_PARTS.find((known) => known === event.target.value);
                  if (part) change(fact.id, { part });
                }}
              >
                {[...new Set([...parts, fact.part])].map((part) => (
                  <option key={part} value={part}>
                    {PART_LABELS[part]}
                  </option>
                ))}
              </select>
              <input
                className="input theirs"
                aria-label={`Fact: ${PART_LABELS[fact.part]}`}
                value={fact.text}
                maxLength={2000}
                placeholder="In your words, with the figure"
                onChange={(event) => change(fact.id, { text: event.target.value })}
              />
              <button
                type="button"
                className="link tiny"
                onClick={() => put(story.facts.filter((one) => one.id !== fact.id))}
              >
                Remove<span className="visually-hidden">: {fact.text === '' ? PART_LABELS[fact.part] : fact.text}</span>
              </button>
              {fact.source !== '' && <p className="tiny soft fact-source">From: {fact.source}</p>}
            </li>
          ))}
        </ul>
      )}
      <p className="row small">
        {(missing.length > 0 ? missing : (['other'] as const)).map((part) => (
          <button key={part} type="button" className="button" onClick={() => add(part)}>
            Add: {PART_LABELS[part].toLowerCase()}
          </button>
        ))}
      </p>
    </section>
  );
}
