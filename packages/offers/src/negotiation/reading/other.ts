import { MOST_WEEKS, type Issue } from '../terms.ts';
import type { Act, Unclear } from './acts.ts';
import type { Clause, Context } from './clauses.ts';
import { areasIn, issuesIn, NOT } from './lexicon.ts';
import type { Mention } from './numbers.ts';

const EXPERIENCE =
  /\b(?:i(?:'ve| have)? (?:run|ran|owned|built|maintained|shipped|led|kept|did|done|operated|set up|caught|fixed)|i(?:'ve| have) been|i own(?:ed)? \w+ (?:today|now|for)|my experience|years? of|because i|since i|today)\b/i;
const OWNING =
  /\b(?:own\w*|scope|mine|responsib\w*|in writing|letter|contract|named|my (?:plate|role|job)|the (?:role|job) (?:includes?|covers?|has)|take(?:s|n)? (?:on|over)|taking (?:on|over)|in charge|take|run|carry\w*|handle|cover\w*|lead|includ\w+|reflects?|on (?:my|me)|want me|put me|give me|(?:stays?|is|sits?|lies?|remains?|rests?) with me|to me|look after|for me)\b/i;

/** What is proposed without money: level, scope, review, days from home, start. */
export function readOther(
  clause: Clause,
  mentions: readonly Mention[],
  context: Context,
  asking: boolean,
): { acts: Act[]; unclear: Unclear[]; used: Set<number> } {
  const { text, quote } = clause;
  const acts: Act[] = [];
  const unclear: Unclear[] = [];
  const used = new Set<number>();
  const figure = (issue: Exclude<Issue, 'scope'>, value: number): void => {
    acts.push({ kind: 'propose', issue, figure: { low: value, high: value }, hedged: false, quote });
  };
  level(clause, context, asking, figure, unclear);
  for (const match of text.matchAll(/§(\d+)§/g)) {
    const index = Number(match[1]);
    const mention = mentions[index];
    if (!mention) continue;
    const unit =
      /^\s?-?(week|month|day|year)s?\b/i.exec(text.slice(match.index + match[0].length))?.[1] ?? mention.unit;
    if (unit === 'plain' || unit === 'percent' || (unit === 'odd' && !/couple/i.test(mention.raw))) {
      // "remote 4" is days.
      if (
        unit === 'plain' &&
        /\b(?:remote|home)\b/i.test(text.slice(0, match.index)) &&
        mention.low <= 5 &&
        !mention.thousands
      ) {
        used.add(index);
        figure('remote', mention.low);
      }
      continue;
    }
    used.add(index);
    const said = /couple of (\w)/i.exec(mention.raw)?.[1]?.toLowerCase();
    const span = said === 'w' ? 'week' : said === 'm' ? 'month' : said === 'd' ? 'day' : unit;
    const value = mention.low;
    const near = issuesIn(text).map(({ issue }) => issue);
    if (NOT.test(text) && (near.includes('remote') || near.includes('review')) && !/\bonly\b/i.test(text)) {
      unclear.push({ quote, ask: `Do you ask for “${mention.raw}”, or is it what you do not want?` });
      continue;
    }
    if (span === 'day' && near.includes('remote')) {
      figure(
        'remote',
        /\b(?:office|on[ -]?site)\b/i.test(text) && !/\b(?:home|remote)/i.test(text) ? Math.max(0, 5 - value) : value,
      );
      if (value > 5) unclear.push({ quote, ask: 'How many days a week from home, 0 to 5?' });
    } else if ((span === 'month' || span === 'year') && near.includes('review'))
      figure('review', span === 'year' ? value * 12 : value);
    else if (
      (near.includes('start') || /\b(?:earliest|be there|available|come over)\b/i.test(text)) &&
      (span === 'week' || span === 'month')
    ) {
      if (/\bnotice\b/i.test(text) && /§.*§/.test(clause.sentence.replace(text, ''))) continue;
      const weeks = span === 'week' ? value : Math.round(value * 4.345);
      const back = /\b(?:earlier|sooner|forward|off|shave|knock|cut)\b/i.test(text);
      const on = /\b(?:later|push|delay|postpone|move .* (?:by|back))\b/i.test(text);
      const start = back ? context.table.start - weeks : on ? context.table.start + weeks : weeks;
      if (start < 1 || start > MOST_WEEKS) unclear.push({ quote, ask: 'In how many weeks would you start?' });
      else figure('start', start);
    } else if (
      span !== 'year' &&
      near.length === 0 &&
      /\b(?:want|need|like|could|can)\b/i.test(text) &&
      !EXPERIENCE.test(text)
    )
      unclear.push({ quote, ask: `What is “${mention.raw} ${span}s” for: the start, the review or days from home?` });
  }
  if (
    !asking &&
    /\b(?:fully|full[ -]?time|100 ?%|completely|entirely|all) remote\b|\bremote[ -]only\b|\b(?:fully|full[ -]time|completely|entirely|always|permanently|exclusively) (?:from home|at home|remotely)\b|\b(?:remotely|from home|at home|remote) (?:full[ -]time|all (?:the time|week)|permanently|100 ?%|every day)/i.test(
      text,
    ) &&
    !NOT.test(text)
  )
    figure('remote', 5);
  if (
    /\bstart\w*\b.*\b(?:on|in) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i.test(
      text,
    )
  )
    unclear.push({ quote, ask: 'In how many weeks from now is that?' });
  if (
    /\b(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?)\b/i.test(text) &&
    issuesIn(text).some(({ issue }) => issue === 'remote')
  )
    unclear.push({ quote, ask: 'How many days a week from home is that?' });
  const areas = areasIn(text);
  if (areas.length > 0 && !asking) scope(clause, areas, acts, unclear);
  return { acts, unclear, used };
}

