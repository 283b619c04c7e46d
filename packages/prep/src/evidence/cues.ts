import { phraseAround } from './phrase.ts';
import type { Carried, ClaimKind, Cue } from './types.ts';

interface CuePattern {
  readonly kind: ClaimKind;
  readonly carries: Carried;
  /** Its whole match is the words that the question quotes. */
  readonly pattern: RegExp;
}

const UNIT = String.raw`(?:\s?(?:%|percent\b|pp\b|x\b|×|ms\b|k\b|m\b|bn\b|million\b|billion\b|thousand\b|times\b|fold\b|hours?\b|minutes?\b|seconds?\b|days?\b|s\b))?`;
const NUMBER = String.raw`(?:[$€£¥]\s?)?\d(?:[\d.,]*\d)?${UNIT}`;
const TO_NUMBER = String.raw`(?:\s(?:to|→|->)\s${NUMBER})?`;
const MONEY = String.raw`[$€£¥]\s?\d[\d.,]*(?:\s?(?:k|m|bn|million|billion|thousand)\b)?(?:\s(?:a|per|each)\s(?:year|month|week|day|quarter)|\/\w+)?`;
const LESS_OR_MORE = String.raw`(?:cut|cuts|cutting|reduc\w+|lower(?:ed|ing|s)?|decreas\w+|improv\w+|increas\w+|rais(?:ed|ing)|rose|grew|grow(?:n|ing)?|boost\w*|doubl(?:ed|ing)|tripl(?:ed|ing)|halv(?:ed|ing)|trimm?(?:ed|ing)|shrank|shrunk|dropp?(?:ed|ing)?|fell|gain(?:ed|ing)|lift(?:ed|ing)|eliminat\w+|accelerat\w+|sped|speed(?:ed|ing)|optimi[sz]\w+|minimi[sz]\w+|maximi[sz]\w+|brought|took|went|sav(?:ed|ing)|enhanc\w+|exceed\w+|achiev\w+)`;
const COUNTED = String.raw`(?:(?:daily|monthly|weekly|active|concurrent|registered|paying|live)\s)*(?:users?|requests?|rows?|records?|events?|transactions?|lookups?|quer(?:y|ies)|customers?|orders?|messages?|payments?|documents?|images?|items?|listings?|sessions?|devices?|predictions?|calls?|clients?|merchants?|stores?|services?|hosts?|nodes?|servers?|qps|rps|tps)`;
const COMPARED = String.raw`(?:fewer|less|more|faster|higher|lower|better|cheaper|increase|decrease|reduction|improvement|growth|drop)`;
/** Up to some words between two things of one clause. */
const NEAR = String.raw`(?:[^;.]|\.\d)`;

const at = (kind: ClaimKind, carries: Carried, pattern: string): CuePattern => ({
  kind,
  carries,
  pattern: new RegExp(pattern, 'iu'),
});

