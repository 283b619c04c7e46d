import type { Question } from '@legible/judge';
import type { Interview } from '@legible/loop';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import type { Action } from '../../actions/action.ts';
import { useActions } from '../../actions/store.ts';
import { InterruptionCard } from '../../interview/interruption-card.tsx';
import { Manuscript } from '../../interview/manuscript.tsx';
import type { ManuscriptHandle } from '../../interview/manuscript.tsx';
import { dropTail, keepTail, useOverrun, withTail } from '../../interview/overrun.ts';
import { Microphone } from '../../interview/microphone.tsx';
import { openFollowUp, openInterruption, speakingIn } from '../../interview/protocol.ts';
import { ClockFigures, Ruler } from '../../interview/ruler.tsx';
import type { View } from '../../interview/session.ts';
import type { Talk } from '../../interview/talk.ts';
import { useSpoken } from '../../interview/speak.ts';
import { joinSpeech } from '../../interview/speech.ts';
import { useClock } from '../../interview/use-session.ts';
import { countWords, KIND_LABELS } from '../../paper/names.ts';
import { settingsQuery } from '../../server/queries.ts';
import { Delivered, FollowUps, Settled } from './exchange.tsx';

interface Props {
  readonly question: Question;
  readonly session: Talk;
  readonly view: Omit<View, 'state'>;
  readonly state: Interview;
  /** Stands above the question; the question's kind where absent. */
  readonly above?: ReactNode;
  /** What the interviewer says before the question. */
  readonly remark?: ReactNode;
  /** Where leaving leads. */
  readonly leaveTo?: string;
}

