import { checkRows, MetricInputError, type Numbers } from './input.ts';

/**
 * Mean of a list metric over queries. `groups` names the query of each row; rows of a query may lie anywhere. Queries
 * with nothing relevant are left out, since no order of theirs is better than another; throws when that leaves none.
 */
export function meanOverGroups(
  groups: Numbers,
  relevances: Numbers,
  scores: Numbers,
  metric: (relevances: Numbers, scores: Numbers) => number,
): number {
  checkRows('groups', groups, 'relevances', relevances);
  checkRows('groups', groups, 'scores', scores);
  const lists = new Map<number, { relevances: number[]; scores: number[]; relevant: boolean }>();
  for (let i = 0; i < groups.length; i++) {
    let list = lists.get(groups[i]!);
    if (list === undefined) lists.set(groups[i]!, (list = { relevances: [], scores: [], relevant: false }));
    list.relevances.push(relevances[i]!);
    list.scores.push(scores[i]!);
    list.relevant ||= relevances[i]! > 0;
  }
  let sum = 0;
  let counted = 0;
  for (const list of lists.values()) {
    if (!list.relevant) continue;
    sum += metric(list.relevances, list.scores);
    counted++;
  }
  if (counted === 0) throw new MetricInputError('relevances', 'are 0 in every group: there is nothing to find');
  return sum / counted;
}
