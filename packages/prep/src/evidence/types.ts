/** A line of an imported file or note, with its place as the file counts it ("line 12", "page 2, line 31"). */
export interface SourceLine {
  readonly number: number;
  readonly where: string;
  readonly text: string;
}

export const CARRIED = ['ownership', 'production', 'data', 'evaluation'] as const;
/** What a claim could carry in a panel, if its missing half were said. */
export type Carried = (typeof CARRIED)[number];

/** What kind of thing some words claim. */
export type ClaimKind =
  | 'change'
  | 'vague'
  | 'money'
  | 'metric'
  | 'experiment'
  | 'model'
  | 'data'
  | 'speed'
  | 'scale'
  | 'rollout'
  | 'incident'
  | 'monitor'
  | 'found'
  | 'decided'
  | 'led'
  | 'shared'
  | 'duty'
  | 'built';

/** Words of a claim that say a thing of one kind. */
export interface Cue {
  readonly kind: ClaimKind;
  readonly carries: Carried;
  /** The words, as they stand in the claim. */
  readonly words: string;
}

/** What a claim leaves out, asked in its own words. `id` stays the same when the wording of the claim changes. */
export interface MissingHalf {
  readonly id: ClaimKind;
  readonly carries: Carried;
  readonly question: string;
}

/** A sentence of a line that could carry something. */
export interface FoundClaim {
  readonly line: number;
  /** Half-open range of UTF-16 offsets into the line's text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly carries: readonly Carried[];
  readonly asks: readonly MissingHalf[];
}

export const CLAIM_STATES = ['open', 'confirmed', 'rejected'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** A claim as the user has dealt with it. Only confirmed ones go into a story. */
export interface Claim {
  readonly id: string;
  /** Number of the line it stands in; 0 for one that the user added. */
  readonly line: number;
  readonly state: ClaimState;
  /** The user's words: the file's at first, then as the user has edited them. */
  readonly text: string;
  /** The user's answers to the missing halves, by the id of the question. */
  readonly answers: Readonly<Partial<Record<ClaimKind, string>>>;
}

export const SOURCE_FORMATS = ['pdf', 'docx', 'json-resume', 'text', 'notes'] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/** A document of type "evidence": what was imported, and the claims in it. */
export interface Evidence {
  readonly source: { readonly name: string; readonly format: SourceFormat };
  readonly lines: readonly SourceLine[];
  readonly claims: readonly Claim[];
}
