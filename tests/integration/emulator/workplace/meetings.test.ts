import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, text, type Fixture, type GraphJson, type Send } from '../graph-fixture.js';
import { codeOf, each, keyOf, rowsOf } from './graph-rows.js';

let fixture: Fixture;
let jonas: Send;
let lena: Send;
let day = 0;

beforeAll(async () => {
  fixture = await startFixture();
  jonas = fixture.as('Jonas');
  lena = fixture.as('Lena');
});
afterAll(() => fixture.close());

const at = (dateTime: string, timeZone = 'UTC') => ({ dateTime, timeZone });
const guest = (name: string, type = 'required') => ({
  emailAddress: { address: `${name}@tandem.example` },
  type,
});
const refusal = ({ status, body }: { status: number; body: GraphJson }) => [status, codeOf(body)];

/** Jonas invites Lena, on a day of their own. */
async function meeting(
  fields: object = {},
): Promise<{ body: GraphJson; path: string; on: string }> {
  day += 1;
  const on = new Date(Date.UTC(2028, 0, day)).toISOString().slice(0, 10);
  const { status, body } = await jonas('POST', '/me/events', {
    body: {
      subject: `Meeting ${day}`,
      body: { contentType: 'html', content: '<p>Agenda</p>' },
      start: at(`${on}T09:00:00`),
      end: at(`${on}T10:00:00`),
      attendees: [guest('lena.fischer'), guest('priya.raman', 'optional')],
      ...fields,
    },
  });
  if (status !== 201) throw new Error(`Graph answered ${status}: ${JSON.stringify(body)}`);
  return { body, path: `/me/events/${keyOf(body)}`, on };
}

async function copyOf(send: Send, body: GraphJson, on: string): Promise<GraphJson> {
  const view = await send(
    'GET',
    `/me/calendarView?startDateTime=${on}T00:00:00Z&endDateTime=${on}T23:59:59Z&$top=50`,
  );
  return rowsOf(view.body).find((row) => text(row['iCalUId']) === text(body['iCalUId'])) ?? {};
}

async function newest(send: Send, folder = 'inbox'): Promise<GraphJson> {
  const { body } = await send('GET', `/me/mailFolders/${folder}/messages?$top=1`);
  return rowsOf(body)[0] ?? {};
}