/** In the order in which they are asked about; at most one question of each. */
const PATTERNS: readonly CuePattern[] = [
  at(
    'metric',
    'evaluation',
    String.raw`\b(?:precision|recall|auc|roc|f1|f-score|accurac(?:y|ies)|ndcg|mrr|rmse|mae|mape|log ?loss|hit rate|click-?through(?: rate)?|ctr|error rates?|false (?:positives?|negatives?|alarms?|declines?))\b${NEAR}{0,50}?${NUMBER}${TO_NUMBER}|${NUMBER}\s(?:\w+\s)?(?:precision|recall|auc|f1|accuracy)\b`,
  ),
  at(
    'money',
    'evaluation',
    String.raw`\b(?:sav\w+|cut\w*|reduc\w+|lower\w*|earn\w*|rais\w+|increas\w+|generat\w+|recover\w*|add\w*|worth|revenue|costs?|budget|spend\w*)\b${NEAR}{0,60}?${MONEY}`,
  ),
  at(
    'speed',
    'production',
    String.raw`\b(?:p\d\d+(?:\.\d+)?|latenc(?:y|ies)|response times?|load(?:ing)? times?|throughput|run ?times?|build times?|training times?|uptime|availability)\b${NEAR}{0,70}?${NUMBER}${TO_NUMBER}|${NUMBER}\s(?:latency|throughput|uptime|availability)\b`,
  ),
  at(
    'change',
    'evaluation',
    String.raw`\b${LESS_OR_MORE}\b${NEAR}{0,70}?(?:from\s[\p{L}\d.,%$€£]+(?:\s\p{L}+)?\sto\s(?:${NUMBER}|[\p{L}\d.,%$€£]+)|${NUMBER}(?:\s${COMPARED}\s\w+)?)|${NUMBER}\s${COMPARED}\b`,
  ),
  at('vague', 'evaluation', String.raw`\b(?:${LESS_OR_MORE})\b`),
  at(
    'experiment',
    'evaluation',
    String.raw`\b(?:a\s?\/\s?b[- ]?test\w*|a\s?\/\s?b\b|split[- ]test\w*|experiments?|experimentation|control groups?)\b`,
  ),
  at(
    'incident',
    'production',
    String.raw`\b(?:outages?|incidents?|post-?mortems?|root causes?|on-?call|pager|downtime|sev-?\d|data loss|corrupt(?:ed|ion)|broke\b|stale cache)\b`,
  ),
  at(
    'rollout',
    'production',
    String.raw`\b(?:deploy(?:ed|ing|ment of)|launch(?:ed|ing|\sof)?|releas(?:ed|ing|e of)|shipp(?:ed|ing)|roll(?:ed|ing)?[- ]?out|migrat\w+|canar(?:y|ies)|cut-?over|move of|moved|replatform\w*|moderni[sz]\w+)\b`,
  ),
  at(
    'monitor',
    'production',
    String.raw`\b(?:monitor(?:s|ed|ing)?|alert(?:s|ed|ing)|dashboards?|slos?|slas?|observability|drift)\b`,
  ),
  at(
    'data',
    'data',
    String.raw`\b(?:data quality|data sets?|datasets?|pipelines?|(?:training )?labels?|labell?ing|annotat\w+|etl|elt|data warehouse|data lake|feature stores?|schemas?|duplicates|dedup\w*|missing values?|ground truth|training (?:data|sets?)|test accounts?|events table|data contracts?|clickstream|nightly job|double[- ]count\w*)\b`,
  ),
  at(
    'model',
    'evaluation',
    String.raw`\b(?:models?|classifiers?|recommend(?:er|ers|ation|ations)|ranker|forecast(?:s|ed|ing)?|predict\w+|machine[- ]learning|embeddings?|neural \w+|llms?|fine-?tun\w+|anomaly detection|fraud detection)\b`,
  ),
  at(
    'scale',
    'production',
    String.raw`\b\d[\d.,]*\s?(?:\+\s?)?(?:(?:k|m|bn|thousand|million|billion|trillion)\b)?\+?\s${COUNTED}\b(?:\s(?:a|per|each)\s\w+|\/\w+)?|\b\d[\d.,]*\s?[tgp]b\b|\b\d[\d.,]*\s?[km]?\s?(?:qps|rps|tps)\b`,
  ),
  at(
    'decided',
    'ownership',
    String.raw`\b(?:decided|chose|selected(?! by)|rejected|refused|proposed|argued|convinced|persuaded|prioriti[sz]ed|deprecated|recommended|stopped|delayed)\b`,
  ),
  at('found', 'ownership', String.raw`\b(?:found|discovered|noticed|traced|spotted|diagnosed|uncovered|identified)\b`),
  at(
    'shared',
    'ownership',
    String.raw`\b(?:we \w+|our team|the team \w+ed|helped|assisted|participated in|contributed to|supported|collaborated|worked (?:closely )?(?:with|on|alongside|together)|part of (?:a|the|an)|involved in|partnered with)\b`,
  ),
  at(
    'led',
    'ownership',
    String.raw`(?<!-)\b(?:led|leads?|own|owns|owned|owner of|managed|headed|directed|ran|runs?|drove|spearheaded|mentored|coordinated|oversaw|championed|took over)\b`,
  ),
  at(
    'built',
    'ownership',
    String.raw`\b(?:built|build|designed|developed|implemented|created|wrote|introduced|architected|established|automated|refactored|rewrote|integrated|engineered|delivered|removed|fixed|added|set up|replaced)\b`,
  ),
  at(
    'duty',
    'ownership',
    String.raw`\b(?:(?:was |am )?(?:responsible for|in charge of|tasked with|accountable for)|duties included|(?:maintain|handl)(?:e|ed|ing|s)?)\b`,
  ),
];

/** A verb that somebody did: without one, words are a title or a list. */
const DONE =
  /\b(?:\p{L}{2,}(?:ed)|led|built|wrote|rewrote|ran|run|runs|cut|cuts|own|owns|found|made|makes|kept|drove|grew|rose|fell|took|brought|caught|chose|began|taught|held|sped|set|won|did|does|is|are|was|were|am|has|have|had|leads|build|builds|write|writes|maintain|maintains|help|helps|told|saw|went|carry|carries|feeds?|joins?)\b|^(?:leading|building|running|owning|writing|designing|developing|managing|maintaining|reducing|improving|cutting|responsible)\b/iu;
/** Participles that only describe a thing. */
const DESCRIBES =
  /\b(?:distributed|embedded|related|certified|advanced|applied|based|unsupervised|supervised|detailed)\b/giu;

/** What the words of a claim say, by kind, in the order in which they are asked about. */
export function cuesOf(text: string): Cue[] {
  if (!DONE.test(text.replace(DESCRIBES, '')) || isList(text)) return [];
  const cues = PATTERNS.flatMap(({ kind, carries, pattern }) => cueAt(text, kind, carries, pattern));
  return cues.length > 0 ? cues : cueAt(text, 'duty', 'ownership', ANY_DEED);
}

/** Any deed at the head of a sentence, where nothing else was found. */
const ANY_DEED =
  /^(?:i\s)?(?!awarded|certified|graduated|completed|selected|named|invited|attended|enrolled|interested|experienced|skilled|motivated|dedicated|seasoned)\p{L}+ed\b/iu;

function cueAt(text: string, kind: ClaimKind, carries: Carried, pattern: RegExp): Cue[] {
  const match = pattern.exec(text);
  return match === null
    ? []
    : [{ kind, carries, words: phraseAround(text, match.index, match.index + match[0].length) }];
}

/** A list of tools or of names. */
function isList(text: string): boolean {
  const items = text.split(/[,;|/·•]\s*/);
  const words = text.match(/\S+/g)?.length ?? 0;
  return items.length >= 3 && words / items.length <= 2.3 && !/\d/.test(text);
}
