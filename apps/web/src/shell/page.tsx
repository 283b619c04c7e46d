import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** One or two sentences under the title. */
  readonly intro?: ReactNode;
  /** Shown above the title, small. */
  readonly kicker?: ReactNode;
  /** False for a page that lays out its own heading. */
  readonly heading?: boolean;
  readonly children: ReactNode;
}

/** The frame of every page: the document's title, the one h1, and the focus after a change of page. */
export function Page({ title, intro, kicker, heading = true, children }: Props) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = title === 'Legible' ? title : `${title} · Legible`;
  }, [title]);
  useEffect(() => {
    // A reader of the screen hears the new page; an element that asked for the focus itself keeps it.
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main className="page" id="page" tabIndex={-1} ref={main}>
      {heading && (
        <header>
          {kicker && <div className="label">{kicker}</div>}
          <h1>{title}</h1>
          {intro && <p>{intro}</p>}
        </header>
      )}
      {children}
    </main>
  );
}
