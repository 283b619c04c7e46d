import {
  behaviours,
  facing,
  sayIssue,
  ISSUE_LABELS,
  outcome,
  points,
  reservation,
  type State,
} from '@legible/offers/negotiation/index';
import type { ReactNode } from 'react';
import { Waiting } from '../../shell/fallbacks.tsx';
import { FrontierPlot } from './frontier-plot.tsx';
import { opening, TermsTable } from './table.tsx';
import { signed, Turns } from './turns.tsx';
import { useReview } from './use-review.ts';
import type { Review } from './review.worker.ts';

const ENDS = {
  agreed: 'You have a deal.',
  walked: 'They walked away.',
  left: 'You left without a deal.',
  talking: '',
  final: '',
} as const;

/** The end, as a document: both sheets, what was there to be had, what each sentence was worth, the habits. */
export function EndDocument({ state, again }: { readonly state: State; readonly again: ReactNode }) {
  const { review, failed } = useReview(state);
  const them = facing(state);
  const gained = outcome(state) - reservation(state.mine);
  return (
    <div className="end-document">
      <p className="end-word">
        {ENDS[state.phase]} {signed(gained)} points over walking away.
      </p>
      <section className="stack">
        <h2>The packages</h2>
        <div className="scroll-x" tabIndex={0} role="region" aria-label="The packages">
          <TermsTable
            caption="The packages"
            currency={them.currency}
            columns={[
              { label: 'First offer', terms: opening(state) },
              { label: state.phase === 'agreed' ? 'Agreed' : 'At the end', terms: state.table },
              ...(review?.opened.nash ? [{ label: 'Nash point', terms: review.opened.nash.terms }] : []),
            ]}
          />
        </div>
        <p className="small soft prose">
          The Nash point is the package both could have had that shares the gain best: the largest product of both
          sides’ gains.
        </p>
      </section>
      {failed && <p className="notice">The sheets could not be worked out in this browser. Load the page again.</p>}
      {!review && !failed && <Waiting />}
      {review && <Sheets state={state} review={review} />}
      {review && <Sentences review={review} />}
      <section className="stack">
        <h2>What good negotiators keep to</h2>
        <ul className="habits">
          {behaviours(state).map(({ id, label, kept, quote, because }) => (
            <li key={id} className={kept ? 'habit kept' : 'habit broken'}>
              <strong>
                {label}: {kept ? 'kept' : 'not kept'}
              </strong>
              <p>{because}</p>
              {quote && <p className="theirs">“{quote}”</p>}
            </li>
          ))}
        </ul>
      </section>
      <section className="stack">
        <h2>What was said</h2>
        <Turns state={state} />
      </section>
      <div className="row no-print">{again}</div>
    </div>
  );
}

function Sheets({ state, review: { opened } }: { readonly state: State; readonly review: Review }) {
  const them = facing(state);
  const mine = state.mine.sheet;
  const weights = [
    ['Base, each thousand', mine.base, them.sheet.base],
    ['Sign-on, each thousand', mine.signOn, them.sheet.signOn],
    ['Equity, each thousand', mine.equity, them.sheet.equity],
    ['A level up', mine.level, them.sheet.level],
    ['Review, each month earlier', mine.review, them.sheet.review],
    ['A day from home', mine.remote, them.sheet.remote],
    [
      `A week off the best start (you ${mine.startWeek}, they ${them.sheet.startWeek})`,
      -mine.startMiss,
      -them.sheet.startMiss,
    ],
    ...Object.entries(mine.scope).map(
      ([area, value]) => [`Owning ${area}`, value, them.sheet.scope[area as keyof typeof mine.scope]] as const,
    ),
  ] as const;
  return (
    <section className="stack">
      <h2>Both sheets, opened</h2>
      <p className="prose">{them.interest}</p>
      <FrontierPlot opened={opened} name={them.name} />
      <dl className="figures">
        <Figure label="You could have had for nothing to them" value={opened.free} />
        <Figure label="The most you could have had beyond this" value={opened.most} />
        <Figure label="Distance to the efficient frontier" value={opened.distance} />
        <Figure label={`${them.name}, over their own limit`} value={opened.last.theirs - opened.theirFloor} />
      </dl>
      <p className="small soft prose">
        {opened.agreed ? '' : 'There was no deal: the first figure is the most a deal could have brought you. '}
        All in points, one about a thousand a year to you; theirs are on their own sheet. A package is efficient when
        nobody can have more without the other having less.
      </p>
      <details>
        <summary>The points, side by side</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col" className="number">
                You
              </th>
              <th scope="col" className="number">
                They
              </th>
            </tr>
          </thead>
          <tbody>
            {weights.map(([label, you, they]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="number">{you.toFixed(2)}</td>
                <td className="number">{they.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <div className="small prose stack">
        <p>
          They would rather go on searching than give more than {sayIssue(them.limit, 'base', them.currency)} base with{' '}
          {sayIssue(them.limit, 'signOn', them.currency)} sign-on and {sayIssue(them.limit, 'equity', them.currency)}{' '}
          equity, or as much in other ways. They give first on{' '}
          {them.order
            .slice(0, 3)
            .map((issue) => ISSUE_LABELS[issue].toLowerCase())
            .join(', then ')}
          . Above {sayIssue({ ...them.limit, base: them.approval.authority.base }, 'base', them.currency)} base{' '}
          {them.approval.who} decides, and wants a reason about the work.
        </p>
        <p>Bluffs: {them.bluffs.map(({ rule }) => rule).join(' ')}</p>
        <p>
          Your first offer was worth {signed(points(mine, opening(state)) - opened.mineFloor)} points to you over
          walking away.
        </p>
      </div>
    </section>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <div>
      <dt className="small soft">{label}</dt>
      <dd>{value.toFixed(1)}</dd>
    </div>
  );
}

function Sentences({ review: { worth } }: { readonly review: Review }) {
  const counted = worth.filter(({ points: x, turned }) => Math.abs(x) >= 0.05 || turned);
  return (
    <section className="stack">
      <h2>What each sentence was worth</h2>
      <p className="small soft prose">The conversation was replayed without the sentence, all else as you said it.</p>
      {counted.length === 0 ? (
        <p>No single sentence changed the end.</p>
      ) : (
        <ul className="worth">
          {counted
            .toSorted((a, b) => a.points - b.points)
            .map(({ turn, quote, points: x, turned }) => (
              <li key={`${turn}${quote}`}>
                <span className="number worth-figure">{signed(x)}</span>
                <span className="theirs">
                  “{quote}”{turned && <span className="small soft"> It decided whether there was a deal.</span>}
                </span>
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}
