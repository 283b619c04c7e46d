import type { FailureKind, FailurePart, TransitionPart } from '../dossier/types.ts';
import { FAILURE_KINDS, FAILURE_PARTS, TRANSITION_PARTS } from '../dossier/types.ts';
import { missingHalves } from './missing-halves.ts';
import type { Claim, ClaimKind, Evidence } from './types.ts';

/** The story that is built: one of the parts of a transition, or of a failure of one kind. */
export type StoryKind = 'transition' | FailureKind;
export const STORY_KINDS: readonly StoryKind[] = ['transition', ...FAILURE_KINDS];
export type StoryPart = TransitionPart | FailurePart;

/** Words of the user that may go into a story: a confirmed claim, or the answer to one of its missing halves. */
export interface OutlineFact {
  /** `<claim>` for a claim itself, `<claim>/<question>` for an answer. */
  readonly id: string;
  readonly text: string;
  /** Where the claim stands: the file and its line; '' for one that was added by hand. */
  readonly source: string;
  /** The part in which it is told unless the user moves it. */
  readonly part: StoryPart;
}

export interface OutlinePart {
  readonly part: StoryPart;
  readonly heading: string;
  readonly facts: readonly OutlineFact[];
  /** What to ask oneself where nothing stands yet; null where something does. */
  readonly gap: string | null;
}

/** A story's outline: the user's own confirmed words by part, and the gaps as questions. */
export interface Outline {
  readonly kind: StoryKind;
  readonly title: string;
  readonly parts: readonly OutlinePart[];
  /** Missing halves of the claims used, which are still unanswered. */
  readonly open: readonly { readonly claim: string; readonly question: string }[];
}

export const STORY_TITLES: Readonly<Record<StoryKind, string>> = {
  transition: 'Transition story',
  'data-quality': 'Failure story: data quality',
  'rollout-risk': 'Failure story: rollout risk',
  'metric-mismatch': 'Failure story: metric mismatch',
};

export const PART_NAMES: Readonly<Record<StoryPart, string>> = {
  pattern: 'The work pattern that led here',
  system: 'One system',
  decision: 'What you decided',
  lesson: 'One production lesson',
  situation: 'The situation',
  cost: 'What it cost',
  change: 'What you changed after',
};

const GAPS: Readonly<Record<StoryKind, Readonly<Partial<Record<StoryPart, string>>>>> = {
  transition: {
    pattern: 'Which kind of problem did you meet more than once, before anybody called it machine learning?',
    system: 'Which one system can you be questioned on for ten minutes?',
    decision: 'Which decision near a model was yours: a label, a metric, a threshold, a feature, a launch?',
    lesson: 'What did production teach you that the tests had not?',
  },
  'data-quality': {
    situation: 'Which data was wrong, in which way, and who was using it?',
    decision: 'What did you decide when you knew, and what was the other way?',
    cost: 'What had it cost by then, in money, users or time?',
    change: 'What is checked today that was not checked then?',
  },
  'rollout-risk': {
    situation: 'What was launched, in which steps, and what went wrong?',
    decision: 'What did you decide in the first hour, and on what evidence?',
    cost: 'Who was hurt, for how long, and what did it cost?',
    change: 'What would stop the same launch today?',
  },
  'metric-mismatch': {
    situation: 'Which number rose while the product got worse?',
    decision: 'What did you decide when you saw it, and who did not want to hear it?',
    cost: 'What had the wrong number cost by then?',
    change: 'Which number replaced it, and when would that one mislead?',
  },
};

/** Everything in an outline that is not the user's: headings, questions of the gaps. */
export const FIXED_WORDS: readonly string[] = [
  ...Object.values(STORY_TITLES),
  ...Object.values(PART_NAMES),
  ...Object.values(GAPS).flatMap((gaps) => Object.values(gaps)),
];

/** Where a claim of this kind is told unless the user moves it: in a transition, in a failure. */
const PLACE: Readonly<Record<ClaimKind, readonly [TransitionPart, FailurePart]>> = {
  decided: ['decision', 'decision'],
  found: ['lesson', 'situation'],
  experiment: ['decision', 'situation'],
  metric: ['decision', 'situation'],
  model: ['system', 'situation'],
  data: ['system', 'situation'],
  scale: ['system', 'situation'],
  led: ['system', 'decision'],
  built: ['system', 'change'],
  shared: ['system', 'situation'],
  duty: ['system', 'situation'],
  incident: ['lesson', 'situation'],
  rollout: ['lesson', 'situation'],
  monitor: ['lesson', 'change'],
  speed: ['lesson', 'change'],
  money: ['lesson', 'cost'],
  change: ['lesson', 'change'],
  vague: ['lesson', 'change'],
};

