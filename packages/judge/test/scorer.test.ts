import { describe, expect, it } from 'vitest';
import { judge, RunningJudge, SIGNALS_OF_KIND, type Question } from '../src/index.ts';
import { makesSense, type Sense } from '../src/scorer/sense.ts';
import { chooseEvidence } from '../src/scorer/evidence.ts';
import { weigh } from '../src/scorer/model.ts';
import { ngrams, UNKNOWN } from '../src/scorer/ngrams.ts';
import { fromSteps, toBase64, toSteps } from '../src/scorer/packing.ts';
import { answering, FAMILIES, familyOf, isRefused, readAsked } from '../src/scorer/matching.ts';
import { NO_ANSWER } from '../src/scorer/explain.ts';
import { scoreAnswer, scorer, scoreSentence } from '../src/scorer/score.ts';
import { FAULTS } from '../src/rubric.ts';
import { featureNames } from '../src/scorer/features.ts';
import { packScorer, unpackScorer } from '../src/scorer/weights.ts';
import { WORTHS } from '../src/scorer/worth.ts';
import { readText } from '../src/text/index.ts';

const question: Question = {
  id: 'fraud',
  kind: 'design-prediction',
  signals: SIGNALS_OF_KIND['design-prediction'],
  seconds: 240,
  text: 'Design a system that blocks fraudulent card payments at checkout.',
};
const spoken = [
  'Labels are chargebacks and they come six weeks late, so I train on payments older than sixty days and treat the recent ones as unknown, not as clean.',
  'I split by time, since the same card on both sides would let the model remember it.',
  'A false decline costs us the margin and a missed fraud costs the goods and a fee, so I set the threshold where those two meet and give up some recall on small baskets.',
  'What breaks first is the labels: blocked payments have none, so I let one in five hundred through at random, which costs about four thousand a month.',
];
const notes =
  'In this project we were using a different dataset, so the performance of the model might be lower than what you would see in the paper. However, this is actually something that we expected, because the labels are very late. We also tried several algorithms, but most of them seem to overfit to the training data. Using regularization we are able to improve the performance, and this process will give you an idea of which features are important. In order to make the predictions for their users, you need to train the model again.';
const share = (text: string): number =>
  scoreAnswer(
    readText(text).map(scoreSentence),
    question,
    readAsked(question, scorer().text.idf),
    text,
    false,
    FAULTS.map(() => 0),
  ).parts.share;

describe('a passage', () => {
  it('is told from an answer: speech is read as an answer, study notes as a passage', () => {
    expect(share(spoken.join(' '))).toBe(0);
    expect(share(notes)).toBe(1);
  });
});

describe('a text off topic', () => {
  const scored = (text: string): number =>
    scoreAnswer(
      readText(text).map(scoreSentence),
      question,
      readAsked(question, scorer().text.idf),
      text,
      true,
      FAULTS.map(() => 0),
    ).score;

  it('is refused by that fault only where it may not answer its question: the fault alone hangs on few words', () => {
    expect(scored(spoken.join(' '))).toBeGreaterThan(3);
    expect(scored(notes)).toBeGreaterThan(1);
  });

  it('is not made of terse notes by one small word', () => {
    const churn: Question = {
      id: 'churn',
      kind: 'story-data',
      signals: SIGNALS_OF_KIND['story-data'],
      seconds: 120,
      text: 'Tell me about a time when bad data hurt a model that was live.',
    };
    const told = (fixed: string): number =>
      judge(
        `- churn model, performance dropped after some months\n- cause: source changed country format -> nulls -> filled with default, no error\n- I fixed ${fixed}, retrained\n- added null-rate check with alert\n- performance back to earlier level\n- lesson: validate inputs, silent failures`,
        churn,
      ).score;
    expect(Math.abs(told('the mapping') - told('mapping'))).toBeLessThan(0.3);
  });
});

