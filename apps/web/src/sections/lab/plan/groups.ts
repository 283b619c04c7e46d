import type { Field } from '@legible/lab';
import { spaced, titled } from '../charts/scale.ts';

export type Json = Record<string, unknown>;

export function valueAt(plan: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Json | undefined)?.[key], plan);
}

export function withValue(plan: Json, path: string, value: unknown): Json {
  const [head = '', tail] = path.split('.');
  return { ...plan, [head]: tail === undefined ? value : { ...(plan[head] as Json), [tail]: value } };
}

/** Lists of a plan that no field covers: each has its own editor. */
export type ListName = 'features' | 'monitors' | 'responses';

export interface Group {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly lists: readonly ListName[];
}

const TITLES: Readonly<Record<string, string>> = {
  name: 'Name',
  goal: 'Goal and what mistakes cost',
  rollback: 'Rolling back',
  prediction: 'Your prediction, written before launch',
  decision: 'Threshold and review',
};

/** The plan in the order in which it is decided: its fields by their first part, and its lists where they belong. */
export function groupsOf(fields: readonly Field[], plan: Json): readonly Group[] {
  const groups = new Map<string, Field[]>();
  for (const field of fields) {
    const [head = ''] = field.path.split('.');
    groups.set(head, [...(groups.get(head) ?? []), field]);
  }
  const found: Group[] = [...groups].map(([id, own]) => ({
    id,
    title: TITLES[id] ?? titled(id),
    fields: own,
    lists: id === 'rollback' && Array.isArray(valueAt(plan, 'rollback.responses')) ? ['responses'] : [],
  }));
  const insert = (id: ListName, title: string, after: string) => {
    if (!Array.isArray(plan[id])) return;
    const at = found.findIndex((group) => group.id === after);
    found.splice(at < 0 ? 1 : at + 1, 0, { id, title, fields: [], lists: [id] });
  };
  insert('features', 'Features', 'labels');
  insert('monitors', 'Monitors', 'rollout');
  return found;
}

function shown(value: unknown): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((one) => shown(one)).join(', ');
  if (typeof value === 'number') return Number.isFinite(value) ? value.toLocaleString('en-US') : '?';
  return typeof value === 'string' ? spaced(value) : '?';
}

/** What a group says at present, in a line. */
export function gist(group: Group, plan: Json): string {
  const lists = group.lists.map((list) => {
    const value = list === 'responses' ? valueAt(plan, 'rollback.responses') : plan[list];
    const many = Array.isArray(value) ? value.length : 0;
    return `${many === 0 ? 'no' : many} ${many === 1 ? list.slice(0, -1) : list}`;
  });
  const fields = group.fields.map(({ path, title, type }) => {
    const value = valueAt(plan, path);
    if (type.kind === 'text') return String(value);
    return `${title.toLowerCase()} ${shown(value)}`;
  });
  return [...fields, ...lists].filter((part) => part !== '').join(' · ');
}
