/**
 * How people who reason write, and how people who fill a page write, in notes, blogs, talks and forums. Each pattern was
 * described by graders of such passages before any was counted; weights are learned, so a pattern may turn out to say little.
 */
export const PATTERNS = {
  /** Something came out otherwise than expected, and was looked into. */
  surprise: `surpris|unexpected|reali[sz]|turn(?:s|ed) out|found out|we found|i found|noticed|discover|suspicious|too good|didn'?t expect|suddenly|puzzl`,
  /** One's own evidence is doubted. */
  doubt: `not enough to|insufficient|could (?:just )?be|might (?:just )?be|by chance|by luck|noise\\b|not convinc|i'?m not sure|can(?:no|')t tell|hard to (?:say|tell|know)|selection effect|arti?efact|confound|spurious`,
  /** What it costs, in plain words. */
  price: `costs?\\b|expensive|at the (?:cost|expense|price)|side effect|trade-?off|downside|drawback|in exchange|worth (?:it|the)|overhead|slower|sacrific|gives? up|acceptable|tolerate|willing to|takes? (?:an? |several |many )?(?:hour|minute|day|week)`,
  /** A condition that would turn the choice. */
  turns: `\\bif\\b[^.]{3,80}\\b(?:then|would|you can|(?:you|we) should|we could|i would|i'd|it'?s|it is|use)\\b|unless|as long as|only (?:if|when)|deal-?breaker|in (?:our|my|your|this|that) case|otherwise`,
  /** An alternative or a metric turned down. */
  rejects: `instead of|rather than|(?:we|i) did(?: not|n'?t)|decided (?:not|against)|no point|not worth|do(?: not|n'?t) (?:use|need|want|care)|avoid|should(?: not|n'?t)|who cares|what (?:we|you|i) (?:really |actually )?care`,
  /** Which way something is wrong. */
  direction: `over-?estimat|under-?estimat|optimis|pessimis|inflat|biased (?:low|high|toward|against)|too (?:high|low|large|small|optimistic)|(?:lower|higher|worse|better) than|reduces? the|increases? the`,
  /** What stops, blocks or takes back. */
  stops: `should (?:break|fail|stop|not be)|roll(?:ed)? ?back|fall ?back|alert|block(?:s|ed)?\\b|abort|revert|kill|off switch|shut`,
  /** One thing follows from another. */
  chain: `\\bso (?:the|that|it|we|you|they|i|when|if|now|your|our)\\b|which (?:means|made|makes|meant|leads?|led|causes?|caused|in turn)|as a result|therefore|thus|hence|(?:that|this) means|because of this|consequently|resulting in|lead(?:ing|s)? to|end(?:s|ed)? up`,
  cause: `because|since\\b|due to|the reason|caused by|that'?s why|this is why`,
  /** A cause that speaks of something particular. */
  particular: `(?:because|since|so|as) (?:the|our|my|your|their|these|those|most|some|it'?s|they) \\w+`,
  /** A small case that carries the argument. */
  case: `for (?:example|instance)|e\\.g\\.|say,? (?:you|we|that|there)|suppose|imagine|let'?s say|consider (?:a|the|an)|think of|such as when`,
  contrast: `\\bbut\\b|however|although|though\\b|whereas|while\\b|on the other hand|even (?:if|though)|despite|in contrast|unlike`,
  check: `look(?:ed|ing)? at|check|compare|plot|inspect|examin|verify|test(?:ed|ing)? (?:whether|if|on|it|the)|measure|investigat|ask(?:ed)? (?:the|for|whether)|monitor|track`,
  hedge: `i think|maybe|perhaps|probably|in my (?:experience|opinion)|usually|often|sometimes|tend to|likely`,
  /** What a metric does not tell. */
  misleads: `accuracy (?:is|was|of|would|will|doesn)|misleading|meaningless|useless|does(?: not|n'?t) (?:mean|tell|matter|help)|not (?:a )?(?:good|useful|meaningful|informative)|tells? (?:you |us )?(?:nothing|little)`,
  /** Two figures in one breath. */
  figures: `\\d[^.!?]{2,80}\\d`,
  percent: `\\d ?%|per ?cent`,
  asks: `\\?`,
  /** Importance stated instead of a consequence. */
  importance: `important|crucial|critical|essential|key (?:to|part|aspect|factor)|vital|must\\b|always\\b|never\\b|best practice|challeng|powerful|popular|commonly used|widely`,
  definition: `\\bis (?:a|an|the) (?:process|technique|method|measure|metric|way|set|type|kind|ratio|number|fraction|proportion|approach|concept|term|task|problem|form|algorithm|model)|refers? to|defined as|is called|known as|stands for|also called|(?:is|are) used (?:to|for|when)`,
  depends: `depend(?:s|ing)? on|use case|trial and error|try (?:different|various|multiple|many|several|lots)|experiment with|various|different (?:models|algorithms|techniques|methods|approaches|metrics)`,
  technique: `smote|xgboost|random forest|lstm|\\bcnn|\\bbert|gradient boost|neural network|logistic regression|\\bsvm|\\bpca|k-?means|k-?fold|grid search|\\brelu|dropout|lightgbm|catboost|transformer|ensemble`,
  /** Praise of a result, with nothing to check it by. */
  impact: `significant(?:ly)?|drastic|dramatic|huge|massive|great(?:ly)?\\b|excellent|amazing|very (?:good|well|powerful|high|effective)|works? (?:well|great|fine)|perform(?:s|ed)? (?:well|better)|\\d+x\\b|improv(?:e|es|ed|ing) (?:the )?(?:performance|accuracy|model|results?)`,
  list: `^\\s*(?:[-*•]|\\d+[.)])|:\\s*\\w+,\\s*\\w+,`,
} as const;
