import type { SignalId } from '@legible/judge';
import { line, type Line } from '../../language/line.ts';
import type { StageId } from '../types.ts';

interface Stage {
  readonly title: string;
  readonly signals: readonly SignalId[];
  /** Seconds of clock; six minutes each in half an hour. */
  readonly seconds: number;
  /** Opening of the stage from what the candidate said last. */
  readonly lines: readonly Line[];
  /** Opening where they said nothing to start from; takes the design question. */
  readonly bare: readonly { readonly id: string; say(design: string): string }[];
}

export const STAGE: Readonly<Record<StageId, Stage>> = {
  goal: {
    title: 'goal and metric',
    signals: ['evaluation', 'tradeoff'],
    seconds: 360,
    lines: [],
    bare: [
      {
        id: 'stage-goal-1',
        say: (design) =>
          `${design} Before anything is built: whose problem is it, which number moves if you succeed, and which one must not?`,
      },
      {
        id: 'stage-goal-2',
        say: (design) =>
          `${design} We go in stages and I keep the clock. First the goal and the metric, nothing else yet.`,
      },
      {
        id: 'stage-goal-3',
        say: (design) => `${design} Half an hour, five parts. Begin with what counts as success and who says so.`,
      },
    ],
  },
  data: {
    title: 'data and labels',
    signals: ['data', 'evaluation'],
    seconds: 360,
    lines: [
      line(
        'stage-data-metric',
        ['metric'],
        (f) =>
          `You want ${f.metric}. To the data, then: which rows and which labels is it computed on, and how do those lie?`,
      ),
      line(
        'stage-data-thing',
        ['thing'],
        (f) =>
          `“${f.quote}”. Next part, data and labels: how does anyone come to know a true case of ${f.thing}, and how late?`,
      ),
      line(
        'stage-data-goal',
        [],
        (f) =>
          `I keep “${f.quote}” as the goal. Data and labels now: what is recorded, what is missing, and who is never recorded at all?`,
      ),
      line(
        'stage-data-log',
        [],
        (f) =>
          `Time for the data. You said “${f.quote}”; which table would prove or sink that, and what is wrong with the table?`,
      ),
    ],
    bare: [
      {
        id: 'stage-data-1',
        say: (design) =>
          `On to data and labels, still for this: ${design} What is one row, and where does its label come from?`,
      },
      {
        id: 'stage-data-2',
        say: (design) =>
          `Data and labels. With this on the board: ${design} Which outcome would you have to wait for, and which would you never see?`,
      },
    ],
  },
  model: {
    title: 'baseline and model',
    signals: ['evaluation', 'tradeoff'],
    seconds: 360,
    lines: [
      line(
        'stage-model-labels',
        ['labels'],
        (f) =>
          `With ${f.labels} as labels: what is the simplest thing that could work, what does it reach, and what would you put on top only if it earns its keep?`,
      ),
      line(
        'stage-model-model',
        ['model'],
        (f) =>
          `You have named ${f.model}. Baseline and model now: what must it beat, by how much, and what makes you stop?`,
      ),
      line(
        'stage-model-quote',
        [],
        (f) => `Given “${f.quote}”, the baseline and the model: start with the one you could ship this week.`,
      ),
      line(
        'stage-model-two',
        [],
        (f) =>
          `Baseline and model. After “${f.quote}”, give me two candidates and tell me which you would be ashamed not to have tried.`,
      ),
    ],
    bare: [
      {
        id: 'stage-model-1',
        say: (design) =>
          `Baseline and model for this: ${design} What would you ship on Friday, and what would have to beat it?`,
      },
      {
        id: 'stage-model-2',
        say: (design) =>
          `Third part, the model, and before it something simpler. The task again: ${design} What are the two?`,
      },
    ],
  },
  evaluation: {
    title: 'evaluation',
    signals: ['evaluation', 'failure'],
    seconds: 360,
    lines: [
      line(
        'stage-eval-model',
        ['model'],
        (f) =>
          `Now convince me that ${f.model} is better: which split offline, which test online, which result makes you drop it?`,
      ),
      line(
        'stage-eval-metric',
        ['metric'],
        (f) =>
          `Evaluation. ${f.metric} went up. Take me from there to a launch decision, with everything that can be wrong on the way.`,
      ),
      line(
        'stage-eval-quote',
        [],
        (f) =>
          `Evaluation. I do not believe “${f.quote}” yet. Which experiment would make me, and how long does it run?`,
      ),
      line(
        'stage-eval-threshold',
        ['thing'],
        (f) =>
          `“${f.quote}”. Evaluation now: where do you cut on ${f.thing}, what does each side cost, and how would you find out that you cut wrong?`,
      ),
    ],
    bare: [
      {
        id: 'stage-eval-1',
        say: (design) =>
          `Evaluation of whatever you built for this: ${design} How do you know it is better, before and after launch?`,
      },
      {
        id: 'stage-eval-2',
        say: (design) =>
          `Part four, evaluation. Take it as built: ${design} Which number would make you throw it away?`,
      },
    ],
  },
  operation: {
    title: 'serving and operation',
    signals: ['production', 'failure', 'tradeoff'],
    seconds: 360,
    lines: [
      line(
        'stage-op-model',
        ['model'],
        (f) =>
          `Last part, running it. ${f.model} meets real traffic: how it is let out, what you watch, what turns it off, what the user gets then.`,
      ),
      line(
        'stage-op-launch',
        ['launch'],
        (f) =>
          `You said “${f.launch}”. Serving and operation: the first two weeks, day by day, with the numbers that stop it.`,
      ),
      line(
        'stage-op-quote',
        [],
        (f) =>
          `Serving and operation. Six months on, “${f.quote}” is no longer true. Who notices, on what, and what happens next?`,
      ),
      line(
        'stage-op-first',
        [],
        (f) =>
          `To close: running it. Of all that “${f.quote}” rests on, what breaks first, and how many customers have met it before you have?`,
      ),
    ],
    bare: [
      {
        id: 'stage-op-1',
        say: (design) =>
          `Last part, serving and operation, for this: ${design} What breaks first and what do you fall back to?`,
      },
      {
        id: 'stage-op-2',
        say: (design) =>
          `Say it is live. The task was: ${design} Who is paged, for which number, and what do they turn off?`,
      },
    ],
  },
};
