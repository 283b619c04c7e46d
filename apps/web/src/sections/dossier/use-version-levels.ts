import type { DocumentVersion } from '@legible/app/contract/index';
import type { Judgment } from '@legible/judge';
import { parseItem, questionOf, tellingsOf, textOf, type Item } from '@legible/prep';
import { useJudgments } from './use-judgments.ts';

/** Judged at most, newest first. */
const MOST = 40;

/** How the judge reads each version today, by version: the longer telling of a story, or the only text. */
export function useVersionLevels(type: string, versions: readonly DocumentVersion[]): ReadonlyMap<number, Judgment> {
  const requests = versions.slice(0, MOST).flatMap(({ version, body }) => {
    const item = readable(type, body);
    if (item === null) return [];
    const telling = tellingsOf(item)
      .toReversed()
      .find((one) => textOf(item, one).trim() !== '');
    if (telling === undefined) return [];
    return [{ key: String(version), text: textOf(item, telling), question: questionOf(item, telling) }];
  });
  const judgments = useJudgments(requests);
  return new Map([...judgments].map(([key, judgment]) => [Number(key), judgment]));
}

function readable(type: string, body: unknown): Item | null {
  try {
    return parseItem(type, body);
  } catch {
    return null;
  }
}
