import { AREAS, type Area } from './areas.ts';
import type { Evidence } from './conversation.ts';

/** Words by which an area is spoken of. */
const SPOKEN: Readonly<Record<Area, RegExp>> = {
  data: /\b(labels?|labell?ing|annotat\w+|data (?:quality|source|sources|set|sets)|dataset\w*|deduplicat\w+|backfill\w*)\b/i,
  features: /\b(features?|feature store|embeddings?|train(?:ing)?.serv(?:e|ing) skew)\b/i,
  evaluation:
    /\b(evaluat\w+|offline (?:metric|number|test)\w*|holdout|hold-out|a\/b tests?|experiments?|baselines?|precision|recall|calibrat\w+|guardrails?|thresholds?)\b/i,
  serving:
    /\b(serv(?:ing|ed)|latency|p9\d|roll(?:ed)?[ -]?out|rollback|rolled back|canary|fallback|deploy\w*|shadow)\b/i,
  monitoring: /\b(monitor\w*|alert\w*|dashboards?|drift\w*|alarms?)\b/i,
  'on-call': /\b(on[ -]call|pager|paged|incidents?|outages?|post-?mortems?)\b/i,
};

/** A deed of the speaker's own; a plan, a wish or the team's work is none. */
const OWN =
  /\bI (?:\w+ ?){0,2}?(?:decided|chose|owned|own|built|moved|cut|set|wrote|ran|rolled|shipped|changed|stopped|refused|added|removed|found|fixed|measured|designed|led|split|replaced|signed|kept|held|rebuilt|traced|launched|turned|carried|was paged|took)\b/i;

/**
 * The sentences of a text that speak for holding an area: the speaker's own deed, in words of that area. One sentence
 * may speak for several. It finds words, not truth: they are shown to be checked.
 */
export function evidenceIn(text: string, from: string): Evidence[] {
  const sentences = text.split(/(?<=[.!?])\s+|\n+/).map((sentence) => sentence.trim());
  return sentences
    .filter((sentence) => OWN.test(sentence))
    .flatMap((words) => AREAS.filter((area) => SPOKEN[area].test(words)).map((area) => ({ area, words, from })));
}
