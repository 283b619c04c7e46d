import { expect, test } from 'vitest';
import { legible } from './kit.ts';

const talk = [
  'Which parts would I own?',
  'I would own evaluation and serving, in writing.',
  '20 more',
  'I accept the offer.',
].join('\n');

test('a piped conversation shows how each line was read, refuses what is unclear, and opens both sheets', async () => {
  const { status, stdout } = await legible(['negotiate', '--counterpart', 'recruiter', '--seed', '3'], { input: talk });
  expect(status).toBe(0);
  expect(stdout).toContain('[read: You ask to own evaluation, serving in writing]');
  expect(stdout).toContain('[not counted: “20 more”');
  expect(stdout).toContain('You have a deal.');
  expect(stdout).toContain('Distance to the efficient frontier');
});

test('--json is the result as data and the same for the same seed; --list names at least eight', async () => {
  const args = ['negotiate', '--counterpart', 'founder', '--seed', '5', '--json'];
  const [first, second, list] = await Promise.all([
    legible(args, { input: talk }),
    legible(args, { input: talk }),
    legible(['negotiate', '--list', '--json']),
  ]);
  expect(first.stdout).toBe(second.stdout);
  expect(JSON.parse(first.stdout)).toMatchObject({ counterpart: 'founder', seed: 5 });
  expect((JSON.parse(list.stdout) as unknown[]).length).toBeGreaterThanOrEqual(8);
});

test('a counterpart is called by id or by name', async () => {
  const [byId, byName] = await Promise.all(
    ['founder', 'Ines Carvalho'].map((name) =>
      legible(['negotiate', '--counterpart', name, '--seed', '5', '--json'], { input: talk }),
    ),
  );
  expect(byName!.status).toBe(0);
  expect(byName!.stdout).toBe(byId!.stdout);
});

test('a counterpart there is not is refused with the names there are', async () => {
  const { status, stderr } = await legible(['negotiate', '--counterpart', 'nobody']);
  expect(status).not.toBe(0);
  expect(stderr).toContain('recruiter');
});
