import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly name?: string };
  /** Microseconds by the clock, and of the processor. */
  readonly dur?: number;
  readonly tdur?: number;
}

/** The longest tasks of the page's main thread, in milliseconds. */
export interface LongestTasks {
  /** By the clock: on a busy machine this counts the time in which others had the processor. */
  readonly clock: number;
  /** Of the processor: what the task itself needed. */
  readonly own: number;
}

/** Listens to the page's main thread until the returned function is called. */
export async function watchTasks(browser: Browser, page: Page): Promise<() => Promise<LongestTasks>> {
  await browser.startTracing(page, { categories: ['toplevel'] });
  return async () => {
    const trace = await browser.stopTracing();
    const { traceEvents } = JSON.parse(trace.toString('utf8')) as { readonly traceEvents: readonly TraceEvent[] };
    const thread = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`;
    const main = new Set(
      traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread),
    );
    const tasks = traceEvents.filter((event) => event.name.endsWith('RunTask') && main.has(thread(event)));
    if (tasks.length === 0) throw new Error('The trace has no task of the page.');
    const longest = (key: 'dur' | 'tdur') => Math.max(...tasks.map((task) => task[key] ?? 0)) / 1000;
    return { clock: longest('dur'), own: longest('tdur') };
  };
}
