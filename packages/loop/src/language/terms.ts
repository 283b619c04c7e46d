/** The field's words that a line may name back to the candidate. */

export const METRIC =
  /\b(?:roc[- ]auc|pr[- ]auc|auc|ndcg(?:@\d+)?|map@\d+|mrr|precision(?:@\d+| at (?:k|\d+)\b)?|recall(?:@\d+| at (?:k|\d+)\b)?|f1(?:[- ]score)?|accuracy|log[- ]?loss|rmse|mae|mape|r2|ctr|click[- ]through(?: rate)?|watch time|hit rate|lift|calibration|throughput)\b/i;

export const MODEL =
  /\b(?:graph neural networks?|neural networks?|deep ensembles?|deep learning|temporal fusion transformers?|transformers?|two[- ]towers?(?: model)?|collaborative filtering|matrix factori[sz]ation|xgboost|lightgbm|catboost|gradient[- ]boost\w+(?: (?:trees?|models?|machines?|classifiers?))?|boosted trees?|random forests?|logistic regression|linear regression|lambdamart|lstms?|bert|llms?|gpt\S*|large language models?|embeddings?|autoencoders?|isolation forests?|bandits?|reinforcement learning|cnns?|ensembles?)\b/i;

export const LABEL_SOURCE =
  /\b(?:chargebacks?|disputes?|refunds?|clicks?|purchases?|bookings?|moderators?|moderator decisions|annotators?|annotations?|contractors?|analysts?|investigators?|user reports?|complaints?|surveys?|ratings?|cancellations?|watch time|completions?|repayments?|work orders?|maintenance logs?|adjusters?)\b/i;

export const SPLIT =
  /\b(?:random(?:ly)?(?: split)?|shuffl\w+|eighty[- ]twenty|80[/ -]20|train[- ]test split|cross[- ]validation|k[- ]fold|stratified|by user|by time|temporal split|out of time)\b/i;

export const LAUNCH =
  /\b(?:launch(?:ed|ing)?|deploy(?:ed|ing|ment)?|ship(?:ped|ping)?(?: it)?|roll(?:ed|ing)? (?:it )?out|rollout|release[ds]?|go(?:es|ing)? live|went live|put (?:it|this) (?:live|in production)|push(?:ed)? to production)\b/i;

export const PRAISE =
  /\b(?:significantly|dramatically|massively|greatly|hugely|a lot better|way better|much better|far better|improv(?:ed|es|ing|ement)|better|faster|boost(?:ed)?|increased|reduced|optimi[sz]ed|scal(?:ed|able)|robust|great results?|good results?|successful(?:ly)?|meaningful|happy|impact(?:ful)?|went (?:up|down)|fewer)\b/i;

export const TEAM = /\b(?:we|our (?:team|group)|the team|us)\b/i;

/** What is predicted or ranked, by words of the question or answer. */
export const SUBJECTS: readonly (readonly [RegExp, string])[] = [
  [/\bfraud/i, 'fraud'],
  [/\bchurn|subscribers? will cancel|cancel next month/i, 'churn'],
  [/\bspam/i, 'spam'],
  [/\bphish/i, 'phishing'],
  [/\bcounterfeit/i, 'counterfeits'],
  [/\babus|toxic|hate/i, 'abuse'],
  [/\bno-?shows?/i, 'no-shows'],
  [/\bdefault(?:s|ed|ing)?\b|loan|credit/i, 'defaults'],
  [/\bmachines?\b[^.]*\bfail|breakdown/i, 'breakdowns'],
  [/\bclaims?\b[^.]*\b(?:insurance|payment)|insurance/i, 'claims'],
  [/\bdelivery time|eta\b|arrival/i, 'delivery times'],
  [/\bads?\b/i, 'ads'],
  [/\bnotification/i, 'notifications'],
  [/\bjob|opening|vacanc/i, 'job matches'],
  [/\bsearch|marketplace|listing/i, 'search results'],
  [/\brecommend|stream|video|feed/i, 'recommendations'],
];

/** The first words of a text that match, as said; null where none do. */
export function firstMatch(pattern: RegExp, text: string): string | null {
  return pattern.exec(text)?.[0] ?? null;
}

/** A word as it is written inside a sentence: "Random split" is "random split", XGBoost and AUC stay. */
export function plain(words: string | null): string | null {
  return words !== null && /^[A-Z][a-z]/.test(words) && !/[A-Z]/.test(words.slice(1)) ? words.toLowerCase() : words;
}
