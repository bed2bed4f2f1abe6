import { expect, it } from 'vitest';
import { createProgress } from '../../../scripts/lib/progress.mjs';
import { warningIn } from '../../../scripts/lib/log-watch.mjs';

it('says of every step what, where and how long', () => {
  const lines: string[] = [];
  let time = 0;
  const progress = createProgress({ write: (text) => lines.push(text) }, { now: () => time });
  const step = progress.step('Redis');
  time = 1230;
  step.update('installing');
  step.done('127.0.0.1:6379');
  time = 190_000;
  progress.step('Temporal');
  step.fail('gone');
  expect(lines.map((line) => line.replaceAll(/ +/g, ' ').trim())).toEqual([
    '… Redis installing',
    '✓ Redis 127.0.0.1:6379 1.2 s',
    '✗ Redis gone 3 min 10 s',
  ]);
});

it("shows warnings and errors of a program's JSON log, with the error's own words", () => {
  expect(warningIn('{"level":"warn","msg":"Redis is away","err":{"message":"ECONNREFUSED"}}')).toBe(
    'warning: Redis is away (ECONNREFUSED)',
  );
  expect(warningIn('{"level":"error","msg":"Broken"}')).toBe('error: Broken');
  expect(warningIn('{"level":"warn","msg":"Keep the file","path":"/keys/a.key"}')).toBe(
    'warning: Keep the file (/keys/a.key)',
  );
});

it('shows what an alert says, and what to do', () => {
  const alert = { kind: 'task_failed', message: 'It cannot be synced', advice: 'Shorten it.' };
  expect(warningIn(JSON.stringify({ level: 'error', alert, msg: 'Alert' }))).toBe(
    'error: It cannot be synced -> Shorten it.',
  );
});

it.each(['{"level":"info","msg":"Ready"}', 'plain text', '{"cut off', ''])(
  'shows nothing for %s',
  (line) => expect(warningIn(line)).toBeNull(),
);
