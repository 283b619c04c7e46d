/** A run in plain words for the terminal. */
import type { RunResult } from '@legible/lab';
import { STANDINGS } from '@legible/lab/tournament/standings.generated';
import { placed } from './placed.ts';

const money = (x: number): string => `${x < 0 ? '-' : ''}$${Math.abs(Math.round(x)).toLocaleString('en-US')}`;

export function summary(result: RunResult): string {
  const { ledger, decisions, firstLie, prediction, offline, questions, shapley } = result;
  const out: string[] = [];
  out.push('What the twelve weeks cost, dearest first:');
  for (const [name, line] of Object.entries(ledger).sort((a, b) => b[1].total - a[1].total)) {
    out.push(`  ${name.padEnd(14)} ${money(line.total).padStart(12)}${name === 'ours' ? '   <- your plan' : ''}`);
  }
  out.push('', ...placed(result, STANDINGS));
  out.push(
    '',
    `Offline it promised ${money(offline.promisedPerDay)} a day; you predicted ${money(prediction.saves)} saved, and it was ${money(prediction.saved)}.`,
  );
  out.push(
    firstLie
      ? `The first lie was told by: ${firstLie.stage}. ${firstLie.says}\n  ${firstLie.how}`
      : 'No part of the pipeline misled beyond its tolerance.',
  );
  if (result.constraint) out.push(`${result.constraint.says} ${money(result.constraint.dollars)} of yours hang on it.`);
  out.push('', `What each decision cost against the ${result.reference} plan, alone:`);
  for (const d of [...decisions].sort((a, b) => (b.cost ?? -Infinity) - (a.cost ?? -Infinity))) {
    out.push(
      `  ${(d.cost === null ? 'unknown' : money(d.cost)).padStart(10)}  ${d.title}${d.cost === null ? ` (${d.note})` : ''}`,
    );
  }
  if (shapley) {
    out.push('', `Shared where they interact (${shapley.orders} orders, ${money(shapley.together)} together):`);
    for (const s of shapley.shares)
      out.push(`  ${money(s.value).padStart(10)}  ${s.player}, ${money(s.low)} to ${money(s.high)}`);
  }
  if (result.incidentCosts.length > 0) out.push('', 'What each incident cost, against the same weeks without it:');
  result.incidentCosts.forEach(({ title, feature, from, until, cost }, i) => {
    const lie = result.lies.find((l) => l.day === from && l.subject?.startsWith(result.incidents[i]!.kind));
    const seen = lie?.alarmedOn == null ? 'your monitors never saw it' : `your monitors saw it on day ${lie.alarmedOn}`;
    const could =
      lie?.monitor == null || lie.monitorSeesOn === null
        ? 'no monitor would have at its usual threshold'
        : `${lie.monitor} would have on day ${lie.monitorSeesOn}`;
    const what = feature === null ? title : `${title} (${feature})`;
    out.push(
      `  ${(cost === null ? 'unknown' : money(cost)).padStart(10)}  ${what}, days ${from} to ${until - 1}: ${seen}; ${could}`,
    );
  });
  out.push('', 'Answer these aloud before you read the result file:');
  questions.forEach((q, i) => out.push(`  ${i + 1}. ${q.question}`));
  return `${out.join('\n')}\n`;
}
