import type { LoopSummary } from '@legible/app/contract/index';
import { expect, test } from 'vitest';
import { loopToGoOn } from '../src/sections/loop/next.ts';

const loop = (over: Partial<LoopSummary>): LoopSummary => ({
  id: 'a-loop-of-mine',
  status: 'running',
  startedAt: '2026-11-25T10:00:00.000Z',
  finishedAt: null,
  preset: 'series-ab',
  pace: 'days',
  rounds: [
    { kind: 'recruiter-screen', style: 'friendly' },
    { kind: 'panel', style: 'skeptic' },
  ],
  roundsOpened: 0,
  packet: null,
  ...over,
});

test('nothing to go on with where no loop is running', () => {
  expect(loopToGoOn([])).toBeNull();
  expect(loopToGoOn([loop({ status: 'finished' })])).toBeNull();
});

test('the newest running loop, with the round it stands at', () => {
  const old = loop({ id: 'an-older-loop' });
  expect(loopToGoOn([loop({ status: 'finished' }), loop({ roundsOpened: 2 }), old])).toMatchObject({
    path: '/loop/a-loop-of-mine',
    title: 'Panel, 2 of 2',
    label: 'Series A or B',
  });
  expect(loopToGoOn([loop({})])).toMatchObject({ title: 'Recruiter screen, 1 of 2' });
  expect(loopToGoOn([loop({ rounds: [{ kind: 'defend-run', style: 'silent' }] })])?.title).toBe('Defence of your run');
});
