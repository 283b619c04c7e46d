import { SIGNALS_OF_KIND, type Question, type QuestionKind } from '@legible/judge/rubric';
import type { Telling } from '../outline/item-outline.ts';
import type { Area, FailureKind, Item } from './types.ts';

/** Question kinds that each kind of failure story answers. */
export const QUESTION_OF_FAILURE: Record<FailureKind, QuestionKind> = {
  'data-quality': 'story-data',
  'rollout-risk': 'story-rollout',
  'metric-mismatch': 'story-metric',
};

const FAILURE_ASKED: Record<FailureKind, string> = {
  'data-quality': 'Tell me about a time bad data hurt something you were responsible for.',
  'rollout-risk': 'Tell me about a launch of yours that went wrong, and what you did.',
  'metric-mismatch': 'Tell me about a number that looked good while the product got worse.',
};

const AREA_ASKED: Record<Area, string> = {
  search: 'search ranking for a product of your choice',
  recommendations: 'recommendations for a product of your choice',
  fraud: 'fraud detection for payments',
  other: 'a prediction system for a product of your choice',
};

/** Seconds that each telling may take. */
export const SECONDS: Record<Telling, number> = { short: 60, long: 180, text: 0 };
const NARRATIVE_SECONDS = 300;
const SCRIPT_SECONDS = 60;

/** The kinds of bank question that an item can answer. */
export function questionKindsOf(item: Item): readonly QuestionKind[] {
  switch (item.type) {
    case 'story':
      return item.body.kind === 'transition'
        ? ['transition']
        : item.body.failures.map((failure) => QUESTION_OF_FAILURE[failure]);
    case 'narrative':
      return [item.body.kind === 'ranking' ? 'design-ranking' : 'design-prediction'];
    case 'script':
      return [item.body.kind === 'why-mle' ? 'why-mle' : 'comp'];
  }
}

/** The question by which an item is judged and rehearsed; `seconds` is the time one telling is given. */
export function questionOf(item: Item, telling: Telling): Question {
  const kind = questionKindsOf(item)[0] ?? 'transition';
  const signals = kind === 'probe' ? [] : SIGNALS_OF_KIND[kind];
  const ask = (id: string, seconds: number, text: string): Question => ({ id, kind, signals, seconds, text });
  switch (item.type) {
    case 'story': {
      const seconds = SECONDS[telling === 'short' ? 'short' : 'long'];
      const failure = item.body.failures[0];
      if (item.body.kind === 'failure' && failure !== undefined)
        return ask(`dossier-${failure}-${telling}`, seconds, FAILURE_ASKED[failure]);
      return telling === 'short'
        ? ask(
            'dossier-transition-short',
            seconds,
            'In one minute: what have you built, and why does it lead to this role?',
          )
        : ask(
            'dossier-transition-long',
            seconds,
            'Take three minutes: your move to machine learning engineering, with one system, one decision close to a model, and what production taught you.',
          );
    }
    case 'narrative':
      return ask(
        `dossier-${item.body.kind}-${item.body.area}`,
        NARRATIVE_SECONDS,
        `Design ${item.body.kind === 'ranking' && item.body.area === 'other' ? 'a ranking for a product of your choice' : AREA_ASKED[item.body.area]}: from the goal to the rollback, and what breaks first.`,
      );
    case 'script':
      return item.body.kind === 'why-mle'
        ? ask('dossier-why-mle', SCRIPT_SECONDS, 'Why machine learning engineering, and why now?')
        : ask('dossier-compensation', SCRIPT_SECONDS, 'What are your compensation expectations for this role?');
  }
}
