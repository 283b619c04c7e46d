import type { Next } from '@legible/prep';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import type { Action } from '../../actions/action.ts';
import { clock, KIND_LABELS } from '../../paper/names.ts';
import type { Planned } from '../../server/standing.ts';
import { dayName } from '../plan/day-name.ts';
import { DateForm } from '../plan/wishes-form.tsx';
import '../plan/plan.css';
import type { NextThing } from './next-thing.ts';

interface Props {
  readonly asked: NextThing;
  readonly next: Next;
  readonly planned: Planned;
  readonly nextAction: Action;
  readonly surpriseAction: Action;
}

/** One obvious thing: what was left in the middle, else what the day asks for. */
export function NextCard({ asked, next, planned, nextAction, surpriseAction }: Props) {
  const go = (
    <div className="row">
      <ActionButton action={nextAction} look="primary large" />
      <ActionButton action={surpriseAction} look="large" />
    </div>
  );
  if (asked.kind === 'resume' || next.kind === 'first-answer') {
    const question = asked.kind === 'resume' ? asked.interview.question : asked.question;
    return (
      <Card label={`${KIND_LABELS[question.kind]}, ${clock(question.seconds)}`} title={question.text} why={asked.why}>
        {go}
      </Card>
    );
  }
  switch (next.kind) {
    case 'date':
      return (
        <Card
          label="A plan"
          title="When is the interview?"
          why="Then every evening has one thing to do, weighted to what would end your loop."
        >
          <DateForm wishes={planned.wishes} today={planned.today} keep="Plan it" offerNoDate />
          <p>
            <ActionButton action={surpriseAction} />
          </p>
        </Card>
      );
    case 'task':
      return (
        <Card
          label={`${next.nth} of ${next.of} today, ${next.task.minutes} minutes`}
          title={next.task.title}
          why={next.task.why}
        >
          {go}
        </Card>
      );
    case 'rest':
      return (
        <Card
          label="Today"
          title={next.done ? 'That is today’s work. Stop here.' : 'Nothing is planned for today.'}
          why={next.day === '' ? 'Nothing more is planned.' : `The next session is on ${dayName(next.day)}.`}
        >
          <div className="row">
            <ActionButton action={nextAction} />
            <ActionButton action={surpriseAction} />
          </div>
        </Card>
      );
    case 'after':
      return (
        <Card
          label="After the interview"
          title="When is the next one?"
          why="Write down what they asked while you remember it; then give the next date, or say that there is none yet."
        >
          <DateForm wishes={{ ...planned.wishes, interview: '' }} today={planned.today} keep="Plan it" offerNoDate />
          <p>
            <Link to="/history">What you said before it</Link>
          </p>
        </Card>
      );
  }
}

interface CardProps {
  readonly label: string;
  readonly title: string;
  readonly why: string;
  readonly children: ReactNode;
}

function Card({ label, title, why, children }: CardProps) {
  return (
    <section className="next" aria-label="The next thing">
      <p className="label">{label}</p>
      <h2 className="next-question">{title}</h2>
      <p className="next-why soft">{why}</p>
      {children}
    </section>
  );
}