function scope(clause: Clause, areas: ReturnType<typeof areasIn>, acts: Act[], unclear: Unclear[]): void {
  const { text, quote, conditional } = clause;
  if (conditional) return;
  const would =
    /\b(?:i(?:'d| would|'ll| will| want to| can| could)\b|to say|in writing|mine|put|named|contract|letter|my (?:plate|scope|role))/i.test(
      text,
    );
  const paidFor =
    /\b(?:for|given|considering|with all the|because of) (?:the )?(?:owning|running|carrying|taking on|doing|handling|work on|responsib\w+)\b/i.test(
      text,
    );
  if ((EXPERIENCE.test(text) && !would) || paidFor) acts.push({ kind: 'reason', areas, quote });
  else if (NOT.test(text)) return;
  else if (OWNING.test(text) || /\b(?:letter|plate|writing|scope|own)\b/i.test(clause.sentence))
    acts.push({ kind: 'propose-scope', areas, quote });
  // Work that would be theirs, in words that do not say that they ask for it.
  else if (
    /\bi(?:'d| would|'ll| will|'m going to)\b|\b(?:want|need)\b/i.test(text) &&
    !/\b(?:because|since|given|as i)\b/i.test(text)
  )
    unclear.push({ quote, ask: `Do you ask to own ${areas.join(', ')} in writing?` });
  else acts.push({ kind: 'reason', areas, quote });
}

function level(
  clause: Clause,
  context: Context,
  asking: boolean,
  figure: (issue: 'level', value: number) => void,
  unclear: Unclear[],
): void {
  const { text, quote } = clause;
  const named = /\b(?:L|IC|E)[ -]?([2-7])\b/i.exec(text)?.[1] ?? /\blevel (?:at |to |of )?§L([2-7])§/i.exec(text)?.[1];
  const says =
    named !== undefined
      ? Number(named)
      : /\b(?:make me|as|title|be|at|to|role is|a) (?:a )?senior\b|\bsenior (?:level|title|role|engineer|position|mle)\b|\btitle.*senior\b/i.test(
            text,
          )
        ? 5
        : /\bmid[ -]?level\b/i.test(text) && /\b(?:as|at|be)\b/i.test(text)
          ? 4
          : null;
  const up =
    /\b(?:(?:one|a) levels? (?:up|higher)|level.*\b(?:one|a step|a notch) (?:higher|up)|next level (?:up)?|(?:up|higher) (?:one|a) level)\b/i.test(
      text,
    );
  if (says === null && !up) return;
  if (asking && says !== null && /\b(?:possible|an option|doable|on the table|realistic)\b/i.test(text)) {
    unclear.push({ quote, ask: `Do you ask for L${says}, or only whether there is one?` });
    return;
  }
  if (asking && !/\b(?:can|could) (?:you|we|i)\b/i.test(text)) return;
  const value = says ?? context.table.level + 1;
  if (NOT.test(text.replace(/\bor .*$/i, '')) && says !== null)
    unclear.push({ quote, ask: `Which level do you want, if not L${says}?` });
  else if (value < 3 || value > 5) unclear.push({ quote, ask: 'Which level do you mean: L3, L4 or L5?' });
  else figure('level', value);
}
