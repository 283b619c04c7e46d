import { Dialog } from '@base-ui/react/dialog';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { LEVEL_NAMES } from '@legible/judge/rubric';
import type { Level, SignalReading } from '@legible/judge';
import { useState } from 'react';
import { sentencesOf } from '../../paper/marks.ts';
import type { Range } from '../../paper/marks.ts';
import { levelWords, SIGNAL_LABELS } from '../../paper/names.ts';
import { selectionIn } from '../../paper/selection.ts';
import { Trouble } from '../../shell/fallbacks.tsx';
import { useDispute } from './use-dispute.ts';

interface Props {
  readonly interviewId: string;
  readonly turn: number;
  readonly answer: string;
  readonly reading: SignalReading | null;
  readonly onClose: () => void;
}

const LEVELS: readonly Level[] = [0, 1, 2, 3];

/** Your words against ours: point to the words that should have earned another level. */
export function DisputeDialog({ reading, onClose, ...rest }: Props) {
  return (
    <Dialog.Root open={reading !== null} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog">
          {reading && <DisputeForm reading={reading} onClose={onClose} {...rest} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function DisputeForm({ interviewId, turn, answer, reading, onClose }: Props & { readonly reading: SignalReading }) {
  const [selected] = useState<Range | null>(() => selectionIn(`transcript-${turn}`, answer));
  const passages = [...(selected ? [selected] : []), ...sentencesOf(answer)];
  const [which, setWhich] = useState<string | null>(selected ? '0' : null);
  const [own, setOwn] = useState<Level | null>(null);
  const [note, setNote] = useState('');
  const dispute = useDispute(interviewId);
  const range = which === null ? undefined : passages[Number(which)];
  const ready = range !== undefined && own !== null && own !== reading.level;

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        dispute.mutate(
          {
            turn,
            signal: reading.signal,
            quote: { ...range, text: answer.slice(range.from, range.to) },
            ownLevel: own,
            note,
          },
          { onSuccess: onClose },
        );
      }}
    >
      <div>
        <Dialog.Title>Your words against ours: {SIGNAL_LABELS[reading.signal]}</Dialog.Title>
        <Dialog.Description className="small soft">
          The judge says {levelWords(reading.level, reading.set)}. A dispute stands on words: choose those that should
          have earned another level. The judge reads them alone, and its level moves only if they carry it, by one at
          most. Your level is kept beside it, and is in your export as training data.
        </Dialog.Description>
      </div>
      <fieldset className="stack">
        <legend className="label">Your level</legend>
        <RadioGroup
          className="circles"
          aria-label="Your level"
          value={own === null ? '' : String(own)}
          onValueChange={(value) => setOwn(Number(value) as Level)}
        >
          {LEVELS.map((level) => (
            <label key={level} className="level-choice">
              <Radio.Root value={String(level)} className="circle" disabled={level === reading.level}>
                {level}
              </Radio.Root>
              <span className="tiny">{LEVEL_NAMES[level]}</span>
            </label>
          ))}
        </RadioGroup>
      </fieldset>
      <fieldset>
        <legend className="label">The words</legend>
        <RadioGroup
          className="passages"
          aria-label="The words"
          value={which ?? ''}
          onValueChange={(value) => setWhich(String(value))}
        >
          {passages.map((passage, index) => (
            <label key={`${passage.from}-${passage.to}-${index}`} className="passage">
              <Radio.Root value={String(index)} className="passage-dot" />
              <span className="theirs">{answer.slice(passage.from, passage.to)}</span>
            </label>
          ))}
        </RadioGroup>
        {!selected && <p className="tiny soft">To point more finely, select words in the transcript first.</p>}
      </fieldset>
      <label className="stack">
        <span className="label">Why (optional)</span>
        <textarea
          className="textarea"
          value={note}
          maxLength={2000}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      {dispute.error && <Trouble error={dispute.error} />}
      <div className="row">
        <button type="submit" className="button primary" disabled={!ready || dispute.isPending}>
          Keep the dispute
        </button>
        <Dialog.Close className="button quiet">Cancel</Dialog.Close>
      </div>
    </form>
  );
}