describe('weights as they are kept', () => {
  it('come back, however far apart the words stand that count', () => {
    const { asked } = scorer().matching;
    const buckets = [0, 254, 509, 765, 16_000];
    const model = {
      ...scorer(),
      matching: {
        ...scorer().matching,
        asked: {
          ...asked,
          buckets,
          weights: Float32Array.from({ length: buckets.length * asked.columns }, (_, k) => k),
        },
      },
    };
    const back = unpackScorer(packScorer(model, featureNames()), featureNames()).matching.asked;
    expect(back.buckets).toEqual(buckets);
    expect(back.weights[back.weights.length - 1]).toBeCloseTo(buckets.length * asked.columns - 1, 3);
  });

  it('are refused for features that they were not trained with', () => {
    expect(() => unpackScorer(packScorer(scorer(), featureNames()), featureNames().slice(1))).toThrow(/train:judge/);
  });
});

describe('a word sequence', () => {
  const { text, sentence } = scorer();

  it('that training never met says nothing, in the whole answer and in a sentence', () => {
    const grams = ngrams(['zzyzx', 'qwertz', 'zzyzx']);
    expect([...grams]).toEqual([UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]);
    for (const model of [text, sentence]) expect(weigh([grams], model.idf).buckets).toEqual([]);
  });

  it('that moved a level is shown in the words of the answer', () => {
    const text = spoken.join(' ').toLowerCase();
    const shown = judge(text, question)
      .signals.flatMap(({ because }) => because)
      .flatMap(({ feature }) => /^“(.*)”$/u.exec(feature)?.[1] ?? []);
    expect(shown.length).toBeGreaterThan(3);
    for (const phrase of shown) expect(text, phrase).toContain(phrase.split(' ')[0]);
  });

  it('that is unknown is never shown as what moved a level, nor is a fault that is not there', () => {
    const said = `Zzyzx qwertz blorp is what we have. ${spoken.join(' ')}`;
    const { because, signals } = judge(said, question);
    const shown = [...because, ...signals.flatMap((signal) => signal.because)].map(({ feature }) => feature);
    expect(shown.filter((feature) => /zzyzx|qwertz|blorp/u.test(feature))).toEqual([]);
    expect(because.filter(({ feature, effect }) => feature.startsWith('fault:') && effect > 0)).toEqual([]);
  });
});

describe('whole numbers as they are packed', () => {
  it('come back, whatever lies between them', () => {
    const ascending = [0, 254, 509, 510, 1020, 1_048_575];
    expect(fromSteps(toBase64(toSteps(ascending)))).toEqual(ascending);
    expect(fromSteps(toBase64(toSteps([])))).toEqual([]);
  });
});

describe('a text that is no answer', () => {
  it('has no deciding sentence: whatever it says, nothing was earned', () => {
    const salary: Question = {
      id: 'pay',
      kind: 'comp',
      signals: SIGNALS_OF_KIND.comp,
      seconds: 60,
      text: 'What are your salary expectations for this role?',
    };
    const off = judge(spoken.join(' '), salary);
    expect([off.verdict, off.deciding]).toEqual([1, null]);
    expect(off.because.map(({ feature }) => feature)).toEqual([NO_ANSWER]);
    expect(off.signals.every(({ level, because }) => level === 0 && because[0]?.feature === NO_ANSWER)).toBe(true);
  });
});

describe('a fault', () => {
  const weak = ' I would measure accuracy on the test set, and it reaches 99.5% accuracy, so we can ship it.';
  const rare: Question = { ...question, text: 'One in two thousand payments is fraud. How do you evaluate the model?' };
  const stopped = (text: string): string[] => new RunningJudge(rare).update(text).map(({ fault }) => fault);

  it('stops an answer, and is left unsaid in text of a manner in which it was mostly heard wrongly', () => {
    expect(stopped(`${spoken[0]}${weak}`)).toContain('accuracy-on-imbalance');
    expect(judge(`${spoken[0]}${weak}`, rare).findings.map(({ fault }) => fault)).toContain('accuracy-on-imbalance');
    expect(stopped(`${notes}${weak}`)).toEqual([]);
    expect(judge(`${notes}${weak}`, rare).findings).toEqual([]);
  });
});

