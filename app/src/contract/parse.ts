import type { z } from 'zod';
import { Refusal } from './error.ts';

type Issue = z.core.$ZodIssue;

/** Parses untrusted input, or throws a `Refusal` that names the first field at fault and what it should be. */
export function parse<S extends z.ZodType>(schema: S, input: unknown, whole: string): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = deepest(parsed.error.issues[0]);
  const field = issue?.path.map(String).join('.') ?? '';
  const reason = issue === undefined ? 'is not what was expected' : explain(issue);
  const more = parsed.error.issues.length - 1;
  throw new Refusal(
    'bad-request',
    `${field === '' ? whole : `"${field}"`}: ${reason}${more > 0 ? ` (and ${more} more)` : ''}.`,
    {
      ...(field === '' ? {} : { field }),
      mend: issue === undefined ? 'See /api/openapi.json for the shape.' : mend(issue),
    },
  );
}

/** The issue of the union's branch that got furthest, since "invalid input" helps nobody. */
function deepest(issue: Issue | undefined): Issue | undefined {
  if (issue?.code !== 'invalid_union') return issue;
  const branches = issue.errors.map((errors) => errors[0]).filter((error) => error !== undefined);
  const best = branches.sort((a, b) => b.path.length - a.path.length)[0];
  return best === undefined || best.path.length === 0
    ? issue
    : deepest({ ...best, path: [...issue.path, ...best.path] });
}

function explain(issue: Issue): string {
  const message = issue.message.replace(/^Invalid input: /, '').replace(/\.$/, '');
  if (issue.code === 'unrecognized_keys')
    return `unknown ${issue.keys.length === 1 ? 'key' : 'keys'} ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
  return message.charAt(0).toLowerCase() + message.slice(1);
}

function mend(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return 'Remove it, or check its spelling.';
  if (issue.code === 'invalid_value') return `Use one of: ${issue.values.map(String).join(', ')}.`;
  if (issue.code === 'too_big') return `Keep it to at most ${issue.maximum}.`;
  if (issue.code === 'too_small') return `Give at least ${issue.minimum}.`;
  if (issue.code === 'invalid_type')
    return `Send ${issue.expected === 'int' ? 'a whole number' : `a value of type ${issue.expected}`} here.`;
  return 'See /api/openapi.json for the shape.';
}
