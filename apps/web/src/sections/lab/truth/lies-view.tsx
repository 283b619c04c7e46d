import type { Lie, RunResult, World } from '@legible/lab';
import type { PlotOptions } from '@observablehq/plot';
import { useCallback } from 'react';
import { Plot } from '../../../paper/plot.tsx';
import { spaced, titled } from '../charts/scale.ts';

const dayWords = (day: number | null): string => (day === null ? 'never' : day < 0 ? 'before launch' : `day ${day}`);

const featureTitle = (name: string, world: World): string =>
  world.features.find((card) => card.name === name)?.title ?? spaced(name);

/** The stage and, where there is one, what in it lied, in words. */
export function lieTitle({ stage, subject }: Lie, world: World): string {
  if (subject === null) return titled(stage);
  const [kind = '', feature] = subject.split(': ');
  const incident = world.incidents.find((card) => card.kind === kind)?.title;
  const what = incident ?? featureTitle(kind, world);
  return `${titled(stage)}: ${what}${feature ? `, in “${featureTitle(feature, world)}”` : ''}`;
}

/** One lie on the line of days: when it began, when it could have been seen, when it was. */
function Track({ lie, last }: { readonly lie: Lie; readonly last: number }) {
  const { day, couldBeSeenOn, alarmedOn } = lie;
  const options = useCallback(
    (plot: typeof import('@observablehq/plot')): PlotOptions => {
      const marks = [
        { at: Math.max(-1, day), says: 'began', r: 3.5, row: 0, full: true },
        { at: couldBeSeenOn, says: 'could be seen', r: 3.5, row: 1, full: false },
        ...(alarmedOn === null ? [] : [{ at: alarmedOn, says: 'was seen', r: 3.5, row: 2, full: true }]),
      ];
      type Mark = (typeof marks)[number];
      const late = (mark: Mark): boolean => mark.at > last * 0.6;
      return {
        height: 66,
        marginTop: 2,
        marginBottom: 2,
        marginLeft: 8,
        marginRight: 8,
        x: { domain: [-3, last], axis: null },
        y: { domain: [-0.5, 2.5], reverse: true, axis: null },
        marks: [
          plot.ruleY([0, 1, 2], { stroke: 'var(--rule)' }),
          plot.dot(marks, {
            x: 'at',
            y: 'row',
            r: 3.5,
            fill: ({ full }: Mark) => (full ? 'var(--ink)' : 'var(--paper)'),
            stroke: 'var(--ink)',
            strokeWidth: 1.5,
          }),
          ...[true, false].map((side) =>
            plot.text(
              marks.filter((mark) => late(mark) === side),
              {
                x: 'at',
                y: 'row',
                text: ({ says, at }: Mark) => `${says} ${dayWords(at)}`,
                textAnchor: side ? 'end' : 'start',
                dx: side ? -9 : 9,
                fill: 'var(--ink-soft)',
                stroke: 'var(--paper)',
                strokeWidth: 5,
              },
            ),
          ),
        ],
      };
    },
    [day, couldBeSeenOn, alarmedOn, last],
  );
  return (
    <Plot
      options={options}
      label={`Began ${dayWords(day)}, could be seen ${dayWords(couldBeSeenOn)}, was seen ${dayWords(alarmedOn)}.`}
    />
  );
}

/** What said something untrue, in the order of the pipeline. */
export function LiesView({ result, world }: { readonly result: RunResult; readonly world: World }) {
  const { lies, days } = result;
  if (lies.length === 0) return <p>Nothing did, beyond its tolerance.</p>;
  return (
    <ol className="lab-lies">
      {lies.map((lie, i) => (
        <li key={`${lie.stage} ${lie.subject} ${lie.day}`} className="lab-lie">
          <h4>
            {i === 0 && <span className="lab-first">Lied first</span>} {lieTitle(lie, world)}
          </h4>
          <p>{lie.says}</p>
          <Track lie={lie} last={days.length - 1} />
          <p className="small soft">
            What would have shown it: {lie.how}
            {/[.!?]$/.test(lie.how) ? '' : '.'}{' '}
            {lie.alarmedOn === null ? 'Nothing of yours raised it.' : `Yours raised it on day ${lie.alarmedOn}.`}
          </p>
        </li>
      ))}
    </ol>
  );
}
