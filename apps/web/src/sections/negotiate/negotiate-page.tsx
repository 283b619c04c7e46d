import {
  COUNTERPARTS,
  facing,
  outcome,
  over,
  PROFILES,
  reservation,
  type CandidateSheet,
} from '@legible/offers/negotiation/index';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { day } from '../../paper/names.ts';
import { Trouble } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { keep, negotiationsQuery, type Kept } from './kept.ts';
import { ScriptCheck } from './script-check.tsx';
import { SheetEditor } from './sheet-editor.tsx';
import './negotiate.css';

const FIRST = PROFILES[0] as CandidateSheet;

/** Whom to face, what one values, and what was negotiated before. */
export function NegotiatePage() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const kept = useQuery(negotiationsQuery);
  const [whom, setWhom] = useState(COUNTERPARTS[0]?.id ?? '');
  const [edited, setEdited] = useState<CandidateSheet | null>(null);
  const [seed, setSeed] = useState('');
  const mine = edited ?? kept.data?.all[0]?.body.mine ?? FIRST;
  const begin = useMutation({
    mutationFn: async () => {
      const id = crypto.randomUUID();
      const [random = 1] = crypto.getRandomValues(new Uint16Array(1));
      const body = { counterpart: whom, seed: seed === '' ? random : Number(seed), mine, events: [] };
      await keep(id, `Against ${COUNTERPARTS.find((one) => one.id === whom)?.name ?? whom}`, body, 0);
      return id;
    },
    onSuccess: async (id) => {
      await queries.invalidateQueries({ queryKey: negotiationsQuery.queryKey });
      await navigate({ to: '/negotiate/$id', params: { id } });
    },
  });
  const actions = useActions([
    {
      id: 'negotiate.begin',
      label: 'Begin',
      key: 'n',
      group: 'Negotiate',
      enabled: !begin.isPending,
      handler: () => begin.mutate(),
    },
  ]);
  const [start] = actions;
  const error = begin.error ?? kept.error;
  return (
    <Page
      title="Negotiate"
      intro="You talk in your own words to someone who wants something they do not tell you. Afterwards both sheets are opened, and you see which sentence cost what."
    >
      <div className="stack negotiate-home">
        {error && <Trouble error={error} />}
        <fieldset>
          <legend>
            <h2>Whom you face</h2>
          </legend>
          <div className="faces">
            {COUNTERPARTS.map(({ id, name, role, company, face }) => (
              <label key={id} className="face">
                <input type="radio" name="counterpart" checked={id === whom} onChange={() => setWhom(id)} />
                <span>
                  <strong>{name}</strong>
                  <span className="small soft">
                    {role}, {company}
                  </span>
                  <span className="small">{face}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <section className="stack">
          <h2>What you value</h2>
          <p className="soft prose">
            Only you see this until the end. A point is worth about a thousand a year to you.
          </p>
          <div className="row">
            <label className="row small">
              Start from
              <select
                className="input"
                value={mine.profile}
                onChange={(event) => setEdited(PROFILES.find(({ profile }) => profile === event.target.value) ?? mine)}
              >
                {PROFILES.map(({ profile, label }) => (
                  <option key={profile} value={profile}>
                    {label}
                  </option>
                ))}
                {!PROFILES.some(({ profile }) => profile === mine.profile) && (
                  <option value={mine.profile}>Your own</option>
                )}
              </select>
            </label>
            <label className="row small">
              Seed
              <input
                className="input seed"
                inputMode="numeric"
                placeholder="any"
                value={seed}
                onChange={(event) => setSeed(event.target.value.replace(/\D/g, '').slice(0, 9))}
              />
            </label>
          </div>
          <details>
            <summary>Change the points, and where you walk away</summary>
            <SheetEditor value={mine} onChange={setEdited} />
          </details>
          <div>{start && <ActionButton action={start} look="primary large" />}</div>
        </section>
        <ScriptCheck mine={mine} />
        <Before list={kept.data?.all ?? []} />
        {(kept.data?.unreadable ?? []).map(({ id, title, reason }) => (
          <p key={id} className="small">
            “{title}” cannot be read: {reason}
          </p>
        ))}
      </div>
    </Page>
  );
}

const ENDS = {
  agreed: 'agreed',
  walked: 'they walked',
  left: 'you left',
  talking: 'open',
  final: 'open, their last word',
};

function Before({ list }: { readonly list: readonly Kept[] }) {
  if (list.length === 0) return null;
  return (
    <section className="stack">
      <h2>Negotiated before</h2>
      <div className="scroll-x" tabIndex={0} role="region" aria-label="Negotiated before">
        <table>
          <thead>
            <tr>
              <th scope="col">Whom</th>
              <th scope="col">Day</th>
              <th scope="col">End</th>
              <th scope="col" className="number">
                Points over walking away
              </th>
            </tr>
          </thead>
          <tbody>
            {list.map(({ id, savedAt, state }) => (
              <tr key={id}>
                <td>
                  <Link to="/negotiate/$id" params={{ id }}>
                    {facing(state).name}, seed {state.seed}
                  </Link>
                </td>
                <td>{day(savedAt)}</td>
                <td>{ENDS[state.phase]}</td>
                <td className="number">{over(state) ? (outcome(state) - reservation(state.mine)).toFixed(1) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