/** Where the answer to a question is told. */
const ANSWER_PLACE: Readonly<Partial<Record<ClaimKind, readonly [TransitionPart, FailurePart]>>> = {
  ...PLACE,
  found: ['lesson', 'change'],
  led: ['decision', 'decision'],
  built: ['decision', 'decision'],
  shared: ['decision', 'decision'],
  duty: ['decision', 'change'],
  incident: ['lesson', 'change'],
  rollout: ['lesson', 'decision'],
  scale: ['lesson', 'cost'],
  model: ['decision', 'situation'],
  data: ['lesson', 'cost'],
};

export const partsOf = (kind: StoryKind): readonly StoryPart[] =>
  kind === 'transition' ? TRANSITION_PARTS : FAILURE_PARTS;

/** A confirmed claim with the place that its source gives it. */
export interface Confirmed {
  readonly claim: Claim;
  readonly source: string;
}

/** The confirmed claims of imported files, in order. Nothing else may go into a story. */
export function confirmedIn(evidence: Evidence): Confirmed[] {
  const where = new Map(evidence.lines.map((line) => [line.number, line.where]));
  return evidence.claims
    .filter(({ state, text }) => state === 'confirmed' && text.trim() !== '')
    .map((claim) => {
      const line = where.get(claim.line);
      return { claim, source: line === undefined ? '' : `${evidence.source.name}, ${line}` };
    });
}

/** The user's words that may go into a story of this kind, each with the part in which it would be told. */
export function factsOf(confirmed: readonly Confirmed[], kind: StoryKind): OutlineFact[] {
  const side = kind === 'transition' ? 0 : 1;
  return confirmed.flatMap(({ claim, source }) => {
    const asks = missingHalves(claim.text);
    const main = asks[0]?.id ?? 'duty';
    const answers = Object.entries(claim.answers) as [ClaimKind, string][];
    return [
      { id: claim.id, text: claim.text.trim(), source, part: PLACE[main][side] },
      ...answers
        .filter(([, text]) => text.trim() !== '')
        .map(([id, text]) => ({
          id: `${claim.id}/${id}`,
          text: text.trim(),
          source,
          part: (ANSWER_PLACE[id] ?? PLACE[id])[side],
        })),
    ];
  });
}

/**
 * Sets the user's confirmed words under the parts of a story. Not a word is added, changed or joined: what is missing is a question.
 * `moved` gives the part of a fact that the user has moved, by its id; null leaves it out.
 */
export function buildOutline(
  confirmed: readonly Confirmed[],
  kind: StoryKind,
  moved: ReadonlyMap<string, StoryPart | null> = new Map(),
): Outline {
  const facts = factsOf(confirmed, kind).flatMap((fact) => {
    const part = moved.get(fact.id);
    return part === null ? [] : [part === undefined ? fact : { ...fact, part }];
  });
  const used = new Set(facts.map(({ id }) => id.split('/')[0]));
  return {
    kind,
    title: STORY_TITLES[kind],
    parts: partsOf(kind).map((part) => {
      const here = facts.filter((fact) => fact.part === part);
      return { part, heading: PART_NAMES[part], facts: here, gap: here.length > 0 ? null : GAPS[kind][part]! };
    }),
    open: confirmed
      .filter(({ claim }) => used.has(claim.id))
      .flatMap(({ claim }) =>
        missingHalves(claim.text)
          .filter(({ id }) => (claim.answers[id] ?? '').trim() === '')
          .map(({ question }) => ({ claim: claim.id, question })),
      ),
  };
}

/** The outline as Markdown, for taking it elsewhere. */
export function outlineMarkdown({ title, parts, open }: Outline): string {
  const out = [`# ${title}`];
  for (const { heading, facts, gap } of parts) {
    out.push('', `## ${heading}`, '');
    if (gap !== null) out.push(`> ${gap}`);
    for (const { text, source } of facts) out.push(`- ${text}${source === '' ? '' : ` (${source})`}`);
  }
  if (open.length > 0) out.push('', ...open.map(({ question }) => `> ${question}`));
  return `${out.join('\n')}\n`;
}
