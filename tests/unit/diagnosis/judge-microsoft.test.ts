import { describe, expect, it } from 'vitest';
import { judgeAddress } from '../../../src/diagnosis/judge-address.js';
import { judgeClientSecret, judgeEnd } from '../../../src/diagnosis/judge-credential.js';
import { judgeAuthority, judgeGraph, judgeSignIn } from '../../../src/diagnosis/judge-microsoft.js';
import { judgePlans } from '../../../src/diagnosis/judge-plans.js';
import { GraphError, type GraphErrorCode } from '../../../src/domain/graph-error.js';
import { anAnswer, silence } from './a-probe.js';

const day = 86_400_000;
const now = Date.parse('2026-11-27T12:00:00Z');

function refusal(code: GraphErrorCode): GraphError {
  return new GraphError({
    code,
    message: 'Graph said no',
    status: 400,
    advice: 'Do this.',
    retryAfterMs: null,
    limit: null,
    requestId: null,
    applied: 'no',
  });
}

describe('what is said of Microsoft', () => {
  const document = JSON.stringify({ issuer: 'https://a/v2.0', token_endpoint: 'https://a/token' });

  it.each([
    ['the document of a tenant', anAnswer(200, { text: document }), 'ok', null],
    [
      'an unknown tenant',
      anAnswer(400, { text: '{"error":"invalid_tenant"}' }),
      'failure',
      /AZURE_TENANT_ID/,
    ],
    ['trouble', anAnswer(503), 'warning', /some minutes/],
    ['a page of a proxy', anAnswer(200, { text: '<html>' }), 'failure', /proxy/],
    ['silence', silence, 'failure', /AZURE_AUTHORITY_HOST/],
  ])('the authority that answers with %s', (_what, probe, state, fix) => {
    const judged = judgeAuthority('https://a/tenant', probe);
    expect(judged.state).toBe(state);
    if (fix !== null) expect(judged.fix).toMatch(fix);
  });

  it.each([
    ['401 of Graph', anAnswer(401, { headers: { 'request-id': 'x' } }), 'ok'],
    ['200 of Graph', anAnswer(200, { headers: { 'request-id': 'x' } }), 'ok'],
    ['503 of Graph', anAnswer(503, { headers: { 'request-id': 'x' } }), 'warning'],
    ['200 of somebody else', anAnswer(200), 'failure'],
    ['silence', silence, 'failure'],
  ])('Graph that answers with %s', (_what, probe, state) => {
    expect(judgeGraph('https://g', probe).state).toBe(state);
  });

  it('a refused sign-in has the advice that belongs to it, and a throttled one is no failure', () => {
    expect(judgeSignIn('app', null).state).toBe('ok');
    expect(judgeSignIn('app', refusal('unauthorized'))).toEqual({
      state: 'failure',
      found: 'Graph said no',
      fix: 'Do this.',
    });
    expect(judgeSignIn('app', refusal('throttled')).state).toBe('warning');
  });
});

describe('when the client secret ends', () => {
  const secret = (hint: string | null, days: number | null) => ({
    hint,
    displayName: null,
    endDateTime: days === null ? null : new Date(now + days * day).toISOString(),
  });

  it.each([
    [[secret('abc', 90)], 'ok', '2027-02-25 (90 days)'],
    [[secret('abc', 29.5)], 'warning', '29 days'],
    [[secret('abc', 1.5)], 'warning', '1 day'],
    [[secret('abc', -1)], 'failure', 'ended on 2026-11-26'],
    [[secret('abc', 100_000)], 'ok', 'no end'],
    [[secret('xyz', 10)], 'skipped', 'not known'],
    [[secret(null, 10)], 'skipped', 'not known'],
    [[secret('abc', null)], 'skipped', 'not known'],
    [[], 'skipped', 'not known'],
    [[secret('abc', 300), secret('xyz', 2)], 'ok', '300 days'],
    [[secret('abc', 300), secret('abc', 20)], 'warning', 'one of 2 that begin like it'],
    [[secret('abc', 300), secret('abc', -3)], 'ok', '300 days'],
  ] as const)('of %o is %s', (secrets, state, words) => {
    const judged = judgeClientSecret('abc', secrets, now);
    expect(judged.state).toBe(state);
    expect(judged.found).toContain(words);
  });

  it('the moment of its end counts as ended', () => {
    const fix = 'x';
    expect(judgeEnd('It', now, { now, fix }).state).toBe('failure');
    expect(judgeEnd('It', now + 1, { now, fix }).state).toBe('warning');
    expect(judgeEnd('It', now + 30 * day, { now, fix }).state).toBe('ok');
  });
});

describe('what is said of plans', () => {
  it('names each, and tells what is gone from what is forbidden and what is for now', () => {
    const judged = judgePlans([
      { planId: 'a', title: 'Launch' },
      { planId: 'b', refusal: refusal('not_found') },
      { planId: 'c', refusal: refusal('forbidden') },
      { planId: 'd', refusal: refusal('throttled') },
      { planId: 'e', refusal: refusal('unexpected') },
    ]);
    expect(judged.map(({ planId, judgement }) => [planId, judgement.state])).toEqual([
      ['a', 'ok'],
      ['b', 'failure'],
      ['c', 'failure'],
      ['d', 'warning'],
      ['e', 'failure'],
    ]);
  });

  it('misses one where there is none', () => {
    expect(judgePlans([])).toMatchObject([{ planId: null, judgement: { state: 'warning' } }]);
  });
});

describe('what is said of the public address', () => {
  const url = 'https://tandem.example.com';
  const ours = anAnswer(405, { headers: { allow: 'POST' } });
  const around = { watched: 0, isGraphLocal: false };

  it('is missed only where something is watched', () => {
    expect(judgeAddress(null, null, around).state).toBe('skipped');
    expect(judgeAddress(null, null, { ...around, watched: 2 })).toMatchObject({
      state: 'failure',
      fix: expect.stringContaining('PUBLIC_BASE_URL'),
    });
  });

  it.each([
    ['8.8.8.8', 'ok'],
    ['2606:4700::1', 'ok'],
    ['10.1.2.3', 'warning'],
    ['172.16.0.1', 'warning'],
    ['172.32.0.1', 'ok'],
    ['192.168.1.1', 'warning'],
    ['100.64.0.1', 'warning'],
    ['169.254.1.1', 'warning'],
    ['::1', 'warning'],
    ['fd00::1', 'warning'],
  ])('at %s it is %s', (address, state) => {
    expect(judgeAddress(url, { addresses: [address], probe: ours }, around).state).toBe(state);
  });

  it('does not claim that Microsoft reaches it', () => {
    const { found } = judgeAddress(url, { addresses: ['8.8.8.8'], probe: ours }, around);
    expect(found).toContain('only a notification proves');
  });

  it('may be private for a Graph on this machine', () => {
    const local = { watched: 1, isGraphLocal: true };
    expect(judgeAddress(url, { addresses: ['127.0.0.1'], probe: ours }, local).state).toBe('ok');
  });

  it.each([
    ['the page of a proxy', anAnswer(200)],
    ['a sign-in', anAnswer(302)],
    ['another server', anAnswer(405, { headers: { allow: 'GET' } })],
    ['nobody', silence],
  ])('fails where %s answers', (_who, probe) => {
    expect(judgeAddress(url, { addresses: [], probe }, around).state).toBe('failure');
  });
});
