import { DRILL_KINDS, levelAfter, nextDrill, type DrillLevel, type Tried } from '@legible/lab/drills/index';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Trouble } from '../../shell/fallbacks.tsx';
import { plural } from '../../paper/names.ts';
import { dayOfInstant, endOfDay, forgetRecords, todayHere } from '../../server/prep.ts';
import { drillKindOf, drillsDueOf } from '../../server/reviews.ts';
import { Page } from '../../shell/page.tsx';
import { usePathParam } from '../../shell/path-param.ts';
import { dayName } from '../plan/day-name.ts';
import { DrillSheet } from './drill-sheet.tsx';
import type { Wanted } from './drill.worker.ts';
import { useTried } from './tried.ts';
import './drills.css';

const isMixed = (about: string): boolean => about === 'wrong' || about === 'due';
const KINDS = DRILL_KINDS.map(({ id }) => id);
const seedNow = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

/** Drills of one kind, one after another; under "wrong", of whatever kind goes wrong most, under "due" of those that are due again. */
export function DrillPage() {
  const about = usePathParam('kind');
  const { data: tried, error } = useTried();
  if (!isMixed(about) && !KINDS.includes(about)) {
    return (
      <Page title="No such drill">
        <p>
          There is no drill of this name. <Link to="/drills">See what there is</Link>.
        </p>
      </Page>
    );
  }
  if (error) {
    return (
      <Page title="Drill">
        <Trouble error={error} />
      </Page>
    );
  }
  return tried === undefined ? <Page title="Drill">{null}</Page> : <Run key={about} about={about} before={tried} />;
}

function Run({ about, before }: { readonly about: string; readonly before: readonly Tried[] }) {
  const queries = useQueryClient();
  // Kept here too, so that the next drill knows of this one even where the server could not be told.
  const [tried, setTried] = useState(before);
  const [fixedLevel, setFixedLevel] = useState<DrillLevel | null>(null);
  const [wanted, setWanted] = useState(() => choose(about, before, null));
  return (
    <DrillSheet
      key={`${wanted.kind} ${wanted.level} ${wanted.seed}`}
      wanted={wanted}
      onLevel={(level) => {
        setFixedLevel(level);
        setWanted({ ...choose(about, tried, level), kind: wanted.kind });
      }}
      back={backOf(wanted.kind, tried)}
      onTried={(one) => setTried((earlier) => [...earlier, one])}
      onKept={() => void forgetRecords(queries)}
      onNext={() => setWanted(choose(about, tried, fixedLevel))}
    />
  );
}

/** Kinds that are due by the end of today. */
function dueToday(tried: readonly Tried[]): readonly string[] {
  const due = drillsDueOf(tried, endOfDay(todayHere())).filter(({ overdue }) => overdue);
  return due.flatMap((one) => drillKindOf(one) ?? []).filter((kind) => KINDS.includes(kind));
}

/** Where nothing is due any more, whatever goes wrong most comes next. */
function kindsOf(about: string, tried: readonly Tried[]): readonly string[] {
  const due = about === 'due' ? dueToday(tried) : [];
  return due.length > 0 ? due : KINDS;
}

/** When the kind just tried comes back, and what else is due. */
function backOf(kind: string, tried: readonly Tried[]): string {
  const own = tried.filter((one) => one.kind === kind).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const [back] = drillsDueOf(own, endOfDay(todayHere()));
  if (back === undefined) return '';
  const left = dueToday(tried).length;
  const others = left === 0 ? 'Nothing else is due today.' : `${plural(left, 'other')} due today.`;
  return `This kind comes back on ${dayName(dayOfInstant(back.due))}, at level ${levelAfter(own)}. ${others}`;
}

function choose(about: string, tried: readonly Tried[], level: DrillLevel | null): Wanted {
  const own = tried.filter(({ kind }) => kind === about).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const next = isMixed(about) ? nextDrill(kindsOf(about, tried), tried) : { kind: about, level: levelAfter(own) };
  return { kind: next.kind, level: level ?? next.level, seed: seedNow() };
}
