import type { FaultId } from '@legible/judge/rubric';
import { readText } from '@legible/judge/text/index';
import { readAnswer, readQuestion, type Answer } from '@legible/judge/rules/reading/answer';
import { readSentence, type Reading } from '@legible/judge/rules/reading/reading';
import { compileRule, ownFeatures, sharedFeatures } from '@legible/judge/rules/model/sentence-features';
import { RULES } from '@legible/judge/rules/registry.generated';
import { FAULTS, type FaultItem } from './data.ts';
import type { Row } from './logistic.ts';

/** Names of features, numbered as they come. */
export class Names {
  readonly #ids = new Map<string, number>();
  readonly list: string[] = [];

  id(name: string): number {
    let id = this.#ids.get(name);
    if (id === undefined) {
      id = this.list.length;
      this.#ids.set(name, id);
      this.list.push(name);
    }
    return id;
  }

  row(features: Iterable<readonly [string, number]>): Row {
    const ids: number[] = [];
    const values: number[] = [];
    for (const [name, value] of features) {
      ids.push(this.id(name));
      values.push(value);
    }
    return { ids: Int32Array.from(ids), values: Float32Array.from(values) };
  }
}

/** An item with its sentences as rows, one list of rows for each fault. */
export interface Prepared {
  readonly item: FaultItem;
  readonly answer: Answer;
  readonly rows: ReadonlyMap<FaultId, readonly Row[]>;
  /** 1 where a sentence overlaps a quote of the fault. */
  readonly shown: ReadonlyMap<FaultId, readonly number[]>;
}

const compiled = RULES.map(compileRule);
/** A word feature is kept when at least this many writers use it. */
const WRITERS = 3;

export function prepare(items: readonly FaultItem[], names: Names): Prepared[] {
  const drafts = items.map((item) => {
    const asked = readQuestion(item.question);
    const readings: Reading[] = readText(item.text).map(readSentence);
    const shared = readings.map((reading, i) => sharedFeatures(reading, readings[i - 1] ?? null, asked));
    return { item, asked, readings, shared };
  });
  const writers = new Map<string, Set<string>>();
  for (const draft of drafts)
    for (const features of draft.shared)
      for (const { name } of features) {
        let known = writers.get(name);
        if (known === undefined) writers.set(name, (known = new Set()));
        if (known.size < WRITERS) known.add(draft.item.writer);
      }
  return drafts
    .filter((draft) => draft.readings.length > 0)
    .map(({ item, asked, readings, shared }) => {
      const common = shared.map((features) =>
        features
          .filter(({ name }) => (writers.get(name) as Set<string>).size >= WRITERS)
          .map(({ name, value }) => [name, value] as const),
      );
      const rows = new Map(
        compiled.map((rule) => [
          rule.rule.fault,
          readings.map((reading, i) =>
            names.row([
              ...(common[i] as (readonly [string, number])[]),
              ...ownFeatures(rule, reading, readings[i - 1] ?? null, asked).map(
                ({ name, value }) => [name, value] as const,
              ),
            ]),
          ),
        ]),
      );
      const shown = new Map(
        FAULTS.map((fault) => [
          fault,
          readings.map(({ sentence }) =>
            (fault === 'off-topic' && item.faults.has(fault)) ||
            (item.spans.get(fault) ?? []).some(([from, to]) => overlaps(sentence.from, sentence.to, from, to))
              ? 1
              : 0,
          ),
        ]),
      );
      return { item, answer: readAnswer(asked, readings), rows, shown };
    });
}

/** Whether a sentence and a quote share at least half of the shorter. */
function overlaps(a: number, b: number, from: number, to: number): boolean {
  return Math.min(b, to) - Math.max(a, from) >= 0.5 * Math.min(b - a, to - from);
}
