/** The part of the Web Speech API that we use; TypeScript's DOM library does not describe it. */
interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally?: boolean;
  start(): void;
  stop(): void;
  abort(): void;
}
interface RecognitionResults extends Event {
  readonly resultIndex: number;
  readonly results: ArrayLike<{ readonly isFinal: boolean; readonly 0: { readonly transcript: string } }>;
}
interface RecognitionClass {
  new (): Recognition;
  available?(options: { langs: string[]; processLocally: boolean }): Promise<string>;
}

function recogniser(): RecognitionClass | undefined {
  const page = globalThis as { SpeechRecognition?: RecognitionClass; webkitSpeechRecognition?: RecognitionClass };
  return page.SpeechRecognition ?? page.webkitSpeechRecognition;
}

/** True where this browser can listen. */
export const canListen = (): boolean => recogniser() !== undefined;

export interface Hearing {
  /** Words that are not settled yet. */
  readonly onInterim: (text: string) => void;
  /** An utterance that is settled. */
  readonly onFinal: (text: string) => void;
  readonly onEnd: (reason: string | null) => void;
}

const REASONS: Record<string, string> = {
  'not-allowed': 'The browser was not allowed to use the microphone. Allow it in the address bar, or type.',
  'service-not-allowed': 'This browser does not offer speech recognition here. Type instead.',
  'audio-capture': 'No microphone was found. Plug one in, or type.',
  network: "This browser recognises speech on its maker's server, which cannot be reached. Type instead.",
  'language-not-supported': 'This browser cannot recognise the language that the settings name.',
};

/** Listens until `stop` is called. Recognition on this machine is asked for wherever the browser offers it. */
export function listen(language: string, hearing: Hearing): { stop: () => void } {
  const Recogniser = recogniser();
  if (!Recogniser) {
    hearing.onEnd('This browser has no speech recognition. Type instead.');
    return { stop: () => undefined };
  }
  const recognition = new Recogniser();
  let reason: string | null = null;
  let wanted = true;
  recognition.lang = language;
  recognition.continuous = true;
  recognition.interimResults = true;
  recognition.addEventListener('result', (event) => {
    const { results, resultIndex } = event as RecognitionResults;
    let interim = '';
    for (let index = resultIndex; index < results.length; index += 1) {
      const result = results[index];
      if (result?.isFinal) hearing.onFinal(result[0].transcript.trim());
      else interim += result?.[0].transcript ?? '';
    }
    hearing.onInterim(interim);
  });
  recognition.addEventListener('error', (event) => {
    const code = (event as Event & { error?: string }).error ?? '';
    if (code !== 'no-speech' && code !== 'aborted') {
      reason = REASONS[code] ?? `Speech recognition stopped: ${code}.`;
      wanted = false;
    }
  });
  recognition.addEventListener('end', () => {
    // Browsers stop after a silence; a key that is still held asks for more.
    if (wanted) recognition.start();
    else hearing.onEnd(reason);
  });

  const start = async () => {
    const local = await Recogniser.available?.({ langs: [language], processLocally: true }).catch(() => 'unavailable');
    if (local === 'available') recognition.processLocally = true;
    if (wanted) recognition.start();
  };
  void start();
  return {
    stop: () => {
      wanted = false;
      recognition.stop();
    },
  };
}

/** Adds what was heard to what is there, as running text. */
export function joinSpeech(text: string, heard: string): string {
  if (heard === '') return text;
  return text === '' || /\s$/.test(text) ? text + heard : `${text} ${heard}`;
}
