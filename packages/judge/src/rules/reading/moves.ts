import { compilePhrases } from './pattern.ts';

/** What a sentence does, whatever it speaks of. Each is a feature of every rule's model and a condition that rules may ask for. */
const MOVES = {
  because: [
    'because',
    'since',
    'as',
    'so that',
    'in order to',
    'which means',
    'meaning',
    'that means',
    'therefore',
    'hence',
    'the reason',
    'which is why',
    'that is why',
    'due to',
    'so the|that|we|i|it|they',
    'otherwise',
    'would have',
  ],
  condition: ['if', 'unless', 'when|whenever', 'until', 'in case', 'provided', 'as long as', 'depending on'],
  contrast: [
    'but',
    'although',
    'though',
    'however',
    'instead of',
    'rather than',
    'not .. but',
    'whereas',
    'while',
    'yet',
    'even though',
    'except',
  ],
  cost: [
    'cost|costs|price|pay|pays|paid|lose|loses|lost|give up|gives up|sacrifice|expensive|worth|budget|spend|euros|dollars|minutes of|hours of',
    'at the expense',
  ],
  negated: ['not|never|no|none|nobody|nothing|without|neither|nor|cannot'],
  critical: [
    'wrong|mistake|mislead*|misled|useless|meaningless|trap|fooled|fools|lie|lies|lied|cheat*|leak|leaks|leaked|leakage|leaking|flatter*|inflated|optimistic|suspicious|suspect|garbage|worthless|nonsense|dangerous|bias|biased|danger|hid|hides|hidden|masks|hiding',
    'too good',
    'do not trust',
    'did not trust',
    'would not trust',
    'tells you nothing|little',
    'says nothing|little',
  ],
  chose: [
    'i|we {would have|would|will|had}? decided|decide|chose|choose|picked|pick|prefer|preferred|went with|go with|take|took|keep|kept|drop|dropped|insist*|refused|stopped|cut',
    'my call',
    'my decision',
    'i would rather',
  ],
  acted: [
    'i built|wrote|ran|found|checked|measured|changed|moved|fixed|added|rolled|looked|compared|set|made|asked|told|shipped|turned|owned|own|pulled|traced|plotted|sampled|counted|replaced|reverted',
  ],
  hedge: [
    'maybe|perhaps|probably|possibly|guess|suppose|somehow|somewhat',
    'i think',
    'i would say',
    'could be',
    'might|may',
    'sort of',
    'kind of',
    'or something',
    'or whatever',
  ],
  absolute: [
    'always|never|automatically|definitely|obviously|certainly|clearly|guaranteed|guarantees|proves|proven|proof|cannot|impossible|entirely|completely|fully|every|all|any|perfectly|truth|true|fact',
    'by definition',
    'no matter',
    'by itself',
    'whatever the',
    'of course',
  ],
  dismissive: [
    'no need',
    'not need*|necessary|required|matter',
    'does|do not matter',
    'would not bother',
    'no point',
    'skip|skipped|ignore|waste|wastes|unnecessary|overkill|merely|pointless',
    'only delays|costs|adds|loses|wastes|makes',
    'not worth',
    'good enough',
    'should be fine',
    'is|are fine',
    'fine',
    'already',
    'without problem',
    'handles|absorbs|solves|fixes|sorts {it|that|them|this}',
    'no downside',
  ],
  virtue: [
    'important|crucial|key|essential|critical|vital|robust|holistic|comprehensive|rigorous|scalable|impactful|successful|strong|excellent|best|great|deep|mature|high quality|huge|considerable|considerably|significant|significantly|dramatically|massively',
  ],
  vaguePraise: [
    'better|improved|improvement|happy|happier|success|successful|worked|works {well|great|fine}',
    'good results',
    'well received',
    'difference',
    'impact',
  ],
  general: [
    'one must|should|can|needs|has',
    'you can|could|would|should|need|have|want',
    'there is|are',
    'is defined|called|known',
    'refers to',
    'consists of',
    'typically|usually|generally|commonly',
    'common|typical|standard|various|several|different',
    'such as',
    'for example',
    'can be used',
  ],
  future: ['i would|will', 'would|will'],
  asks: ['what|which|how many|how much|who|whose|where|when|why'],
  measured: ['measure*|compare*|check*|sample*|test|tested|verify|plot|replay*|backtest*|holdout|held out|audit*'],
  time: [
    'days|weeks|months|hours|minutes|years|yesterday|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|later|ago|before|after|night|weekly|daily|monthly',
  ],
  people: [
    'customer|customers|user|users|buyers|people|person|manager|agents|support|analysts|doctors|drivers|sellers|team|colleague|finance|ops|boss',
  ],
} as const satisfies Record<string, readonly string[]>;

export type Move = keyof typeof MOVES;
export const MOVE_NAMES = Object.keys(MOVES) as Move[];
const compiled = MOVE_NAMES.map((name) => [name, compilePhrases(MOVES[name])] as const);

/** The moves that a sentence of plain words makes. */
export function findMoves(plain: string, can: Uint8Array): ReadonlySet<Move> {
  const out = new Set<Move>();
  for (const [name, { id, pattern }] of compiled) {
    if (can[id] === 0) continue;
    pattern.lastIndex = 0;
    if (pattern.test(plain)) out.add(name);
  }
  return out;
}
