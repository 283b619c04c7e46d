import { useEffect, useRef } from 'react';
import type { PlotOptions } from '@observablehq/plot';
import './plot.css';

interface Props {
  readonly options: (plot: typeof import('@observablehq/plot'), width: number) => PlotOptions;
  /** What the plot shows, for those who do not see it. */
  readonly label: string;
}

const waiting: (() => void)[] = [];
let turning = false;

/** One figure a task, so that a page with many of them still answers while they are drawn. */
function inTurn(draw: () => void): void {
  waiting.push(draw);
  if (!turning) {
    turning = true;
    setTimeout(nextTurn);
  }
}

function nextTurn(): void {
  const draw = waiting.shift();
  turning = waiting.length > 0;
  if (turning) setTimeout(nextTurn);
  draw?.();
}

/**
 * An Observable Plot, loaded when first needed and drawn again when its width changes.
 * Plot adds a style element, which the CSP refuses: it is taken out before the figure enters the page, and plot.css
 * has its rules.
 */
export function Plot({ options, label }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = box.current;
    if (!node) return;
    let live = true;
    let drawn = 0;
    const draw = async () => {
      const plot = await import('@observablehq/plot');
      inTurn(() => place(plot));
    };
    const place = (plot: typeof import('@observablehq/plot')) => {
      const width = Math.floor(node.clientWidth);
      if (!live || width === 0 || width === drawn) return;
      drawn = width;
      const figure = plot.plot({ width, ...options(plot, width), className: 'plot' });
      for (const style of figure.querySelectorAll('style')) style.remove();
      figure.setAttribute('aria-hidden', 'true');
      node.replaceChildren(figure);
    };
    const observer = new ResizeObserver(() => void draw());
    observer.observe(node);
    return () => {
      live = false;
      observer.disconnect();
    };
  }, [options]);
  return <div ref={box} className="plot-box" role="img" aria-label={label} />;
}
