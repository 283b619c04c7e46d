/** The bodies of the documents that make the dossier: what a candidate walks in with. */

/** Document types of the dossier, as the documents API spells them. */
export const ITEM_TYPES = ['story', 'narrative', 'script'] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

export const FAILURE_KINDS = ['data-quality', 'rollout-risk', 'metric-mismatch'] as const;
/** What went wrong in a failure story; one story may be of two kinds. */
export type FailureKind = (typeof FAILURE_KINDS)[number];

export const TRANSITION_PARTS = ['pattern', 'system', 'decision', 'lesson'] as const;
/** A transition story: the work pattern; and, told long, one system, one model-adjacent decision, one production lesson. */
export type TransitionPart = (typeof TRANSITION_PARTS)[number];

export const FAILURE_PARTS = ['situation', 'decision', 'cost', 'change'] as const;
/** A failure story: what was so, what one decided, what it cost, what one changed after. */
export type FailurePart = (typeof FAILURE_PARTS)[number];

export type FactPart = TransitionPart | FailurePart | 'other';
export const FACT_PARTS: readonly FactPart[] = [
  ...TRANSITION_PARTS,
  ...FAILURE_PARTS.filter((part) => part !== 'decision'),
  'other',
];

/** A thing that happened, in the candidate's own words. Stories are told from facts and from nothing else. */
export interface Fact {
  readonly id: string;
  /** The part of the story it belongs to. */
  readonly part: FactPart;
  readonly text: string;
  /** Where it stands: the line of a resume, a note, a lab run; '' when it was typed in. */
  readonly source: string;
}

/** A document of type "story": told short (60 s) and long (180 s) from one set of facts. */
export interface Story {
  readonly kind: 'transition' | 'failure';
  /** At least one for a failure story; none for a transition story. */
  readonly failures: readonly FailureKind[];
  /** True when it is about a lab run; it must then be told as one. */
  readonly simulated: boolean;
  readonly facts: readonly Fact[];
  /** As said in 60 seconds; may be empty. */
  readonly short: string;
  /** As said in 180 seconds; may be empty. */
  readonly long: string;
}

export const NARRATIVE_KINDS = ['ranking', 'prediction'] as const;
export type NarrativeKind = (typeof NARRATIVE_KINDS)[number];

export const AREAS = ['search', 'recommendations', 'fraud', 'other'] as const;
/** The product area, which decides the constraint that dominates. */
export type Area = (typeof AREAS)[number];

/** A document of type "narrative": one ML system design, as it would be told. */
export interface Narrative {
  readonly kind: NarrativeKind;
  readonly area: Area;
  readonly text: string;
}

export const SCRIPT_KINDS = ['why-mle', 'compensation'] as const;
export type ScriptKind = (typeof SCRIPT_KINDS)[number];

/** A document of type "script". */
export interface Script {
  readonly kind: ScriptKind;
  readonly text: string;
}

/** A dossier document's body with its type. */
export type Item =
  | { readonly type: 'story'; readonly body: Story }
  | { readonly type: 'narrative'; readonly body: Narrative }
  | { readonly type: 'script'; readonly body: Script };
