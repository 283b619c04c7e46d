import type { DrillPicture } from '@legible/lab/drills/index';
import type { Markish } from '@observablehq/plot';
import { useMemo, type ComponentProps } from 'react';
import { Plot } from '../../paper/plot.tsx';

type Options = ComponentProps<typeof Plot>['options'];

const brief = (x: number): string =>
  Math.abs(x) >= 1000 ? Math.round(x).toLocaleString('en-US') : String(Number(x.toPrecision(3)));

/** One small picture of a drill, with what it shows in words for those who do not see it. */
export function Picture({ picture }: { readonly picture: DrillPicture }) {
  const options = useMemo(() => (named(picture) ? rows(picture) : curve(picture)), [picture]);
  return (
    <figure className="drill-picture" data-square={picture.diagonal}>
      <figcaption>{picture.title}</figcaption>
      <Plot options={options} label={spoken(picture)} />
    </figure>
  );
}

const named = ({ points }: DrillPicture): boolean => typeof points[0]?.x === 'string';

function spoken({ title, x, y, points, line }: DrillPicture): string {
  const shown = points.map((point) => {
    const place = typeof point.x === 'number' ? brief(point.x) : point.x;
    const range =
      point.low === undefined || point.high === undefined ? '' : ` (${brief(point.low)} to ${brief(point.high)})`;
    return `${place}: ${brief(point.y)}${range}`;
  });
  return `${title}. ${[y, x].filter(Boolean).join(' by ')}: ${shown.join('; ')}.${line === undefined ? '' : ` Dashed line at ${brief(line)}.`}`;
}

/** Names down the side, values as bars or dots, each with its figure. */
function rows({ mark, points, line, span, y: title }: DrillPicture): Options {
  return (plot) => {
    const most = span?.[1] ?? Math.max(...points.map(({ y, high }) => high ?? y), line ?? 0);
    const letters = Math.max(...points.map(({ x }) => String(x).length));
    const marks: Markish[] = [
      mark === 'bar'
        ? plot.barX(points, { y: 'x', x: 'y', fill: 'currentColor', fillOpacity: 0.55, insetTop: 3, insetBottom: 3 })
        : plot.dot(points, { y: 'x', x: 'y', fill: 'currentColor', r: 4 }),
    ];
    if (mark === 'dot') marks.push(plot.ruleY(points, { y: 'x', x1: 'low', x2: 'high', stroke: 'currentColor' }));
    else marks.push(plot.text(points, { y: 'x', x: 'y', text: ({ y }) => brief(y), dx: 4, textAnchor: 'start' }));
    if (line !== undefined) marks.push(plot.ruleX([line], { stroke: 'currentColor', strokeDasharray: '3 3' }));
    return {
      height: 54 + 24 * points.length,
      marginLeft: 16 + 7 * letters,
      marginRight: 44,
      marginTop: 6,
      marginBottom: 42,
      x: { domain: [0, most * 1.02 || 1], label: title || null, labelOffset: 38, ticks: 4 },
      y: { domain: points.map(({ x }) => x), label: null, tickSize: 0 },
      marks,
    };
  };
}

/** Numbers against numbers: a line, or dots with their intervals. */
function curve({ mark, points, line, span, diagonal, x, y: label }: DrillPicture): Options {
  return (plot) => {
    const marks: Markish[] = [];
    if (diagonal)
      marks.push(
        plot.line(
          [
            [0, 0],
            [1, 1],
          ],
          { stroke: 'currentColor', strokeDasharray: '3 3' },
        ),
      );
    if (line !== undefined) marks.push(plot.ruleY([line], { stroke: 'currentColor', strokeDasharray: '3 3' }));
    if (mark === 'line') marks.push(plot.line(points, { x: 'x', y: 'y', stroke: 'currentColor', strokeWidth: 1.75 }));
    else marks.push(plot.dot(points, { x: 'x', y: 'y', fill: 'currentColor', r: 3.5 }));
    if (points.some(({ low }) => low !== undefined))
      marks.push(plot.ruleX(points, { x: 'x', y1: 'low', y2: 'high', stroke: 'currentColor' }));
    return {
      height: diagonal ? 260 : 150,
      marginLeft: 44,
      marginRight: 10,
      marginTop: 26,
      marginBottom: 34,
      x: { label: x || null, ticks: 5, ...(diagonal ? { domain: [0, 1] } : {}) },
      y: {
        label: label || null,
        ticks: 4,
        ...(diagonal ? { domain: [0, 1] } : span ? { domain: span } : { nice: true }),
      },
      marks,
    };
  };
}
