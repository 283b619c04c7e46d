import { exchangesOf, parseTranscript, speakersOf, TranscriptError, type Utterance } from '@legible/loop';
import { PRESET } from '@legible/loop/loop/presets';
import { PRESETS, type PresetId } from '@legible/loop/loop/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { plural } from '../../paper/names.ts';
import { server } from '../../server/server.ts';
import { Trouble } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { loopsQuery } from './queries.ts';

interface Brought {
  readonly name: string;
  readonly text: string;
}

type Read = { readonly utterances: readonly Utterance[] } | { readonly trouble: string } | null;

function readUtterances({ name, text }: Brought): Read {
  if (text.trim() === '') return null;
  try {
    return { utterances: parseTranscript(text, name) };
  } catch (error) {
    if (!(error instanceof TranscriptError)) throw error;
    return { trouble: error.message };
  }
}

function countOf(utterances: readonly Utterance[], candidate: string): number {
  try {
    return exchangesOf(utterances, candidate).length;
  } catch (error) {
    if (!(error instanceof TranscriptError)) throw error;
    return 0;
  }
}

/** A real interview, from its transcript: the same votes, the same debrief. */
export function ImportPage() {
  const [brought, setBrought] = useState<Brought>({ name: '', text: '' });
  const [chosen, setChosen] = useState<string | null>(null);
  const [preset, setPreset] = useState<PresetId>('applied-ml');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const read = readUtterances(brought);
  const utterances = read !== null && 'utterances' in read ? read.utterances : [];
  const speakers = speakersOf(utterances);
  const candidate = chosen ?? speakers[0]?.speaker ?? '';
  const questions = candidate === '' ? 0 : countOf(utterances, candidate);
  const bring = useMutation({
    mutationFn: () =>
      server.importTranscript({
        body: { id: crypto.randomUUID(), preset, name: brought.name, transcript: brought.text, candidate },
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: loopsQuery.queryKey });
      await navigate({ to: `/loop/${id}/packet` });
    },
  });
  const take = (next: Brought): void => {
    setChosen(null);
    setBrought(next);
  };
  return (
    <Page
      title="A real interview"
      kicker="Loop"
      intro="Bring the transcript of an interview you gave. It is judged and debriefed as if it had run here, and stays on this machine. Ask the people who spoke before you record them."
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (questions > 0) bring.mutate();
        }}
      >
        <label className="stack">
          <span className="label">A file: VTT, SRT, TXT or JSON, with who spoke</span>
          <input
            type="file"
            accept=".vtt,.srt,.txt,.json,text/vtt,text/plain,application/json"
            onChange={({ target }) => {
              const file = target.files?.[0];
              void file?.text().then((text) => take({ name: file.name, text }));
            }}
          />
        </label>
        <label className="stack">
          <span className="label">Or its text, to be put right before it is judged</span>
          <textarea
            className="textarea theirs"
            rows={12}
            spellCheck={false}
            placeholder={'Interviewer: Where do your labels come from?\nMe: From chargebacks, which arrive after …'}
            value={brought.text}
            onChange={({ target }) => take({ name: brought.name, text: target.value })}
          />
        </label>
        {read !== null && 'trouble' in read && (
          <p className="notice" role="alert">
            {read.trouble}
          </p>
        )}
        {speakers.length > 0 && (
          <div className="row">
            <label className="row">
              <span className="label">You are</span>
              <select className="input" value={candidate} onChange={({ target }) => setChosen(target.value)}>
                {speakers.map(({ speaker, words }) => (
                  <option key={speaker} value={speaker}>
                    {speaker}, {plural(words, 'word')}
                  </option>
                ))}
              </select>
            </label>
            <label className="row">
              <span className="label">The company was</span>
              <select className="input" value={preset} onChange={({ target }) => setPreset(target.value as PresetId)}>
                {PRESETS.map((id) => (
                  <option key={id} value={id}>
                    {PRESET[id].title}
                  </option>
                ))}
              </select>
            </label>
          </div>
        )}
        {bring.error && <Trouble error={bring.error} />}
        <div className="row">
          <button type="submit" className="button primary" disabled={questions === 0 || bring.isPending}>
            {bring.isPending ? 'Judging …' : 'Judge it'}
          </button>
          <span className="small soft" role="status">
            {questions === 0 ? 'No question with an answer yet.' : `${plural(questions, 'question')} with an answer.`}
          </span>
        </div>
      </form>
    </Page>
  );
}
