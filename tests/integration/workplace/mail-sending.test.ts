import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Door } from './doors.js';
import { startWorkplace, type Workplace } from './start-workplace.js';

let place: Workplace;

beforeAll(async () => {
  place = await startWorkplace({ signedIn: ['Maya'] });
});
afterAll(() => place.close());

const through = (name: Door['name']): Door => {
  const door = place.doors.find((one) => one.name === name);
  if (door === undefined) throw new Error('There is no such door');
  return door;
};

interface GraphMessage {
  readonly id: string;
  readonly subject: string;
  readonly isDraft: boolean;
  readonly body: { readonly contentType: string; readonly content: string };
  readonly toRecipients: readonly { readonly emailAddress: { readonly address: string } }[];
  readonly ccRecipients: readonly { readonly emailAddress: { readonly address: string } }[];
}

/** What lies in a folder of somebody, as Graph has it. */
async function inFolder(
  name: string,
  folder: string,
  subject: string,
): Promise<readonly GraphMessage[]> {
  const { body } = await place.graph(name, 'GET', `/me/mailFolders/${folder}/messages?$top=200`);
  return (body['value'] as readonly GraphMessage[]).filter((one) => one.subject === subject);
}

/** What happens to the next answers to such requests. */
async function fault(match: object, effect: object, times = 1): Promise<void> {
  await place.control('POST', '/faults', { match, effect, times });
}

