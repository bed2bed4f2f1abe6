import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, text, type Fixture, type GraphJson, type Send } from '../graph-fixture.js';
import { codeOf, rowsOf } from './graph-rows.js';

const DAY = '2029-01-09';
const MAYA = 'maya.okafor@tandem.example';
const AIKO = 'aiko.tanaka@tandem.example';

let fixture: Fixture;
let maya: Send;

beforeAll(async () => {
  fixture = await startFixture();
  maya = fixture.as('Maya');
  const zone = { timeZone: 'UTC', workingHours: { timeZone: { name: 'UTC' } } };
  await maya('PATCH', '/me/mailboxSettings', { body: zone });
  await add('Aiko', 9, 10, { subject: 'Dentist', sensitivity: 'private', showAs: 'oof' });
  await add('Aiko', 11, 12, { subject: 'Maybe', showAs: 'tentative' });
  await add('Aiko', 14, 15, { subject: 'Home office', showAs: 'workingElsewhere' });
  await add('Maya', 13, 16, { subject: 'Board' });
});
afterAll(() => fixture.close());

const at = (time: string, timeZone = 'UTC') => ({ dateTime: `${DAY}T${time}`, timeZone });
const refusal = ({ status, body }: { status: number; body: GraphJson }) => [status, codeOf(body)];

async function add(name: string, from: number, to: number, fields: object): Promise<void> {
  const hour = (of: number) => at(`${String(of).padStart(2, '0')}:00:00`);
  const { status } = await fixture.as(name)('POST', '/me/events', {
    body: { start: hour(from), end: hour(to), ...fields },
  });
  if (status !== 201) throw new Error(`Graph answered ${status}`);
}

describe('free and busy times', () => {
  const ask = async (send: Send, fields: object = {}, owner = '/me') =>
    await send('POST', `${owner}/calendar/getSchedule`, {
      body: {
        schedules: [AIKO],
        startTime: at('08:00:00'),
        endTime: at('16:00:00'),
        availabilityViewInterval: 60,
        ...fields,
      },
    });

  it('of others are no more than that', async () => {
    const { status, body } = await ask(maya);
    expect(status).toBe(200);
    const [schedule] = rowsOf(body);
    expect(schedule).toMatchObject({ scheduleId: AIKO, availabilityView: '03010000' });
    expect(schedule?.['workingHours']?.['daysOfWeek']).toContain('tuesday');
    const items = Object.values(schedule?.['scheduleItems'] ?? {});
    expect(items.map(({ status: each }) => each as unknown)).toEqual([
      'oof',
      'tentative',
      'workingElsewhere',
    ]);
    expect(items[0]).not.toHaveProperty('subject');
  });

  it('are shown with subjects to an app, but for what is private, in the zone that is preferred', async () => {
    const reply = await fixture.app(
      'POST',
      `/users/${fixture.personId('Maya')}/calendar/getSchedule`,
      {
        body: {
          Schedules: [AIKO],
          StartTime: at('08:00:00'),
          EndTime: at('13:00:00'),
        },
        headers: { Prefer: 'outlook.timezone="Tokyo Standard Time"' },
      },
    );
    const [schedule] = rowsOf(reply.body);
    expect(text(schedule?.['availabilityView'])).toBe('0033001100');
    const [first, second] = Object.values(schedule?.['scheduleItems'] ?? {});
    expect(first).toMatchObject({
      isPrivate: true,
      start: at('18:00:00.0000000', 'Tokyo Standard Time'),
    });
    expect(first).not.toHaveProperty('subject');
    expect(second).toMatchObject({ isPrivate: false, subject: 'Maybe' });
  });

  it('of an unknown address are an error of that schedule alone', async () => {
    const { status, body } = await ask(maya, { schedules: ['nobody@tandem.example', AIKO] });
    expect(status).toBe(200);
    const [unknown, known] = rowsOf(body);
    expect(unknown?.['error']?.['responseCode']).toBe('ErrorMailRecipientNotFound');
    expect(known).not.toHaveProperty('error');
  });

  it.each([
    ['nobody', { schedules: [] }, 'RequestBodyRead'],
    ['no time', { startTime: undefined }, 'RequestBodyRead'],
    ['21 people', { schedules: Array(21).fill(AIKO) }, 'ErrorExceededMaxRecipientLimit'],
    ['an end before the start', { endTime: at('07:00:00') }, 'ErrorInvalidTimeInterval'],
    [
      '62 days',
      { endTime: { dateTime: '2029-03-12T08:00:00', timeZone: 'UTC' } },
      'ErrorTimeIntervalTooBig',
    ],
    ['4 minutes each', { availabilityViewInterval: 4 }, 'ErrorInvalidMergedFreeBusyInterval'],
    ['an unknown zone', { startTime: at('08:00:00', 'Moon') }, 'TimeZoneNotSupportedException'],
  ])('are refused for %s', async (_what, fields, code) => {
    expect(refusal(await ask(maya, fields))).toEqual([400, code]);
  });

  it('need a permission for calendars', async () => {
    await fixture.control('PUT', '/settings', { body: { appRoles: ['Mail.Read'] } });
    const app = fixture.with(await fixture.appToken());
    const owner = `/users/${fixture.personId('Maya')}`;
    expect(refusal(await ask(app, {}, owner))).toEqual([403, 'ErrorAccessDenied']);
  });
});

