import type { RunResult } from '@legible/lab';
import { placeOf, placeWords } from '@legible/lab/tournament/index';
import { STANDINGS } from '@legible/lab/tournament/standings.generated';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { titled } from '../charts/scale.ts';
import { SharesPlot } from './shares-plot.tsx';

/** Where a run stands among the plans of the tournament, or why that cannot be said. */
export function PlaceView({ result }: { readonly result: RunResult }) {
  const placed = useMemo(() => {
    const place = placeOf(result, STANDINGS);
    const standings = STANDINGS.find(({ world }) => world === result.file.world);
    if ('unplaced' in place || standings === undefined) return place;
    const rows = [
      { name: 'Drawn at random', shares: standings.drawn.shares, says: `you are ahead of ${place.ofDrawn} in 100` },
      ...place.against
        .toSorted((a, b) => b.ofSeeds - a.ofSeeds)
        .map(({ name, ofSeeds }) => ({
          name: titled(name),
          shares: standings.contestants.find((one) => one.name === name)?.shares ?? [],
          says: `ahead on ${ofSeeds} of 100 seeds`,
          here: place.onThisSeed.find((one) => one.name === name)?.share,
        })),
    ];
    return { place, rows, words: placeWords(place), seeds: standings.seeds };
  }, [result]);
  return (
    <>
      <h4>Where you stand</h4>
      {'unplaced' in placed ? (
        <p className="lab-prose">No percentile. {placed.unplaced}</p>
      ) : 'words' in placed ? (
        <>
          <p className="lab-prose">{placed.words.join(' ')}</p>
          <div className="lab-compare">
            <SharesPlot rows={placed.rows} you={placed.place.share} label={placed.words.join(' ')} />
          </div>
          <p className="tiny soft lab-prose">
            Each row is one plan over {placed.seeds} seeds, the first a fresh random plan on each: the thick part holds
            the middle half, the thin one eight in ten, the dot is the median. A ring is what that plan reached on your
            own seed. Dollars would rank the luck of the seed; shares do not.{' '}
            <Link to="/lab/standings">All worlds</Link>
          </p>
        </>
      ) : null}
    </>
  );
}
