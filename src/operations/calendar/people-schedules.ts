import { instantOf } from '../../domain/calendar/event-times.js';
import { spansInView } from '../../domain/calendar/availability-view.js';
import { busyStatuses, mergeBusy, type BusySpan } from '../../domain/calendar/busy-times.js';
import type { WorkingHours } from '../../domain/calendar/meeting-slots.js';
import type { ViewRange } from '../../domain/calendar/view-range.js';
import { toIanaZone } from '../../domain/time/time-zone.js';
import type { Schedule } from '../../graph/calendar/calendar-schemas.js';
import { readSchedules, viewMinutes } from '../../graph/calendar/schedules.js';
import { personOf } from '../../graph/gateway/graph-account.js';
import type { GraphGateway } from '../../graph/gateway/graph-gateway.js';
import { choosePersonalAccount } from '../accounts/person-choice.js';
import type { OperationDeps } from '../define-operation.js';
import { requirePersonId } from '../names/require-id.js';
import type { OperationCall } from '../operation-call.js';
import { inUtc } from './event-range.js';
import type { MailAddress } from '../../graph/mail/write-message.js';
import { resolveRecipients } from '../mail/recipients.js';

/** When one of the people that were asked about is busy. */
export interface PersonSchedule {
  readonly person: MailAddress;
  readonly busy: readonly BusySpan[];
  /** Null: not known. */
  readonly workingHours: WorkingHours | null;
  /** Why nothing is known; null: it is. */
  readonly problem: string | null;
}

/** Who asks when people are free. */
export interface Asker {
  readonly graph: GraphGateway;
  /** `/users/{id}`: an app asks as the first of those people. */
  readonly path: string;
  /** Object id; null: an app. */
  readonly self: string | null;
}

export async function chooseAsker(
  deps: Pick<OperationDeps, 'accounts' | 'names' | 'graphFor'>,
  call: OperationCall,
  {
    account: named,
    people,
  }: { readonly account?: string | undefined; readonly people: readonly string[] },
): Promise<Asker> {
  const account = await choosePersonalAccount(deps, call, named);
  const self = personOf(account);
  const [first = ''] = people;
  const id = self ?? (await requirePersonId(deps.names, first.trim(), 'people.0'));
  return { graph: deps.graphFor(account, call), path: `/users/${encodeURIComponent(id)}`, self };
}

/** The people by `field`, and before them the one who asks, where that is a person; nobody twice. */
export async function findPeople(
  deps: Pick<OperationDeps, 'names' | 'metadata'>,
  people: readonly string[],
  { field, self }: { readonly field: string; readonly self: string | null },
): Promise<readonly MailAddress[]> {
  const wanted = { account: self === null ? [] : [self], [field]: people };
  const found = await resolveRecipients(deps, wanted);
  const all = [...(found['account'] ?? []), ...(found[field] ?? [])];
  return [...new Map(all.map((one) => [one.address.toLowerCase(), one])).values()];
}

/** Of everybody, in their order, without what they do. */
export async function readPeopleSchedules(
  { graph, path }: Pick<Asker, 'graph' | 'path'>,
  people: readonly MailAddress[],
  { from, to }: Pick<ViewRange, 'from' | 'to'>,
): Promise<readonly PersonSchedule[]> {
  const schedules = await readSchedules(graph, path, {
    addresses: people.map(({ address }) => address),
    start: inUtc(from),
    end: inUtc(to),
  });
  return people.map((person) => {
    const wanted = person.address.toLowerCase();
    const schedule = schedules.find(({ scheduleId }) => scheduleId?.toLowerCase() === wanted);
    if (schedule === undefined) return unknown(person, 'Microsoft Graph says nothing of it');
    if (schedule.error != null) {
      return unknown(person, schedule.error.message ?? schedule.error.responseCode ?? 'not known');
    }
    return {
      person,
      busy: mergeBusy(busySpans(schedule, Date.parse(from))),
      workingHours: toWorkingHours(schedule.workingHours),
      problem: null,
    };
  });
}

function unknown(person: MailAddress, problem: string): PersonSchedule {
  return { person, busy: [], workingHours: null, problem };
}

function busySpans(
  { scheduleItems, availabilityView }: Schedule,
  start: number,
): readonly BusySpan[] {
  const items = scheduleItems ?? [];
  if (items.length === 0) {
    return spansInView(availabilityView ?? '', { start, stepMs: viewMinutes * 60_000 });
  }
  return items.flatMap((item) => {
    const status = busyStatuses.find((one) => one === item.status);
    const [start, end] = [instantOf(item.start).toMillis(), instantOf(item.end).toMillis()];
    return status === undefined || end <= start ? [] : [{ start, end, status }];
  });
}

/** Outlook names a zone of its own making "Customized Time Zone"; then the hours say nothing. */
function toWorkingHours(hours: Schedule['workingHours']): WorkingHours | null {
  const timeZone = toIanaZone(hours?.timeZone?.name ?? '');
  const [start, end] = [hours?.startTime?.slice(0, 5), hours?.endTime?.slice(0, 5)];
  const days = hours?.daysOfWeek ?? [];
  if (timeZone === null || start === undefined || end === undefined || days.length === 0)
    return null;
  return { days, start, end, timeZone };
}
