import { expect, it, vi } from 'vitest';
import { startApprovalLab, textIn } from './approval-lab.js';

const wait = { timeout: 20_000, interval: 50 };

it('what nobody decided in time expires, and nothing is done', async () => {
  const hasty = await startApprovalLab({
    signedIn: ['Maya'],
    env: { APPROVALS: 'send:page', APPROVAL_TTL_MS: '1000' },
  });
  try {
    const [, rest] = hasty.place.doors;
    const asked = await rest?.call('mail_send', {
      subject: 'Too late',
      body: 'x',
      to: ['Jonas Lindqvist'],
    });
    const id = textIn(asked?.value['approval']?.['id']);
    await vi.waitFor(async () => {
      const found = await rest?.call('approvals_get', { id });
      expect(found?.value).toMatchObject({ approval: { state: 'expired' } });
    }, wait);
    const flow = hasty.client.workflow.getHandle(`${hasty.namespace}/approval/${id}`);
    expect(await flow.result()).toBe('expired');
  } finally {
    await hasty.close();
  }
});
