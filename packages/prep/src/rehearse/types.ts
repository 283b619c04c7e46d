import type { FaultId, Level, SignalId, Verdict } from '@legible/judge';
import { FAULTS, SIGNALS } from '@legible/judge/rubric';
import { BodyError, choice, flag, list, number, object, text } from '../dossier/fields.ts';

export interface SignalHeard {
  readonly signal: SignalId;
  readonly level: Level;
  readonly set: readonly Level[];
}

/** A document of type "rehearsal": one item said once, against the clock. Never changed after. */
export interface Rehearsal {
  /** Id of the dossier document, and the version that was to be said. */
  readonly item: string;
  readonly version: number;
  readonly telling: 'short' | 'long' | 'text';
  /** Id of the question that was asked: the item's own, or one of the bank. */
  readonly question: string;
  /** ISO instant at which it was said, and the day it was for the user, as YYYY-MM-DD. */
  readonly at: string;
  readonly day: string;
  readonly said: string;
  /** Seconds it took, or would take at the user's pace where it was typed; and seconds it was given. */
  readonly seconds: number;
  readonly allowed: number;
  readonly spoken: boolean;
  /** True where the draft had not been seen that day. */
  readonly cold: boolean;
  readonly verdict: Verdict;
  readonly verdictSet: readonly Verdict[];
  readonly signals: readonly SignalHeard[];
  readonly faults: readonly FaultId[];
}

const LEVELS: readonly number[] = [0, 1, 2, 3];
const VERDICTS: readonly number[] = [1, 2, 3, 4];

function oneOf<T extends number>(value: unknown, field: string, known: readonly number[]): T {
  if (typeof value !== 'number' || !known.includes(value))
    throw new BodyError(field, `is ${JSON.stringify(value)}`, `Choose one of ${known.join(', ')}.`);
  return value as T;
}

/** Reads the body of a "rehearsal" document; throws BodyError. */
export function parseRehearsal(value: unknown): Rehearsal {
  const at = 'rehearsal';
  const raw = object(value, at, [
    'item',
    'version',
    'telling',
    'question',
    'at',
    'day',
    'said',
    'seconds',
    'allowed',
    'spoken',
    'cold',
    'verdict',
    'verdictSet',
    'signals',
    'faults',
  ]);
  const day = text(raw, at, 'day', 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new BodyError(`${at}.day`, `is "${day}"`, 'Write it as 2026-11-26.');
  return {
    item: text(raw, at, 'item', 64),
    version: number(raw, at, 'version', 0, 1_000_000_000),
    telling: choice(raw['telling'], `${at}.telling`, ['short', 'long', 'text']),
    question: text(raw, at, 'question', 80),
    at: text(raw, at, 'at', 30),
    day,
    said: text(raw, at, 'said', 20_000),
    seconds: number(raw, at, 'seconds', 0, 86_400),
    allowed: number(raw, at, 'allowed', 1, 86_400),
    spoken: flag(raw, at, 'spoken'),
    cold: flag(raw, at, 'cold'),
    verdict: oneOf<Verdict>(raw['verdict'], `${at}.verdict`, VERDICTS),
    verdictSet: list(raw, at, 'verdictSet', 4, (entry, field) => oneOf<Verdict>(entry, field, VERDICTS)),
    signals: list(raw, at, 'signals', SIGNALS.length, (entry, field) => {
      const signal = object(entry, field, ['signal', 'level', 'set']);
      return {
        signal: choice(signal['signal'], `${field}.signal`, SIGNALS),
        level: oneOf<Level>(signal['level'], `${field}.level`, LEVELS),
        set: list(signal, field, 'set', 4, (level, place) => oneOf<Level>(level, place, LEVELS)),
      };
    }),
    faults: list(raw, at, 'faults', 100, (entry, field) => choice(entry, field, FAULTS)),
  };
}

/** Most of the time that may be used over what was given, as a share of it. */
export const OVERTIME = 1.15;

/** Nobody types this many words a second; what comes faster was pasted. */
const PASTED = 3;

/** Whether a text of so many words cannot have been typed in so many seconds. */
export const isPasted = (words: number, seconds: number): boolean => words >= 10 && words > seconds * PASTED;

/** It held: a panel would vote yes, and it was said in its time. */
export const held = ({ verdict, seconds, allowed }: Pick<Rehearsal, 'verdict' | 'seconds' | 'allowed'>): boolean =>
  verdict >= 3 && seconds <= allowed * OVERTIME;
