import { LEVEL_NAMES, type SignalId, SIGNALS, VERDICT_NAMES } from '@legible/judge/rubric';
import { type Heard, library, type LibraryEntry, stretchesOf } from '@legible/prep/library/index';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { FAULT_LABELS, KIND_LABELS, SIGNAL_LABELS } from '../../paper/names.ts';
import { useStartInterview } from '../../server/queries.ts';
import { Trouble } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { usePathParam } from '../../shell/path-param.ts';
import { GAP_LABELS, gapOf } from './gaps.ts';
import { HeardAnswer } from './heard-answer.tsx';
import { useVotes } from './use-votes.ts';
import type { VotesGiven } from './votes.worker.ts';
import './library.css';

export function EntryPage() {
  const id = usePathParam('id');
  const entry = library.find((one) => one.id === id);
  if (entry) return <Entry key={id} entry={entry} />;
  return (
    <Page title="No such answer">
      <p>
        The library has no answer of this name. <Link to="/library">Go to the library</Link>.
      </p>
    </Page>
  );
}

/** One answer before and after, to be read from top to bottom. */
function Entry({ entry }: { readonly entry: LibraryEntry }) {
  const navigate = useNavigate();
  const start = useStartInterview();
  const gap = useRouterState({ select: (state) => gapOf(state.location.searchStr) });
  const list = library.filter((one) => gap === null || one.gap === gap);
  const at = list.findIndex(({ id }) => id === entry.id);
  const go = (to: LibraryEntry | undefined) =>
    void navigate(to ? { to: `/library/${to.id}`, search: gap === null ? {} : { gap } } : { to: '/library' });
  const [next, , answer] = useActions([
    {
      id: 'library.next',
      label: at + 1 < list.length ? 'Next answer' : 'Back to the library',
      key: 'n',
      group: 'Library',
      handler: () => go(list[at + 1]),
    },
    { id: 'library.before', label: 'Answer before', key: 'p', group: 'Library', handler: () => go(list[at - 1]) },
    {
      id: 'library.answer',
      label: 'Answer it yourself',
      key: 'a',
      group: 'Library',
      enabled: !start.isPending,
      handler: () =>
        void start
          .mutateAsync(entry.question.id)
          .then((interview) => navigate({ to: `/answer/${interview.id}` }))
          .catch(() => undefined),
    },
  ]);
  const votes = useVotes(entry);
  return (
    <Page title={entry.question.text} heading={false}>
      <header className="entry-head">
        <p className="label">
          <Link to="/library" search={gap === null ? {} : { gap }}>
            Debrief library
          </Link>
          , {KIND_LABELS[entry.question.kind].toLowerCase()}, the gap: {GAP_LABELS[entry.gap].toLowerCase()}
        </p>
        <h1>{entry.question.text}</h1>
      </header>
      <section aria-labelledby="given-title" className="entry-part">
        <h2 id="given-title">As it was given</h2>
        <div className="entry-answer">
          <HeardAnswer entry={entry} />
        </div>
      </section>
      <section aria-labelledby="heard-title" className="entry-part">
        <h2 id="heard-title">What the panel heard</h2>
        <ul className="heard">
          {entry.heard.map((heard) => (
            <HeardBy key={heard.grader} heard={heard} signals={entry.question.signals} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="change-title" className="entry-part">
        <h2 id="change-title">The one change</h2>
        <p className="entry-moved">{entry.moved}</p>
        <p className="theirs said entry-after">
          {stretchesOf(entry, 'after').map(({ from, text, changed }) =>
            changed ? <ins key={from}>{text}</ins> : <span key={from}>{text}</span>,
          )}
        </p>
        <p className="tiny soft">
          The underlined words are ours, and so are their figures: they show the shape of what was missing. Use your
          own.
        </p>
        {votes ? <Votes {...votes} /> : <p className="soft entry-votes">Our judge is reading both…</p>}
      </section>
      <div className="row entry-end no-print">
        {next && <ActionButton action={next} look="primary" />}
        {answer && <ActionButton action={answer} />}
      </div>
      {start.error && <Trouble error={start.error} />}
    </Page>
  );
}

function HeardBy({ heard, signals }: { readonly heard: Heard; readonly signals: readonly SignalId[] }) {
  const absent = heard.faults.filter(({ quote }) => quote === '');
  return (
    <li>
      <p>
        <strong>
          Grader {heard.grader}: {VERDICT_NAMES[heard.verdict]}.
        </strong>{' '}
        {heard.why}
      </p>
      <p className="small soft">
        {SIGNALS.filter((signal) => signals.includes(signal))
          .map((signal) => `${SIGNAL_LABELS[signal]} ${heard.signals[signal] ?? 0}`)
          .join(', ')}
        {absent.length > 0 && `. Not said: ${absent.map(({ id }) => FAULT_LABELS[id].toLowerCase()).join(', ')}`}.
      </p>
    </li>
  );
}

/** What our judge gives both versions, signal by signal where they differ. */
function Votes({ before, after }: VotesGiven) {
  const moved = before.signals.flatMap(({ signal, level }, index) => {
    const now = after.signals[index];
    return now && now.level !== level ? [{ signal, from: level, to: now.level }] : [];
  });
  return (
    <p className="entry-votes">
      Our judge: <strong>{VERDICT_NAMES[before.verdict]}</strong> before ({before.score.toFixed(1)} of 4),{' '}
      <strong>{VERDICT_NAMES[after.verdict]}</strong> after ({after.score.toFixed(1)}).
      {moved.length > 0 &&
        ` ${moved.map(({ signal, from, to }) => `${SIGNAL_LABELS[signal]}: ${LEVEL_NAMES[from]} to ${LEVEL_NAMES[to]}`).join('; ')}.`}
    </p>
  );
}
