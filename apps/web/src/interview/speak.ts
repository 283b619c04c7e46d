import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { settingsQuery } from '../server/queries.ts';

/** A voice of this machine for the language; a voice of a maker's server would send the words away. */
function voiceFor(language: string): SpeechSynthesisVoice | null {
  if (typeof speechSynthesis === 'undefined') return null;
  const own = speechSynthesis.getVoices().filter(({ localService }) => localService);
  const short = language.slice(0, 2).toLowerCase();
  return (
    own.find(({ lang }) => lang === language) ?? own.find(({ lang }) => lang.toLowerCase().startsWith(short)) ?? null
  );
}

/** True where this machine has a voice of its own. Voices may come a moment after the page. */
export const canSpeak = (language = 'en-US'): boolean => voiceFor(language) !== null;

/** Says a line now, over whatever was being said, as an interviewer does. */
export function speak(line: string, language: string): void {
  const voice = voiceFor(language);
  if (voice === null) return;
  speechSynthesis.cancel();
  const said = new SpeechSynthesisUtterance(line);
  said.voice = voice;
  said.lang = voice.lang;
  speechSynthesis.speak(said);
}

/** Says each new line aloud while the user has asked for it; falls silent when the line goes. */
export function useSpoken(line: string | null): void {
  const { data: settings } = useQuery(settingsQuery);
  const on = settings?.speechOut === true;
  useEffect(() => {
    if (!on || line === null) return;
    // Questions are written in English, whatever language the user speaks.
    speak(line, 'en-US');
    return () => speechSynthesis.cancel();
  }, [on, line]);
}
