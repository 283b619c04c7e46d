import { show, type Currency } from '../../money.ts';
import { ISSUE_LABELS, MONEY, type Issue } from '../terms.ts';
import type { Act } from './acts.ts';

const value = (issue: Issue, amount: number, currency: Currency): string => {
  if (MONEY.some((name) => name === issue)) return show(amount, currency);
  if (issue === 'level') return `L${amount}`;
  if (issue === 'remote') return `${amount} a week`;
  return issue === 'review' ? `after ${amount} months` : `in ${amount} weeks`;
};

/** How an act was understood, in words for the one who said it. */
export function sayBack(act: Act, currency: Currency): string {
  switch (act.kind) {
    case 'propose': {
      const { low, high, bound } = act.figure;
      const [from, to] = [value(act.issue, low, currency), value(act.issue, high, currency)];
      const amount =
        bound === 'at-least'
          ? `at least ${from}`
          : bound === 'at-most'
            ? `at most ${to}`
            : low === high
              ? from
              : `${from} to ${to}; they will hear ${from}`;
      return `You ask for ${ISSUE_LABELS[act.issue].toLowerCase()}: ${amount}`;
    }
    case 'propose-scope':
      return `You ask to own ${act.areas.join(', ')} in writing`;
    case 'push':
      return `You ask for better on ${ISSUE_LABELS[act.issue].toLowerCase()}, without a figure`;
    case 'condition':
      return act.areas.length > 0
        ? `It hangs on owning ${act.areas.join(', ')}${act.on === 'level' ? ', and on the level' : ''}`
        : `It hangs on ${act.on === 'other' ? 'something else' : ISSUE_LABELS[act.on].toLowerCase()}`;
    case 'refuse':
      return `You would not take ${value(act.issue, act.value, currency)}`;
    case 'question':
      return act.about === 'other'
        ? 'A question'
        : `You ask about ${act.about === 'range' ? 'the pay range' : act.about === 'process' ? 'who decides, and how' : ISSUE_LABELS[act.about].toLowerCase()}`;
    case 'reason':
      return act.areas.length > 0 ? `A reason: your work on ${act.areas.join(', ')}` : 'A reason';
    case 'alternative':
      return act.base === null
        ? 'You say that you have another offer'
        : `You say that another offer pays ${show(act.base, currency)}`;
    case 'leak':
      return {
        'current-pay': `You tell them your pay today${act.value === null ? '' : `: ${show(act.value, currency)}`}`,
        'no-other-offer': 'You tell them that you have no other offer',
        need: 'You tell them that you need this',
      }[act.what];
    case 'apology':
      return 'You apologise';
    case 'ultimatum':
      return 'An ultimatum: they may leave';
    case 'accept':
      return 'You accept what is on the table. This ends it';
    case 'reject':
      return 'You turn the offer down. This ends it';
    case 'habit':
      return {
        'in-writing': 'You ask for it in writing',
        'door-open': 'You keep the door open',
        time: 'You take your time',
      }[act.what];
  }
}
