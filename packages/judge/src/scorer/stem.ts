const cache = new Map<string, string>();
const IRREGULAR: Readonly<Record<string, string>> = {
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  am: 'be',
  has: 'have',
  had: 'have',
  having: 'have',
  does: 'do',
  did: 'do',
  done: 'do',
  went: 'go',
  gone: 'go',
  goes: 'go',
  chose: 'choose',
  chosen: 'choose',
  kept: 'keep',
  took: 'take',
  taken: 'take',
  made: 'make',
  built: 'build',
  wrote: 'write',
  written: 'write',
  ran: 'run',
  told: 'tell',
  held: 'hold',
  spent: 'spend',
  put: 'put',
  saw: 'see',
  seen: 'see',
  knew: 'know',
  known: 'know',
  thought: 'think',
  lost: 'lose',
  gave: 'give',
  given: 'give',
  fell: 'fall',
  fallen: 'fall',
  broke: 'break',
  broken: 'break',
  came: 'come',
  paid: 'pay',
  meant: 'mean',
  led: 'lead',
  found: 'find',
  left: 'leave',
  got: 'get',
  grew: 'grow',
  sent: 'send',
  learnt: 'learn',
  hid: 'hide',
  hidden: 'hide',
  drove: 'drive',
  driven: 'drive',
  drew: 'draw',
  drawn: 'draw',
  shown: 'show',
  worse: 'bad',
  worst: 'bad',
  better: 'good',
  best: 'good',
  us: 'us',
  this: 'this',
  his: 'his',
  its: 'its',
  bias: 'bias',
  loss: 'loss',
  always: 'always',
  news: 'news',
  class: 'class',
  less: 'less',
  as: 'as',
  process: 'process',
  business: 'business',
  guess: 'guess',
  miss: 'miss',
  access: 'access',
  does_not: 'do',
  during: 'during',
  nothing: 'nothing',
  something: 'something',
  thing: 'thing',
  need: 'need',
  feed: 'feed',
  fed: 'feed',
  speed: 'speed',
  indeed: 'indeed',
  hundred: 'hundred',
  only: 'only',
  apply: 'apply',
  early: 'early',
  daily: 'daily',
  weekly: 'weekly',
  monthly: 'monthly',
  nightly: 'nightly',
};
const LETTERS = /^[a-z]+$/;
const VOWEL = /[aeiouy]/;
const LIMIT = 20_000;

/** The stem of a lower-case English word: plural, tense and -ing endings removed, common irregular verbs folded; other words as they are. */
export function stem(word: string): string {
  let known = cache.get(word);
  if (known === undefined) {
    known = reduce(word);
    if (cache.size >= LIMIT) cache.clear();
    cache.set(word, known);
  }
  return known;
}

function reduce(word: string): string {
  if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word] as string;
  if (word.length < 4 || !LETTERS.test(word)) return word;
  let base = word;
  if (base.endsWith('ies')) base = `${base.slice(0, -3)}y`;
  else if (/(?:ss|x|ch|sh|z)es$/.test(base)) base = base.slice(0, -2);
  else if (base.endsWith('s') && !/(?:ss|us|is)$/.test(base)) base = base.slice(0, -1);
  if (base.endsWith('ied') && base.length > 4) base = `${base.slice(0, -3)}y`;
  else if (base.endsWith('ed') && VOWEL.test(base.slice(0, -2)) && base.length > 4) base = undouble(base.slice(0, -2));
  else if (base.endsWith('ing') && VOWEL.test(base.slice(0, -3)) && base.length > 5) base = undouble(base.slice(0, -3));
  else if (base.endsWith('ly') && base.length > 5) base = base.slice(0, -2);
  base = base.replace(/is(e|ation|er)?$/, (ending, _tail, at: number) =>
    at > 3 ? ending.replace('is', 'iz') : ending,
  );
  return base.length > 3 && base.endsWith('e') ? base.slice(0, -1) : base;
}

function undouble(base: string): string {
  return /([bdfgklmnprt])\1$/.test(base) && !/(?:ll|ss)$/.test(base) ? base.slice(0, -1) : base;
}
