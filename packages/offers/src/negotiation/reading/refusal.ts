/** What makes a figure small or painful when said of it. */
const LOW =
  '(?:light|low|short|thin|weak|tight|hard|tough|difficult|steps? (?:back|down)|disappoint\\w+|insult\\w*|joke|under|below|behind|loss|cut|lowball|far off|pay cut|small|unfair|meagre|poor|lower end|low end|low side|little|downgrade|bad|hit|painful|a no|off)';
const SOFT =
  '(?:still |a |an |bit |tad |touch |little |really |very |quite |just |rather |pretty |kind of |sort of |way |far |somewhat |too |on the |so |frankly |simply |honestly |actually |for me )*';
const SAID_OF = new RegExp(
  `^[^§,;]*?(?:\\b(?:is|was|feels?|seems?|sounds?|looks?|would be|would feel|comes? in|leaves me)|'s) (?:still )?${SOFT}${LOW}\\b(?! (?:hanging|ball park|bar))`,
  'i',
);
/** "188 doesn't get me there", "190 won't do": but "195 isn't bad". */
const DENIED =
  /^\s?(?:a year |base |on base |k )?(?:still |just |simply |really |honestly )?(?:doesn'?t|does not|won'?t|will not|wouldn'?t|would not|isn'?t|is not|can'?t|cannot|couldn'?t|ain'?t|is never|will never)\b(?! (?:bad|far|unreasonable|a problem|crazy|out|too (?:much|high|bad)|impossible|hurt|break|kill|be (?:a problem|bad|crazy|unreasonable|out))\b)/i;
const BELOW =
  /^[^§]*\b(?:i (?:could|can|would|will) ?(?:not|n't)|i (?:can'?t|couldn'?t|won'?t|wouldn'?t|cannot)|too low|too little|not enough|doesn'?t work|does not work|won'?t (?:work|do)|will not (?:work|do)|isn'?t (?:enough|going)|below what|not going to happen|falls short|leaves me short)\b/i;

/** "Not 190", "I can't do 185", "188 is too low": but "if you can't do 205" asks for it. */
export function refuses(text: string, before: string, after: string): boolean {
  if (/\b(?:won'?t|can'?t|cannot|not|never) (?:get|have|win|hire|sign) me (?:for|at|with|on)\s*$/i.test(before))
    return true;
  if (/\b(?:if|unless)\b[^§]*\b(?:you|we|this|that|it)\b|\byou (?:can'?t|cannot|won'?t)\b/i.test(before)) return false;
  if (DENIED.test(after) || BELOW.test(after) || SAID_OF.test(after)) return true;
  if (
    /\b(?:underpaid|undervalued|worse off|shortchanged|short-changed|losing money|selling myself short|out of pocket) (?:at|with|on|by)\s*$/i.test(
      before,
    )
  )
    return true;
  if (
    /\bwhy not\b|\bnot (?:only|just)\b|\bdon'?t (?:want to be|mean|know|see why|mind)\b|\bcan'?t we\b|\bcouldn'?t (?:you|we)\b|\bwouldn'?t (?:you|it be|mind)\b/i.test(
      text,
    )
  )
    return false;
  return /\b(?:not|never|no way|cannot|can'?t|won'?t|wouldn'?t|couldn'?t|don'?t want|refuse)\b/i.test(before);
}
