import { useEffect, useState } from 'react';
import { todayHere } from './prep.ts';

/** The user's day, as YYYY-MM-DD; a page left open overnight wakes up in the new one. */
export function useToday(): string {
  const [today, setToday] = useState(todayHere);
  useEffect(() => {
    const look = () => setToday(todayHere());
    document.addEventListener('visibilitychange', look);
    addEventListener('focus', look);
    const timer = setInterval(look, 60_000);
    return () => {
      document.removeEventListener('visibilitychange', look);
      removeEventListener('focus', look);
      clearInterval(timer);
    };
  }, []);
  return today;
}
