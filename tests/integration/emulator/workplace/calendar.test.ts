import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, text, type Fixture, type GraphJson, type Send } from '../graph-fixture.js';
import { below, codeOf, each, keyOf, rowsOf } from './graph-rows.js';

let fixture: Fixture;
let jonas: Send;

beforeAll(async () => {
  fixture = await startFixture();
  jonas = fixture.as('Jonas');
});
afterAll(() => fixture.close());

const at = (dateTime: string, timeZone = 'UTC') => ({ dateTime, timeZone });
const attendee = (address: string) => ({ emailAddress: { address }, type: 'required' });

async function make(send: Send, fields: Readonly<Record<string, unknown>>): Promise<GraphJson> {
  const { status, body } = await send('POST', '/me/events', {
    body: {
      subject: 'x',
      start: at('2027-03-01T09:00:00'),
      end: at('2027-03-01T10:00:00'),
      ...fields,
    },
  });
  if (status !== 201) throw new Error(`Graph answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

async function view(send: Send, from: string, to: string): Promise<GraphJson[]> {
  const { body } = await send(
    'GET',
    `/me/calendarView?startDateTime=${from}&endDateTime=${to}&$top=100`,
  );
  return rowsOf(body);
}

describe('events', () => {
  it('are answered in UTC, or in the zone that is preferred', async () => {
    const made = await make(jonas, {
      start: at('2027-01-11T09:00:00', 'Pacific Standard Time'),
      end: at('2027-01-11T10:30:00', 'America/Los_Angeles'),
    });
    expect(made).toMatchObject({
      start: { dateTime: '2027-01-11T17:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2027-01-11T18:30:00.0000000', timeZone: 'UTC' },
      originalStartTimeZone: 'Pacific Standard Time',
      type: 'singleInstance',
      isOrganizer: true,
    });
    const path = `/me/events/${keyOf(made)}`;
    const zoned = await jonas('GET', path, {
      headers: { Prefer: 'outlook.timezone="Tokyo Standard Time"' },
    });
    expect(zoned.headers.get('preference-applied')).toBe('outlook.timezone="Tokyo Standard Time"');
    expect(zoned.body['start']).toEqual({
      dateTime: '2027-01-12T02:00:00.0000000',
      timeZone: 'Tokyo Standard Time',
    });
    const unknown = await jonas('GET', path, { headers: { Prefer: 'outlook.timezone="Moon"' } });
    expect([unknown.status, codeOf(unknown.body)]).toEqual([400, 'TimeZoneNotSupportedException']);
  });

  it('are not made twice by one transaction', async () => {
    await make(jonas, { transactionId: 'once' });
    const body = { subject: 'x', start: at('2027-03-01T09:00:00'), end: at('2027-03-01T10:00:00') };
    const again = async () =>
      await jonas('POST', '/me/events', { body: { ...body, transactionId: 'once' } });
    const refused = await again();
    expect([refused.status, codeOf(refused.body)]).toEqual([409, 'ErrorDuplicateTransactionId']);
    await fixture.control('PUT', '/settings', { body: { repeatedTransactionId: 'existing' } });
    const first = await again();
    const second = await again();
    expect(first.status).toBe(201);
    expect(first.body['id']).toBe(second.body['id']);
  });

  it('reach the calendars of the attendees, follow changes, and are cancelled for them', async () => {
    const made = await make(jonas, {
      subject: 'Review',
      attendees: [attendee('lena.fischer@tandem.example'), attendee('out@side.example')],
    });
    const lena = fixture.as('Lena');
    const find = async () => {
      const rows = await view(lena, '2027-03-01T00:00:00Z', '2027-03-02T00:00:00Z');
      return rows.find((row) => row['iCalUId'] === made['iCalUId']);
    };
    expect(await find()).toMatchObject({
      isOrganizer: false,
      responseStatus: { response: 'notResponded' },
      organizer: { emailAddress: { name: 'Jonas Lindqvist' } },
    });
    const path = `/me/events/${keyOf(made)}`;
    await jonas('PATCH', path, {
      body: { start: at('2027-03-01T11:00:00'), end: at('2027-03-01T12:00:00') },
    });
    const moved = await find();
    expect(moved?.['start']?.['dateTime']).toBe('2027-03-01T11:00:00.0000000');
    expect((await lena('POST', `/me/events/${keyOf(moved)}/accept`, { body: {} })).status).toBe(
      202,
    );
    const seen = await jonas('GET', path);
    expect(seen.body['attendees']?.[0]).toMatchObject({ status: { response: 'accepted' } });
    const own = await jonas('POST', `${path}/accept`, { body: {} });
    expect([own.status, codeOf(own.body)]).toEqual([400, 'ErrorInvalidRequest']);
    expect((await jonas('POST', `${path}/cancel`, { body: {} })).status).toBe(202);
    expect(await find()).toMatchObject({ isCancelled: true, subject: 'Canceled: Review' });
    expect((await jonas('GET', path)).status).toBe(404);
  });

  it('that recur are shown as occurrences, on the clock of their zone', async () => {
    const aiko = fixture.as('Aiko');
    const made = await make(aiko, {
      subject: 'Weekly',
      start: at('2027-03-22T09:00:00', 'W. Europe Standard Time'),
      end: at('2027-03-22T09:30:00', 'W. Europe Standard Time'),
      recurrence: {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'] },
        range: { type: 'numbered', startDate: '2027-03-22', numberOfOccurrences: 3 },
      },
    });
    expect(made['type']).toBe('seriesMaster');
    const occurrences = async () => {
      const rows = await view(aiko, '2027-03-15T00:00:00Z', '2027-04-30T00:00:00Z');
      return rows.filter((row) => row['iCalUId'] === made['iCalUId']);
    };
    const before = await occurrences();
    // The clocks change on 28 March.
    expect(before.map((row) => row['start']?.['dateTime'])).toEqual([
      '2027-03-22T08:00:00.0000000',
      '2027-03-29T07:00:00.0000000',
      '2027-04-05T07:00:00.0000000',
    ]);
    expect(before[0]).toMatchObject({ type: 'occurrence', seriesMasterId: made['id'] });
    const moved = await aiko('PATCH', `/me/events/${keyOf(before[1])}`, {
      body: { start: at('2027-03-30T07:00:00'), end: at('2027-03-30T07:30:00') },
    });
    expect(moved.body).toMatchObject({ type: 'exception', id: before[1]?.['id'] });
    expect((await aiko('DELETE', `/me/events/${keyOf(before[2])}`)).status).toBe(204);
    expect((await occurrences()).map((row) => [row['type'], row['start']?.['dateTime']])).toEqual([
      ['occurrence', '2027-03-22T08:00:00.0000000'],
      ['exception', '2027-03-30T07:00:00.0000000'],
    ]);
    const listed = await aiko('GET', '/me/events?$top=100');
    expect(each(listed.body, 'type')).not.toContain('occurrence');
    await aiko('DELETE', `/me/events/${keyOf(made)}`);
    expect(await occurrences()).toEqual([]);
  });

  it('of a whole day begin and end at midnight', async () => {
    const wrong = await jonas('POST', '/me/events', {
      body: { isAllDay: true, start: at('2027-03-01T09:00:00'), end: at('2027-03-02T00:00:00') },
    });
    expect(wrong.status).toBe(400);
    const made = await make(jonas, {
      isAllDay: true,
      start: at('2027-03-01T00:00:00', 'Tokyo Standard Time'),
      end: at('2027-03-02T00:00:00', 'Tokyo Standard Time'),
    });
    expect(made['start']?.['dateTime']).toBe('2027-03-01T00:00:00.0000000');
  });

  it('tell their changes in a stretch of time', async () => {
    const tomas = fixture.as('Tomás');
    const inside = { start: at('2027-05-03T09:00:00'), end: at('2027-05-03T10:00:00') };
    const kept = await make(tomas, { ...inside, subject: 'Kept' });
    const leaving = await make(tomas, { ...inside, subject: 'Leaving' });
    const deleted = await make(tomas, { ...inside, subject: 'Deleted' });
    const stretch = 'startDateTime=2027-05-01T00:00:00Z&endDateTime=2027-05-31T00:00:00Z';
    const first = await tomas('GET', `/me/calendarView/delta?${stretch}`);
    expect(each(first.body, 'subject')).toEqual(
      expect.arrayContaining(['Kept', 'Leaving', 'Deleted']),
    );
    await tomas('PATCH', `/me/events/${keyOf(kept)}`, { body: { subject: 'Changed' } });
    await tomas('PATCH', `/me/events/${keyOf(leaving)}`, {
      body: { start: at('2027-08-01T09:00:00'), end: at('2027-08-01T10:00:00') },
    });
    await tomas('DELETE', `/me/events/${keyOf(deleted)}`);
    const second = await tomas('GET', below(first.body['@odata.deltaLink']));
    expect(rowsOf(second.body)).toMatchObject([
      { id: kept['id'], subject: 'Changed' },
      { id: leaving['id'], '@removed': { reason: 'deleted' } },
      { id: deleted['id'], '@removed': { reason: 'deleted' } },
    ]);
    expect((await tomas('GET', '/me/calendarView/delta')).status).toBe(400);
  });

  it.each([
    ['no window', '/me/calendarView', 400, 'ErrorInvalidParameter'],
    ['an unknown event', `/me/events/AAMk${'A'.repeat(148)}`, 404, 'ErrorItemNotFound'],
    ['a foreign calendar', '/me/calendars/x/events', 400, 'ErrorInvalidIdMalformed'],
  ])('refuse %s', async (_what, path, status, code) => {
    const reply = await jonas('GET', path);
    expect([reply.status, codeOf(reply.body)]).toEqual([status, code]);
  });

  it('stand in the one calendar of their owner', async () => {
    const { body } = await jonas('GET', '/me/calendars');
    const [calendar] = rowsOf(body);
    expect(calendar).toMatchObject({ name: 'Calendar', isDefaultCalendar: true });
    const events = await jonas('GET', `/me/calendars/${keyOf(calendar)}/events?$top=1`);
    expect(events.status).toBe(200);
    expect(text(events.body['@odata.nextLink'])).toContain('skip=1');
  });

  it('end after they begin', async () => {
    const { status } = await jonas('POST', '/me/events', {
      body: { start: at('2027-03-01T09:00:00'), end: at('2027-03-01T08:00:00') },
    });
    expect(status).toBe(400);
  });
});
