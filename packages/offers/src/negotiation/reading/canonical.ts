import { AREAS, K, MONEY, type Area } from '../terms.ts';
import type { Act, Figure, Reading } from './acts.ts';

const short = (issue: string, value: number): string =>
  String(MONEY.some((name) => name === issue) || issue === 'pay' ? Math.round((value / K) * 10) / 10 : value);

function figure(issue: string, { low, high, bound }: Figure): string {
  if (bound === 'at-least') return `>=${short(issue, low)}`;
  if (bound === 'at-most') return `<=${short(issue, high)}`;
  return low === high ? `=${short(issue, low)}` : `=${short(issue, low)}..${short(issue, high)}`;
}

/**
 * A reading in one line, for tests and terminals: what counts, in thousands, in no order; reasons, habits and questions
 * about nothing named are left out. "?" stands for what must be asked about.
 */
export function canonical({ acts, unclear }: Reading): string[] {
  const words = new Set<string>(unclear.length > 0 ? ['?'] : []);
  const areas = new Set<Area>();
  for (const act of acts) {
    if (act.kind === 'propose-scope' || act.kind === 'condition') act.areas.forEach((area) => areas.add(area));
    const word = one(act);
    if (word !== null) words.add(word);
  }
  if (areas.size > 0) words.add(`scope:${AREAS.filter((area) => areas.has(area)).join('+')}`);
  return [...words].toSorted();
}

function one(act: Act): string | null {
  switch (act.kind) {
    case 'propose':
      return `${act.issue}${figure(act.issue, act.figure)}`;
    case 'push':
      return `push:${act.issue}`;
    case 'condition':
      return `if:${act.on}`;
    case 'refuse':
      return `refuse:${act.issue}=${short(act.issue, act.value)}`;
    case 'question':
      return act.about === 'other' ? null : `ask:${act.about}`;
    case 'alternative':
      return act.base === null ? 'alt' : `alt=${short('pay', act.base)}`;
    case 'leak':
      return act.value === null ? `leak:${act.what}` : `leak:${act.what}=${short('pay', act.value)}`;
    case 'apology':
    case 'ultimatum':
    case 'accept':
    case 'reject':
      return act.kind;
    case 'propose-scope':
    case 'reason':
    case 'habit':
      return null;
  }
}
