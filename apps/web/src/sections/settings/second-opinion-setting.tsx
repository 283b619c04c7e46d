import { useQuery } from '@tanstack/react-query';
import { secondOpinionQuery } from '../../server/queries.ts';

/** Whether a language model may be asked, which one, and where it runs. */
export function SecondOpinionSetting() {
  const { data: source } = useQuery(secondOpinionQuery);
  return (
    <section aria-labelledby="second-opinion-title">
      <h2 id="second-opinion-title">Second opinion</h2>
      {source?.model ? (
        <p>
          <strong>{source.model}</strong> at <strong>{source.host}</strong>. In a debrief you may ask it for a level;
          only then is that answer sent there. Its level stands beside the judge’s and changes nothing.
        </p>
      ) : (
        <p className="soft">
          Off. Nothing is sent anywhere. To ask a language model that you run, start with <code>LEGIBLE_LLM_URL</code>{' '}
          and <code>LEGIBLE_LLM_MODEL</code>; docs/second-opinion.md shows how.
        </p>
      )}
    </section>
  );
}
