import { STAGE } from '@legible/loop/loop/lines/stages';
import type { FollowUp, Interview, Interviewer, Loop, LoopEffect, LoopEvent, RoundKind, StageId } from '@legible/loop';
import type { LoopEventRecord, StoredPlan } from '@legible/app/contract/index';
import type { FromWorker, Happened } from '../../interview/conversation.ts';
import { runningText, speakingIn } from '../../interview/protocol.ts';
import type { Speaking } from '../../interview/protocol.ts';

/** A round as the page shows it. */
export interface RoundSight {
  readonly kind: RoundKind;
  readonly interviewer: Interviewer;
  readonly seconds: number;
  /** Seconds of the interviewer's clock used so far. */
  readonly used: number;
  readonly state: 'over' | 'open' | 'to-come';
  readonly notReached: readonly string[];
}

/** What was asked and said earlier in the open round. */
export interface Said {
  readonly question: string;
  readonly answer: string;
  readonly followUps: readonly Pick<FollowUp, 'line' | 'reply'>[];
}

/** A loop as the page needs it: small enough to be sent for every keystroke. */
export interface Sitting {
  readonly phase: Loop['phase'];
  readonly now: number;
  /** The open round, or the next one. */
  readonly round: number;
  readonly rounds: readonly RoundSight[];
  readonly turn: number;
  readonly current: {
    readonly interview: Interview;
    readonly as: Loop['turns'][number]['planned']['as'];
    readonly stage: StageId | null;
    readonly remark: string | null;
    /** The design that a part of it is about; null for other questions. */
    readonly design: string | null;
    /** The interviewer helped in this very question. */
    readonly rescued: boolean;
  } | null;
  readonly said: readonly Said[];
}

export type ToLoopWorker =
  | { readonly type: 'open'; readonly plan: StoredPlan; readonly events: readonly LoopEventRecord[] }
  | Happened<LoopEvent>;
export type FromLoopWorker = FromWorker<Sitting, LoopEvent>;

type Asking = Extract<LoopEffect, { type: 'question' }>;

/** What the page sees of a loop; `asking` is the last question that was asked. */
export function sittingOf(loop: Loop, asking: Asking | null): Sitting {
  const { current, turns, round, rescue } = loop;
  const open = loop.phase === 'in-round';
  return {
    phase: loop.phase,
    now: loop.now,
    round,
    rounds: loop.rounds.map(({ kind, interviewer, seconds, clock, openedAt, closedAt, notReached }) => ({
      kind,
      interviewer,
      seconds,
      used: clock / 1000,
      state: closedAt !== null ? 'over' : openedAt !== null ? 'open' : 'to-come',
      notReached,
    })),
    turn: turns.length,
    current:
      current === null
        ? null
        : {
            interview: current.interview,
            as: current.planned.as,
            stage: asking?.stage ?? null,
            remark: asking?.remark ?? null,
            design: designOf(current.planned),
            rescued: rescue?.turn === turns.length,
          },
    said: open
      ? turns
          .filter((turn) => turn.round === round)
          .map(({ interview }) => ({
            question: interview.question.text,
            answer: interview.answer,
            followUps: interview.followUps.map(({ line, reply }) => ({ line, reply })),
          }))
      : [],
  };
}

function designOf(planned: NonNullable<Loop['current']>['planned']): string | null {
  // The first part asks the design itself.
  if (planned.as === 'stage') return planned.stage === 'goal' ? null : planned.question.text;
  return planned.as === 'constraint' ? planned.question.text : null;
}

/** Whose words are running, by turn, so that words meant for one question never land in the next. */
export function speakingAt({ turn, current }: Sitting): Speaking {
  return current === null ? 'nobody' : `${turn}/${speakingIn(current.interview)}`;
}

export const textAt = ({ current }: Sitting): string => (current === null ? '' : runningText(current.interview));

export const STAGE_TITLE = (stage: StageId): string => STAGE[stage].title;
