import type { Opened } from '@legible/offers/negotiation/index';
import { useCallback } from 'react';
import { Plot } from '../../paper/plot.tsx';

interface Mark {
  readonly you: number;
  readonly they: number;
  readonly label: string;
}

/** What was there to be had: gains of both sides over having no deal, with the packages that matter. */
export function FrontierPlot({ opened, name }: { readonly opened: Opened; readonly name: string }) {
  const gain = ({ mine, theirs }: { mine: number; theirs: number }) => ({
    you: mine - opened.mineFloor,
    they: theirs - opened.theirFloor,
  });
  const marks: Mark[] = [
    { ...gain(opened.opening), label: 'first offer' },
    { ...gain(opened.last), label: opened.agreed ? 'agreed' : 'last on the table' },
    ...(opened.nash ? [{ ...gain(opened.nash), label: 'Nash point' }] : []),
  ];
  const key = JSON.stringify({ line: opened.frontier.map(gain), marks, name });
  const words = marks
    .map(({ label, you, they }) => `${label}: ${you.toFixed(1)} to you, ${they.toFixed(1)} to them`)
    .join('; ');
  return <Drawn drawing={key} label={`The efficient frontier. ${words}`} />;
}

/** The drawing as text, so that it is drawn again only when it is another. */
function Drawn({ drawing, label }: { readonly drawing: string; readonly label: string }) {
  const options = useCallback(
    (plot: typeof import('@observablehq/plot')) => {
      const data = JSON.parse(drawing) as { line: Mark[]; marks: Mark[]; name: string };
      return {
        height: 300,
        marginLeft: 44,
        marginBottom: 40,
        marginRight: 24,
        x: { label: 'points to you over no deal', nice: true },
        y: { label: `points to ${data.name} over no deal`, nice: true },
        marks: [
          plot.ruleX([0], { stroke: 'var(--rule)' }),
          plot.ruleY([0], { stroke: 'var(--rule)' }),
          plot.line(data.line, { x: 'you', y: 'they', stroke: 'var(--ink)', strokeWidth: 1.5 }),
          plot.dot(data.marks, { x: 'you', y: 'they', fill: 'var(--ink)', r: 4 }),
          plot.text(data.marks, {
            x: 'you',
            y: 'they',
            text: 'label',
            dy: 14,
            fontSize: 12,
            fill: 'var(--ink)',
            stroke: 'var(--paper)',
            strokeWidth: 4,
          }),
        ],
      };
    },
    [drawing],
  );
  return <Plot options={options} label={label} />;
}
