/** Who a figure in a clause belongs to. */
export type Voice = 'mine' | 'theirs' | 'other-company' | 'third-party' | 'opinion' | 'my-pay';

const MINE =
  /\b(?:i(?:'d| would)(?! have)|i(?:'m| am) (?:asking|looking|hoping|after|aiming)|i (?:want|need|expect|ask|hope|propose|suggest|was (?:hoping|thinking|looking|aiming))|my (?:ask|number|target|figure|expectation)|could (?:you|we|i)|can (?:you|we|i)|match(?:ing)?|beat)\b/i;
const THEIRS =
  /\b(?:you(?:r (?:offer|number|proposal|recruiter|colleague|manager|hr|team|letter|side|figure|e-?mail|first offer|last offer|budget))?(?: (?:guys|folks))?(?: (?:had|have|all|just|first|initially|originally|already|earlier|only|previously|once))* ?(?:'ve |'re |'d )?(?:said|told|mentioned|offered|quoted|put|wrote|proposed|promised|suggested|came (?:back|in)|were at|are at|went|gave|named|listed|advertised|showed|indicated|started|opened|sent|is at|stands at|says?)|you'?re (?:at|offering)|i (?:was|am|'ve been|have been) told|(?:the )?(?:job )?(?:posting|ad|advert|listing) (?:said|says|mentioned|listed|lists))\b/i;
const THIRD =
  /\b(?:friends?|colleagues?|co-?workers?|roommate|flatmate|brother|sister|cousin|wife|husband|neighbou?r|someone|somebody|people|everyone|everybody|peers?|teammates?|buddy|ex-?colleague|classmates?|guy|woman|person|mentor|engineers|candidates|others|folks|juniors|seniors|new hires|hires)\b[^§]{0,45}\b(?:pulls?|brings?|takes home|clears?|rakes?|collects?|commands?|makes?|made|gets?|got|getting|earns?|earned|earning|paid|on|took|takes?|received|started|negotiated|was offered|were offered|told|says?|said|has|have|sees?|thinks?|signed|landed|joined)\b/i;
/** People who have a view of it, or would do something about it. */
const OPINION =
  /\b(?:my|the|our|a) (?:current |present |old |former )?(?:manager|boss|employer|lead|director|lawyer|agent|coach|recruiter|headhunter|partner|family|parents|dad|mom|mum|father|mother|wife|husband|girlfriend|boyfriend|friends?|mentor|accountant|brother|sister|colleagues?)\b[^§]{0,20}\b(?:thinks?|believes?|says?|said|tells?|told|suggest\w*|advis\w+|recommend\w*|wants?|would|will|might|could|can|counter\w*|insists?|expects?)\b|\bi(?:'m| am|'ve been| was) told\b/i;
const DATA =
  /\b(?:levels(?:\.fyi| fyi)?|glassdoor|blind|payscale|linkedin|the internet|the web|surveys?|reports?|statistics|the data|market data|the (?:market )?(?:average|median)|average|median)\b(?!.*\bi(?:'d| would)\b)/i;
const COMPANY_DOES =
  "(?:(?:'s|s'|’s) (?:\\w+ )?(?:offer|number|base|package|proposal|figure|letter)|(?: (?:just|already|also|has|have|had|is|are|was|were|even|recently|would|will))*(?: |'s )(?:(?<=(?:has|have|had) )(?:got )?me at|got me at|(?<=(?:is|are|was) )at|offering|offers?|offered|came|put|pays?(?! (?:its|their|his|her|people|engineers|L\\d|everyone|new|juniors|seniors))|paying|bid|went|gave|made|wants?|willing|ready|promised|quoted|said|proposed|sent|goes|starts|tabled|extended|matched|topped|up to))";
const NOT_NAMES =
  /^(?:i|you|we|they|he|she|it|that|this|there|base|salary|equity|sign|signing|remote|review|level|scope|my|your|our|their|the|a|an|what|who|how|when|where|why|if|so|and|but|or|yes|no|not|could|can|would|will|let|make|get|give|put|go|i'd|i'm|nobody|everybody|everyone|someone|anything|something|nothing|two|one|three|base's|money|cash|pay|bonus|stock|rsus?|rsu|title|start|monday|friday|honestly|ideally|maybe|perhaps|people|recruiters?|friends?|levels|glassdoor|blind|hr|sorry|at|for|on|to|in|with|from|happy|looking|currently|today|evaluation|serving|monitoring|data|features|number|these|those|l[2-7]|usd|eur|gbp|k|ok|okay|thanks|please|best|coming|being|having)$/i;
const RIVAL =
  /\bthey(?:'re| are|'ve| have)? (?:offer\w*|paying|promised|quoted) me\b|\b(?:another|(?:the|an|my) other|competing|second|rival|different|next|third) (?:\w+ )?(?:offers?|company|companies|firm|employer|place|startup|one|team|bank|shop|process|side)\b|\b(?:a|the) (?:startup|bank|company|firm|competitor|shop|place)\b[^§]{0,30}\b(?:offer\w*|pays?|paying|willing|across|put|came)\b|\bcompetitors?\b/i;
const PAST_PAY =
  /\b(?:i used to (?:make|earn|get|be (?:on|at|paid))|i was (?:on|making|earning|paid|getting|at)|i (?:made|earned|got paid)\b|(?:last|previous|old|former|prior|current|present) (?:job|role|place|company|employer|salary|base|pay|position|gig|firm)\b|(?:they|my (?:boss|employer|company|firm|bank)) (?:currently |now |only |just )?(?:pays?|give|gives|paid)(?: me)?|i(?:'m| am) (?:currently |now |only |just )*(?:on|at|making|earning|paid|getting) \S+ (?:where i am|at (?:my|the)|there|over there|now|here)|(?:my )?(?:base|salary|pay) (?:at|with|in) (?!this|your|the new)\w+ (?:is|was)|i (?:currently |now )?(?:make|earn|get paid|take home|bring home|pull in)\b|i(?:'m| am) (?:currently |now )?(?:on|paid|making|earning|pulling|getting)\b|pay ?slip|pay ?check|pay ?stub|w-?2|tax return|a (?:job|role|position) (?:that|which) pa(?:id|ys)|(?:job|role|position) i (?:left|have|had))\b/i;

/** A company by its name: a capital where no sentence begins, or one that does what companies do with offers. */
export function companyIn(text: string): boolean {
  const subject = new RegExp(`(?<![\\w'])([A-Z][\\w&.]*)(?: [A-Z][\\w&]+)?${COMPANY_DOES}\\b`, 'g');
  return [...text.matchAll(subject)].some((match) => !NOT_NAMES.test(match[1] ?? ''));
}

/** Whose words or money a clause reports, seen from the one who speaks. */
export function voiceOf(text: string): Voice {
  if (companyIn(text) || RIVAL.test(text)) return 'other-company';
  if (OPINION.test(text) && !/\byour\b/i.test(text)) return 'opinion';
  if (MINE.test(text)) return 'mine';
  if (THEIRS.test(text)) return 'theirs';
  if (THIRD.test(text) || DATA.test(text)) return 'third-party';
  return PAST_PAY.test(text) ? 'my-pay' : 'mine';
}
