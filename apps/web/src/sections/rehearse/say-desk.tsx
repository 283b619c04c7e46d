import type { Judgment, Question } from '@legible/judge';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { Manuscript, type ManuscriptHandle } from '../../interview/manuscript.tsx';
import { Microphone } from '../../interview/microphone.tsx';
import { ClockFigures, Ruler } from '../../interview/ruler.tsx';
import { joinSpeech } from '../../interview/speech.ts';
import { countWords } from '../../paper/names.ts';
import { settingsQuery } from '../../server/queries.ts';
import { judgeOnce } from '../dossier/use-judgments.ts';
import { Trouble } from '../../shell/fallbacks.tsx';

export interface Said {
  readonly said: string;
  readonly seconds: number;
  readonly spoken: boolean;
  readonly judgment: Judgment;
}

interface Props {
  readonly itemId: string;
  readonly question: Question;
  readonly onSaid: (said: Said) => Promise<void>;
}

/** What is being said survives a lost page; its clock starts again with the next word. */
const key = (id: string): string => `legible.saying.${id}`;

/** The clock starts with the first word; what was said is typed or heard. */
export function SayDesk({ itemId, question, onSaid }: Props) {
  const { data: settings } = useQuery(settingsQuery);
  const field = useRef<ManuscriptHandle>(null);
  const [said, setSaid] = useState(() => localStorage.getItem(key(itemId)) ?? '');
  const [spoken, setSpoken] = useState(false);
  const [startedAt, setStartedAt] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  const [state, setState] = useState<'saying' | 'judging'>('saying');
  const [trouble, setTrouble] = useState<unknown>(null);
  const running = startedAt !== null && state === 'saying';
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [running]);
  useEffect(() => field.current?.focus(), []);

  const begin = () => {
    if (startedAt !== null) return;
    setStartedAt(performance.now());
    setNow(performance.now());
  };
  const write = (text: string) => {
    begin();
    setSaid(text);
    localStorage.setItem(key(itemId), text);
  };
  const elapsed = startedAt === null ? 0 : Math.max(0, (now - startedAt) / 1000);
  const finish = async () => {
    if (startedAt === null) return;
    const seconds = (performance.now() - startedAt) / 1000;
    setState('judging');
    try {
      await onSaid({ said, seconds, spoken, judgment: await judgeOnce(said, question) });
      localStorage.removeItem(key(itemId));
    } catch (error) {
      setTrouble(error);
      setState('saying');
    }
  };
  const [start, done] = useActions([
    {
      id: 'say.begin',
      label: 'Begin',
      key: startedAt === null ? 'Mod+Enter' : 'Alt+b',
      group: 'Rehearse',
      enabled: startedAt === null,
      handler: () => {
        begin();
        field.current?.focus();
      },
    },
    {
      id: 'say.done',
      label: 'That is it',
      key: startedAt === null ? 'Alt+d' : 'Mod+Enter',
      group: 'Rehearse',
      enabled: startedAt !== null && said.trim() !== '' && state === 'saying',
      handler: () => void finish(),
    },
  ]);
  return (
    <div className="say">
      <ClockFigures elapsed={elapsed} allowed={question.seconds} words={countWords(said)} />
      <Ruler elapsed={elapsed} allowed={question.seconds} interruptions={[]} askedAt={0} />
      <Manuscript
        handle={field}
        label="What you say"
        placeholder="The clock starts with your first word. Hold to talk, or type as you speak."
        value={said}
        readOnly={state === 'judging'}
        onChange={write}
      />
      {trouble !== null && <Trouble error={trouble} />}
      <div className="row">
        {startedAt === null
          ? start && <ActionButton action={start} look="primary large" />
          : done && <ActionButton action={done} look="primary large" />}
        {settings?.speechIn !== false && (
          <Microphone
            language={settings?.speechLanguage ?? navigator.language}
            disabled={state === 'judging'}
            onHeard={(text) => {
              setSpoken(true);
              write(joinSpeech(said, text));
            }}
          />
        )}
      </div>
    </div>
  );
}
