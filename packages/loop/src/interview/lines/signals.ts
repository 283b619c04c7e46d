import type { Question, SignalId } from '@legible/judge';
import { line, type Line } from '../../language/line.ts';

/** Follow-ups about a signal, from the candidate's own words; each asks for the step from a name to a reason or to a price. */
export const SIGNAL_LINES: Readonly<Record<SignalId, readonly Line[]>> = {
  data: [
    line(
      'data-nowhere',
      [],
      (f) =>
        `You are at “${f.quote}” and I have not heard where one row of data comes from. Who writes it down, and when is it wrong?`,
      ['design'],
    ),
    line(
      'data-no-witness',
      [],
      (f) => `“${f.quote}”. Which table would I open to check that, and what in it was known to be wrong?`,
      ['story', 'career'],
    ),
    line(
      'data-before',
      [],
      (f) => `Before “${f.quote}” could be true, something was recorded by somebody. What, by whom, how late?`,
    ),

    line(
      'data-labels',
      ['labels'],
      (f) => `Your labels are ${f.labels}. In which cases does ${f.labels} say one thing and the truth another?`,
    ),
    line(
      'data-labels-late',
      ['labels'],
      (f) => `${f.labels} come late. Which rows do you train on this week, and which do you leave out?`,
    ),
    line(
      'data-missing',
      ['thing', 'anchored'],
      (f) => `“${f.quote}”. Who is not in that data, and what does that do to your model of ${f.thing}?`,
      ['design'],
    ),
    line('data-trust', ['anchored'], (f) => `You said “${f.quote}”. How did you find out whether that data was true?`, [
      'story',
      'career',
    ]),
    line(
      'data-rate',
      ['prevalence', 'positives'],
      (f) =>
        `${f.positives} positives in a million, at ${f.prevalence}. How does that change what you sample and what you weight?`,
    ),
    line(
      'data-logs',
      ['anchored'],
      (f) => `“${f.quote}”. That was logged by a system that made choices. Which choices are baked into it?`,
      ['design'],
    ),
    line(
      'data-row',
      ['anchored'],
      (f) => `Pick one row behind “${f.quote}” and tell me everything that could be wrong with it.`,
    ),
    line(
      'data-stale',
      ['model'],
      (f) =>
        `A feature that your ${f.model} reads stopped updating yesterday. How do you know, and what did it cost by then?`,
    ),
    line('data-meaning', ['anchored'], (f) => `In “${f.quote}”, which field meant something else than its name said?`, [
      'story',
    ]),
  ],
  evaluation: [
    line('eval-nothing', [], (f) => `“${f.quote}”. I hear no number by which you could lose. Give me one.`),

    line(
      'eval-metric-money',
      ['metric'],
      (f) =>
        `You measured ${f.metric}. Put a price on each kind of error and tell me whether ${f.metric} still picks the same model.`,
    ),
    line('eval-change-mind', [], (f) => `“${f.quote}”. Which number would make you take that back?`),
    line('eval-prove', [], (f) => `You said “${f.quote}”. How would I know that you are wrong?`),
    line(
      'eval-split',
      ['model'],
      (f) => `You train ${f.model}. What exactly is held out, and why that and not a random tenth?`,
    ),
    line(
      'eval-online',
      [],
      (f) => `After “${f.quote}”, what do you measure on live traffic, on which share, and for how long?`,
      ['design'],
    ),
    line(
      'eval-threshold',
      ['metric', 'thing'],
      (f) => `${f.metric} ranks. Somebody must cut. Where, for ${f.thing}, and what does one step either way cost?`,
    ),
    line(
      'eval-story',
      [],
      (f) =>
        `“${f.quote}”. Before and after: what was the number, how long did you watch it, what else could have moved it?`,
      ['story', 'career'],
    ),
    line('eval-slice', ['anchored'], (f) => `“${f.quote}” is an average. For which group is it worst?`),
    line(
      'eval-baseline',
      ['anchored'],
      (f) =>
        `Set “${f.quote}” beside what was there before. What was the difference, in the unit that the business counts?`,
    ),
  ],
  failure: [
    line('failure-wrong', [], (f) => `You make “${f.quote}” sound safe. Tell me the way in which it goes wrong.`),

    line(
      'failure-first',
      ['model'],
      (f) => `Your ${f.model} went live. What breaks first, and who notices before a customer does?`,
    ),
    line('failure-how', [], (f) => `“${f.quote}”. How does that go wrong in a way that no exception is thrown?`),
    line('failure-cause', ['anchored'], (f) => `You said “${f.quote}”. What was the cause behind the cause?`, [
      'story',
      'career',
    ]),
    line(
      'failure-changed',
      ['anchored'],
      (f) => `After “${f.quote}”, what is different in the system today, so that the next person cannot do it again?`,
      ['story', 'career'],
    ),
    line(
      'failure-adversary',
      [],
      (f) => `“${f.quote}”. Somebody wants to get around that. What do they try, and on which chart do you see it?`,
      ['design'],
    ),
    line(
      'failure-seen',
      ['metric', 'thing'],
      (f) => `The ${f.metric} looks healthy and on ${f.thing} the customer is worse off. Tell me how that happens.`,
    ),
    line('failure-late', [], (f) => `How long can “${f.quote}” be wrong before anybody knows?`),
  ],
  production: [
    line(
      'production-nowhere',
      [],
      (f) => `“${f.quote}”: and then it runs. On what, called by whom, and who gets up when it stops?`,
    ),
    line(
      'production-day',
      [],
      (f) =>
        `The day after “${f.quote}” there is traffic on it. Tell me about the first thing that is not as in your test.`,
    ),

    line(
      'production-night',
      ['model'],
      (f) =>
        `It is Sunday night and your ${f.model} answers in two seconds where it took a tenth. What does the caller do?`,
    ),
    line(
      'production-skew',
      ['anchored'],
      (f) => `“${f.quote}”. Is that computed the same way in training and at request time? How do you check?`,
      ['design'],
    ),
    line(
      'production-rollout',
      ['launch'],
      (f) => `Walk me through “${f.launch}”: who sees it first, what must hold, what turns it off.`,
    ),
    line(
      'production-watch',
      [],
      (f) =>
        `After “${f.quote}”, which three numbers are on the on-call screen, and at which value does one of them ring?`,
    ),
    line(
      'production-lesson',
      ['anchored'],
      (f) => `You said “${f.quote}”. What did running it teach you that building it did not?`,
      ['story', 'career'],
    ),
    line(
      'production-budget',
      ['anchored'],
      (f) => `“${f.quote}”. What does one request of that cost, in time and in money, and who said that is allowed?`,
      ['design'],
    ),
    line('production-fallback', ['anchored'], (f) => `Whatever “${f.quote}” needs is down. What does the user get?`),
  ],
  tradeoff: [
    line('trade-nothing', [], (f) => `Everything up to “${f.quote}” is free. What does it cost, and who pays?`),

    line('trade-gave-up', ['anchored'], (f) => `“${f.quote}”. What did you give up for that, by name?`),
    line('trade-not', ['model'], (f) => `You went with ${f.model}. What was the best argument against it?`),
    line(
      'trade-dominates',
      ['thing'],
      (f) => `In “${f.quote}”, which constraint rules: latency, cost, or the wrong call on ${f.thing}?`,
      ['design'],
    ),
    line('trade-switch', [], (f) => `You said “${f.quote}”. At which number do you switch to the other option?`),
    line('trade-half', ['anchored'], (f) => `You get half the time for “${f.quote}”. What goes first?`),
    line('trade-loser', ['anchored'], (f) => `“${f.quote}”. Who was worse off because of it, and did you tell them?`, [
      'story',
      'career',
    ]),
    line(
      'trade-metric',
      ['metric'],
      (f) => `You can have two points more ${f.metric} or half the serving cost. Choose, and say why.`,
    ),
  ],
  ownership: [
    line(
      'own-nobody',
      [],
      (f) => `“${f.quote}” has nobody in it who decides. What did you decide last, alone, and what did it cost?`,
    ),
    line('own-name', [], (f) => `Put your name on one thing in or near “${f.quote}”, with its date and what it cost.`),

    line(
      'own-decision',
      ['team'],
      (f) => `In “${f.quote}”, who is “${f.team}”? Tell me what you decided in it, and what that cost.`,
    ),
    line('own-boundary', [], (f) => `“${f.quote}”. Where does your part of that end, exactly?`),
    line('own-wrong', ['anchored'], (f) => `In “${f.quote}”, which call of yours was wrong?`),
    line(
      'own-alone',
      ['anchored'],
      (f) => `You said “${f.quote}”. What would you have done if nobody had agreed with you?`,
    ),
    line('own-signed', ['launch'], (f) => `Who said yes to “${f.launch}”? If it was you, on what evidence?`),
    line(
      'own-price',
      ['anchored'],
      (f) => `“${f.quote}”. What did that decision cost you: time, an argument, an outage?`,
    ),
    line(
      'own-again',
      ['anchored'],
      (f) => `You are back on the day of “${f.quote}”. What do you do differently, and what exactly the same?`,
    ),
  ],
  continuity: [
    line(
      'cont-pattern',
      [],
      (f) => `“${f.quote}”. Where did you do a piece of this job before anyone gave it the name?`,
    ),
    line(
      'cont-constraint',
      [],
      (f) =>
        `You said “${f.quote}”. What can you not do where you are? One concrete thing you tried and were stopped at.`,
    ),
    line('cont-why-now', [], (f) => `“${f.quote}”: that was true two years ago as well. What happened since?`),
    line(
      'cont-evidence',
      ['anchored'],
      (f) => `If I call your last manager, which half-sentence of “${f.quote}” do they confirm?`,
    ),
    line('cont-not', [], (f) => `After “${f.quote}”: which part of machine learning work do you not want?`),
    line(
      'cont-model',
      ['model'],
      (f) => `You name ${f.model}. Which problem at work led you to it, before any course did?`,
    ),
  ],
  scope: [
    line('scope-own', [], (f) => `“${f.quote}”. What would be yours to break in the first six months?`),
    line('scope-band', ['number'], (f) => `You put ${f.number} on the table. Which work in this band is it for?`),
    line(
      'scope-ask',
      [],
      (f) => `You said “${f.quote}”. What do you need to know from me before that can be a number?`,
    ),
    line('scope-level', [], (f) => `“${f.quote}”. Tell me the last decision you made at the level you ask for.`),
    line('scope-trade', [], (f) => `Between scope, level and cash, after “${f.quote}”: which moves last?`),
    line(
      'scope-kind',
      [],
      (f) =>
        `“${f.quote}”: would you be judged on models shipped, on uptime, or on what the product earned? Which did you mean?`,
    ),
  ],
};

/** What to ask of an answer with no words in it. */
export const EMPTY_LINES: readonly { readonly id: string; say(question: Question): string }[] = [
  { id: 'empty-start', say: ({ text }) => `You gave me nothing to work with. Again, in one sentence: ${text}` },
  {
    id: 'empty-smallest',
    say: ({ text }) => `Then the smallest piece. What is the first thing you would want to know about this: ${text}`,
  },
];
