import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerJson, Door } from './doors.js';
import { startWorkplace, type Workplace } from './start-workplace.js';
import { doorOf } from './through.js';

let place: Workplace;

beforeAll(async () => {
  place = await startWorkplace({ signedIn: ['Maya', 'Jonas'] });
});
afterAll(() => place.close());

const through = (name: Door['name']): Door => doorOf(place, name);

interface Row {
  readonly id: string;
  readonly subject: string;
  readonly start: string;
  readonly end: string;
  readonly isAllDay: boolean;
  readonly seriesId?: string;
  readonly isPrivate?: boolean;
}

interface Hours {
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
}

const rowsOf = (value: AnswerJson): readonly Row[] => value['events'] as unknown as readonly Row[];
const rowOf = (value: AnswerJson): Row => value['event'] as unknown as Row;

/** A Tuesday in the year to come, when there is nothing yet; each door has weeks of its own. */
const tuesday = (name: Door['name'], week: number): string =>
  DateTime.now()
    .startOf('week')
    .plus({ weeks: 30 + week + (name === 'MCP' ? 0 : 10), days: 1 })
    .toISODate();
const dayAfter = (day: string, days: number): string =>
  DateTime.fromISO(day).plus({ days }).toISODate() ?? '';

async function fault(match: object, effect: object): Promise<void> {
  await place.control('POST', '/faults', { match, effect, times: 1 });
}