describe('an invitation', () => {
  it('comes as a mail that leads to its event', async () => {
    const { body, on } = await meeting();
    const invitation = await newest(lena);
    expect(invitation).toMatchObject({
      '@odata.type': '#microsoft.graph.eventMessageRequest',
      meetingMessageType: 'meetingRequest',
      meetingRequestType: 'newMeetingRequest',
      subject: body['subject'],
      isRead: false,
      startDateTime: at(`${on}T09:00:00.0000000`),
      from: { emailAddress: { name: 'Jonas Lindqvist' } },
    });
    expect(each({ value: invitation['ccRecipients'] ?? {} }, 'emailAddress')).toMatchObject([
      { address: 'priya.raman@tandem.example' },
    ]);
    const own = await copyOf(lena, body, on);
    const path = `/me/messages/${keyOf(invitation)}`;
    const expanded = await lena('GET', `${path}?$expand=microsoft.graph.eventMessage/event`);
    expect(expanded.body['event']?.['id']).toBe(own['id']);
    const led = await lena('GET', `${path}/microsoft.graph.eventMessage/event`);
    expect(led.body['id']).toBe(own['id']);
    expect(await newest(jonas, 'sentitems')).toMatchObject({ subject: body['subject'] });
  });

  it.each([
    ['accept', { response: 'accepted', showAs: 'busy', type: 'meetingAccepted' }, 'Accepted: '],
    [
      'tentativelyAccept',
      {
        response: 'tentativelyAccepted',
        showAs: 'tentative',
        type: 'meetingTenativelyAccepted',
      },
      'Tentative: ',
    ],
    ['decline', { response: 'declined', showAs: undefined, type: 'meetingDeclined' }, 'Declined: '],
  ])(
    'is answered by %s, which the organizer gets as a mail',
    async (action, { response, showAs, type }, prefix) => {
      const { body, path, on } = await meeting();
      const own = await copyOf(lena, body, on);
      const reply = await lena('POST', `/me/events/${keyOf(own)}/${action}`, {
        body: { comment: 'Gladly', sendResponse: true },
      });
      expect(reply.status).toBe(202);
      expect((await copyOf(lena, body, on))['showAs']).toBe(showAs);
      const seen = await jonas('GET', path);
      expect(seen.body['attendees']?.[0]).toMatchObject({ status: { response } });
      const answer = await newest(jonas);
      expect(answer).toMatchObject({
        '@odata.type': '#microsoft.graph.eventMessageResponse',
        meetingMessageType: type,
        responseType: response,
        subject: `${prefix}${text(body['subject'])}`,
      });
      expect(text(answer['bodyPreview'])).toBe('Gladly');
      // Her invitation is dealt with.
      expect((await newest(lena))['subject']).not.toBe(body['subject']);
    },
  );

  it('is answered without a mail when none is wanted', async () => {
    const { body, path, on } = await meeting();
    const own = await copyOf(lena, body, on);
    const before = await newest(jonas);
    await lena('POST', `/me/events/${keyOf(own)}/accept`, { body: { sendResponse: false } });
    expect((await newest(jonas))['id']).toBe(before['id']);
    const seen = await jonas('GET', path);
    expect(seen.body['attendees']?.[0]).toMatchObject({ status: { response: 'accepted' } });
  });

  it('is answered with another time, which the organizer sees', async () => {
    const { body, path, on } = await meeting();
    const own = await copyOf(lena, body, on);
    const proposedNewTime = {
      start: at(`${on}T14:00:00`, 'W. Europe Standard Time'),
      end: at(`${on}T15:00:00`, 'W. Europe Standard Time'),
    };
    await lena('POST', `/me/events/${keyOf(own)}/decline`, { body: { proposedNewTime } });
    const inUtc = { start: at(`${on}T13:00:00.0000000`), end: at(`${on}T14:00:00.0000000`) };
    const seen = await jonas('GET', path);
    expect(seen.body['attendees']?.[0]).toMatchObject({ proposedNewTime: inUtc });
    expect(await newest(jonas)).toMatchObject({ proposedNewTime: inUtc });
  });

  it.each([
    ['accept', { proposedNewTime: {} }, {}, 'RequestBodyRead'],
    ['decline', { proposedNewTime: {} }, {}, 'RequestBodyRead'],
    ['accept', {}, { responseRequested: false }, 'ErrorInvalidRequest'],
    ['decline', { sendResponse: 'no' }, {}, 'RequestBodyRead'],
    [
      'tentativelyAccept',
      { proposedNewTime: { start: at('2028-05-01T09:00:00'), end: at('2028-05-01T10:00:00') } },
      { allowNewTimeProposals: false },
      'ErrorInvalidRequest',
    ],
    [
      'decline',
      {
        sendResponse: false,
        proposedNewTime: { start: at('2028-05-01T09:00:00'), end: at('2028-05-01T10:00:00') },
      },
      {},
      'ErrorInvalidRequest',
    ],
  ])('is not answered by %s with %j', async (action, answer, fields, code) => {
    const { body, on } = await meeting(fields);
    const own = await copyOf(lena, body, on);
    const reply = await lena('POST', `/me/events/${keyOf(own)}/${action}`, { body: answer });
    expect(refusal(reply)).toEqual([400, code]);
  });

  it('is passed on to others, whom the organizer then finds among the attendees', async () => {
    const { body, path, on } = await meeting();
    const own = await copyOf(lena, body, on);
    const forward = `/me/events/${keyOf(own)}/forward`;
    const nobody = await lena('POST', forward, { body: { comment: 'x' } });
    expect(refusal(nobody)).toEqual([400, 'ErrorInvalidRecipients']);
    const passed = await lena('POST', forward, {
      body: { toRecipients: [guest('aiko.tanaka')].map(({ emailAddress }) => ({ emailAddress })) },
    });
    expect(passed.status).toBe(202);
    const aiko = fixture.as('Aiko');
    expect(text((await newest(aiko))['subject'])).toBe(`FW: ${text(body['subject'])}`);
    expect(await copyOf(aiko, body, on)).toMatchObject({ isOrganizer: false });
    const seen = await jonas('GET', path);
    expect(Object.values(seen.body['attendees'] ?? {})).toHaveLength(3);
  });
});

