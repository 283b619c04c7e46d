import type { AnsweredTurn } from '@legible/app/contract/index';
import { VERDICT_NAMES } from '@legible/judge/rubric';
import type { Verdict } from '@legible/judge/rubric';
import { NO_ANSWER } from '@legible/judge/scorer/explain';

const MEANING: Record<Verdict, string> = {
  1: 'On this answer I would stop the loop.',
  2: 'I listened for judgment and could not find enough of it.',
  3: 'There is real judgment here, with a gap that I would probe.',
  4: 'I would quote this answer to the rest of the panel.',
};

/** The vote, how sure it is, and the sentence that decided it. */
export function Vote({ turn }: { readonly turn: AnsweredTurn }) {
  const { verdict, verdictSet, confidence, because, deciding, unsure } = turn.judgment;
  const answers = because[0]?.feature !== NO_ANSWER;
  const others = verdictSet.filter((other) => other !== verdict);
  return (
    <section className="vote" aria-label="The vote">
      <div>
        <p className="label">The vote, on this answer alone</p>
        <p className="vote-word">{VERDICT_NAMES[verdict]}</p>
        {others.length > 0 && (
          <p className="vote-perhaps">perhaps {others.map((other) => VERDICT_NAMES[other]).join(' or ')}</p>
        )}
        <p className="small soft vote-meaning">
          {unsure
            ? 'I cannot tell. Ask a person, or a second opinion, before you act on this.'
            : !answers
              ? 'I found no answer to this question in it, so nothing else was counted. If it is one, say it in the question’s own terms, or dispute it.'
              : `${MEANING[verdict]} A grader would vote the same about ${Math.round(confidence * 100)} times in 100.`}
        </p>
      </div>
      <div>
        <p className="label">{deciding ? 'The sentence that decided it' : 'No one sentence decided it'}</p>
        {deciding ? (
          <blockquote className="theirs deciding-quote">“{deciding.text}”</blockquote>
        ) : (
          <p className="small soft">
            {answers ? 'Take any one away, and the vote stays where it is.' : 'It is about something else as a whole.'}
          </p>
        )}
      </div>
    </section>
  );
}
