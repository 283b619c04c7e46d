import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../actions/action-button.tsx';
import { useActions } from '../actions/store.ts';
import { LevelMeter } from './level-meter.tsx';
import { canListen, listen } from './speech.ts';

interface Props {
  readonly language: string;
  readonly disabled?: boolean;
  readonly onHeard: (text: string) => void;
}

/** Push to talk: hold the button, or the key to begin and again to end. What was heard lands in the text, to be corrected. */
export function Microphone({ language, disabled = false, onHeard }: Props) {
  const [listening, setListening] = useState(false);
  const [interim, setInterim] = useState('');
  const [reason, setReason] = useState<string | null>(null);
  const open = useRef<{ stop: () => void } | null>(null);
  const heard = useRef(onHeard);
  useEffect(() => {
    heard.current = onHeard;
  });
  useEffect(() => () => open.current?.stop(), []);

  const start = () => {
    if (open.current || disabled) return;
    setReason(null);
    setListening(true);
    open.current = listen(language, {
      onInterim: setInterim,
      onFinal: (text) => heard.current(text),
      onEnd: (why) => {
        open.current = null;
        setListening(false);
        setInterim('');
        setReason(why);
      },
    });
  };
  const stop = () => open.current?.stop();
  const talk = {
    id: 'answer.talk',
    label: listening ? 'Stop listening' : 'Hold to talk',
    key: 'Alt+v',
    group: 'While answering',
    enabled: !disabled,
    handler: () => (listening ? stop() : start()),
  };
  useActions(canListen() ? [talk] : []);

  if (!canListen()) return null;
  return (
    <>
      <ActionButton
        // Held with a pointer; pressed once to begin and once to end with a keyboard or a screen reader.
        action={{ ...talk, handler: () => undefined }}
        look={listening ? 'primary' : ''}
        aria-pressed={listening}
        onPointerDown={start}
        onPointerUp={stop}
        onPointerCancel={stop}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          talk.handler();
        }}
      />
      {listening && <LevelMeter />}
      {(interim !== '' || reason !== null) && (
        <span className="small soft hearing" role="status">
          {reason ?? interim}
        </span>
      )}
    </>
  );
}
