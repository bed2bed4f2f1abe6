import { createHash } from 'node:crypto';
import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { badRequest, notFound } from '../graph/graph-failure.js';
import { isObject } from '../schema/check-value.js';
import { requireMembership, requirePermission, type Access } from './access.js';
import type { PlannerService } from './planner-service.js';
import { removePlan } from './plans.js';
import type { RosterRecord } from './records.js';
import { deletedAnswer, listAnswer } from './wire/answers.js';
import { planToWire, showsAllMembers } from './wire/entities.js';

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const ROSTER_TYPE = '#microsoft.graph.plannerRoster';
const MEMBER_TYPE = '#microsoft.graph.plannerRosterMember';

/** Rosters are in beta only: https://learn.microsoft.com/graph/api/resources/plannerroster?view=graph-rest-beta */
export function createRoster(service: PlannerService, call: GraphCall): GraphAnswer {
  requirePermission(call.caller, 'write');
  readBody(call.body, ROSTER_TYPE, []);
  const { caller } = call;
  const roster: RosterRecord = {
    id: service.newGuid(),
    memberIds: caller.kind === 'person' ? [caller.id] : [],
  };
  service.state.rosters.put(roster.id, roster);
  return answer(call, { status: 201, context: 'planner/rosters/$entity', entity: toWire(roster) });
}

export function getRoster(service: PlannerService, call: GraphCall, id: string): GraphAnswer {
  const roster = findRoster(service, call, id, 'read');
  return answer(call, { status: 200, context: 'planner/rosters/$entity', entity: toWire(roster) });
}

/** Goes with its plan, without an etag. */
export function deleteRoster(service: PlannerService, call: GraphCall, id: string): GraphAnswer {
  removeRoster(service, call, findRoster(service, call, id, 'write'));
  return deletedAnswer;
}

export function listPlansOfRoster(
  service: PlannerService,
  call: GraphCall,
  id: string,
): GraphAnswer {
  const roster = findRoster(service, call, id, 'read');
  const rows = plansOf(service, roster).map((plan) =>
    JSON.stringify(planToWire(plan, showsAllMembers(call))),
  );
  return listAnswer(call, { typeName: 'plannerPlan', rows, total: rows.length });
}

export function listRosterMembers(
  service: PlannerService,
  call: GraphCall,
  id: string,
): GraphAnswer {
  const roster = findRoster(service, call, id, 'read');
  const context = `${call.root}/$metadata#planner/rosters('${roster.id}')/members`;
  const value = roster.memberIds.map((memberId) => memberToWire(service, roster, memberId));
  return {
    status: 200,
    body: JSON.stringify({ '@odata.context': context, '@odata.count': value.length, value }),
  };
}

export function addRosterMember(service: PlannerService, call: GraphCall, id: string): GraphAnswer {
  const roster = findRoster(service, call, id, 'write');
  const body = readBody(call.body, MEMBER_TYPE, ['userId', 'tenantId', 'roles']);
  const { userId, tenantId } = body;
  if (typeof userId !== 'string' || service.people.get(userId.toLowerCase()) === undefined) {
    throw badRequest("The 'userId' must be the id of a user.");
  }
  if (tenantId !== undefined && tenantId !== service.tenantId()) {
    throw badRequest('Members of a roster belong to its tenant.');
  }
  const memberId = userId.toLowerCase();
  const memberIds = [...new Set([...roster.memberIds, memberId])];
  service.state.rosters.put(roster.id, { ...roster, memberIds });
  const context = `planner/rosters('${roster.id}')/members/$entity`;
  return answer(call, { status: 201, context, entity: memberToWire(service, roster, memberId) });
}

export function getRosterMember(service: PlannerService, call: GraphCall, id: string): GraphAnswer {
  const roster = findRoster(service, call, id, 'read');
  const memberId = findMember(roster, call);
  const context = `planner/rosters('${roster.id}')/members/$entity`;
  return answer(call, { status: 200, context, entity: memberToWire(service, roster, memberId) });
}

/** A roster that its last member leaves goes, with its plan. */
export function removeRosterMember(
  service: PlannerService,
  call: GraphCall,
  id: string,
): GraphAnswer {
  const roster = findRoster(service, call, id, 'write');
  const gone = findMember(roster, call);
  const memberIds = roster.memberIds.filter((memberId) => memberId !== gone);
  if (memberIds.length === 0) removeRoster(service, call, roster);
  else service.state.rosters.put(roster.id, { ...roster, memberIds });
  return deletedAnswer;
}

function removeRoster(service: PlannerService, call: GraphCall, roster: RosterRecord): void {
  for (const plan of plansOf(service, roster)) removePlan(service, call, plan);
  service.state.rosters.remove(roster.id);
}

function findRoster(
  service: PlannerService,
  call: GraphCall,
  id: string,
  access: Access,
): RosterRecord {
  requirePermission(call.caller, access);
  if (!GUID.test(id)) throw badRequest(`Schema validation has failed. '${id}' is not a roster id.`);
  const roster = service.state.rosters.get(id.toLowerCase());
  if (roster === undefined) throw notFound();
  requireMembership(service, call.caller, { rosterId: roster.id });
  return roster;
}

function findMember(roster: RosterRecord, call: GraphCall): string {
  const wanted = call.segments.at(-1)?.toLowerCase();
  const found = roster.memberIds.find((memberId) => membershipId(roster, memberId) === wanted);
  if (found === undefined) throw notFound();
  return found;
}

function plansOf(service: PlannerService, { id }: RosterRecord) {
  return [...service.state.plans.values()].filter(({ rosterId }) => rosterId === id);
}

/** Its own and always the same, not that of the person. */
function membershipId({ id }: RosterRecord, memberId: string): string {
  const hex = createHash('sha256').update(`${id} ${memberId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function toWire({ id }: RosterRecord): Record<string, unknown> {
  return { '@odata.type': ROSTER_TYPE, id };
}

function memberToWire(
  service: PlannerService,
  roster: RosterRecord,
  memberId: string,
): Record<string, unknown> {
  return {
    '@odata.type': MEMBER_TYPE,
    id: membershipId(roster, memberId),
    userId: memberId,
    tenantId: service.tenantId(),
    roles: [],
  };
}

/** Beta's types are not in the schema of v1.0: what may be written is checked here. */
function readBody(
  body: unknown,
  type: string,
  writable: readonly string[],
): Readonly<Record<string, unknown>> {
  if (!isObject(body)) throw badRequest('The request is invalid: an object is expected.');
  for (const [name, value] of Object.entries(body)) {
    const isGood =
      name === '@odata.type' ? value === type : name.includes('@') || writable.includes(name);
    if (!isGood) throw badRequest(`The request is invalid: '${name}' cannot be written.`);
  }
  return body;
}

function answer(
  call: GraphCall,
  {
    status,
    context,
    entity,
  }: {
    readonly status: 200 | 201;
    readonly context: string;
    readonly entity: Record<string, unknown>;
  },
): GraphAnswer {
  return {
    status,
    body: JSON.stringify({ '@odata.context': `${call.root}/$metadata#${context}`, ...entity }),
  };
}
