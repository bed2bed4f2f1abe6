import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, text, type Fixture, type GraphJson, type Send } from '../graph-fixture.js';
import { codeOf, each, keyOf, rowsOf } from './graph-rows.js';

let fixture: Fixture;
let priya: Send;

beforeAll(async () => {
  fixture = await startFixture();
  priya = fixture.as('Priya');
});
afterAll(() => fixture.close());

const at = (dateTime: string, timeZone = 'UTC') => ({ dateTime, timeZone });
const refusal = ({ status, body }: { status: number; body: GraphJson }) => [status, codeOf(body)];
const event = (fields: object = {}) => ({
  subject: 'x',
  start: at('2027-03-01T09:00:00'),
  end: at('2027-03-01T10:00:00'),
  ...fields,
});

describe('calendars', () => {
  it('are made, renamed and deleted with what is in them; the first one stays', async () => {
    const made = await priya('POST', '/me/calendars', {
      body: { name: 'Press', color: 'lightTeal' },
    });
    expect([made.status, made.body['isDefaultCalendar'], made.body['isRemovable']]).toEqual([
      201,
      false,
      true,
    ]);
    const twin = await priya('POST', '/me/calendars', { body: { name: 'press' } });
    expect(refusal(twin)).toEqual([409, 'ErrorFolderExists']);
    const path = `/me/calendars/${keyOf(made.body)}`;
    const inside = await priya('POST', `${path}/events`, { body: event({ subject: 'Inside' }) });
    expect(inside.status).toBe(201);
    const window = 'startDateTime=2027-03-01T00:00:00Z&endDateTime=2027-03-02T00:00:00Z';
    expect(each((await priya('GET', `${path}/calendarView?${window}`)).body, 'subject')).toEqual([
      'Inside',
    ]);
    expect(each((await priya('GET', `${path}/events`)).body, 'subject')).toEqual(['Inside']);
    const main = await priya('GET', `/me/calendarView?${window}`);
    expect(each(main.body, 'subject')).not.toContain('Inside');
    const elsewhere = await priya('GET', `/me/calendar/events/${keyOf(inside.body)}`);
    expect(refusal(elsewhere)).toEqual([404, 'ErrorItemNotFound']);
    expect((await priya('GET', `/me/events/${keyOf(inside.body)}`)).status).toBe(200);
    const renamed = await priya('PATCH', path, { body: { name: 'Media' } });
    expect(renamed.body['name']).toBe('Media');
    expect((await priya('DELETE', path)).status).toBe(204);
    expect(refusal(await priya('GET', path))).toEqual([404, 'ErrorItemNotFound']);
    expect((await priya('GET', `/me/events/${keyOf(inside.body)}`)).status).toBe(404);
    const { body } = await priya('GET', '/me/calendar');
    const first = await priya('DELETE', `/me/calendars/${keyOf(body)}`);
    expect(refusal(first)).toEqual([400, 'ErrorInvalidRequest']);
  });

  it.each([
    ['that ends before it begins', event({ end: at('2027-03-01T08:00:00') })],
    [
      'of whole days that begins at nine',
      event({ isAllDay: true, end: at('2027-03-02T00:00:00') }),
    ],
    [
      'of no whole day',
      event({ isAllDay: true, start: at('2027-03-01T00:00:00'), end: at('2027-03-01T00:00:00') }),
    ],
    [
      'of whole days in two zones',
      event({
        isAllDay: true,
        start: at('2027-03-01T00:00:00'),
        end: at('2027-03-02T00:00:00', 'Tokyo Standard Time'),
      }),
    ],
    [
      'whose series begins on another day',
      event({
        recurrence: {
          pattern: { type: 'daily', interval: 1 },
          range: { type: 'noEnd', startDate: '2027-03-05' },
        },
      }),
    ],
  ])('take no event %s', async (_what, body) => {
    const reply = await priya('POST', '/me/events', { body });
    expect(refusal(reply)).toEqual([400, 'ErrorPropertyValidationFailure']);
  });

  it('keep an event of whole days whole', async () => {
    const { body } = await priya('POST', '/me/events', {
      body: event({
        isAllDay: true,
        start: at('2027-04-01T00:00:00', 'Tokyo Standard Time'),
        end: at('2027-04-02T00:00:00', 'Tokyo Standard Time'),
      }),
    });
    const path = `/me/events/${keyOf(body)}`;
    const late = await priya('PATCH', path, { body: { start: at('2027-04-01T12:00:00') } });
    expect(refusal(late)).toEqual([400, 'ErrorPropertyValidationFailure']);
    const longer = await priya('PATCH', path, {
      body: { end: at('2027-04-03T00:00:00', 'Tokyo Standard Time') },
    });
    expect(longer.body['end']?.['dateTime']).toBe('2027-04-03T00:00:00.0000000');
  });

  it('show a stretch of time from its first moment, page by page', async () => {
    for (const hour of ['08', '09', '10']) {
      await priya('POST', '/me/events', {
        body: event({
          subject: hour,
          start: at(`2027-06-01T${hour}:00:00`),
          end: at(`2027-06-01T${hour}:30:00`),
        }),
      });
    }
    const view = async (window: string) => (await priya('GET', `/me/calendarView?${window}`)).body;
    const found = await view('startDateTime=2027-06-01T08:30:00Z&endDateTime=2027-06-01T10:00:00Z');
    expect(each(found, 'subject')).toEqual(['09']);
    const first = await view(
      'startDateTime=2027-06-01T10:00:00%2B02:00&endDateTime=2027-06-01T11:00:00Z&$top=2',
    );
    expect(each(first, 'subject')).toEqual(['08', '09']);
    const next = text(first['@odata.nextLink']).split('/calendarView?')[1] ?? '';
    expect(each(await view(next), 'subject')).toEqual(['10']);
  });

  it('remind of events, later or no more', async () => {
    const made = await priya('POST', '/me/events', {
      body: event({
        subject: 'Reminded',
        start: at('2027-07-01T09:00:00'),
        end: at('2027-07-01T10:00:00'),
        reminderMinutesBeforeStart: 30,
      }),
    });
    const view =
      "/me/reminderView(startDateTime='2027-07-01T08:00:00Z',endDateTime='2027-07-01T08:59:00Z')";
    const times = async () =>
      rowsOf((await priya('GET', view)).body).map((row) => row['reminderFireTime']?.['dateTime']);
    expect(await times()).toEqual(['2027-07-01T08:30:00.0000000']);
    const path = `/me/events/${keyOf(made.body)}`;
    const snoozed = await priya('POST', `${path}/snoozeReminder`, {
      body: { newReminderTime: at('2027-07-01T08:45:00') },
    });
    expect(snoozed.status).toBe(202);
    expect(await times()).toEqual(['2027-07-01T08:45:00.0000000']);
    expect((await priya('POST', `${path}/dismissReminder`)).status).toBe(202);
    expect(await times()).toEqual([]);
  });
});
