import type { Dispute, Question } from '@legible/app/contract/index';
import { LEVEL_NAMES } from '@legible/judge/rubric';
import type { SignalId, SignalReading } from '@legible/judge';
import { LevelScale } from '../../paper/level-scale.tsx';
import { levelWords, SIGNAL_ABOUT, SIGNAL_LABELS } from '../../paper/names.ts';
import { featureWords } from './feature-words.ts';
import { SecondOpinion } from './second-opinion.tsx';
import { useWithdraw } from './use-dispute.ts';

interface Props {
  readonly question: Question;
  readonly answer: string;
  readonly readings: readonly SignalReading[];
  readonly disputes: readonly Dispute[];
  readonly pinned: SignalId | null;
  readonly onLight: (signal: SignalId | null) => void;
  readonly onPin: (signal: SignalId) => void;
  readonly onDispute: (signal: SignalId) => void;
}

/** Each signal's level in words; pointing at one, or focusing it, lights the words that earned it. */
export function Signals({ question, answer, readings, disputes, pinned, onLight, onPin, onDispute }: Props) {
  const withdraw = useWithdraw();
  return (
    <div className="signals">
      <h2 className="visually-hidden">Levels</h2>
      <ul className="signal-list">
        {readings.map((reading) => {
          const { signal, set, evidence } = reading;
          const own = disputes.filter((dispute) => dispute.signal === signal);
          const level = own.at(-1)?.reconsidered ?? reading.level;
          return (
            <li key={signal} className="signal" onMouseEnter={() => onLight(signal)} onMouseLeave={() => onLight(null)}>
              <button
                type="button"
                className="signal-name"
                aria-pressed={pinned === signal}
                aria-describedby={`about-${signal}`}
                onFocus={() => onLight(signal)}
                onBlur={() => onLight(null)}
                onClick={() => onPin(signal)}
              >
                {SIGNAL_LABELS[signal]}
              </button>
              <LevelScale level={level} set={set} />
              <p className={level >= 2 ? 'level-words earned' : 'level-words'}>{levelWords(level, set)}</p>
              <p className="tiny soft" id={`about-${signal}`}>
                {evidence.length === 0
                  ? `No words earned more. ${SIGNAL_ABOUT[signal]}`
                  : `${evidence.length === 1 ? 'One passage' : `${evidence.length} passages`} earned it.`}
              </p>
              {reading.because.length > 0 && (
                <details className="because tiny soft">
                  <summary>What moved it</summary>
                  <ul>
                    {reading.because.map(({ feature, effect }) => (
                      <li key={feature}>
                        <span>{featureWords(feature)}</span> <span className="number">{signed(effect)}</span>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
              {own.map((dispute) => (
                <p key={dispute.id} className="dispute-line small">
                  You say {dispute.ownLevel} {LEVEL_NAMES[dispute.ownLevel]}, for{' '}
                  <q className="theirs">{dispute.quote.text}</q>. {answered(dispute)}{' '}
                  <button type="button" className="link" onClick={() => withdraw.mutate(dispute)}>
                    Withdraw
                  </button>
                </p>
              ))}
              <SecondOpinion question={question} answer={answer} signal={signal} />
              {own.length === 0 && (
                <button type="button" className="link tiny no-print" onClick={() => onDispute(signal)}>
                  Dispute<span className="visually-hidden"> {SIGNAL_LABELS[signal]}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What the judge made of the words alone. */
function answered({ judgeLevel, reconsidered = judgeLevel }: Dispute): string {
  if (reconsidered === judgeLevel) return `Read alone, these words leave it at ${judgeLevel}.`;
  return `Read alone, these words move it from ${judgeLevel} to ${reconsidered}.`;
}

/** In levels, with its sign. */
const signed = (effect: number): string => `${effect < 0 ? '−' : '+'}${Math.abs(effect).toFixed(2)}`;
