import { toBase64 } from '@legible/app/base64';
import {
  buildOutline,
  type Confirmed,
  confirmedIn,
  factsOf,
  type OutlineFact,
  outlineMarkdown,
  type OutlinePart,
  PART_NAMES,
  partsOf,
  STORY_KINDS,
  STORY_TITLES,
  type StoryKind,
  type StoryPart,
  storyOf,
} from '@legible/prep/evidence/index';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { forgetRecords } from '../../server/prep.ts';
import { server } from '../../server/server.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { download } from './download.ts';
import { type AllEvidence, evidenceQuery, toJson } from './kept-evidence.ts';
import './evidence.css';

/** Confirmed claims of all sources; ids are made distinct by their source. */
const confirmedOf = ({ kept }: AllEvidence): Confirmed[] =>
  kept.flatMap(({ id, evidence }) =>
    confirmedIn(evidence).map(({ claim, source }) => ({ claim: { ...claim, id: `${id}:${claim.id}` }, source })),
  );

/** A story's outline out of confirmed words, and the gaps in it as questions. */
export function OutlinePage() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data, error } = useQuery(evidenceQuery);
  const [kind, setKind] = useState<StoryKind>('transition');
  const [moved, setMoved] = useState<ReadonlyMap<string, StoryPart | null>>(new Map());
  const confirmed = useMemo(() => (data ? confirmedOf(data) : []), [data]);
  const outline = useMemo(() => buildOutline(confirmed, kind, moved), [confirmed, kind, moved]);
  const left = factsOf(confirmed, kind).filter(({ id }) => moved.get(id) === null);
  const used = outline.parts.some(({ facts }) => facts.length > 0);

  const begin = useMutation({
    mutationFn: async () => {
      const id = crypto.randomUUID();
      const body = toJson(storyOf(outline, () => crypto.randomUUID()));
      await server.saveDocument({
        params: { id },
        body: { type: 'story', title: STORY_TITLES[kind], body, baseVersion: 0 },
      });
      return id;
    },
    onSuccess: async (id) => {
      await forgetRecords(queries);
      await navigate({ to: `/dossier/${id}` });
    },
  });
  const [start, take] = useActions([
    {
      id: 'outline.story',
      label: 'Write the story from this',
      key: 'w',
      group: 'Outline',
      enabled: used && !begin.isPending,
      handler: () => begin.mutate(),
    },
    {
      id: 'outline.markdown',
      label: 'Take it as Markdown',
      key: 'm',
      group: 'Outline',
      enabled: used,
      handler: () =>
        download({
          name: `outline-${kind}.md`,
          type: 'text/markdown',
          content: toBase64(new TextEncoder().encode(outlineMarkdown(outline))),
        }),
    },
  ]);
  const move = (id: string, to: string) =>
    setMoved((before) => new Map(before).set(id, to === '' ? null : (to as StoryPart)));

  return (
    <Page
      title="Outline of a story"
      kicker={<Link to="/evidence">Evidence</Link>}
      intro="Your confirmed words, set under the parts of the story. Nothing is added; where nothing stands, there is a question."
    >
      {error && <Trouble error={error} />}
      {!data && !error && <Waiting />}
      {data && confirmed.length === 0 && (
        <div className="notice">
          <p>
            <strong>Nothing is confirmed yet.</strong>
          </p>
          <p>
            <Link to="/evidence">Bring in your resume</Link> and confirm what is true in it; the outline is made of
            that.
          </p>
        </div>
      )}
      {data && confirmed.length > 0 && (
        <>
          <label className="stack outline-kind">
            <span className="label">Which story</span>
            <select
              className="input"
              value={kind}
              onChange={(event) => {
                setKind(event.target.value as StoryKind);
                setMoved(new Map());
              }}
            >
              {STORY_KINDS.map((one) => (
                <option key={one} value={one}>
                  {STORY_TITLES[one]}
                </option>
              ))}
            </select>
          </label>
          <div className="outline">
            {outline.parts.map((part) => (
              <Part key={part.part} part={part} kind={kind} onMove={move} />
            ))}
          </div>
          {left.length > 0 && (
            <section aria-labelledby="left-title" className="outline-left">
              <h2 id="left-title">Left out</h2>
              <ul className="outline-facts">
                {left.map((fact) => (
                  <Fact key={fact.id} fact={fact} kind={kind} part={null} onMove={move} />
                ))}
              </ul>
            </section>
          )}
          {outline.open.length > 0 && (
            <section aria-labelledby="open-title" className="outline-open">
              <h2 id="open-title">A panel will still ask</h2>
              <ul className="outline-asks">
                {outline.open.map(({ claim, question }) => (
                  <li key={claim + question}>
                    <Link to={`/evidence/${claim.split(':')[0]}`} search={{ claim: claim.split(':')[1] }}>
                      {question}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <div className="row outline-end">
            {start && <ActionButton action={start} look="primary" />}
            {take && <ActionButton action={take} />}
          </div>
          {begin.error && <Trouble error={begin.error} />}
        </>
      )}
    </Page>
  );
}

interface PartProps {
  readonly part: OutlinePart;
  readonly kind: StoryKind;
  readonly onMove: (id: string, to: string) => void;
}

function Part({ part: { part, heading, facts, gap }, kind, onMove }: PartProps) {
  return (
    <section className="outline-part" aria-label={heading}>
      <h2>{heading}</h2>
      {gap !== null && <p className="outline-gap">{gap}</p>}
      {facts.length > 0 && (
        <ul className="outline-facts">
          {facts.map((fact) => (
            <Fact key={fact.id} fact={fact} kind={kind} part={part} onMove={onMove} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface FactProps {
  readonly fact: OutlineFact;
  readonly kind: StoryKind;
  /** Null where it is left out. */
  readonly part: StoryPart | null;
  readonly onMove: (id: string, to: string) => void;
}

function Fact({ fact, kind, part, onMove }: FactProps) {
  return (
    <li>
      <p className="theirs">{fact.text}</p>
      <p className="row tiny soft">
        {fact.source !== '' && <span>{fact.source}</span>}
        <label className="row">
          Told under
          <select
            className="input outline-move"
            value={part ?? ''}
            aria-label={`Where to tell: ${fact.text.slice(0, 50)}`}
            onChange={(event) => onMove(fact.id, event.target.value)}
          >
            {partsOf(kind).map((one) => (
              <option key={one} value={one}>
                {PART_NAMES[one]}
              </option>
            ))}
            <option value="">nothing: leave it out</option>
          </select>
        </label>
      </p>
    </li>
  );
}
