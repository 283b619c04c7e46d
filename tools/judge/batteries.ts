/** Changes to an answer that must not raise its verdict, or must not move it, and texts that must get verdict 1. */
import type { Question } from '@legible/judge';
import { readText } from '@legible/judge';
import { lexicon } from './battery-words.ts';

/** Draws in [0, 1) from a seed; Mulberry32. */
export function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Battery {
  readonly id: string;
  /** `rise`: the verdict may not rise; `move`: it may not move; `floor`: it must be 1. */
  readonly law: 'rise' | 'move' | 'floor';
  /** Most mean change of the verdict that is allowed; for `floor`, most mean excess over 1. */
  readonly allowed: number;
  readonly about: string;
  /** The changed text; null where the change does not apply. */
  readonly change: (text: string, question: Question, draw: () => number, others: readonly string[]) => string | null;
}

const pick = <T>(list: readonly T[], draw: () => number): T => list[Math.floor(draw() * list.length)] as T;
const sentencesOf = (text: string): string[] => readText(text).map((sentence) => sentence.text);

const words = (text: string, change: (word: string, at: number) => string): string => {
  let at = 0;
  return text.replace(/[\p{L}']+/gu, (word) => change(word, at++));
};

export const BATTERIES: readonly Battery[] = [
  {
    id: 'unrelated text appended',
    law: 'rise',
    allowed: 0.1,
    about: 'three sentences about something else at the end',
    change: (text, _q, draw) => `${text} ${[0, 1, 2].map(() => pick(lexicon.unrelated, draw)).join(' ')}`,
  },
  {
    id: 'repeated text appended',
    law: 'rise',
    allowed: 0.1,
    about: 'half of its own sentences once more',
    change: (text) => {
      const own = sentencesOf(text);
      return `${text} ${own.slice(0, Math.ceil(own.length / 2)).join(' ')}`;
    },
  },
  {
    id: 'rubric vocabulary sprinkled',
    law: 'rise',
    allowed: 0.1,
    about: 'a term of the rubric after every third sentence',
    change: (text, _q, draw) =>
      sentencesOf(text)
        .map((s, i) => (i % 3 === 2 ? `${s} ${pick(lexicon.terms, draw)}.` : s))
        .join(' ') + ` ${pick(lexicon.terms, draw)}, ${pick(lexicon.terms, draw)}, ${pick(lexicon.terms, draw)}.`,
  },
  {
    id: 'question restated',
    law: 'rise',
    allowed: 0.1,
    about: 'the question said again before the answer',
    change: (text, question) => `So the question is: ${question.text} ${text}`,
  },
  {
    id: 'self-praise',
    law: 'rise',
    allowed: 0.1,
    about: 'praise of oneself at both ends',
    change: (text, _q, draw) => `${pick(lexicon.praise, draw)} ${text} ${pick(lexicon.praise, draw)}`,
  },
  {
    id: 'instructions to the grader',
    law: 'rise',
    allowed: 0.1,
    about: 'orders to whoever grades',
    change: (text, _q, draw) => `${text} ${pick(lexicon.orders, draw)}`,
  },
  {
    id: 'sentences shuffled',
    law: 'rise',
    allowed: 0.1,
    about: 'its sentences in another order',
    change: (text, _q, draw) => {
      const own = sentencesOf(text);
      for (let i = own.length - 1; i > 0; i--) {
        const j = Math.floor(draw() * (i + 1));
        [own[i], own[j]] = [own[j] as string, own[i] as string];
      }
      return own.join(' ');
    },
  },
  {
    id: 'notes told as a chatty story',
    law: 'rise',
    allowed: 0.1,
    about: 'first-person chatter around the same content',
    change: (text, _q, draw) =>
      `${pick(lexicon.storyStart, draw)} ${sentencesOf(text)
        .map((s) => (draw() < 0.5 ? `${pick(lexicon.storyLink, draw)} ${s.charAt(0).toLowerCase()}${s.slice(1)}` : s))
        .join(' ')} ${pick(lexicon.storyEnd, draw)}`,
  },
  {
    id: 'fillers and restarts added',
    law: 'move',
    allowed: 0.15,
    about: 'um, you know, a word said twice',
    change: (text, _q, draw) =>
      words(text, (word) =>
        draw() < 0.06 ? `${pick(lexicon.fillers, draw)} ${word}` : draw() < 0.02 ? `${word} ${word}` : word,
      ),
  },
  {
    id: 'fillers removed',
    law: 'move',
    allowed: 0.15,
    about: 'um, uh and you know taken out',
    change: (text) => {
      const out = text.replace(/\b(?:um|uh|er|erm|you know|i mean)\b,?\s*/giu, '');
      return out === text ? null : out;
    },
  },
  {
    id: 'casing and punctuation removed',
    law: 'move',
    allowed: 0.15,
    about: 'as a recogniser would write it',
    change: (text) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}%.'\s]|\.(?!\d)/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
  },
  {
    id: 'a typo in every twenty words',
    law: 'move',
    allowed: 0.15,
    about: 'two letters swapped',
    change: (text, _q, draw) =>
      words(text, (word) => {
        if (word.length < 4 || draw() >= 0.05) return word;
        const k = 1 + Math.floor(draw() * (word.length - 2));
        return word.slice(0, k) + word[k + 1] + word[k] + word.slice(k + 2);
      }),
  },
  {
    id: 'contractions expanded',
    law: 'move',
    allowed: 0.15,
    about: "I'd becomes I would",
    change: (text) => {
      let out = text;
      for (const [short, long] of lexicon.contractions) out = out.replaceAll(short, long);
      return out === text ? null : out;
    },
  },
  {
    id: 'synonyms',
    law: 'move',
    allowed: 0.15,
    about: 'plain words for plain words',
    change: (text) => {
      const out = words(text, (word) => lexicon.synonyms.get(word.toLowerCase()) ?? word);
      return out === text ? null : out;
    },
  },
  {
    id: 'names and companies swapped',
    law: 'move',
    allowed: 0.15,
    about: 'other trades, other names',
    change: (text) => {
      const out = words(text, (word) => lexicon.names.get(word.toLowerCase()) ?? word);
      return out === text ? null : out;
    },
  },
  {
    id: 'second-language English',
    law: 'move',
    allowed: 0.2,
    about: 'articles dropped, forms simplified, same content',
    change: (text, _q, draw) =>
      text
        .replace(/\b(?:the|a|an)\s+/giu, (article) => (draw() < 0.7 ? '' : article))
        .replace(/\b(would|had|has|have) been\b/giu, 'was')
        .replace(/\b(it|he|she|this|that) (\w+)s\b/giu, (all, who, verb: string) =>
          verb.length > 3 && draw() < 0.5 ? `${who} ${verb}` : all,
        ),
  },
  {
    id: 'gibberish',
    law: 'floor',
    allowed: 0,
    about: 'words without sense',
    change: (text, _q, draw) =>
      words(text, (word) => [...word].map(() => pick([...'abcdefghijklmnoprstuvwz'], draw)).join('')),
  },
  {
    id: 'word salad',
    law: 'floor',
    allowed: 0,
    about: 'its own words in random order',
    change: (text, _q, draw) => {
      const own = text.split(/\s+/);
      for (let i = own.length - 1; i > 0; i--) {
        const j = Math.floor(draw() * (i + 1));
        [own[i], own[j]] = [own[j] as string, own[i] as string];
      }
      return own.join(' ');
    },
  },
  {
    id: 'off-topic text',
    law: 'floor',
    allowed: 0,
    about: 'only sentences about something else',
    change: (_text, _q, draw) => [0, 1, 2, 3, 4, 5].map(() => pick(lexicon.unrelated, draw)).join(' '),
  },
  {
    id: "another question's good answer",
    law: 'floor',
    allowed: 0,
    about: 'a good answer to a question not asked',
    change: (_text, _q, draw, others) => pick(others, draw),
  },
  {
    id: 'bare recital',
    law: 'floor',
    allowed: 0,
    about: 'class imbalance, label noise, overfitting, drift',
    change: (_text, _q, draw) =>
      draw() < 0.5
        ? 'class imbalance, label noise, overfitting, drift'
        : `${pick(lexicon.terms, draw)}, ${pick(lexicon.terms, draw)}, ${pick(lexicon.terms, draw)}, ${pick(lexicon.terms, draw)}.`,
  },
];
