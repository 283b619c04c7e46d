import type { Interruption } from '@legible/loop';
import { clock } from '../paper/names.ts';

interface Props {
  readonly elapsed: number;
  readonly allowed: number;
  readonly interruptions: readonly Interruption[];
  readonly askedAt: number;
}

/** The question's time as a ruled line: ink for what is used, a red stroke where the interviewer stopped you. */
export function Ruler({ elapsed, allowed, interruptions, askedAt }: Props) {
  const span = Math.max(allowed, elapsed);
  const x = (seconds: number) => (Math.min(seconds, span) / span) * 1000;
  const step = allowed <= 90 ? 15 : 30;
  const ticks = Array.from({ length: Math.floor(span / step) + 1 }, (_, index) => index * step);
  return (
    <svg className="ruler" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">
      {ticks.map((seconds) => (
        <line key={seconds} className="ruler-tick" x1={x(seconds)} x2={x(seconds)} y1="8" y2="14" />
      ))}
      <line className="ruler-base" x1="0" x2="1000" y1="13.5" y2="13.5" />
      <line className="ruler-used" x1="0" x2={x(Math.min(elapsed, allowed))} y1="12.5" y2="12.5" />
      {elapsed > allowed && <line className="ruler-over" x1={x(allowed)} x2={x(elapsed)} y1="12.5" y2="12.5" />}
      <line className="ruler-end" x1={x(allowed)} x2={x(allowed)} y1="4" y2="14" />
      {interruptions.map(({ id, at }) => (
        <line
          key={id}
          className="ruler-stop"
          x1={x((at - askedAt) / 1000)}
          x2={x((at - askedAt) / 1000)}
          y1="0"
          y2="14"
        />
      ))}
    </svg>
  );
}

interface ClockProps {
  readonly elapsed: number;
  readonly allowed: number;
  readonly words: number;
}

/** Time used against the question's time, and the pace, in figures that do not jump. */
export function ClockFigures({ elapsed, allowed, words }: ClockProps) {
  const over = elapsed - allowed;
  const pace = elapsed >= 5 ? Math.round((words / elapsed) * 60) : null;
  return (
    <div className="clock" role="timer" aria-live="off" aria-label={`${clock(elapsed)} of ${clock(allowed)} used`}>
      <span className={`clock-used ${over > 0 ? 'over' : ''}`}>{clock(elapsed)}</span>
      <span className="clock-allowed">
        {over > 0 ? `${clock(over)} over` : `of ${clock(allowed)}`}
        <br />
        {pace === null ? `${words} words` : `${words} words, ${pace} a minute`}
      </span>
    </div>
  );
}
