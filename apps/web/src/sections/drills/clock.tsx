import { DRILL_SECONDS } from '@legible/lab/drills/next';
import { useEffect, useState } from 'react';

const shown = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Two minutes that run down and then count what is over; they end nothing. */
export function Clock({ from, until }: { readonly from: number; readonly until: number | null }) {
  const [now, setNow] = useState(from);
  useEffect(() => {
    if (until !== null) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [until]);
  const used = Math.max(0, Math.floor(((until ?? now) - from) / 1000));
  const left = DRILL_SECONDS - used;
  return (
    <span className="clock drill-clock" role="timer" aria-live="off" data-over={left < 0 || undefined}>
      {left >= 0 ? `${shown(left)} left` : `${shown(-left)} over`}
    </span>
  );
}