describe('times to meet', () => {
  const find = async (fields: object = {}) =>
    await maya('POST', '/me/findMeetingTimes', {
      body: {
        attendees: [{ type: 'required', emailAddress: { address: AIKO } }],
        timeConstraint: {
          activityDomain: 'work',
          timeSlots: [{ start: at('08:00:00'), end: at('13:00:00') }],
        },
        meetingDuration: 'PT1H',
        ...fields,
      },
    });
  const starts = (body: GraphJson) =>
    Object.values(body['meetingTimeSuggestions'] ?? {}).map((each) =>
      text(each['meetingTimeSlot']?.['start']?.['dateTime']).slice(11, 16),
    );

  it('are those at which all can, likeliest first', async () => {
    const { status, body } = await find({ returnSuggestionReasons: true });
    expect(status).toBe(200);
    expect(body['emptySuggestionsReason']).toBe('');
    expect(starts(body)).toEqual(['08:00', '10:00', '12:00']);
    expect(Object.values(body['meetingTimeSuggestions'] ?? {})[0]).toMatchObject({
      confidence: 100,
      order: 1,
      organizerAvailability: 'free',
      suggestionReason: expect.stringContaining('all attendees are available'),
      attendeeAvailability: [
        { availability: 'free', attendee: { emailAddress: { address: AIKO } } },
      ],
    });
  });

  it('are fewer when fewer are asked for, and less sure with people from outside', async () => {
    expect(starts((await find({ maxCandidates: 1 })).body)).toHaveLength(1);
    const outside = { type: 'required', emailAddress: { address: 'out@side.example' } };
    const { body } = await find({ attendees: [outside], minimumAttendeePercentage: 40 });
    expect(Object.values(body['meetingTimeSuggestions'] ?? {})[0]).toMatchObject({
      confidence: 49,
    });
    const unlikely = await find({ attendees: [outside] });
    expect(unlikely.body['emptySuggestionsReason']).toBe('attendeesUnavailableOrUnknown');
  });

  it.each([
    [{ timeSlots: [{ start: at('13:00:00'), end: at('16:00:00') }] }, 'organizerUnavailable'],
    [{ timeSlots: [{ start: at('09:00:00'), end: at('10:00:00') }] }, 'attendeesUnavailable'],
  ])('are none within %j', async (timeConstraint, reason) => {
    const { body } = await find({ timeConstraint });
    expect([starts(body), text(body['emptySuggestionsReason'])]).toEqual([[], reason]);
  });

  it('keep to working hours unless the constraint says otherwise', async () => {
    const timeSlots = [{ start: at('19:00:00'), end: at('21:00:00') }];
    expect(starts((await find({ timeConstraint: { timeSlots } })).body)).toEqual([]);
    const evening = { activityDomain: 'unrestricted', timeSlots };
    expect(starts((await find({ timeConstraint: evening })).body)).toContain('19:00');
  });

  it.each([
    [{ meetingDuration: 'one hour' }, 'RequestBodyRead'],
    [{ attendees: AIKO }, 'RequestBodyRead'],
    [{ colour: 'red' }, 'RequestBodyRead'],
    [
      { timeConstraint: { timeSlots: [{ start: at('10:00:00'), end: at('09:00:00') }] } },
      'ErrorInvalidTimeInterval',
    ],
  ])('are refused with %j', async (fields, code) => {
    expect(refusal(await find(fields))).toEqual([400, code]);
  });

  it('are for people with the permission to look into others’ calendars, and never for apps', async () => {
    await fixture.control('PUT', '/settings', {
      body: { appRoles: ['Calendars.ReadWrite', 'Calendars.Read'] },
    });
    const app = fixture.with(await fixture.appToken());
    const reply = await app('POST', `/users/${MAYA}/findMeetingTimes`, { body: {} });
    expect(refusal(reply)).toEqual([403, 'ErrorAccessDenied']);
  });
});
