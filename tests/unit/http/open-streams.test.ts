import { describe, expect, it } from 'vitest';
import { createOpenStreams } from '../../../src/http/open-streams.js';

const key = (actor: string) => ({ actor, kind: 'key' as const });

describe('open streams', () => {
  it('leave room for others, however many one caller opens', () => {
    const streams = createOpenStreams(8);
    const closers = [streams.open(key('greedy')), streams.open(key('greedy'))];
    expect(() => streams.open(key('greedy'))).toThrow('At most 2 streams of one caller');
    streams.open(key('other'));
    closers[0]?.();
    closers[0]?.();
    streams.open(key('greedy'));
    expect(() => streams.open(key('greedy'))).toThrow('At most 2');
  });

  it('are bounded altogether', () => {
    const streams = createOpenStreams(2);
    const close = streams.open(key('a'));
    streams.open(key('b'));
    expect(() => streams.open(key('c'))).toThrow('At most 2 streams are open');
    close();
    streams.open(key('c'));
  });

  it('are not counted for each where nobody says who calls', () => {
    const streams = createOpenStreams(4);
    for (let at = 0; at < 4; at += 1) streams.open({ actor: 'agent', kind: 'anonymous' });
    expect(() => streams.open({ actor: 'agent', kind: 'anonymous' })).toThrow('At most 4');
  });
});
