import { bank } from '@legible/corpus';
import { judgeReader, openLoop, replayLoop, type LoopEvent, type Packet } from '@legible/loop';
import { describe, expect, it } from 'vitest';
import { CANDIDATES, sit } from './candidates.ts';

const host = { reader: judgeReader(), bank };
const sat = CANDIDATES.map((candidate) => sit(candidate, 'series-ab', 11, host));
const packetOf = (one: (typeof sat)[number]): Packet => one.loop.packet!;
const strong = sat.filter(({ candidate }) => candidate.worth >= 3.8);
const empty = sat.filter(({ candidate }) => candidate.worth <= 1.5);

/** Spearman's rank correlation: Pearson's of the ranks, ties at their mean rank. */
function spearman(a: readonly number[], b: readonly number[]): number {
  const ranks = (values: readonly number[]) =>
    values.map(
      (value) =>
        values.filter((other) => other < value).length + (values.filter((other) => other === value).length + 1) / 2,
    );
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (a.length + 1) / 2;
  const cov = x.reduce((sum, rank, i) => sum + (rank - mean) * ((y[i] ?? 0) - mean), 0);
  const spread = (values: readonly number[]) => Math.sqrt(values.reduce((sum, rank) => sum + (rank - mean) ** 2, 0));
  return cov / (spread(x) * spread(y));
}

/** Every sentence a packet says, field by field; titles and enumerations are headings. */
function sentencesIn(packet: Packet): readonly string[] {
  const texts = [
    ...packet.votes.flatMap(({ note }) => note),
    ...packet.debrief.map(({ text }) => text),
    ...packet.next.map(({ sentence }) => sentence),
    packet.level.why,
    packet.deciding?.sentence ?? '',
    packet.deciding?.missing ?? '',
    packet.fatal?.sentence ?? '',
  ];
  return texts.flatMap((text) => text.split(/(?<=[.!?])\s+/)).filter((sentence) => sentence !== '');
}

describe(`${CANDIDATES.length} scripted candidates, from strong but terse to fluent and empty`, () => {
  it('are ranked by their packets as they were designed', () => {
    const rho = spearman(
      sat.map(({ candidate }) => candidate.worth),
      sat.map((one) => packetOf(one).score),
    );
    expect(rho).toBeGreaterThanOrEqual(0.9);
  });

  it('no strong one is turned away for style, no empty one is hired', () => {
    for (const one of strong) expect(['hire', 'lean-yes'], one.candidate.name).toContain(packetOf(one).decision);
    for (const one of empty) expect(packetOf(one).decision, one.candidate.name).toBe('no-hire');
  });

  it('the empty ones are interrupted at least three times as often as the strong ones', () => {
    const mean = (some: typeof sat) => some.reduce((sum, one) => sum + packetOf(one).interruptions, 0) / some.length;
    expect(mean(empty)).toBeGreaterThanOrEqual(1);
    expect(mean(empty)).toBeGreaterThanOrEqual(3 * mean(strong));
  });

  it('the packets of candidates who share no words share no sentence', () => {
    let pairs = 0;
    for (const [i, a] of sat.entries())
      for (const b of sat.slice(i + 1)) {
        if (a.candidate.characters.some((character) => b.candidate.characters.includes(character))) continue;
        const others = new Set(sentencesIn(packetOf(b)));
        const shared = sentencesIn(packetOf(a)).filter((sentence) => others.has(sentence));
        expect(shared, `${a.candidate.name} and ${b.candidate.name}`).toEqual([]);
        pairs++;
      }
    expect(pairs).toBeGreaterThan(30);
  });

  it('every vote quotes words that were said in its own round, and the deciding sentence was said or is shown to be missing', () => {
    for (const { loop, candidate } of sat) {
      const packet = loop.packet!;
      for (const { round, strongest, weakest } of packet.votes)
        for (const exhibit of [strongest, weakest])
          if (exhibit !== null) {
            expect(exhibit.round, candidate.name).toBe(round);
            const text = loop.turns[exhibit.turn]!.readings[exhibit.reading]!.text.replace(/\s+/g, ' ');
            expect(text, candidate.name).toContain(exhibit.words.replace(/ …$/, ''));
          }
      expect(packet.deciding, candidate.name).not.toBeNull();
      expect(packet.deciding!.before).toBeCloseTo(packet.score, 9);
      expect(packet.deciding!.after).not.toBe(packet.deciding!.before);
    }
  });

  it('replays from its events with another reader to the same packet', () => {
    const { events, loop } = sat[4]!;
    const opened = openLoop({ preset: 'series-ab', seed: 11, bank });
    const again = replayLoop(opened, JSON.parse(JSON.stringify(events)) as LoopEvent[], {
      reader: judgeReader(),
      bank,
    });
    expect(again.state.packet).toEqual(loop.packet);
  });

  it('checks the arithmetic of those who count, and of those who do not', () => {
    const sums = sat.flatMap(({ loop, candidate }) =>
      loop.sums.map(({ right }) => ({ right, counts: candidate.counts })),
    );
    expect(sums.filter(({ counts }) => counts).every(({ right }) => right)).toBe(true);
    expect(sums.some(({ counts, right }) => !counts && !right)).toBe(true);
  });
});
