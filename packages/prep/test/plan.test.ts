import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  briefOf,
  buildPlan,
  calendarOf,
  daysBetween,
  dayNumber,
  emptyItem,
  nextOf,
  parseWishes,
  readinessOf,
  weekday,
  WISHES,
  withText,
  type Kept,
  type PlanWishes,
  type Standing,
} from '@legible/prep';

const TODAY = '2026-11-26';
const standing = (part: Partial<Standing> = {}): Standing => ({
  today: TODAY,
  levels: {},
  slots: readinessOf([], [], TODAY),
  done: [],
  labRuns: 0,
  loops: 0,
  inventoryDone: false,
  evidenceIn: true,
  reviewsDue: 0,
  drillsDue: [],
  ...part,
});
const wishes = (part: Partial<PlanWishes> = {}): PlanWishes => ({
  ...WISHES,
  interview: addDays(TODAY, 28),
  hoursPerWeek: 6,
  ...part,
});
const minutesOn = (plan: ReturnType<typeof buildPlan>, kind: string, about: string): number =>
  plan.days
    .flatMap(({ tasks }) => tasks)
    .filter((task) => task.kind === kind && task.about === about)
    .reduce((sum, { minutes }) => sum + minutes, 0);

describe('days', () => {
  test('are those of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (number) => {
        const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
        if (!/^\d{4}-/.test(day)) return;
        expect(dayNumber(day)).toBe(number);
        expect(addDays(day, 1)).toBe(
          new Date((number + 1) * 86_400_000).toISOString().slice(0, 10).replace(/^\+00/, ''),
        );
        expect(weekday(day)).toBe((new Date(number * 86_400_000).getUTCDay() + 6) % 7);
      }),
    );
  });
  test('what is no day is refused with the form', () => expect(() => dayNumber('26.11.2026')).toThrow(/2026-11-26/));
});

const anyWishes = fc.record({
  interview: fc.integer({ min: 0, max: 70 }).map((days) => addDays(TODAY, days)),
  hoursPerWeek: fc.double({ min: 0.5, max: 40, noNaN: true }),
  off: fc.array(
    fc.integer({ min: 0, max: 70 }).map((days) => addDays(TODAY, days)),
    { maxLength: 30 },
  ),
  weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
});

