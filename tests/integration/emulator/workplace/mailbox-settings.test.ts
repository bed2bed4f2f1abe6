import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, text, type Fixture, type GraphJson, type Send } from '../graph-fixture.js';
import { codeOf, each, keyOf } from './graph-rows.js';

let fixture: Fixture;
let lena: Send;

beforeAll(async () => {
  fixture = await startFixture();
  lena = fixture.as('Lena');
});
afterAll(() => fixture.close());

const refusal = ({ status, body }: { status: number; body: GraphJson }) => [status, codeOf(body)];

describe('the settings of a mailbox', () => {
  it('are read whole or one by one, and changed', async () => {
    const { body } = await lena('GET', '/me/mailboxSettings');
    expect(body).toMatchObject({
      timeZone: expect.any(String),
      workingHours: { startTime: '08:00:00.0000000', timeZone: { name: expect.any(String) } },
      language: { locale: 'en-US' },
    });
    const changed = await lena('PATCH', '/me/mailboxSettings', {
      body: {
        timeZone: 'Tokyo Standard Time',
        workingHours: { startTime: '10:00:00', endTime: '18:00:00.0000000' },
      },
    });
    expect(changed.status).toBe(200);
    const zone = await lena('GET', '/me/mailboxSettings/timeZone');
    expect(zone.body['value']).toBe('Tokyo Standard Time');
    const hours = await lena('GET', '/me/mailboxSettings/workingHours');
    expect(hours.body).toMatchObject({ startTime: '10:00:00', daysOfWeek: expect.any(Array) });
  });

  it.each([
    [{ timeZone: 'Moon' }, 'TimeZoneNotSupportedException'],
    [{ workingHours: { startTime: '25:00:00' } }, 'RequestBodyRead'],
    [{ workingHours: { startTime: '18:00:00', endTime: '09:00:00' } }, 'ErrorInvalidTimeInterval'],
    [{ userPurpose: 'room' }, 'RequestBodyRead'],
  ])('are not %j', async (body, code) => {
    expect(refusal(await lena('PATCH', '/me/mailboxSettings', { body }))).toEqual([400, code]);
  });

  it('need their own permission', async () => {
    const path = `/users/${fixture.personId('Lena')}`;
    const withRoles = async (...appRoles: string[]): Promise<Send> => {
      await fixture.control('PUT', '/settings', { body: { appRoles } });
      return fixture.with(await fixture.appToken());
    };
    const mail = await withRoles('Mail.ReadWrite');
    for (const each of ['mailboxSettings', 'outlook/masterCategories']) {
      expect(refusal(await mail('GET', `${path}/${each}`))).toEqual([403, 'ErrorAccessDenied']);
    }
    const reader = await withRoles('MailboxSettings.Read');
    expect((await reader('GET', `${path}/mailboxSettings`)).status).toBe(200);
    const write = await reader('PATCH', `${path}/mailboxSettings`, { body: { timeZone: 'UTC' } });
    expect(refusal(write)).toEqual([403, 'ErrorAccessDenied']);
    const other = await lena('GET', `/users/${fixture.personId('Maya')}/mailboxSettings`);
    expect(refusal(other)).toEqual([403, 'ErrorAccessDenied']);
  });

  it('offer the zones of Windows', async () => {
    const { body } = await lena('GET', '/me/outlook/supportedTimeZones');
    expect(each(body, 'alias')).toContain('W. Europe Standard Time');
  });
});

describe('the list of categories', () => {
  it('is read, added to, coloured and shortened', async () => {
    const categories = '/me/outlook/masterCategories';
    const made = await lena('POST', categories, {
      body: { displayName: 'Waiting', color: 'preset3' },
    });
    expect([made.status, made.body['color']]).toEqual([201, 'preset3']);
    const twin = await lena('POST', categories, { body: { displayName: 'waiting' } });
    expect(refusal(twin)).toEqual([409, 'CategoryNameDuplicate']);
    const path = `${categories}/${text(made.body['id'])}`;
    const renamed = await lena('PATCH', path, { body: { displayName: 'Other' } });
    expect(refusal(renamed)).toEqual([400, 'RequestBodyRead']);
    expect((await lena('PATCH', path, { body: { color: 'preset1' } })).body['color']).toBe(
      'preset1',
    );
    expect(each((await lena('GET', categories)).body, 'displayName')).toContain('Waiting');
    expect((await lena('DELETE', path)).status).toBe(204);
    expect(refusal(await lena('GET', path))).toEqual([404, 'ErrorItemNotFound']);
    const wrong = await lena('POST', categories, { body: { displayName: 'x', color: 'pink' } });
    expect(refusal(wrong)).toEqual([400, 'RequestBodyRead']);
  });

  it('can be read within a batch, attachments’ bytes too', async () => {
    const draft = await lena('POST', '/me/messages', {
      body: {
        subject: 'x',
        attachments: [
          { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'YQ==' },
        ],
      },
    });
    const message = `/me/messages/${keyOf(draft.body)}`;
    const attached = await lena('GET', `${message}/attachments`);
    const attachment = Object.values(attached.body['value'] ?? {})[0];
    const { body } = await lena('POST', '/$batch', {
      body: {
        requests: [
          { id: '1', method: 'GET', url: '/me/outlook/masterCategories' },
          { id: '2', method: 'GET', url: '/me/mailboxSettings' },
          { id: '3', method: 'GET', url: `${message}/attachments/${keyOf(attachment)}/$value` },
        ],
      },
    });
    const answers = Object.values(body['responses'] ?? {});
    expect(answers.map(({ status }) => status as unknown)).toEqual([200, 200, 200]);
    expect(answers.find(({ id }) => text(id) === '3')?.['body'] as unknown).toBe('YQ==');
  });
});