describe.each(['MCP', 'REST'] as const)('Calendars over %s', (name) => {
  const as =
    (who: string) =>
    async (operation: string, args: Record<string, unknown> = {}) =>
      through(name).call(operation, { account: place.accountOf(who), ...args });
  const maya = async (operation: string, args: Record<string, unknown> = {}) => {
    const answer = await as('Maya')(operation, args);
    expect(answer.problem).toEqual({});
    return answer.value;
  };
  const viewOf = async (who: string, day: string, args: Record<string, unknown> = {}) => {
    const { value } = await as(who)('calendar_view', { day, ...args });
    return rowsOf(value).filter(({ subject }) => subject !== 'Launch stand-up');
  };

  it('are listed, and one is named by its name', async () => {
    const { calendars } = (await maya('calendar_list_calendars')) as unknown as {
      readonly calendars: readonly { readonly name: string; readonly isDefault: boolean }[];
    };
    const main = calendars.find(({ isDefault }) => isDefault);
    expect(main).toMatchObject({ owner: { name: 'Maya Okafor' }, canEdit: true });
    await maya('calendar_view', { calendar: main?.name });
    const { problem } = await as('Maya')('calendar_view', { calendar: 'Holidays of Nowhere' });
    expect(problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'calendar' }] });
    expect(problem.errors?.[0]?.candidates).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: main?.name })]),
    );
  });

  it('show a week with series as single events, in the zone that was asked for', async () => {
    const events = rowsOf(await maya('calendar_view', { week: 'this', timeZone: 'Asia/Kolkata' }));
    const standUps = events.filter(({ subject }) => subject === 'Launch stand-up');
    expect(standUps).toHaveLength(3);
    expect(standUps[0]).toMatchObject({
      start: expect.stringMatching(/T14:00:00\+05:30$/),
      end: expect.stringMatching(/T14:15:00\+05:30$/),
      isAllDay: false,
      myResponse: 'organizer',
      seriesId: expect.any(String),
      joinUrl: expect.stringContaining('https://'),
    });
    expect(events.map(({ start }) => start)).toEqual(events.map(({ start }) => start).toSorted());
  });

  it('answer page by page, only the members asked for', async () => {
    const args = { week: 'this', limit: 2, fields: ['subject'] };
    const first = await maya('calendar_view', args);
    expect(rowsOf(first)).toHaveLength(2);
    expect(Object.keys(rowsOf(first)[0] ?? {}).toSorted()).toEqual(['id', 'subject']);
    const second = await maya('calendar_view', { ...args, cursor: first['nextCursor'] });
    expect(rowsOf(second)[0]?.id).not.toBe(rowsOf(first)[0]?.id);
  });

  it.each([
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ day: 'someday' }, 'day'],
    [{ day: 'today', week: 'this' }, 'week'],
    [{ start: '2027-01-02', end: '2027-01-01' }, 'end'],
    [{ day: 'today', start: '2027-01-01' }, 'start'],
  ])('refuse %j by its field', async (args, field) => {
    const { status, problem } = await as('Maya')('calendar_view', args);
    expect({ status, field: problem.errors?.[0]?.field }).toEqual({ status: 400, field });
  });

  it('take a meeting with people by name and address, whose dry run makes nothing', async () => {
    const day = tuesday(name, 0);
    const args = {
      subject: `Review ${name}`,
      start: `${day}T10:00`,
      end: `${day}T11:30`,
      timeZone: 'W. Europe Standard Time',
      attendees: ['Jonas Lindqvist', 'guest@elsewhere.example'],
      optionalAttendees: ['Priya Raman'],
      location: 'Room 2',
      body: '**Agenda**\n\n- one',
      onlineMeeting: true,
      showAs: 'busy',
      reminderMinutes: 5,
    };
    const dry = await maya('calendar_create_event', { ...args, dryRun: true });
    expect(dry['dryRun']).toMatchObject({
      effect: expect.stringContaining(`Create "Review ${name}"`),
      details: { invites: ['Jonas Lindqvist', 'guest@elsewhere.example', 'Priya Raman'] },
    });
    expect(await viewOf('Maya', day)).toEqual([]);

    const made = rowOf(await maya('calendar_create_event', args));
    expect(made).toMatchObject({
      subject: `Review ${name}`,
      start: expect.stringMatching(new RegExp(`^${day}T10:00:00\\+0[12]:00$`)),
      location: 'Room 2',
      joinUrl: expect.stringContaining('https://'),
    });
    const got = await maya('calendar_get_event', { id: made.id });
    expect(got['event']).toMatchObject({
      body: expect.stringContaining('**Agenda**'),
      reminderMinutes: 5,
      attendees: expect.arrayContaining([
        expect.objectContaining({ name: 'Jonas Lindqvist', type: 'required' }),
        expect.objectContaining({ address: 'guest@elsewhere.example', type: 'required' }),
        expect.objectContaining({ name: 'Priya Raman', type: 'optional' }),
      ]),
    });
    expect((await viewOf('Jonas', day)).map(({ subject }) => subject)).toEqual([`Review ${name}`]);
  });

  it('answer an unknown or ambiguous guest with candidates, and nothing is made', async () => {
    const day = tuesday(name, 1);
    const { problem } = await as('Maya')('calendar_create_event', {
      subject: 'Nobody comes',
      start: `${day}T10:00`,
      attendees: ['Jonas'],
    });
    expect(problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'attendees' }] });
    expect(problem.errors?.[0]?.candidates).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'Jonas Lindqvist' })]),
    );
    expect(await viewOf('Maya', day)).toEqual([]);
  });

  it('hold a meeting once, though the answer was lost and it is sent again', async () => {
    const day = tuesday(name, 2);
    const args = {
      subject: 'Once only',
      start: `${day}T10:00`,
      idempotencyKey: `once-${name}-${day}`,
    };
    await fault({ method: 'POST', path: '/events$' }, { kind: 'dropAnswer' });
    const lost = await as('Maya')('calendar_create_event', args);
    expect(lost.problem).toMatchObject({ code: 'graph_unavailable' });
    const made = rowOf(await maya('calendar_create_event', args));
    expect((await viewOf('Maya', day)).map(({ id }) => id)).toEqual([made.id]);
  });

  it('do not know of a lost answer whether there is a meeting now, where the call had no key', async () => {
    const day = tuesday(name, 2);
    const args = { subject: 'Perhaps', start: `${day}T14:00` };
    await fault({ method: 'POST', path: '/events$' }, { kind: 'dropAnswer' });
    const { problem } = await as('Maya')('calendar_create_event', args);
    expect(problem).toMatchObject({ code: 'outcome_unknown' });
  });

  it('take back what was made, changed and answered', async () => {
    const day = tuesday(name, 1);
    const undo = async (answer: AnswerJson) => {
      expect(answer).toMatchObject({ canUndo: true });
      const { value, problem } = await through(name).call('actions_undo', {
        actionId: answer['actionId'],
      });
      expect({ problem, undone: value['undone'] }).toEqual({ problem: {}, undone: true });
    };
    const made = await maya('calendar_create_event', {
      subject: 'Back and forth',
      start: `${day}T09:00`,
      attendees: ['Jonas Lindqvist'],
      body: '*slanted*',
      reminderMinutes: 10,
    });
    const { id } = rowOf(made);
    const all = async () => (await maya('calendar_get_event', { id }))['event'];
    const before = await all();
    await undo(
      await maya('calendar_update_event', {
        id,
        subject: 'Elsewhere',
        start: `${day}T12:00`,
        location: 'Roof',
        body: 'new',
        showAs: 'free',
        reminderMinutes: null,
        addAttendees: ['Priya Raman'],
        addOptionalAttendees: ['Jonas Lindqvist'],
        recurrence: { frequency: 'daily', count: 3 },
      }),
    );
    expect(await all()).toEqual(before);

    const [invitation] = await viewOf('Jonas', day);
    const answerWith = async (response: string) =>
      (await as('Jonas')('calendar_respond', { id: invitation?.id, response })).value;
    expect(await answerWith('accept')).toMatchObject({ canUndo: false });
    await undo(await answerWith('tentative'));
    expect(await viewOf('Jonas', day)).toMatchObject([{ myResponse: 'accepted' }]);

    await undo(made);
    expect(await viewOf('Maya', day)).toEqual([]);
  });

  it('hold whole days as days, seen from every zone on the same ones', async () => {
    const day = tuesday(name, 3);
    const last = dayAfter(day, 1);
    const made = rowOf(
      await maya('calendar_create_event', {
        subject: 'Retreat',
        start: day,
        end: last,
        isAllDay: true,
      }),
    );
    expect(made).toMatchObject({ start: day, end: last, isAllDay: true });
    for (const timeZone of ['Asia/Tokyo', 'America/Los_Angeles', 'Europe/Berlin']) {
      const seen = await Promise.all(
        [-1, 0, 1, 2].map((days) => viewOf('Maya', dayAfter(day, days), { timeZone })),
      );
      expect(seen.map((events) => events.length)).toEqual([0, 1, 1, 0]);
      expect(seen[1]?.[0]).toMatchObject({ start: day, end: last });
    }
  });

  it('repeat an event, and change one time of it or all', async () => {
    const day = tuesday(name, 4);
    const made = rowOf(
      await maya('calendar_create_event', {
        subject: 'Weekly',
        start: `${day}T09:00`,
        end: `${day}T09:30`,
        recurrence: { frequency: 'weekly', weekdays: ['tuesday', 'thursday'], count: 4 },
      }),
    );
    const thursday = dayAfter(day, 2);
    const [one] = await viewOf('Maya', thursday);
    expect(one).toMatchObject({ seriesId: made.id });
    const series = await maya('calendar_get_event', { id: made.id });
    expect(series['event']).toMatchObject({
      recurrence: { frequency: 'weekly', interval: 1, weekdays: ['tuesday', 'thursday'], count: 4 },
    });

    await maya('calendar_update_event', { id: one?.id, start: `${thursday}T15:00` });
    expect(await viewOf('Maya', thursday)).toMatchObject([
      { start: expect.stringContaining('T15:00'), end: expect.stringContaining('T15:30') },
    ]);

    const next = dayAfter(day, 7);
    const [other] = await viewOf('Maya', next);
    await maya('calendar_update_event', {
      id: other?.id,
      series: true,
      start: `${next}T08:00`,
      subject: 'Early weekly',
    });
    expect(await viewOf('Maya', dayAfter(day, 9))).toMatchObject([
      { subject: 'Early weekly', start: expect.stringContaining('T08:00') },
    ]);
    const moved = await as('Maya')('calendar_update_event', {
      id: made.id,
      start: `${dayAfter(day, 1)}T08:00`,
    });
    expect(moved.problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'start' }] });
    await maya('calendar_cancel_event', { id: made.id });
    expect(await viewOf('Maya', next)).toEqual([]);
  });

  it('refuse a series whose first day is none of its days', async () => {
    const day = tuesday(name, 5);
    const { problem } = await as('Maya')('calendar_create_event', {
      subject: 'Never',
      start: `${day}T09:00`,
      recurrence: { frequency: 'weekly', weekdays: ['friday'] },
    });
    expect(problem.errors?.[0]).toMatchObject({ field: 'recurrence.weekdays' });
  });

  it('are changed with guests added and taken out, and the join part of an online meeting kept', async () => {
    const day = tuesday(name, 5);
    const { id } = rowOf(
      await maya('calendar_create_event', {
        subject: 'Changing',
        start: `${day}T09:00`,
        attendees: ['Jonas Lindqvist'],
        onlineMeeting: true,
        body: 'before',
      }),
    );
    const dry = await maya('calendar_update_event', { id, subject: 'Not yet', dryRun: true });
    expect(dry['dryRun']).toMatchObject({ effect: expect.stringContaining('subject') });
    const changed = await maya('calendar_update_event', {
      id,
      subject: 'Changed',
      body: 'after',
      addAttendees: ['Priya Raman'],
      removeAttendees: ['Jonas Lindqvist'],
    });
    expect(rowOf(changed)).toMatchObject({ subject: 'Changed' });
    const { event } = (await maya('calendar_get_event', { id })) as unknown as {
      readonly event: {
        readonly body: string;
        readonly joinUrl: string;
        readonly attendees: readonly { readonly name: string }[];
      };
    };
    expect(event.attendees.map((one) => one.name)).toEqual(['Priya Raman']);
    expect(event.body).toMatch(/^after/);
    expect(event.body).toContain(event.joinUrl);
    const nobody = await as('Maya')('calendar_update_event', {
      id,
      removeAttendees: ['Jonas Lindqvist'],
    });
    expect(nobody.problem.errors?.[0]).toMatchObject({ field: 'removeAttendees' });
    const nothing = await as('Maya')('calendar_update_event', { id });
    expect(nothing.problem).toMatchObject({ code: 'invalid_input' });
  });

  it('answer invitations, propose other times, and refuse to answer for the organizer', async () => {
    const day = tuesday(name, 6);
    const { id } = rowOf(
      await maya('calendar_create_event', {
        subject: 'Answer me',
        start: `${day}T09:00`,
        attendees: ['Jonas Lindqvist'],
      }),
    );
    const own = await as('Maya')('calendar_respond', { id, response: 'accept' });
    expect(own.problem).toMatchObject({
      code: 'invalid_input',
      detail: expect.stringContaining('calendar_cancel_event'),
    });
    const [invitation] = await viewOf('Jonas', day);
    const notOwn = await as('Jonas')('calendar_cancel_event', { id: invitation?.id });
    expect(notOwn.problem.detail).toContain('calendar_respond');
    const dry = await as('Jonas')('calendar_respond', {
      id: invitation?.id,
      response: 'decline',
      dryRun: true,
    });
    expect(dry.value['dryRun']).toMatchObject({ effect: expect.stringContaining('Decline') });
    const wrong = await as('Jonas')('calendar_respond', {
      id: invitation?.id,
      response: 'accept',
      proposedStart: `${day}T11:00`,
    });
    expect(wrong.problem.errors?.[0]).toMatchObject({ field: 'proposedStart' });
    const answer = await as('Jonas')('calendar_respond', {
      id: invitation?.id,
      response: 'tentative',
      comment: 'Later?',
      proposedStart: `${day}T11:00`,
    });
    expect(answer.value).toMatchObject({ myResponse: 'tentativelyAccepted' });
    expect(await viewOf('Jonas', day)).toMatchObject([{ myResponse: 'tentativelyAccepted' }]);
    await as('Jonas')('calendar_respond', { id: invitation?.id, response: 'decline' });
    expect(await viewOf('Jonas', day)).toEqual([]);
  });

  it('answer quietly where the organizer wants no answers, and say that words would reach nobody', async () => {
    const day = dayAfter(tuesday(name, 6), 1);
    const time = (hour: string) => ({ dateTime: `${day}T${hour}:00:00`, timeZone: 'UTC' });
    const address = String((await place.graph('Jonas', 'GET', '/me')).body['mail']);
    const made = await place.graph('Maya', 'POST', '/me/events', {
      subject: 'No answers, please',
      start: time('09'),
      end: time('10'),
      responseRequested: false,
      attendees: [{ type: 'required', emailAddress: { address } }],
    });
    expect(made.status).toBe(201);
    const [invitation] = await viewOf('Jonas', day);
    const words = { id: invitation?.id, response: 'accept', comment: 'Gladly' };
    const told = await as('Jonas')('calendar_respond', words);
    expect(told.problem.errors?.[0]).toMatchObject({ field: 'comment' });
    const answer = await as('Jonas')('calendar_respond', { ...words, comment: undefined });
    expect(answer.value).toMatchObject({ myResponse: 'accepted' });
    expect(await viewOf('Jonas', day)).toMatchObject([{ myResponse: 'accepted' }]);
  });

  it('call a meeting off with a message to its guests, and an appointment quietly', async () => {
    const day = tuesday(name, 7);
    const meeting = rowOf(
      await maya('calendar_create_event', {
        subject: `Off ${name}`,
        start: `${day}T09:00`,
        attendees: ['Jonas Lindqvist'],
      }),
    );
    const dry = await maya('calendar_cancel_event', { id: meeting.id, dryRun: true });
    expect(dry['dryRun']).toMatchObject({ details: { tells: ['Jonas Lindqvist'] } });
    await maya('calendar_cancel_event', { id: meeting.id, message: 'Sorry' });
    const alone = rowOf(
      await maya('calendar_create_event', { subject: 'Alone', start: `${day}T12:00` }),
    );
    await maya('calendar_cancel_event', { id: alone.id });
    expect(await viewOf('Maya', day)).toEqual([]);
    const gone = await as('Maya')('calendar_get_event', { id: alone.id });
    expect(gone.problem).toMatchObject({ code: 'not_found' });
  });

  it('tell when people are busy, and not with what', async () => {
    const day = tuesday(name, 8);
    for (const start of ['09:00', '09:30']) {
      await maya('calendar_create_event', {
        subject: 'Secret',
        start: `${day}T${start}`,
        attendees: ['Jonas Lindqvist'],
      });
    }
    const args = {
      people: ['Maya Okafor', 'nobody@elsewhere.example'],
      start: day,
      end: dayAfter(day, 1),
    };
    for (const account of [place.accountOf('Jonas'), 'app']) {
      const { value } = await through(name).call('calendar_free_busy', { ...args, account });
      expect(JSON.stringify(value)).not.toContain('Secret');
      expect(value['people']).toMatchObject([
        {
          name: 'Maya Okafor',
          busy: [
            {
              start: expect.stringContaining('T09:00'),
              end: expect.stringContaining('T10:00'),
              status: 'busy',
            },
          ],
          workingHours: { timeZone: expect.any(String), days: expect.arrayContaining(['monday']) },
        },
        { address: 'nobody@elsewhere.example', busy: [], problem: expect.any(String) },
      ]);
    }
    const { problem } = await as('Maya')('calendar_free_busy', {
      people: ['Maya Okafor'],
      start: day,
      end: dayAfter(day, 100),
    });
    expect(problem.errors?.[0]).toMatchObject({ field: 'end' });
  });

  it('find times by Microsoft for people, and by themselves for the app, and say so', async () => {
    const day = tuesday(name, 9);
    await maya('calendar_create_event', {
      subject: 'Taken',
      start: `${day}T09:00`,
      end: `${day}T12:00`,
      timeZone: 'UTC',
    });
    const args = {
      people: ['Maya Okafor', 'Jonas Lindqvist'],
      durationMinutes: 60,
      start: day,
      end: dayAfter(day, 1),
      timeZone: 'UTC',
      limit: 20,
    };
    const { value: known } = await through(name).call('calendar_free_busy', {
      people: args.people,
      start: day,
      end: args.end,
      account: 'app',
    });
    const hours = (known['people'] as unknown as readonly { workingHours: Hours }[]).map(
      ({ workingHours }) => workingHours,
    );
    expect(hours).toHaveLength(2);
    const methods = new Map([
      [place.accountOf('Jonas'), 'suggested by Microsoft'],
      ['app', 'computed'],
    ]);
    for (const [account, method] of methods) {
      const { value } = await through(name).call('calendar_find_times', { ...args, account });
      expect(value).toMatchObject({ method });
      const times = value['times'] as unknown as readonly Row[];
      expect(times.length).toBeGreaterThan(0);
      for (const { start, end } of times) {
        expect(Date.parse(end) - Date.parse(start)).toBe(3_600_000);
        const isFree = end <= `${day}T09:00:00+00:00` || start >= `${day}T12:00:00+00:00`;
        expect({ start, end, isFree }).toEqual({ start, end, isFree: true });
        for (const works of hours) {
          const [from, to] = [start, end].map((time) =>
            DateTime.fromISO(time).setZone(works.timeZone).toFormat('HH:mm'),
          );
          expect(from?.localeCompare(works.start)).toBeGreaterThanOrEqual(0);
          expect(to?.localeCompare(works.end)).toBeLessThanOrEqual(0);
        }
      }
    }
    const past = await as('Maya')('calendar_find_times', {
      ...args,
      end: '2020-01-02',
      start: '2020-01-01',
    });
    expect(past.problem.errors?.[0]).toMatchObject({ field: 'end' });
  });

  it('show private events of others to the app as a time only', async () => {
    const day = tuesday(name, 9);
    await place.graph('Priya', 'POST', '/me/events', {
      subject: 'Doctor',
      sensitivity: 'private',
      start: { dateTime: `${day}T07:00:00`, timeZone: 'UTC' },
      end: { dateTime: `${day}T08:00:00`, timeZone: 'UTC' },
    });
    const whose = { account: 'app', person: 'Priya Raman' };
    const { value } = await through(name).call('calendar_view', { day, ...whose });
    const [event] = rowsOf(value);
    expect(event).toMatchObject({ isPrivate: true, showAs: 'busy' });
    const got = await through(name).call('calendar_get_event', { id: event?.id, ...whose });
    expect(JSON.stringify([value, got.value])).not.toContain('Doctor');
    const nobodys = await through(name).call('calendar_view', { account: 'app' });
    expect(nobodys.problem.errors?.[0]).toMatchObject({ field: 'person' });
  });
});
