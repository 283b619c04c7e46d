import { judge } from './judge.ts';
import type { Level, Question, SignalId } from './rubric.ts';
import { readText } from './text/index.ts';

/**
 * The level of a signal after somebody disputed it with `claimed`, pointing to words of the answer. The judge reads the
 * sentences of these words alone: only where they alone earn a level on the disputed side does the level move, and by one
 * at most. So no insistence moves it, and no words elsewhere do.
 * Throws a RangeError where the words are not in the text or the question does not call for the signal.
 */
export function reconsider(
  text: string,
  question: Question,
  signal: SignalId,
  words: { readonly from: number; readonly to: number },
  claimed: Level,
): Level {
  const level = (of: string): Level => {
    const reading = judge(of, question).signals.find((each) => each.signal === signal);
    if (reading === undefined) throw new RangeError(`signal: the question does not call for "${signal}"`);
    return reading.level;
  };
  const pointed = readText(text).filter(({ from, to }) => from < words.to && to > words.from);
  if (pointed.length === 0) throw new RangeError(`words: the text has none from ${words.from} to ${words.to}`);
  const given = level(text);
  const alone = level(text.slice(pointed[0]!.from, pointed.at(-1)!.to));
  if (claimed > given && alone > given) return (given + 1) as Level;
  if (claimed < given && alone < given) return (given - 1) as Level;
  return given;
}