/** The question, the clock, the words, and the interviewer in the margin. */
export function Desk({ question, session, view, state, above, remark, leaveTo = '/' }: Props) {
  const navigate = useNavigate();
  const elapsed = useClock(session, { state });
  const { data: settings } = useQuery(settingsQuery);
  const manuscript = useRef<ManuscriptHandle>(null);
  const [answer, setAnswer] = useState(() => withTail(session.id, state.answer));
  const [replies, setReplies] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries([...state.interruptions, ...state.followUps].map(({ id, reply }) => [id, reply])),
  );
  const stopped = openInterruption(state);
  const followUp = openFollowUp(state);
  const speaking = speakingIn(state);
  const closed = view.trouble !== null;
  const floorHeld = state.interruptions.some(({ status }) => status === 'held');

  useSpoken(state.answer === '' && stopped === undefined ? question.text : null);
  const { overrun, noteTyping } = useOverrun(stopped?.id ?? null);

  const write = (text: string, closes = false) => {
    setAnswer(text);
    noteTyping();
    if (state.phase === 'ready') session.ask();
    if (state.phase === 'interrupted') keepTail(session.id, text);
    else session.say('answer', text, closes);
  };
  const reply = (id: string, text: string, closes = false) => {
    setReplies((before) => ({ ...before, [id]: text }));
    session.say(id, text, closes);
  };
  const hear = (text: string) => {
    if (speaking === 'answer') write(joinSpeech(answer, text), true);
    else reply(speaking, joinSpeech(replies[speaking] ?? '', text), true);
  };

  // What was typed between the sentence's end and the card is said when the floor is given back.
  const phase = state.phase;
  const goOn = useEffectEvent(() => {
    session.say('answer', answer);
    dropTail(session.id);
    manuscript.current?.focus();
  });
  useEffect(() => {
    if (phase === 'answering') goOn();
  }, [phase]);

  const group = 'While answering';
  const begin: Action = {
    id: 'answer.begin',
    label: 'Begin',
    key: 'Mod+Enter',
    group,
    handler: () => {
      session.ask();
      manuscript.current?.focus();
    },
  };
  const submit: Action = {
    id: 'answer.submit',
    label: 'That is my answer',
    key: 'Mod+Enter',
    group,
    enabled: phase === 'answering' && answer.trim() !== '',
    handler: session.submit,
  };
  const answerStop: Action = {
    id: 'answer.reply',
    label: 'Reply and go on',
    key: 'Mod+Enter',
    group,
    enabled: (replies[speaking] ?? '').trim() !== '',
    handler: session.answerInterruption,
  };
  const pushBack: Action = {
    id: 'answer.push-back',
    label: 'Let me finish',
    key: 'Alt+h',
    group,
    enabled: !floorHeld,
    handler: session.pushBack,
  };
  const answerFollowUp: Action = {
    id: 'answer.follow-up',
    label: 'Answer',
    key: 'Mod+Enter',
    group,
    enabled: (replies[speaking] ?? '').trim() !== '',
    handler: session.answerFollowUp,
  };
  const leave: Action = {
    id: 'answer.leave',
    label: 'Leave, and go on later',
    key: 'Alt+l',
    group,
    handler: () => void navigate({ to: leaveTo }),
  };
  useActions([
    leave,
    ...(phase === 'ready' ? [begin] : []),
    ...(phase === 'answering' ? [submit] : []),
    ...(stopped ? [answerStop, pushBack] : []),
    ...(followUp ? [answerFollowUp] : []),
  ]);

  const speech = settings?.speechIn !== false && (
    <Microphone
      language={settings?.speechLanguage ?? navigator.language}
      disabled={closed || phase === 'ended'}
      onHeard={hear}
    />
  );
  return (
    <div className="desk">
      <div className="desk-top">
        <div className="row spread">
          {above ?? <span className="label">{KIND_LABELS[question.kind]}</span>}
          <span className="row">
            <Delivered delivery={view.delivery} />
            <ActionButton action={leave} look="quiet" />
          </span>
        </div>
        <div className="desk-question">
          <div>
            {remark}
            <h1 className="asked">{question.text}</h1>
          </div>
          <ClockFigures elapsed={elapsed} allowed={question.seconds} words={countWords(answer)} />
        </div>
        <Ruler
          elapsed={elapsed}
          allowed={question.seconds}
          interruptions={state.interruptions}
          askedAt={state.askedAt}
        />
      </div>
      {view.trouble && (
        <p className="notice" role="alert">
          {view.trouble}
        </p>
      )}
      {view.refusal && <p className="notice">{view.refusal}</p>}
      <p className="visually-hidden" role="status">
        {state.timeOver && phase !== 'ended' ? 'The time for this question is over. Finish the sentence and stop.' : ''}
      </p>

      <div className="desk-body">
        <div className="desk-words">
          <Manuscript
            handle={manuscript}
            label="Your answer"
            placeholder={phase === 'ready' ? 'The clock starts with your first word.' : ''}
            value={answer}
            onChange={write}
            readOnly={closed || !(phase === 'ready' || phase === 'answering' || overrun)}
            struck={state.interruptions.map(({ quote }) => quote)}
          />
          {(phase === 'ready' || phase === 'answering') && (
            <div className="row desk-actions">
              {phase === 'ready' ? (
                <ActionButton action={begin} look="primary large" />
              ) : (
                <ActionButton action={submit} look="primary large" />
              )}
              {speech}
            </div>
          )}
          {phase === 'ready' && (
            <p className="small soft desk-hint">
              Say it as you would across a table. Expect to be stopped, on what you say and never for pausing. You may
              hold the floor once.
            </p>
          )}
        </div>
        <Margin manuscript={manuscript} at={stopped?.id ?? null}>
          <Settled interruptions={state.interruptions} />
          {stopped && (
            <InterruptionCard
              interruption={stopped}
              reply={replies[stopped.id] ?? ''}
              onReply={(text) => reply(stopped.id, text)}
              answer={answerStop}
              pushBack={pushBack}
              speech={speech}
              held={overrun}
            />
          )}
        </Margin>
      </div>

      {state.followUps.length > 0 && (
        <FollowUps
          followUps={state.followUps}
          replies={replies}
          onReply={reply}
          action={answerFollowUp}
          speech={speech}
          closed={closed}
        />
      )}
      {phase === 'ended' && !closed && (
        <p className="desk-ended" role="status">
          The panel is reading your answer…
        </p>
      )}
    </div>
  );
}

/** The margin: on a wide page it starts level with the words that were struck; on a narrow one it follows them. */
function Margin({
  manuscript,
  at,
  children,
}: {
  readonly manuscript: React.RefObject<ManuscriptHandle | null>;
  readonly at: string | null;
  readonly children: React.ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const top = at === null ? 0 : (manuscript.current?.topOfMark() ?? 0);
    const earlier = box.current?.querySelector('.settled')?.getBoundingClientRect().height ?? 0;
    box.current?.style.setProperty('--level-with-words', `${Math.max(0, top - earlier)}px`);
  }, [at, manuscript]);
  return (
    <div className="desk-margin" ref={box}>
      {children}
    </div>
  );
}
