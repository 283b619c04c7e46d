const ADVERBS =
  '(?:really|also|just|still|only|actually|honestly|frankly|personally|definitely|certainly|kind of|sort of|kinda|sorta|simply|probably|then|now|already|quite|very|more|rather|always|genuinely|truly|strongly|do|currently|a bit|thus|so|all|pretty|totally|absolutely|maybe|perhaps|basically|here|both)';
/** What one says "I" with when naming a figure of one's own. */
const ASKS =
  /^(?:want\w*|need\w*|like|love|ask\w*|expect\w*|wish\w*|hop(?:e|ed|ing)|prefer\w*|propos\w*|suggest\w*|think\w*|thought|believ\w*|see|say\w*|said|aim\w*|look\w*|target\w*|settl\w*|take|tak(?:e|ing)|accept\w*|sign\w*|agree\w*|com(?:e|ing)|land\w*|mean|meant|feel\w*|guess|figur\w*|was|were|have|had|has|can|could|would|will|shall|should|may|might|must|at|after|comfortable|happy|good|fine|ok|okay|open|ready|willing|in|yours|there|done|not|never|cannot|can't|couldn't|won't|wouldn't|don't|do|didn't|wouldnt|dont|cant|wont|propose|insist\w*|require\w*|request\w*|demand\w*|start\w*|own\w*|get|go|going|set|sold|all|afraid|sorry|know|realise|realize|understand|appreciate|hate|beg\w*|envision\w*|imagin\w*|picture|consider\w*|reckon|value|deserve\w*|merit\w*|join\w*|run|ran|led|lead|built|owned|bring|brought|would've|to|work\w*|carry\w*|cover\w*|be|leave|walk|stop|pass|withdraw|trade|give|giving|drop|waive|skip|forgo|keep|move|stay|quit|make|earn|the|a|an|been|glad|thrilled|delighted|pleased|confident|sure|convinced|flexible|near|around|close|thinking|out|leaving|walking|gone|with|wouldn|please|also|on|off|behind|able|unable|call|called|pick|choose|vote|offer\w*|put|putting|wanna|gotta|excited|eager|firm|bargain\w*|negotiat\w*|step|shake|close|commit\w*|manage|live|stretch|budge|jump|bite|counter\w*|return\w*|respond\w*|answer\w*|handle|for|if|and|or)$/i;
const SAYING = new RegExp(`\\bi(?:'m| am|'ve| have)?\\s+(?:${ADVERBS}\\s+)*([a-z']+)`, 'gi');
/** With "I'd" any verb names a figure of one's own, but for those that shy away from it. */
const SHIES =
  /\bi(?:'d| would|'ll| will)\s+(?:\w+\s+)?(?:struggle|hate|lose|regret|hesitate|refuse|reject|decline|resent|laugh|cry|quit|leave|doubt|question|worry|fear|avoid|dread|suffer|starve|pass|miss|owe|spend|pay)\b/i;

const OURS =
  /\b(?:base|salary|pay|number|figure|ask|target|offer|range|expectations?|minimum|floor|price|bonus|sign|equity|grant|stock|shares?|role|job|scope|work|level|review|start|notice|limit|goal|hopes?|wish|bump|raise|increase|package|proposal|market|step|answer|bit|total)\b/i;

/**
 * True where the speaker is the subject of a verb that is not known to ask for anything ("I turned them down at 200"),
 * so that a bare figure under it is nobody's ask until they say so.
 */
export function strangely(before: string): boolean {
  if (SHIES.test(before)) return true;
  if (/:\s*$/.test(before)) return false;
  const other =
    /(?:^|[.,;]\s*)(?:a|an|my|some|one|our|every|most)\s+([\w' -]+?)\s+(?!is\b|was\b|as\b|less\b|plus\b|needs\b)\w+s(?: in| home| up| down)?\s*$/i.exec(
      before,
    );
  if (other && !OURS.test(other[1] ?? '')) return true;
  const last = [...before.matchAll(SAYING)].at(-1);
  return last?.[1] !== undefined && !ASKS.test(last[1]);
}
