import type { FailureKind, Item } from '../dossier/types.ts';
import { DOMINANT, FIRST_FAILURE, NARRATIVE } from './narratives.ts';
import { outlineOf, plain, type OutlinePart, type PartRule } from './part.ts';
import { COMPENSATION, WHY } from './scripts.ts';
import { FAILURE_STORY, LONG_TRANSITION, SHORT_TRANSITION } from './stories.ts';

/** Which text of an item: a story has two tellings, the others have one. */
export type Telling = 'short' | 'long' | 'text';

export const tellingsOf = (item: Item): readonly Telling[] => (item.type === 'story' ? ['short', 'long'] : ['text']);

/** The text of one telling; '' where the item has no such telling. */
export function textOf(item: Item, telling: Telling): string {
  if (item.type === 'story') return telling === 'text' ? '' : item.body[telling];
  return telling === 'text' ? item.body.text : '';
}

/** The item with one telling's text replaced. */
export function withText(item: Item, telling: Telling, text: string): Item {
  switch (item.type) {
    case 'story':
      return { type: 'story', body: { ...item.body, [telling === 'short' ? 'short' : 'long']: text } };
    case 'narrative':
      return { type: 'narrative', body: { ...item.body, text } };
    case 'script':
      return { type: 'script', body: { ...item.body, text } };
  }
}

const SIMULATED: PartRule = {
  id: 'simulated',
  label: 'Told as a simulation',
  ask: 'It happened in the lab, not at work: say so in the first sentences, or a panel will feel deceived.',
  heardIn: [/\b(simulat\w+|lab|exercise|practice run|not (at|from) work|toy|sandbox)\b/],
};

/** The parts that a telling must have, found or missing, in the order in which they are told. */
export function itemOutline(item: Item, telling: Telling): OutlinePart[] {
  const text = textOf(item, telling);
  switch (item.type) {
    case 'story': {
      const own =
        item.body.kind === 'failure' ? FAILURE_STORY : telling === 'short' ? SHORT_TRANSITION : LONG_TRANSITION;
      return outlineOf(text, item.body.simulated ? [SIMULATED, ...own] : own);
    }
    case 'narrative':
      return [...outlineOf(text, NARRATIVE, true), ...outlineOf(text, [DOMINANT, FIRST_FAILURE])];
    case 'script': {
      if (item.body.kind === 'why-mle') return outlineOf(text, WHY);
      const parts = outlineOf(text, COMPENSATION);
      return parts.map((part) => {
        // A number may come last or be left out; what it may not do is come first.
        const late = parts.find(
          ({ id, at }) =>
            part.id === 'number' &&
            part.at !== null &&
            (id === 'scope' || id === 'band') &&
            (at === null || at.from > part.at.from),
        );
        return late === undefined ? part : { ...part, before: late.label };
      });
    }
  }
}

/** Parts without which the item is not yet one: gaps, and parts told before what they rest on. */
export const gapsIn = (outline: readonly OutlinePart[]): OutlinePart[] =>
  outline.filter(({ at, before }) => at === null || before !== null);

const KIND_CUES: Record<FailureKind, RegExp> = {
  'data-quality':
    /\b(nulls?|missing|duplicat\w+|stale|wrong (labels?|values?|units?|timestamps?|currency)|labels? (were|was|came|arrived)|mislabel\w+|schema|backfill\w*|late (data|labels|events)|bad data|corrupt\w*|time ?zones?|encod\w+|joins?|double[- ]count\w*|import\w*|upstream|field (was|changed)|defaulted|sampl\w+ (was|were)|dirty)\b/g,
  'rollout-risk':
    /\b(roll(ed|ing)? ?(out|back)|rollout|rollback|canary|deploy\w*|launch\w*|ship(ped|ping)|releas\w+|migrat\w+|cut ?over|feature flags?|staged|ramp\w*|all (users|traffic)|100 ?%|one percent|1 ?%|revert\w*|switch\w* over|friday|freeze)\b/g,
  'metric-mismatch':
    /\b(metrics?|auc|accuracy|precision|recall|ndcg|click[- ]?through|ctr|kpi|dashboard|proxy|optimi[sz]\w+|went up|rose|improved|looked (good|better|fine)|green|offline|average|mean|target(s)? (hit|met)|gamed|number (rose|went|looked))\b/g,
};

/** How plainly a text tells of each kind of failure: the number of different cues of it. */
function cuesOf(text: string): Record<FailureKind, number> {
  const words = plain(text);
  const count = (kind: FailureKind): number => new Set(words.match(KIND_CUES[kind]) ?? []).size;
  return {
    'data-quality': count('data-quality'),
    'rollout-risk': count('rollout-risk'),
    'metric-mismatch': count('metric-mismatch'),
  };
}

/**
 * Kinds that a failure story could also be told as: at least two different cues of the kind, and at least half as many
 * as of the kind that shows most. Kinds it already has are left out.
 */
export function alsoFits(item: Item): FailureKind[] {
  if (item.type !== 'story' || item.body.kind !== 'failure') return [];
  const { failures, facts, short, long } = item.body;
  const cues = cuesOf([short, long, ...facts.map((fact) => fact.text)].join('\n'));
  const most = Math.max(...Object.values(cues));
  return (Object.keys(cues) as FailureKind[]).filter(
    (kind) => !failures.includes(kind) && cues[kind] >= 2 && cues[kind] * 2 >= most,
  );
}
