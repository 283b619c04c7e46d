import type { Alarm, BaseAction, BaseDay, MonitorCard, World } from '@legible/lab';
import { brief, titled } from '../charts/scale.ts';

const TITLES: Readonly<Record<string, string>> = {
  share: 'Share that the model decides',
  chargebacks: 'Chargebacks that came in',
  chargebackDollars: 'Chargebacks, dollars',
};
const BASE = new Set(['day', 'readings', 'alarms', 'events']);

/** Figures of a day that the world reports beside its monitors: whatever is a plain number. */
export function figuresOf(days: readonly BaseDay[]): readonly { readonly key: string; readonly title: string }[] {
  return Object.entries(days[0] ?? {})
    .filter(([key, value]) => typeof value === 'number' && !BASE.has(key))
    .map(([key]) => ({ key, title: TITLES[key] ?? titled(key) }));
}

export const figureOf = (day: BaseDay, key: string): number =>
  Number((day as unknown as Readonly<Record<string, unknown>>)[key]);

export function alarmWords({ kind, feature, value, threshold }: Alarm, world: World): string {
  const title = world.monitors.find((card) => card.kind === kind)?.title ?? titled(kind);
  const of = world.features.find(({ name }) => name === feature)?.title ?? feature;
  return `${title}${of ? ` of “${of}”` : ''} is at ${brief(value)}; its alarm is at ${brief(threshold)}.`;
}

export const monitorCard = (kind: string, world: World): MonitorCard | undefined =>
  world.monitors.find((card) => card.kind === kind);

/** Days for which an alarm that was seen stays seen: one that flickers does not stop the run each time. */
const SEEN_DAYS = 7;

/** Alarms of the last day that no day of the week before it raised. */
export function newAlarms(days: readonly BaseDay[]): readonly Alarm[] {
  const before = days.slice(-1 - SEEN_DAYS, -1).flatMap(({ alarms }) => alarms);
  return (days.at(-1)?.alarms ?? []).filter(
    (alarm) => !before.some(({ kind, feature }) => kind === alarm.kind && feature === alarm.feature),
  );
}

/** What a system is called by those who can be paged about it, where an alarm names no feature. */
const SYSTEM_OF: Readonly<Record<string, string>> = { latency: 'latency', labelVolume: 'labels' };
/** What is worth doing about any alarm, where the world has it. */
const ALWAYS = ['audit', 'retrain', 'rollback'];
const NEVER = new Set(['feature-on', 'relaunch']);

/** Actions that could answer an alarm: those about its feature or its system, or else the general ones. */
export function answersTo(alarm: Alarm, world: World): readonly BaseAction[] {
  const target = alarm.feature ?? SYSTEM_OF[alarm.kind];
  const aimed = world.actions.flatMap(({ kind, takes }): readonly BaseAction[] =>
    target !== undefined && takes?.kind === 'choice' && takes.choices.includes(target) && !NEVER.has(kind)
      ? [{ day: 0, kind, [takes.name]: target } as BaseAction]
      : [],
  );
  if (aimed.length > 0) return aimed;
  return world.actions
    .filter(({ kind }) => ALWAYS.includes(kind))
    .map(({ kind, takes }) =>
      takes?.kind === 'choice'
        ? ({ day: 0, kind, [takes.name]: takes.choices.at(-1) } as BaseAction)
        : { day: 0, kind },
    );
}

export function priceOf(kind: string, world: World): string {
  const card = world.actions.find((one) => one.kind === kind);
  if (!card) return '';
  const hours = `${card.hours} h`;
  return card.dollars > 0 ? `$${card.dollars}, ${hours}` : hours;
}

/** What the person has spent on actions so far. */
export function spent(
  actions: readonly BaseAction[],
  world: World,
): { readonly dollars: number; readonly hours: number } {
  let [dollars, hours] = [0, 0];
  for (const { kind } of actions) {
    const card = world.actions.find((one) => one.kind === kind);
    dollars += card?.dollars ?? 0;
    hours += card?.hours ?? 0;
  }
  return { dollars, hours };
}
