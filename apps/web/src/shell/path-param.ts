import { useParams } from '@tanstack/react-router';

/** A parameter of the page's path, such as "id" in "/debrief/$id". */
export function usePathParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const value = params[name];
  if (value === undefined) throw new Error(`This page's path has no $${name}.`);
  return value;
}
