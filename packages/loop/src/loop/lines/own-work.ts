import type { Question } from '@legible/judge';
import { pick } from '../../language/seeded.ts';
import { clip } from '../../language/sentences.ts';
import type { OwnStory } from '../types.ts';

/** Ways to ask a bank question about a story the candidate wrote down; those with `quoted` say its sentence about a decision. */
const FILL_LINES: readonly {
  readonly id: string;
  readonly quoted: boolean;
  say(question: string, title: string, quote: string): string;
}[] = [
  {
    id: 'own-wrote',
    quoted: true,
    say: (q, title, quote) => `Under “${title}” you write “${quote}”. ${q} Use that one.`,
  },
  {
    id: 'own-line',
    quoted: true,
    say: (q, title, quote) => `One line in your file stopped me: “${quote}”. ${q} I want “${title}”, nothing else.`,
  },
  {
    id: 'own-check',
    quoted: true,
    say: (q, title, quote) => `I will hold you to “${quote}”. ${q} Tell it from “${title}”.`,
  },
  {
    id: 'own-file',
    quoted: false,
    say: (q, title) => `I have “${title}” from your file in front of me. ${q} Take that one.`,
  },
  {
    id: 'own-skip',
    quoted: false,
    say: (q, title) => `${q} You sent us “${title}”; I would rather hear it than read it.`,
  },
  { id: 'own-only', quoted: false, say: (q, title) => `${q} Stay with “${title}”.` },
];

interface Filled {
  readonly question: Question;
  readonly lineId: string;
  readonly title: string;
}

/** A question about one's own work, asked about a story of its kind that was not asked about yet; null where there is none. */
export function fillFrom(
  question: Question,
  stories: readonly OwnStory[],
  {
    seed,
    spent,
    told,
  }: { readonly seed: number; readonly spent: ReadonlySet<string>; readonly told: ReadonlySet<string> },
): Filled | null {
  const story = pick(
    stories.filter(({ kinds, title }) => kinds.includes(question.kind) && !told.has(title)),
    seed,
    'story',
    question.id,
  );
  if (story === null) return null;
  const quote = clip(story.quote);
  const open = FILL_LINES.filter(({ id }) => !spent.has(id));
  const quoting = open.filter(({ quoted }) => quoted && quote !== '');
  const line = pick(quoting.length > 0 ? quoting : open.filter(({ quoted }) => !quoted), seed, 'fill', question.id);
  if (line === null) return null;
  const text = line.say(question.text, clip(story.title), quote);
  return { question: { ...question, text }, lineId: line.id, title: story.title };
}
