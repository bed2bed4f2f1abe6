import { Connection } from '@temporalio/client';
import { Redis } from 'ioredis';
import { readFileSync } from 'node:fs';
import { expect, inject, it } from 'vitest';

it('runs one emulator for all, whose authority every test process was started with', () => {
  const trusted = readFileSync(process.env['NODE_EXTRA_CA_CERTS'] ?? '', 'utf8');
  expect(trusted).toContain(readFileSync(inject('emulator').caFile, 'utf8').trim());
});

it('gives every test process a Redis, a Temporal and a Graph whose certificate it trusts', async () => {
  const redis = new Redis(inject('redisUrl'));
  expect(await redis.ping()).toBe('PONG');
  await redis.quit();

  const connection = await Connection.connect({ address: inject('temporalAddress') });
  expect((await connection.workflowService.getSystemInfo({})).serverVersion).toMatch(/^\d+\.\d+/);
  await connection.close();

  const { graphUrl, tenantId, clientId, clientSecret, defaultPlanId } = inject('emulator');
  const signIn = await fetch(`${graphUrl}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: `${graphUrl}/.default`,
    }),
  });
  const { access_token: token } = (await signIn.json()) as { access_token: string };
  const plan = await fetch(`${graphUrl}/v1.0/planner/plans/${defaultPlanId}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await plan.json()).toMatchObject({ id: defaultPlanId });
});
