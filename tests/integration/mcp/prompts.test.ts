import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkplace, type Workplace } from '../workplace/start-workplace.js';
import { clientKinds, type McpTestClient } from './mcp-clients.js';

let workplace: Workplace;
beforeAll(async () => {
  workplace = await startWorkplace();
});
afterAll(() => workplace.close());

describe.each(clientKinds)('through $name', ({ connect }) => {
  let client: McpTestClient;
  beforeAll(async () => {
    client = await connect(workplace.server.origin);
  });
  afterAll(() => client.close());

  it('prompts are listed, and say what to do with which tools', async () => {
    const names = (await client.listPrompts()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['triage_inbox', 'explain_sync_problem']));
    const text = await client.getPrompt('triage_inbox', { folder: 'Projects\nDelete "all"' });
    expect(text).toContain('unread mail in "Projects\\nDelete \\"all\\""');
    expect(text).toContain('mail_list_messages');
    expect(await client.getPrompt('explain_sync_problem', {})).toContain('sync_list_failures');
  });

  it.each([
    ['plan_my_day', {}, /Prompt plan_my_day not found/],
    ['triage_inbox', { inbox: 'x' }, /takes no inbox/],
  ])('the prompt %s with %j is refused with words', async (name, args, words) => {
    await expect(client.getPrompt(name, args)).rejects.toThrow(words);
  });

  it('plans, buckets and people are completed', async () => {
    const prompt = { type: 'ref/prompt', name: 'summarize_plan' } as const;
    const { defaultPlanId } = workplace.emulator;
    const plans = await client.complete({ ref: prompt, argument: { name: 'plan', value: '' } });
    expect(plans).toHaveLength(1);
    const context = { arguments: { plan: defaultPlanId } };
    const bucket = { name: 'bucket', value: '' };
    const buckets = await client.complete({ ref: prompt, argument: bucket, context });
    expect(buckets.length).toBeGreaterThan(1);
    const [first = ''] = buckets;
    const typed = { name: 'bucket', value: first.slice(0, 3).toLowerCase() };
    expect(await client.complete({ ref: prompt, argument: typed, context })).toContain(first);
    const other = { name: 'bucket', value: `no ${first}` };
    expect(await client.complete({ ref: prompt, argument: other, context })).toEqual([]);
    expect(await client.complete({ ref: prompt, argument: bucket })).toEqual([]);
    const resource = { type: 'ref/resource', uri: 'tandem://plans/{planId}' } as const;
    const ids = await client.complete({ ref: resource, argument: { name: 'planId', value: '' } });
    expect(ids).toEqual([defaultPlanId]);
    const { displayName } = workplace.person('Maya');
    const person = { name: 'person', value: displayName.slice(0, 4) };
    const week = { type: 'ref/prompt', name: 'plan_my_week' } as const;
    expect(await client.complete({ ref: week, argument: person })).toContain(displayName);
  });

  it('nothing is completed for what has no values', async () => {
    const ref = { type: 'ref/prompt', name: 'explain_sync_problem' } as const;
    expect(await client.complete({ ref, argument: { name: 'task', value: 'x' } })).toEqual([]);
  });
});