describe('a meeting', () => {
  it('at another time asks its attendees again, with a mail', async () => {
    const { body, path, on } = await meeting();
    const own = await copyOf(lena, body, on);
    await lena('POST', `/me/events/${keyOf(own)}/accept`, { body: {} });
    const { body: changed } = await jonas('PATCH', path, {
      body: { start: at(`${on}T11:00:00`), end: at(`${on}T12:00:00`) },
    });
    expect(changed['attendees']?.[0]).toMatchObject({ status: { response: 'none' } });
    expect(await copyOf(lena, body, on)).toMatchObject({
      responseStatus: { response: 'notResponded' },
      showAs: 'tentative',
    });
    expect(await newest(lena)).toMatchObject({ meetingRequestType: 'fullUpdate' });
  });

  it('with other attendees invites the new ones, and is cancelled for those who are gone', async () => {
    const { body, path, on } = await meeting();
    const own = await copyOf(lena, body, on);
    await lena('POST', `/me/events/${keyOf(own)}/accept`, { body: {} });
    await jonas('PATCH', path, {
      body: { attendees: [guest('lena.fischer'), guest('tomas.herrera')] },
    });
    const seen = await jonas('GET', path);
    // An answer stays when the time does.
    expect(seen.body['attendees']?.[0]).toMatchObject({ status: { response: 'accepted' } });
    expect(await newest(fixture.as('Tomás'))).toMatchObject({ subject: body['subject'] });
    expect(await newest(fixture.as('Priya'))).toMatchObject({
      '@odata.type': '#microsoft.graph.eventMessage',
      meetingMessageType: 'meetingCancelled',
      subject: `Canceled: ${text(body['subject'])}`,
    });
    expect(await copyOf(fixture.as('Priya'), body, on)).toMatchObject({ isCancelled: true });
  });

  it('is cancelled by its organizer alone, with a word to everybody', async () => {
    const { body, path, on } = await meeting();
    const own = await copyOf(lena, body, on);
    const wrong = await lena('POST', `/me/events/${keyOf(own)}/cancel`, { body: {} });
    expect(refusal(wrong)).toEqual([400, 'ErrorInvalidRequest']);
    const unknown = await jonas('POST', `${path}/cancel`, { body: { reason: 'x' } });
    expect(refusal(unknown)).toEqual([400, 'RequestBodyRead']);
    const gone = await jonas('POST', `${path}/cancel`, { body: { Comment: 'Snow' } });
    expect(gone.status).toBe(202);
    expect(text((await newest(lena))['bodyPreview'])).toContain('Snow');
    expect(await copyOf(lena, body, on)).toMatchObject({ isCancelled: true, showAs: 'free' });
  });

  it('that recurs is changed, cancelled and answered day by day', async () => {
    const { body, path, on } = await meeting({
      recurrence: {
        pattern: { type: 'daily', interval: 1 },
        range: {
          type: 'numbered',
          startDate: new Date(Date.UTC(2028, 0, day + 1)).toISOString().slice(0, 10),
          numberOfOccurrences: 3,
        },
      },
    });
    const days = [0, 1, 2].map((offset) =>
      new Date(Date.parse(on) + offset * 86_400_000).toISOString().slice(0, 10),
    );
    day += 2;
    const window = `startDateTime=${on}T00:00:00Z&endDateTime=${days[2]}T23:59:59Z`;
    const instances = async () => rowsOf((await jonas('GET', `${path}/instances?${window}`)).body);
    const [first, second, third] = await instances();
    await jonas('PATCH', `/me/events/${keyOf(second)}`, { body: { subject: 'Other' } });
    expect(await copyOf(lena, body, days[1] ?? '')).toMatchObject({
      type: 'exception',
      subject: 'Other',
    });
    await jonas('POST', `/me/events/${keyOf(third)}/cancel`, { body: {} });
    expect(await copyOf(lena, body, days[2] ?? '')).toMatchObject({ isCancelled: true });
    const own = await copyOf(lena, body, on);
    expect((await lena('POST', `/me/events/${keyOf(own)}/decline`, { body: {} })).status).toBe(202);
    expect(await copyOf(lena, body, on)).toEqual({});
    expect((await instances()).map((row) => [text(row['id']), text(row['type'])])).toEqual([
      [text(first?.['id']), 'occurrence'],
      [text(second?.['id']), 'exception'],
    ]);
    const single = await meeting();
    const refused = await jonas('GET', `${single.path}/instances?${window}`);
    expect(refusal(refused)).toEqual([400, 'ErrorInvalidRequest']);
    expect(refusal(await jonas('GET', `${path}/instances`))).toEqual([
      400,
      'ErrorInvalidParameter',
    ]);
  });

  it('online has an address to join, until that is taken out of its text', async () => {
    const { body, path, on } = await meeting({ isOnlineMeeting: true });
    const joinUrl = text(body['onlineMeeting']?.['joinUrl']);
    expect(joinUrl).toContain('https://teams.microsoft.com/l/meetup-join/');
    expect(text(body['body']?.['content'])).toContain(joinUrl);
    expect(body['location']?.['displayName']).toBe('Microsoft Teams Meeting');
    expect((await copyOf(lena, body, on))['onlineMeeting']?.['joinUrl']).toBe(joinUrl);
    const kept = await jonas('PATCH', path, { body: { isOnlineMeeting: false } });
    expect(kept.body['isOnlineMeeting']).toBe(true);
    const lost = await jonas('PATCH', path, {
      body: { body: { contentType: 'html', content: 'New agenda' } },
    });
    expect(lost.body).toMatchObject({ isOnlineMeeting: false, onlineMeeting: null });
    const named = await meeting({ onlineMeetingProvider: 'teamsForBusiness' });
    expect(named.body['isOnlineMeeting']).toBe(true);
    await expect(meeting({ onlineMeetingProvider: 'skypeForBusiness' })).rejects.toThrow(
      'ErrorInvalidRequest',
    );
  });
});
