import type { PartRule } from './part.ts';

/** First-person verbs that decide or answer for something. */
export const DECIDED =
  /\b(i|i've|i'd|i'll|myself)\b.{0,60}\b(decid\w+|chose|choose|pick\w*|set|cut|dropp\w+|refus\w+|stopp\w+|held|mov\w+|switch\w+|turn\w+ (it |that |them )?(off|on|down)|roll\w* back|rolled|paus\w+|block\w+|pull\w+|approv\w+|shipp\w+|launch\w+|releas\w+|merg\w+|signed|let|kept (?!\w+ing)|left|skipp\w+|ignor\w+|trusted|assum\w+|wait\w+|rais\w+|lower\w+|argued|insist\w+|push\w+|agreed|accept\w+|gave up|wrote|rewrote|replac\w+|added|remov\w+|froze|reran|measur\w+|split|rebuilt|relabel\w+|retrain\w+|tuned|said no|voted|overrul\w+|threw|throw|put|took|stored|compared|picked|asked|told|promis\w+|delet\w+|revert\w*|disabl\w+|delay\w+|limit\w+|capped|excluded|filter\w+)\b/;

const SYSTEM =
  /\b(services?|systems?|pipelines?|platforms?|models?|rankers?|ranking|classifiers?|queues?|apis?|jobs?|engines?|dashboards?|detectors?|scorers?|scoring|recommend\w+|search|checkout|feeds?|warehouses?|imports?|importers?|ledgers?|routers?|schedulers?|gateways?|caches?|rules?|index(es)?|databases?|tables?|features?|batch(es)?|alerts?|back ?ends?)\b/;

/** A system by its name, or whatever it is that one owned, built or ran. */
const OWN_SYSTEM = new RegExp(
  `${SYSTEM.source}|\\b(i|we) (own(ed)?|buil[dt]|ran|run|maintain(ed)?|wrote|look(ed)? after|operated?) (the|a|an|our|its|one)\\b`,
);

const MODEL_ADJACENT =
  /\b(labels?|labell?\w+|features?|thresholds?|scores?|scoring|metrics?|baselines?|training|train|retrain\w*|models?|precision|recall|auc|sampl\w+|drift\w*|predict\w+|rank\w+|relevance|roll(ed)? ?back|experiments?|a\/b|holdout|hold-out|calibrat\w+|classifier|embedding\w*|false (positives?|alarms?|negatives?)|offline|evaluation|evaluat\w+|heuristics?|rules?|shadow|canary)\b/;

/** What is counted in a cost: money, time, people, orders, a share. */
export const FIGURE =
  /(\$|€|£|\b(usd|eur|gbp)\b|\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundreds?|thousands?|millions?|half|third|quarter|dozens?|percent|per cent)\b)/;

/** A size or a count that is not only how long one has worked. */
const SIZE = new RegExp(`${FIGURE.source}(?![\\d,.]*[ -]?(years?|months?))`);

const PATTERN =
  /\b(pattern|again and again|over and over|each time|every time|kept (on )?\w+ing|keep \w+ing|always (ended|end|end up|been the|the one)|same (problem|question|thing|work|part|kind|job|shape)|time and again|three times|twice|two times|in (both|each|every|all)|for (the (last|past) )?(\w+ )?(years?|months)|since \d{4}|most of my (work|time|job)|what i (kept|keep|ended up|actually do|have been)|the common thread|thread|in common|already (this|that|the|doing|do|did)|the (work|job|part) i (do|did|have|kept|keep|own|owned)|became my (job|work|part)|was often|were often|it was often|since \w+ years|same wall|(two|three|four|five|six) times|end(ed|s)? up|the one who|of my last|times now|since (\w+ years|then)|whatever the title|each of (them|these|those)|all of (them|these|those))\b/;

const LESSON =
  /\b(learn\w*|lesson|taught|teach\w*|since then|ever since|from then on|after that|these days|now i|i now|today i|no longer|never again|would not again|i stopped (trusting|believing|assuming)|what i took|takeaway|what changed|i changed how|should have|wish i had|it showed me|showed me|that is (why|how) i|that's (why|how) i|turned out|i found( out)?|showed (that|us)|the problem was|would (set|do|choose|make) (it|the same|that) again|because of that|so now|so i now|never (believe|trust)\w*|i would (now|still)|what production)\b/;

export const SHORT_TRANSITION: readonly PartRule[] = [
  {
    id: 'pattern',
    label: 'The work pattern',
    ask: 'Which kind of work kept coming to you, in which two places, that is already this job?',
    heardIn: [PATTERN],
  },
];

export const LONG_TRANSITION: readonly PartRule[] = [
  ...SHORT_TRANSITION,
  {
    id: 'system',
    label: 'One system',
    ask: 'Name one system: who used it, how much of it there was, and which part was yours.',
    heardIn: [OWN_SYSTEM, /\b(i|my|mine|me)\b/, SIZE],
  },
  {
    id: 'decision',
    label: 'One model-adjacent decision',
    ask: 'Which label, feature, threshold, metric or rollback did you decide on, and why not the other way?',
    heardIn: [DECIDED, MODEL_ADJACENT],
  },
  {
    id: 'lesson',
    label: 'One production lesson',
    ask: 'What did running it teach you that a course would not, and what did the lesson cost?',
    heardIn: [LESSON],
  },
];

export const FAILURE_STORY: readonly PartRule[] = [
  {
    id: 'situation',
    label: 'Situation',
    ask: 'What was running, for whom, and what was going wrong in it?',
    heardIn: [
      new RegExp(
        `${SYSTEM.source}|\\b(i|we) (ran|owned?|built|wrote|worked on|look after|was (responsible|accountable|at|on)|did|had|launched|rolled|shipped|put|released|changed)\\b`,
      ),
      /\b(was|were|had|ran|run|used|fed|served|took|sent|owned|built|went|broke|started|began|stopped|came|read|wrote|counted|filled|scored|ranked|decided|showed|dropped|rose|fell)\b/,
    ],
  },
  {
    id: 'decision',
    label: 'Your decision',
    ask: 'What did you decide, yourself, before you knew how it would end?',
    heardIn: [DECIDED],
  },
  {
    id: 'cost',
    label: 'What it cost',
    ask: 'What did it cost, in users, money, hours or trust? Give the figure, or say that nobody measured it.',
    heardIn: [
      /\b(cost\w*|lost|lose|los(s|ses)|refund\w*|wrong|wrongly|paid|pay|price|wast\w+|miss\w+|fail\w*|down|dropp\w+|fell|broke|complain\w*|churn\w*|delay\w*|late|angry|gave up|outage|blocked|rejected|cancel\w*|damage|harm\w*|written off|never recovered|extra)\b/,
      FIGURE,
    ],
  },
  {
    id: 'change',
    label: 'What changed',
    ask: 'What is different now because of it: which check, rule or habit, and who keeps it?',
    heardIn: [
      /\b(since then|ever since|after (that|it|this)|afterwards?|now|from then on|today|these days|no longer|never again|we (then )?added|i (then )?(added|changed|wrote|built|put|made|introduced|moved|replaced|require|require[ds]|insist\w*)|changed|new (check|rule|gate|alarm|alert|test|step)|so that it|would (now|do)|next time|before any|the (check|gate|alarm|alert|rule) (that )?(now|runs|stands|stops|fires)|went back in with|stops? counting|is (now|gone)|have since|i keep|kept it|instead|before (it|every|each|anything|anyone)|every (release|launch|change|week|month|monday|morning|deploy)|fails? the (import|build|job|release)|sample|reviewed by)\b/,
    ],
  },
];
