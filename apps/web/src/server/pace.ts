import { countWords, paceOf, type Pace } from '@legible/prep';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { recordsQuery } from './prep.ts';
import { interviewsQuery, settingsQuery } from './queries.ts';

/** The user's pace: set in the settings, else measured on what they said against the clock, else a default. */
export function usePace(): Pace {
  const { data: settings } = useQuery(settingsQuery);
  const { data: interviews } = useQuery(interviewsQuery);
  const { data: records } = useQuery(recordsQuery);
  const set = settings?.wordsPerMinute;
  const rehearsals = records?.rehearsals;
  return useMemo(() => {
    // What was typed in a rehearsal is timed by the pace itself, and would only confirm it.
    const rehearsed = (rehearsals ?? [])
      .filter(({ spoken }) => spoken)
      .map(({ at, said, seconds, spoken }) => ({ at, words: countWords(said), seconds, spoken }));
    const answered = (interviews ?? []).map(({ startedAt, words, seconds }) => ({ at: startedAt, words, seconds }));
    const newestFirst = [...rehearsed, ...answered].toSorted((a, b) => (a.at < b.at ? 1 : -1));
    return paceOf(newestFirst, set);
  }, [rehearsals, interviews, set]);
}

/** Whence the pace is, in words, so that a default is never taken for a measurement. */
export function paceWords({ wordsPerMinute, from, answers }: Pace): string {
  switch (from) {
    case 'measured':
      return `at your ${wordsPerMinute} words a minute, measured on ${answers} answers`;
    case 'set':
      return `at the ${wordsPerMinute} words a minute you set`;
    case 'default':
      return `at ${wordsPerMinute} words a minute, a default until three answers of yours are timed`;
  }
}