describe('how sure a vote is', () => {
  const sideOf = (text: string): { side: number; score: number } =>
    scoreAnswer(
      readText(text).map(scoreSentence),
      question,
      readAsked(question, scorer().text.idf),
      text,
      false,
      FAULTS.map(() => 0),
    );

  it('grows with its distance from the mark between against and for, and is a coin on it', () => {
    const read = [spoken.join(' '), spoken.slice(0, 2).join(' '), spoken[1]!, notes].map(sideOf);
    for (const { side } of read) {
      expect(side).toBeGreaterThanOrEqual(0.5);
      expect(side).toBeLessThan(1);
    }
    expect(sideOf(spoken.join(' ')).side).toBeGreaterThan(Math.min(...read.map(({ side }) => side)) + 0.05);
  });
});

describe('a vote for', () => {
  it('is never given without a level that supports it: a trip, told with a choice and its price, is no judgment', () => {
    const rare: Question = {
      id: 'rare',
      kind: 'probe',
      signals: ['data', 'evaluation'],
      seconds: 90,
      text: 'One in two thousand transactions is fraud. How does that change how you train and evaluate?',
    };
    const trip =
      'Last summer we drove to Slovenia and I decided to skip the motorway, because the toll costs forty euros. It took us three hours longer, but we would have missed the lake otherwise, and I would do it again.';
    const judged = judge(trip, rare);
    expect(Math.max(...judged.signals.map(({ level }) => level))).toBeLessThan(2);
    expect(judged.verdict).toBeLessThanOrEqual(2);
  });
});

describe('a weak answer', () => {
  it('that would earn the lowest vote anyway keeps its own reasons, and is not told that it is none', () => {
    const text =
      'I would train a neural network on the transactions. It reaches 99.5% accuracy on the test set, so we can ship it.';
    const judged = judge(text, { ...question, text: 'Design a model that detects fraud in card payments.' });
    expect(judged.verdict).toBe(1);
    expect(judged.because[0]?.feature).toMatch(/^fault:/);
    expect(judged.deciding?.text).toContain('99.5%');
  });
});

describe('sense', () => {
  const plain: Sense = { order: 0.5, common: 0.4 };
  const holds = (change: Partial<Sense>): boolean => makesSense({ ...plain, ...change }, { leastOrder: 0 });

  it('is not of shuffled words, and not of a bare list', () => {
    expect(holds({})).toBe(true);
    expect(holds({ order: -0.5 })).toBe(false);
    expect(holds({ common: 0.01 })).toBe(false);
  });
});

