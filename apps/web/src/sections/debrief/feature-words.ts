import { FAULT_LABELS, SIGNAL_LABELS } from '../../paper/names.ts';

const WHOLE: Readonly<Record<string, string>> = {
  'best sentences': 'what its best sentences are worth',
  depthMean: 'reasoning a sentence, on average',
  echo: 'words taken from the question',
  cover: 'how much of the question it takes up',
  lists: 'lists of terms',
  listShare: 'share of sentences that are lists of terms',
  asks: 'questions asked',
  askShare: 'share of sentences that ask',
  plainShare: 'share of sentences without reasoning',
  ownShare: 'share of sentences with an act of yours',
  commas: 'commas in a row',
  distinct: 'how varied its words are',
};
const MOVES: Readonly<Record<string, string>> = {
  ownAction: 'act of yours',
  firstPerson: 'first person',
  absolute: 'claim without exception',
  harm: 'thing that goes wrong',
  discovery: 'thing found out',
  time: 'point in time',
  virtue: 'word of praise',
  meta: 'word to the grader',
  ask: 'question',
  plural: '“we”',
};

/** `labelNoise` as "label noise". */
const spaced = (id: string): string => id.replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
const moveWords = (id: string): string => MOVES[id] ?? spaced(id);
const signalWords = (id: string): string =>
  (SIGNAL_LABELS as Readonly<Record<string, string>>)[id]?.toLowerCase() ?? id;

/** The name of a feature of the judge as a reader would say it; a word sequence of the answer stands as it is. */
export function featureWords(feature: string): string {
  const whole = WHOLE[feature];
  if (whole !== undefined) return whole;
  const [kind = '', id = ''] = feature.split(/[:+]/u);
  if (feature.includes('+')) return `${moveWords(id)}, said of ${signalWords(kind)}`;
  if (id === '') return /^depth\d/u.test(feature) ? 'kinds of reasoning in one sentence' : spaced(feature);
  switch (kind) {
    case 'fault':
      return `fault: ${((FAULT_LABELS as Readonly<Record<string, string>>)[id] ?? id).toLowerCase()}`;
    case 'move':
      return moveWords(id);
    case 'share':
      return `share of sentences with ${moveWords(id)}`;
    case 'concept':
      return `speaks of ${spaced(id)}`;
    case 'pattern':
      return `turns of phrase: ${spaced(id)}`;
    case 'pattern share':
      return `share of sentences with turns of phrase: ${spaced(id)}`;
    case 'knows':
      return `sound links it makes: ${signalWords(spaced(id))}`;
  }
  if (id.startsWith('depth')) return `kinds of reasoning in one sentence on ${signalWords(kind)}`;
  return id === 'bare' ? `${signalWords(kind)} named without reasoning` : `matters of ${signalWords(kind)}`;
}
