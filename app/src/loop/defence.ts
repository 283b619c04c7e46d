import type { Field, Lie, MonitorCard, RunQuestion, RunResult } from '@legible/lab';
import type { DefenceStart } from '../contract/loop.ts';

/** What of a world is needed to ask about a run in it. */
export interface RunWorld {
  readonly monitors: readonly MonitorCard[];
  readonly fields: readonly Field[];
}

/** What of a finished run is needed to ask about it. */
export type RunRead = Pick<RunResult, 'file' | 'offline' | 'days' | 'lies' | 'questions'>;

/** Seconds a spoken answer about one's own run is given. */
const SECONDS = 120;

const words = (text: string, longer: number): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > longer);

/**
 * A finished run as a round can be held about it: why the offline number and the live one differed, what the monitors missed,
 * what broke, which decision cost most; each with what is true of it, and beside them what the candidate saw.
 */
export function defenceOf(runId: string, title: string, result: RunRead, world: RunWorld): DefenceStart {
  const asked = new Map(result.questions.map((question) => [question.id, question]));
  const missed = missedBy(result, world);
  const first = asked.get('offline');
  const others = result.questions.filter(({ id }) => id !== 'offline');
  const questions = [...(first ? [first] : []), ...(missed ? [missed] : []), ...others].slice(0, 6);
  return {
    runId,
    title,
    questions: questions.map(({ id, question, answer, facts, signals }) => ({
      question: { id: `run:${id}`, kind: 'probe' as const, signals: [...signals], seconds: SECONDS, text: question },
      truth: { answer, facts: facts.map((fact) => ({ ...fact })) },
    })),
    sheet: sheetOf(result, world),
  };
}

/** A question about what the plan's monitors never raised and a monitor would have; null where there is no such thing. */
function missedBy({ lies, questions }: RunRead, { monitors }: RunWorld): RunQuestion | null {
  const told = questions.find(({ id }) => id === 'failure')?.question ?? '';
  const silent = lies
    .filter(
      (lie): lie is Lie & { monitor: string; monitorSeesOn: number } =>
        lie.alarmedOn === null && lie.monitor !== null && lie.monitorSeesOn !== null && lie.day >= 0,
    )
    .filter(({ day }) => !new RegExp(`\\bday ${day}\\b`).test(told))
    .toSorted((a, b) => a.monitorSeesOn - b.monitorSeesOn);
  const [lie] = silent;
  if (lie === undefined) return null;
  const card = monitors.find(({ kind }) => kind === lie.monitor);
  const name = card?.title ?? lie.monitor;
  const [kind = lie.stage, feature] = (lie.subject ?? lie.stage).split(': ');
  const plain = (text: string) => text.replaceAll(/[-_]/g, ' ');
  return {
    id: 'monitors',
    question: `Something began on day ${lie.day} and no monitor of yours ever raised it. What was it, and which monitor would have told you?`,
    answer: `${lie.says} ${name}, set as usual, would have raised it on day ${lie.monitorSeesOn}.`,
    facts: [
      {
        fact: `it was ${plain(kind)}${feature === undefined ? '' : ` in ${feature}`}`,
        phrases: [
          kind,
          plain(kind),
          ...words(kind, 4),
          ...words(lie.says, 7),
          ...(feature === undefined ? [] : [feature, plain(feature)]),
        ],
      },
      {
        fact: `${name.toLowerCase()} would have shown it`,
        phrases: [plain(lie.monitor), ...words(name, 4)],
      },
    ],
    kind: 'probe',
    signals: ['production', 'failure'],
  };
}

/** What the candidate saw: their choices, the offline number, and when something was raised. No truth. */
function sheetOf({ file, offline, days }: RunRead, { fields }: RunWorld): DefenceStart['sheet'] {
  const { metric, promisedPerDay } = offline;
  const raised = days.filter(({ alarms }) => alarms.length > 0).map(({ day }) => day);
  const figure = (value: number) => value.toLocaleString('en-US', { maximumSignificantDigits: 4 });
  const chosen = fields.flatMap(({ path, title, type }) => {
    const value = valueAt(file.plan, path);
    return type.kind === 'choice' && typeof value === 'string'
      ? [{ name: title, value: value.replaceAll('-', ' ') }]
      : [];
  });
  return [
    { name: 'Plan', value: file.plan.name.slice(0, 200) },
    { name: `Offline ${metric.name}`, value: figure(metric.value) },
    { name: 'Offline, the baseline', value: metric.baseline === null ? 'none' : figure(metric.baseline) },
    { name: 'Launched', value: metric.launched },
    { name: 'Promised a day', value: `$${figure(promisedPerDay)}` },
    { name: 'You predicted', value: `$${figure(file.plan.prediction.saves)} saved` },
    {
      name: 'Days with an alarm',
      value: raised.length === 0 ? 'none' : `${raised.slice(0, 12).join(', ')}${raised.length > 12 ? ' and more' : ''}`,
    },
    ...chosen.slice(0, 20),
  ];
}

/** The value of a plan at a dotted path. */
export function valueAt(plan: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
      plan,
    );
}
