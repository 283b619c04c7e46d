import {
  AREAS,
  HOLDS,
  LEVEL,
  LEVELS,
  levelConversation,
  ROLES,
  type AreaRow,
  type Hold,
  type LevelConversation,
  type Role,
  type RoleDescription,
  type RoleLevel,
} from '@legible/offers';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { DiscountView } from './discount-view.tsx';
import { doubtsQuery } from './doubts.ts';
import { evidenceQuery, keepScope, scopeQuery } from './scope-kept.ts';
import './offers.css';

/** What the role owns, which level that is paid as, and what to ask before any number. */
export function ScopePage() {
  const kept = useQuery(scopeQuery);
  return (
    <Page
      title="Scope before number"
      intro="A number means nothing until you know what it pays for. Write down what they said the role owns; leave what they did not say."
    >
      {kept.error && <Trouble error={kept.error} />}
      {!kept.data && !kept.error && <Waiting />}
      {kept.data && <Scope first={kept.data.scope} firstVersion={kept.data.version} />}
    </Page>
  );
}

function Scope({ first, firstVersion }: { readonly first: RoleDescription; readonly firstVersion: number }) {
  const queries = useQueryClient();
  const [scope, setScope] = useState(first);
  const [version, setVersion] = useState(firstVersion);
  const evidence = useQuery(evidenceQuery);
  const doubts = useQuery(doubtsQuery);
  const save = useMutation({
    mutationFn: () => keepScope(scope, version),
    onSuccess: (saved) => {
      setVersion(saved.version);
      queries.setQueryData(scopeQuery.queryKey, { scope, version: saved.version });
    },
  });
  const talk = levelConversation(scope, evidence.data ?? [], doubts.data ?? []);
  const trouble = evidence.error ?? doubts.error ?? save.error;
  return (
    <div className="scope-page">
      {trouble && <Trouble error={trouble} />}
      <section aria-labelledby="role" className="no-print">
        <h2 id="role">What they said</h2>
        <ScopeForm scope={scope} onScope={setScope} />
        <p className="row">
          <button type="button" className="button primary" disabled={save.isPending} onClick={() => save.mutate()}>
            Keep
          </button>
          <span className="small soft" role="status">
            {save.isSuccess && save.data.version === version ? 'Kept.' : ''}
          </span>
        </p>
      </section>
      <Level talk={talk} offered={scope.offered} />
      <Areas rows={talk.rows} />
      <section aria-labelledby="ask">
        <h2 id="ask">Ask the recruiter</h2>
        <ul className="plain-list">
          {talk.ask.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
        <p className="theirs opening">“{talk.opening}”</p>
      </section>
      <DiscountView />
    </div>
  );
}

interface FormProps {
  readonly scope: RoleDescription;
  readonly onScope: (scope: RoleDescription) => void;
}

function ScopeForm({ scope, onScope }: FormProps) {
  return (
    <div className="fields">
      <Choice
        label="Kind of role"
        value={scope.role ?? ''}
        choices={['', ...ROLES]}
        onChoice={(role) => onScope({ ...scope, role: role === '' ? null : (role as Role) })}
      />
      <Choice
        label="Level they named"
        value={scope.offered ?? ''}
        choices={['', ...LEVELS]}
        onChoice={(level) => onScope({ ...scope, offered: level === '' ? null : (level as RoleLevel) })}
      />
      {AREAS.map((area) => (
        <Choice
          key={area}
          label={area}
          value={scope.holds[area]}
          choices={HOLDS}
          onChoice={(hold) => onScope({ ...scope, holds: { ...scope.holds, [area]: hold as Hold } })}
        />
      ))}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly string[];
  readonly onChoice: (choice: string) => void;
}

function Choice({ label, value, choices, onChoice }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select className="input" value={value} onChange={(event) => onChoice(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice === '' ? 'not said' : choice}
          </option>
        ))}
      </select>
    </label>
  );
}

function Level({ talk, offered }: { readonly talk: LevelConversation; readonly offered: RoleLevel | null }) {
  const { level, vague, gap } = talk;
  return (
    <section aria-labelledby="level">
      <h2 id="level">The level</h2>
      {vague.length > 0 && (
        <div className="notice">
          <p>
            <strong>The levelling is vague.</strong>
          </p>
          {vague.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </div>
      )}
      {gap && <p>{gap}</p>}
      <table className="money-table words">
        <thead>
          <tr>
            <th scope="col">Level</th>
            <th scope="col">Paid for</th>
            <th scope="col">Here</th>
          </tr>
        </thead>
        <tbody>
          {LEVELS.map((each) => (
            <tr key={each}>
              <th scope="row">{each}</th>
              <td>{LEVEL[each].paidFor}</td>
              <td>
                {[each === level ? 'the scope' : '', each === offered ? 'the offer' : ''].filter(Boolean).join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="tiny soft">An order of size: companies differ in what they call a level, which is why you ask.</p>
    </section>
  );
}

function Areas({ rows }: { readonly rows: readonly AreaRow[] }) {
  return (
    <section aria-labelledby="areas">
      <h2 id="areas">What you can show for it</h2>
      <p className="small soft">
        Sentences from your stories in which you did something of that kind, and words that your last three panels found
        weak. Found by their words: check them.
      </p>
      <ul className="plain-list">
        {rows.map(({ area, means, hold, standing, evidence, doubts }) => (
          <li key={area}>
            <strong>{area}</strong> <span className="small soft">({means})</span>: {hold}
            {standing !== hold && standing !== 'not asked for' && <>, {standing}</>}
            {evidence.slice(0, 3).map(({ words, from }) => (
              <p key={words} className="small">
                For: <q className="theirs">{words}</q> {from}
              </p>
            ))}
            {doubts.slice(0, 3).map(({ words, from }, k) => (
              <p key={k} className="small">
                Doubted: <q className="theirs">{words}</q> {from}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
