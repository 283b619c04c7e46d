import type { AnsweredTurn, Dispute, Interview, InterviewResult } from '@legible/app/contract/index';
import type { Finding, SignalId } from '@legible/judge';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { isEmpty } from '../../paper/marks.ts';
import type { Mark } from '../../paper/marks.ts';
import { FAULT_LABELS, quotes, SIGNAL_LABELS } from '../../paper/names.ts';
import { strongerSteps } from '../../paper/stronger.ts';
import { Transcript } from '../../paper/transcript.tsx';
import type { Note } from '../../paper/transcript.tsx';
import { DisputeDialog } from './dispute-dialog.tsx';
import { Ground } from './ground.tsx';
import { Signals } from './signals.tsx';

interface Props {
  readonly interview: Interview;
  readonly turn: AnsweredTurn;
  readonly index: number;
  readonly interruptions: InterviewResult['interruptions'];
}

/** One question and its answer: levels, transcript, notes, and what a stronger answer would have said. */
export function Turn({ interview, turn, index, interruptions }: Props) {
  const [lit, setLit] = useState<SignalId | null>(null);
  const [pinned, setPinned] = useState<SignalId | null>(null);
  const [litNote, setLitNote] = useState<string | null>(null);
  const [disputed, setDisputed] = useState<SignalId | null>(null);
  const { judgment, answer } = turn;
  const disputes = interview.disputes.filter((dispute) => dispute.turn === index);
  const present = judgment.findings
    .filter(({ quote }) => !isEmpty(quote))
    .toSorted((a, b) => a.quote.from - b.quote.from);
  const absent = judgment.findings.filter(({ quote }) => isEmpty(quote));
  const { marks, notes } = inked(turn, index, present, interruptions, disputes);
  const steps = strongerSteps(judgment);
  const transcriptId = `transcript-${index}`;

  return (
    <div className="turn">
      <Signals
        question={turn.question}
        answer={answer}
        readings={judgment.signals}
        disputes={disputes}
        pinned={pinned}
        onLight={setLit}
        onPin={(signal) => {
          setPinned(pinned === signal ? null : signal);
          if (pinned !== signal)
            document
              .querySelector(`#${transcriptId} [data-signals~="${signal}"]`)
              ?.scrollIntoView({ block: 'center', behavior: 'smooth' });
        }}
        onDispute={setDisputed}
      />
      <div className="turn-words">
        {answer.trim() === '' ? (
          <p className="soft">Nothing was said.</p>
        ) : (
          <Transcript
            id={transcriptId}
            label={index === 0 ? 'Your answer' : `Your reply to follow-up ${index}`}
            text={answer}
            marks={marks}
            notes={notes}
            interjections={turn.parts.flatMap(({ of, id, from }) => {
              const stop = of === 'interruption' ? interruptions.find((one) => one.id === id) : undefined;
              return stop
                ? [
                    {
                      at: from,
                      line: stop.line,
                      outcome: quotes(stop.line, stop.quote.text)
                        ? 'You were stopped'
                        : `Stopped at “${stop.quote.text}”`,
                    },
                  ]
                : [];
            })}
            litSignal={lit ?? pinned}
            litNote={litNote}
            onLightNote={setLitNote}
          />
        )}
        {absent.length > 0 && (
          <section className="absent">
            <h2>What was not there</h2>
            <ul className="absent-list">
              {absent.map((finding) => (
                <li key={finding.fault}>
                  <FaultText finding={finding} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <section className="stronger">
          <h2>What a stronger answer would have said</h2>
          {steps.length === 0 && <p>Every signal was decisive. Say it again in half the time.</p>}
          <ol className="stronger-list">
            {steps.map(({ signal, step }) => (
              <li key={signal}>
                <span className="label">{SIGNAL_LABELS[signal]}</span>
                <p>{step}</p>
              </li>
            ))}
          </ol>
          {index === 0 && <Ground questionId={turn.question.id} />}
        </section>
      </div>
      <DisputeDialog
        interviewId={interview.id}
        turn={index}
        answer={answer}
        reading={judgment.signals.find(({ signal }) => signal === disputed) ?? null}
        onClose={() => setDisputed(null)}
      />
    </div>
  );
}

type Stop = InterviewResult['interruptions'][number];

function FaultText({ finding, stop }: { readonly finding: Finding; readonly stop?: Stop | undefined }): ReactNode {
  return (
    <>
      <p>
        <strong>{FAULT_LABELS[finding.fault]}.</strong> {finding.reason}
      </p>
      {stop && <StoppedHere stop={stop} />}
      <p className="better">
        <span className="label">Better</span> {finding.better}
      </p>
    </>
  );
}

/** The interviewer's line stands in the transcript where it was answered, and here where the floor was held. */
function StoppedHere({ stop }: { readonly stop: Stop }) {
  return (
    <p className="stopped-here">
      {stop.status === 'held' || stop.reply.trim() === ''
        ? `You were stopped here (“${stop.line}”) and held the floor.`
        : 'You were stopped here. Your reply is below.'}
    </p>
  );
}

function inked(
  { judgment }: AnsweredTurn,
  index: number,
  present: readonly Finding[],
  interruptions: InterviewResult['interruptions'],
  disputes: readonly Dispute[],
): { marks: Mark[]; notes: Note[] } {
  const marks: Mark[] = [];
  const notes: Note[] = [];
  const told = new Set<number>();
  for (const [position, finding] of present.entries()) {
    const id = `t${index}-fault-${position}`;
    const number = position + 1;
    const at = interruptions.findIndex(
      (stop, which) =>
        !told.has(which) &&
        stop.fault === finding.fault &&
        stop.quote.from < finding.quote.to &&
        stop.quote.to > finding.quote.from,
    );
    if (at >= 0) told.add(at);
    marks.push({ id, kind: 'fault', from: finding.quote.from, to: finding.quote.to, note: number });
    notes.push({
      id,
      number,
      tone: 'red',
      at: finding.quote.from,
      body: <FaultText finding={finding} stop={interruptions[at]} />,
    });
  }
  // A stop whose finding did not outlive the whole answer is still a stop, and is still shown.
  for (const [which, stop] of interruptions.entries()) {
    if (told.has(which) || isEmpty(stop.quote)) continue;
    const id = `t${index}-stop-${which}`;
    const number = notes.length + 1;
    marks.push({ id, kind: 'fault', from: stop.quote.from, to: stop.quote.to, note: number });
    notes.push({
      id,
      number,
      tone: 'red',
      at: stop.quote.from,
      body: (
        <>
          <StoppedHere stop={stop} />
          <p>On the whole answer the judge lets it stand.</p>
        </>
      ),
    });
  }
  for (const reading of judgment.signals)
    for (const [position, quote] of reading.evidence.entries())
      marks.push({
        id: `t${index}-${reading.signal}-${position}`,
        kind: 'evidence',
        from: quote.from,
        to: quote.to,
        signal: reading.signal,
      });
  if (judgment.deciding)
    marks.push({ id: `t${index}-deciding`, kind: 'deciding', from: judgment.deciding.from, to: judgment.deciding.to });
  for (const dispute of disputes)
    marks.push({
      id: `t${index}-dispute-${dispute.id}`,
      kind: 'dispute',
      from: dispute.quote.from,
      to: dispute.quote.to,
    });
  return { marks, notes: notes.toSorted((a, b) => a.at - b.at) };
}
