import type { QuestionKind } from '@legible/judge';
import type { OwnStory } from '@legible/loop';
import { BodyError, type FailureKind, parseStory } from '@legible/prep';

const KIND_OF_FAILURE: Readonly<Record<FailureKind, QuestionKind>> = {
  'data-quality': 'story-data',
  'rollout-risk': 'story-rollout',
  'metric-mismatch': 'story-metric',
};

/** A story of the dossier as an interviewer uses it; null for one that is not in a readable form yet. */
export function ownStory(title: string, body: unknown): OwnStory | null {
  try {
    const { kind, failures, facts } = parseStory(body);
    const decision = facts.find(({ part }) => part === 'decision') ?? facts.find(({ part }) => part === 'cost');
    return {
      title,
      kinds: kind === 'transition' ? ['transition'] : failures.map((failure) => KIND_OF_FAILURE[failure]),
      quote: decision?.text ?? '',
    };
  } catch (error) {
    if (error instanceof BodyError) return null;
    throw error;
  }
}