describe('matching', () => {
  const said = (text: string): Parameters<typeof answering>[0] => {
    const sentences = readText(text).map(scoreSentence);
    return {
      readings: sentences.map((s) => s.reading),
      sentences: sentences.map((s) => s.vector),
      vector: weigh(
        sentences.map((s) => s.grams),
        scorer().text.idf,
      ),
    };
  };
  const matches = (text: string, asked: Question): boolean =>
    answering(said(text), asked, readAsked(asked, scorer().text.idf), false, scorer()) !== 'no';
  const pay: Question = {
    id: 'pay',
    kind: 'comp',
    signals: SIGNALS_OF_KIND.comp,
    seconds: 60,
    text: 'What are your salary expectations for this position?',
  };

  it('is of an answer to the question asked, and not of a good answer to another one', () => {
    expect(matches(spoken.join(' '), question)).toBe(true);
    expect(matches(spoken.join(' '), pay)).toBe(false);
  });

  it('is not of a text that is unlikely and remote: hardly a word of the question, and few notions of the field', () => {
    const { text, matching } = scorer();
    const refused = (words: string, odds: number, passage = false): boolean =>
      isRefused(
        odds,
        said(words).readings,
        readAsked(question, text.idf),
        passage,
        matching.bars[familyOf(question.kind)]!,
        text.idf,
      );
    const chat = 'My sister keeps bees behind the old school, and she says that they sleep badly in June.';
    expect(refused(chat, -2)).toBe(true);
    // Own words for the question's are not held against a text that answers it in all likelihood.
    expect(refused(chat, 0)).toBe(false);
    expect(refused(spoken.join(' '), -2)).toBe(false);
    expect(refused(spoken.join(' '), -9)).toBe(true);
  });

  it('believes one who tells the move in words of their own', () => {
    const move: Question = {
      id: 'move',
      kind: 'transition',
      signals: SIGNALS_OF_KIND.transition,
      seconds: 60,
      text: 'In a minute: what have you built, and why does it lead here?',
    };
    const told =
      'I kept ending up where the model met the service: three projects in a row the outage was in my features. I decided to own the label job, it cost us a week, and I want that to be the job.';
    expect(matches(told, move)).toBe(true);
  });

  it('asks by the bars of the family of the question', () => {
    const { text, matching } = scorer();
    const barred = FAMILIES.map((family) => ({
      answer: family === 'design' ? Infinity : -Infinity,
      passage: -Infinity,
      doubtful: -Infinity,
    }));
    const answersTo = (asked: Question): string =>
      answering(said(spoken.join(' ')), asked, readAsked(asked, text.idf), false, {
        text,
        matching: { ...matching, bars: barred },
      });
    expect([answersTo(question), answersTo({ ...question, kind: 'probe' })]).toEqual(['no', 'yes']);
  });

  it('asks of a passage by a bar of its own', () => {
    const { text, matching } = scorer();
    const bars = (passage: boolean): boolean =>
      answering(said(spoken.join(' ')), question, readAsked(question, text.idf), passage, {
        text,
        matching: {
          ...matching,
          bars: FAMILIES.map(() => ({ answer: Infinity, passage: -Infinity, doubtful: -Infinity })),
        },
      }) !== 'no';
    expect([bars(false), bars(true)]).toEqual([false, true]);
  });
});

describe('evidence of a passage', () => {
  it('is what its readers would point at, as far as it is read as one', () => {
    const text = spoken.join(' ');
    const sentences = readText(text).map(scoreSentence);
    const pointed = (share: number, at: number): string | undefined => {
      const worths = sentences.map((_, k) => Float64Array.from(WORTHS, () => (k === at ? 0.9 : 0.1)));
      return chooseEvidence('data', sentences, text, {
        share,
        passage: { worths, values: [], readings: new Float64Array() },
      })[0]?.text;
    };
    expect([pointed(1, 1), pointed(1, 3)]).toEqual([spoken[1], spoken[3]]);
    expect(pointed(0, 1)).toBe(pointed(0, 3));
  });
});

describe('evidence', () => {
  it('stands behind every level above named: where no words can be quoted, however the text is cut, none is given', () => {
    const words = spoken
      .join(' ')
      .replace(/[.,:;]/g, '')
      .split(' ');
    for (const size of [1, 2, 3, 4]) {
      const cut = words.map((word, i) => (i % size === size - 1 ? `${word}.\n` : `${word} `)).join('');
      for (const { signal, level, evidence } of judge(cut, question).signals)
        if (level >= 2) expect(evidence.length, `${signal}, cut in ${size}`).toBeGreaterThan(0);
    }
  });

  it('is never more than half of the sentences of a short answer: a quote of everything points at nothing', () => {
    for (let count = 1; count <= spoken.length; count++)
      for (const { signal, evidence } of judge(spoken.slice(0, count).join(' '), question).signals) {
        const quoted = evidence.reduce((sum, { text }) => sum + readText(text).length, 0);
        expect(quoted, `${signal}, ${count} sentences`).toBeLessThanOrEqual(Math.ceil(count / 2));
      }
  });

  it('is earned once: a good sentence that is said again and again raises no level and no vote', () => {
    const said = `It depends on many things. ${spoken[1]} ${spoken[2]}`;
    const [once, again] = [said, `${said}${` ${spoken[2]}`.repeat(8)}`].map((text) => judge(text, question));
    expect(again!.signals.map(({ level }) => level)).toEqual(once!.signals.map(({ level }) => level));
    expect(again!.verdict).toBe(once!.verdict);
    expect(again!.score).toBeLessThan(once!.score + 0.02);
  });
});