describe.each(['MCP', 'REST'] as const)('Mail is sent over %s', (name) => {
  const call = async (operation: string, args: Record<string, unknown> = {}) => {
    const answer = await through(name).call(operation, args);
    expect(answer.problem).toEqual({});
    return answer.value;
  };
  const named = (subject: string): string => `${subject} ${name}`;

  it('inline, to names and foreign addresses, with Markdown as HTML', async () => {
    const subject = named('Agenda');
    const sent = await call('mail_send', {
      subject,
      body: '**Two** points:\n\n- plan\n- <script>alert(1)</script>',
      to: ['Jonas Lindqvist', 'Ana Lopez <ana@example.com>'],
      cc: ['lena.fischer@tandem.example'],
    });
    expect(sent).toMatchObject({ sent: true });
    const [mail] = await inFolder('Jonas', 'inbox', subject);
    expect(mail?.body.contentType).toBe('html');
    expect(mail?.body.content).toContain('<strong>Two</strong>');
    expect(mail?.body.content).not.toContain('<script');
    expect(mail?.toRecipients.map(({ emailAddress }) => emailAddress.address)).toEqual([
      'jonas.lindqvist@tandem.example',
      'ana@example.com',
    ]);
    expect(await inFolder('Lena', 'inbox', subject)).toHaveLength(1);
  });

  it('as plain text, just as it was written', async () => {
    const subject = named('Plain');
    await call('mail_send', {
      subject,
      body: '**as it is**',
      format: 'text',
      to: ['Jonas Lindqvist'],
    });
    const [mail] = await inFolder('Jonas', 'inbox', subject);
    expect(mail?.body).toEqual({ contentType: 'text', content: '**as it is**' });
  });

  it('not to somebody unknown, whom candidates may stand for, and not to nobody', async () => {
    const unknown = await through(name).call('mail_send', {
      subject: 'x',
      body: 'x',
      to: ['Jonas Lindquist', 'no address@'],
    });
    expect(unknown.problem).toMatchObject({
      code: 'invalid_input',
      errors: expect.arrayContaining([
        expect.objectContaining({
          field: 'to',
          candidates: [expect.objectContaining({ name: 'Jonas Lindqvist' })],
        }),
        expect.objectContaining({
          field: 'to',
          message: expect.stringContaining('no mail address'),
        }),
      ]),
    });
    const nobody = await through(name).call('mail_send', { subject: 'x', body: 'x' });
    expect(nobody.problem).toMatchObject({ errors: [{ field: 'to' }] });
    const silent = await through(name).call('mail_send', { to: ['Jonas Lindqvist'] });
    expect(silent.problem).toMatchObject({ errors: [{ field: 'body' }] });
  });

  it('never by a dry run, which says what would be sent', async () => {
    const subject = named('Dry');
    const args = {
      subject,
      body: 'Hello',
      to: ['Jonas Lindqvist', 'a@example.com', 'b@example.com'],
    };
    const dry = await call('mail_send', { ...args, dryRun: true, idempotencyKey: named('dry') });
    expect(dry).toEqual({
      dryRun: {
        effect: `Send "${subject}" to Jonas Lindqvist and 2 others`,
        details: {
          subject,
          to: [
            'Jonas Lindqvist <jonas.lindqvist@tandem.example>',
            'a@example.com',
            'b@example.com',
          ],
          body: 'Hello',
        },
      },
    });
    expect(await inFolder('Jonas', 'inbox', subject)).toEqual([]);
    expect(await inFolder('Maya', 'drafts', subject)).toEqual([]);
  });

  it('once, also where the answer to the sending is lost', async () => {
    const subject = named('Lost answer');
    const args = { subject, body: 'x', to: ['Jonas Lindqvist'], idempotencyKey: named('lost') };
    await fault({ method: 'POST', path: '/send$' }, { kind: 'dropAnswer' });
    const first = await call('mail_send', args);
    const second = await call('mail_send', args);
    expect(second).toEqual(first);
    expect(await inFolder('Jonas', 'inbox', subject)).toHaveLength(1);
  });

  it('once, also where nothing could be found out at first and the call is made again', async () => {
    const subject = named('Lost twice');
    const args = { subject, body: 'x', to: ['Jonas Lindqvist'], idempotencyKey: named('twice') };
    await fault({ method: 'POST', path: '/send$' }, { kind: 'dropAnswer' });
    await fault({ method: 'GET', path: '/messages/' }, { kind: 'close' });
    const failed = await through(name).call('mail_send', args);
    expect(failed.problem).toMatchObject({ code: 'graph_unavailable' });
    expect(await call('mail_send', args)).toMatchObject({ sent: true, id: expect.any(String) });
    expect(await inFolder('Jonas', 'inbox', subject)).toHaveLength(1);
    expect(await inFolder('Maya', 'drafts', subject)).toEqual([]);
  });

  it('once, also where the answer to the draft is lost', async () => {
    const subject = named('Lost draft');
    const args = { subject, body: 'x', to: ['Jonas Lindqvist'], idempotencyKey: named('draft') };
    await fault({ method: 'POST', path: '/messages$' }, { kind: 'dropAnswer' });
    const failed = await through(name).call('mail_send', args);
    expect(failed.isError).toBe(true);
    await call('mail_send', args);
    expect(await inFolder('Jonas', 'inbox', subject)).toHaveLength(1);
    expect(await inFolder('Maya', 'drafts', subject)).toEqual([]);
  });

  it('as a draft that was changed before; a sent one is no draft any more', async () => {
    const subject = named('Draft');
    const made = await call('mail_create_draft', {
      subject,
      body: 'First',
      to: ['Jonas Lindqvist'],
    });
    const id = made['draft']?.['id'];
    await call('mail_update_draft', { draft: id, body: 'Second', cc: ['Lena Fischer'] });
    const extra = await through(name).call('mail_send', { draft: id, body: 'x' });
    expect(extra.problem).toMatchObject({ errors: [{ field: 'body' }] });
    const empty = await through(name).call('mail_update_draft', { draft: id });
    expect(empty.problem).toMatchObject({ code: 'invalid_input' });
    const args = { draft: id, idempotencyKey: named('send draft') };
    expect(await call('mail_send', args)).toMatchObject({ sent: true, id });
    expect(await call('mail_send', args)).toMatchObject({ sent: true, id });
    const [mail] = await inFolder('Jonas', 'inbox', subject);
    expect(mail?.body.content).toContain('Second');
    expect(await inFolder('Lena', 'inbox', subject)).toHaveLength(1);
    const again = await through(name).call('mail_send', { draft: id });
    expect(again.problem).toMatchObject({ errors: [{ field: 'draft' }] });
    const late = await through(name).call('mail_update_draft', { draft: id, subject: 'x' });
    expect(late.problem).toMatchObject({ errors: [{ field: 'draft' }] });
  });

  it('as answers and forwards, which quote the message below the text', async () => {
    const subject = named('Question');
    await place.graph('Jonas', 'POST', '/me/sendMail', {
      message: {
        subject,
        body: { contentType: 'html', content: '<p>What is the <b>budget</b>?</p>' },
        toRecipients: [{ emailAddress: { address: 'maya.okafor@tandem.example' } }],
        ccRecipients: [{ emailAddress: { address: 'priya.raman@tandem.example' } }],
      },
    });
    const { messages } = (await call('mail_list_messages', { limit: 100 })) as unknown as {
      messages: readonly { id: string; subject: string }[];
    };
    const message = messages.find((one) => one.subject === subject)?.id;

    const args = { message, body: 'It is **40**.', idempotencyKey: named('reply') };
    await fault({ method: 'POST', path: '/send$' }, { kind: 'dropAnswer' });
    expect(await call('mail_reply', args)).toMatchObject({ sent: true });
    await call('mail_reply', args);
    const [reply, ...more] = await inFolder('Jonas', 'inbox', `RE: ${subject}`);
    expect(more).toEqual([]);
    expect(reply?.body.content).toMatch(/<strong>40<\/strong>[\s\S]*What is the <b>budget<\/b>/);
    expect(await inFolder('Priya', 'inbox', `RE: ${subject}`)).toEqual([]);

    const dry = await call('mail_reply_all', { message, body: 'All', dryRun: true });
    expect(dry).toMatchObject({ dryRun: { effect: `Answer everybody of "${subject}"` } });
    await call('mail_reply_all', { message, body: 'All', cc: ['Lena Fischer'] });
    expect(await inFolder('Jonas', 'inbox', `RE: ${subject}`)).toHaveLength(2);
    expect(await inFolder('Priya', 'inbox', `RE: ${subject}`)).toHaveLength(1);
    expect(await inFolder('Lena', 'inbox', `RE: ${subject}`)).toHaveLength(1);

    const toNobody = await through(name).call('mail_forward', { message });
    expect(toNobody.problem).toMatchObject({ errors: [{ field: 'to' }] });
    await call('mail_forward', { message, body: 'For you', to: ['Aiko Tanaka'] });
    const [forward] = await inFolder('Aiko', 'inbox', `FW: ${subject}`);
    expect(forward?.body.content).toMatch(/For you[\s\S]*budget/);

    const draft = await call('mail_reply', { message, body: 'Later', asDraft: true });
    expect(draft).toMatchObject({ sent: false });
    expect(await inFolder('Maya', 'drafts', `RE: ${subject}`)).toHaveLength(1);
    const whole = await call('mail_get_message', { message: draft['id'], quoted: false });
    expect(whole['message']?.['body']).toContain('Later');
    await call('mail_delete', { message: draft['id'] });
  });

  it('for somebody else by the app, which names them', async () => {
    const subject = named('By the app');
    await call('mail_send', {
      account: 'app',
      person: 'Jonas Lindqvist',
      subject,
      body: 'x',
      to: ['Lena Fischer'],
    });
    expect(await inFolder('Jonas', 'sentitems', subject)).toHaveLength(1);
    const { problem } = await through(name).call('mail_send', {
      account: 'app',
      subject,
      body: 'x',
      to: ['Lena Fischer'],
    });
    expect(problem).toMatchObject({ errors: [{ field: 'person' }] });
  });
});
