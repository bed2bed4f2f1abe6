import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/config/secret.js';
import { ok, toFinding, warning, type Finding } from '../../../src/diagnosis/finding.js';
import { describeNetworkFailure } from '../../../src/diagnosis/network-failure.js';
import { exitCodeOf, toReport } from '../../../src/diagnosis/report.js';
import { runChecks, type Check } from '../../../src/diagnosis/run-checks.js';
import { shareFacts } from '../../../src/diagnosis/shared-facts.js';
import { withoutSecrets } from '../../../src/diagnosis/without-secrets.js';

const good: Check = {
  name: 'redis.reachable',
  run: async () => [toFinding('redis.reachable', ok('There'))],
};
const never = new Promise<never>(() => {});

describe('checks', () => {
  it('run side by side, and one that hangs or breaks is a finding that holds up no other', async () => {
    let isAborted = false;
    const hanging: Check = {
      name: 'temporal.reachable',
      run: (signal) => {
        signal.addEventListener('abort', () => (isAborted = true));
        return never;
      },
    };
    const broken: Check = {
      name: 'plans.access',
      run: async () => {
        throw new Error('a bug');
      },
    };
    const findings = await runChecks([hanging, broken, hanging, good], 30);
    expect(findings.map(({ check, state }) => `${check} ${state}`)).toEqual([
      'temporal.reachable failure',
      'plans.access failure',
      'temporal.reachable failure',
      'redis.reachable ok',
    ]);
    expect(findings[1]?.found).toContain('a bug');
    expect(isAborted).toBe(true);
  });

  it('share a look, which is over in time whatever it does', async () => {
    let looks = 0;
    const shared = shareFacts(
      async () => {
        looks += 1;
        await sleep(1);
        return 7;
      },
      1_000,
      String,
    );
    expect(await Promise.all([shared(), shared()])).toEqual([
      { kind: 'known', facts: 7 },
      { kind: 'known', facts: 7 },
    ]);
    expect(looks).toBe(1);
    expect(await shareFacts(() => never, 5, String)()).toMatchObject({ kind: 'unknown' });
    const failing = shareFacts(
      () => Promise.reject(new Error('gone')),
      1_000,
      () => 'words',
    );
    expect(await failing()).toEqual({ kind: 'unknown', reason: 'words' });
  });

  it('say why a connection failed, however deep the reason lies', () => {
    const deep = new TypeError('fetch failed', {
      cause: Object.assign(new Error('x'), { code: 'ENOTFOUND' }),
    });
    expect(describeNetworkFailure(deep)).toBe('no such host (ENOTFOUND)');
    expect(describeNetworkFailure(new DOMException('t', 'TimeoutError'))).toBe('no answer in time');
    expect(describeNetworkFailure(new Error('WRONGPASS no'))).toBe('WRONGPASS no');
    const untrusted = Object.assign(new Error('x'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(describeNetworkFailure(untrusted)).toContain('certificate is not trusted');
  });
});

describe('a report', () => {
  const times = { startedAt: 0, endedAt: 1 };
  const warned = toFinding('redis.memory', warning('Full', 'More'));

  it('is a failure for scripts only where something does not work', async () => {
    const broken = await runChecks([{ name: 'plans.access', run: () => never }], 1);
    expect(toReport([warned], times)).toMatchObject({ status: 'degraded', counts: { warning: 1 } });
    expect(exitCodeOf(toReport([warned], times))).toBe(0);
    expect(toReport([...broken, warned], times).status).toBe('unhealthy');
    expect(exitCodeOf(toReport([...broken, warned], times))).toBe(1);
    expect(toReport([], times).status).toBe('healthy');
  });

  it('loses every secret of the configuration that got into a text, wherever it stands in it', () => {
    const config = {
      azure: { clientSecret: new Secret('marked-secret') },
      keys: [{ secret: new Secret('other-secret') }],
      tls: new Secret({ clientCertPair: { key: 'inner-secret' } }),
      vault: [{ key: new Secret(Buffer.from('thirty-two')) }],
      short: new Secret('ok'),
    };
    const finding: Finding = toFinding(
      'redis.reachable',
      warning('ok, but marked-secret and inner-secret', 'Write other-secret, dGhpcnR5LXR3bw=='),
    );
    expect(withoutSecrets([finding], config)).toMatchObject([
      { found: 'ok, but [redacted] and [redacted]', fix: 'Write [redacted], [redacted]' },
    ]);
  });
});