describe('a plan', () => {
  test('keeps to the days that can be used, ends with the eve and the interview, and fits the hours', () => {
    fc.assert(
      fc.property(anyWishes, (part) => {
        const own = wishes(part);
        const plan = buildPlan(own, standing());
        expect(plan.days.at(-1)).toMatchObject({ day: own.interview });
        expect(plan.days.at(-1)?.tasks.map(({ kind }) => kind)).toEqual(['interview']);
        const working = plan.days.slice(0, -2);
        for (const { day, tasks } of working)
          if (tasks.length > 0) {
            expect(own.weekdays).toContain(weekday(day));
            expect(own.off).not.toContain(day);
          }
        const weeks = Math.max(1, Math.ceil((daysBetween(TODAY, own.interview) + 7) / 7));
        // A session is never shorter than 20 minutes, however few the hours are.
        const most = weeks * Math.max(own.hoursPerWeek * 60, 20) + working.length * 5;
        expect(working.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(most);
        const ids = plan.days.flatMap(({ tasks }) => tasks.map(({ id }) => id));
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 200 },
    );
  });
  test('is the same for the same facts', () =>
    expect(buildPlan(wishes(), standing())).toEqual(buildPlan(wishes(), standing())));
  test.each(['data', 'evaluation', 'ownership'] as const)('gives most drills to %s where that is weakest', (gap) => {
    const levels = { data: 2, evaluation: 2, ownership: 2, [gap]: 0.5 };
    const plan = buildPlan(wishes(), standing({ levels }));
    expect(plan.gap).toBe(gap);
    for (const other of ['data', 'evaluation', 'ownership'])
      if (other !== gap) expect(minutesOn(plan, 'drill', gap)).toBeGreaterThan(minutesOn(plan, 'drill', other));
  });
  test('gives a wide gap more time than a narrow one', () => {
    const share = (level: number) => {
      const { share: own } = buildPlan(wishes(), standing({ levels: { evaluation: level, data: 3, ownership: 3 } }));
      return own.gap / (own.gap + own.dossier + own.whole);
    };
    expect(share(0)).toBeGreaterThan(share(2.5));
  });
  test('writes before it rehearses, leaves two days between, and has the core first', () => {
    const tasks = buildPlan(wishes({ hoursPerWeek: 8 }), standing()).days.flatMap(({ day, tasks: own }) =>
      own.map((task) => ({ ...task, day })),
    );
    const written = tasks.findLast(
      ({ kind, about, day }) => kind === 'draft' && about === 'transition' && day < addDays(TODAY, 27),
    )!;
    const said = tasks.find(({ kind, about }) => kind === 'rehearse' && about === 'transition')!;
    expect(daysBetween(written.day, said.day)).toBeGreaterThanOrEqual(2);
    expect(tasks.find(({ kind }) => kind === 'draft')?.about).toBe('transition');
  });
  test('rebuilt with days lost, it loses time and not the transition story, and says what no longer fits', () => {
    const off = Array.from({ length: 20 }, (_, index) => addDays(TODAY, index + 1));
    const plan = buildPlan(wishes({ off }), standing());
    expect(minutesOn(plan, 'draft', 'transition')).toBeGreaterThan(0);
    expect(plan.left.join(' ')).toMatch(/no time left to write/);
  });
  test('with an interview today there is only the interview, and after it nothing', () => {
    expect(
      buildPlan(wishes({ interview: TODAY }), standing()).days.flatMap(({ tasks }) => tasks.map(({ kind }) => kind)),
    ).toEqual(['interview']);
    expect(buildPlan(wishes({ interview: '2026-11-01' }), standing()).days).toEqual([]);
  });
});

describe('the one next thing', () => {
  const next = (own: PlanWishes, part: Partial<Standing>, answers: number, dated = true) => {
    const here = standing(part);
    return nextOf(buildPlan(own, here), own, { today: here.today, answers, dated });
  };
  test('on day one is the first answer, then the date, then the first task', () => {
    expect(next(wishes({ interview: '' }), {}, 0, false).kind).toBe('first-answer');
    expect(next(wishes({ interview: '' }), {}, 1, false).kind).toBe('date');
    expect(next(wishes(), {}, 1)).toMatchObject({ kind: 'task', nth: 1 });
  });
  test('is the resume, where nothing was brought in and nothing is written', () =>
    expect(next(wishes(), { evidenceIn: false }, 1)).toMatchObject({ kind: 'task', task: { kind: 'evidence' } }));
  test('goes to the next task when one is done, and to rest when all are', () => {
    const plan = buildPlan(wishes(), standing());
    const [first] = plan.days[0]!.tasks;
    expect(first).toMatchObject({ kind: 'draft', about: 'transition' });
    const done = [{ day: TODAY, kind: 'draft' as const, item: 'transition', signals: [] }];
    const after = next(wishes(), { done }, 1);
    expect(after.kind === 'rest' || (after.kind === 'task' && after.nth > 1)).toBe(true);
  });
  test('on the eve is to say the story once, then the page; on the day the page; after it the next date', () => {
    const eve = wishes({ interview: addDays(TODAY, 1) });
    expect(next(eve, {}, 9)).toMatchObject({ kind: 'task', task: { kind: 'rehearse', about: 'transition' } });
    const said = [{ day: TODAY, kind: 'rehearsal' as const, item: 'transition', signals: [] }];
    expect(next(eve, { done: said }, 9)).toMatchObject({ kind: 'task', task: { kind: 'brief' } });
    expect(next(wishes({ interview: TODAY }), {}, 9)).toMatchObject({ kind: 'task', task: { kind: 'interview' } });
    expect(next(wishes({ interview: '2026-11-20' }), {}, 9).kind).toBe('after');
  });
  test('is something on every day of any plan', () => {
    fc.assert(
      fc.property(anyWishes, fc.nat(60), (part, days) => {
        const here = addDays(TODAY, days);
        const result = next(wishes(part), { today: here, slots: readinessOf([], [], here) }, 3);
        expect(['task', 'rest', 'after']).toContain(result.kind);
      }),
    );
  });
});

describe('the calendar file', () => {
  const plan = buildPlan(wishes(), standing());
  const file = calendarOf(plan, wishes({ startsAt: '23:30' }), '2026-11-26T10:00:00.000Z').replace(/\r\n /g, '');
  const lines = file.split('\r\n');
  test('has an event with an alarm for each day that has something to do', () => {
    const days = plan.days.filter(({ tasks }) => tasks.length > 0).length;
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(days);
    expect(lines.filter((line) => line === 'BEGIN:VALARM')).toHaveLength(days);
    expect(lines.filter((line) => line === 'TRIGGER;RELATED=START:-PT15M')).toHaveLength(days - 1);
    // On the day itself at seven in the morning.
    expect(lines).toContain('TRIGGER;RELATED=START:PT7H');
  });
  test('is in the local time of whoever reads it, and no session runs into the next day', () => {
    expect(lines).toContain('DTSTART:20261126T233000');
    expect(lines).toContain('DTEND:20261126T235900');
    expect(lines).toContain('DTSTART;VALUE=DATE:20261224');
  });
  test('keeps the same ids when it is made again, and says nothing where others can read it', () => {
    const again = calendarOf(plan, wishes({ discreet: true }), '2026-11-27T10:00:00.000Z');
    const ids = (text: string) => [...text.matchAll(/^UID:(.*)\r$/gm)].map(([, id]) => id);
    expect(ids(again)).toEqual(ids(file.replace(/\n/g, '\n')));
    const sequence = (text: string) => Number(/^SEQUENCE:(\d+)/m.exec(text)?.[1]);
    expect(sequence(again)).toBeGreaterThan(sequence(file));
    expect(again).not.toMatch(/transition|interview|Legible plan|drill/i);
  });
});

test('the page for the morning holds the candidate’s own words and no others', () => {
  const text =
    'For six years I kept being handed the same job. I own the planner, 1,200 buses. I raised the threshold for a reroute.';
  const kept: Kept = { id: 'a', title: 'Mine', item: withText(emptyItem('transition'), 'short', text) };
  const page = briefOf(readinessOf([kept], [], TODAY));
  expect(page.map(({ slot }) => slot)).toEqual(['transition']);
  expect(text).toContain(page[0]!.opening);
  for (const { words } of page[0]!.points) expect(text).toContain(words.replace(/ …$/, ''));
});

test.each([
  [{ interview: 'soon' }, /plan\.interview/],
  [{ hoursPerWeek: 0 }, /plan\.hoursPerWeek/],
  [{ weekdays: [] }, /at least one day/],
  [{ startsAt: '7pm' }, /19:00/],
  [{ off: ['x'] }, /plan\.off\[0\]/],
])('wishes %j are refused with the field', (part, message) => {
  expect(() => parseWishes({ ...WISHES, ...part })).toThrow(message);
});

describe('drills that are due', () => {
  const due = (count: number) => Array.from({ length: count }, (_, i) => ({ kind: `k${i}`, title: `Kind ${i}` }));
  const drillsOf = (part: Partial<Standing>) =>
    buildPlan(wishes({ hoursPerWeek: 14 }), standing(part)).days.map(({ tasks }) =>
      tasks.filter(({ kind }) => kind === 'lab-drills'),
    );

  test('are offered today alone, two minutes each, five at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14 }), (count) => {
        const [today, ...later] = drillsOf({ drillsDue: due(count) });
        expect(today?.map(({ minutes }) => minutes)).toEqual(count === 0 ? [] : [2 * Math.min(5, count)]);
        expect(later.flat()).toEqual([]);
      }),
    );
  });
  test('say which they are, and how many wait', () => {
    expect(drillsOf({ drillsDue: due(1) })[0]?.[0]).toMatchObject({ title: 'Drill: kind 0', about: 'k0' });
    expect(drillsOf({ drillsDue: due(3) })[0]?.[0]).toMatchObject({
      title: 'Do the 3 drills that are due',
      why: 'Two minutes each: kind 0, kind 1 and kind 2.',
      about: '',
    });
    expect(drillsOf({ drillsDue: due(9) })[0]?.[0]?.title).toBe('Do 5 of the 9 drills that are due');
  });
  test('are done when as many of them were tried as were asked for, and no other drill counts', () => {
    const after = (kinds: readonly string[]) =>
      drillsOf({
        drillsDue: due(9),
        done: kinds.map((item) => ({ day: TODAY, kind: 'lab-drill' as const, item, signals: [] })),
      })[0]?.[0]?.done;
    expect(after(['k0', 'k1', 'k2', 'k3'])).toBe(false);
    expect(after(['k0', 'k0', 'k0', 'k0', 'k0'])).toBe(false);
    expect(after(['x0', 'x1', 'x2', 'x3', 'x4'])).toBe(false);
    expect(after(['k4', 'k5', 'k6', 'k7', 'k8'])).toBe(true);
  });
});
