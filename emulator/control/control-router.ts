import { json, Router, type ErrorRequestHandler, type Request } from 'express';
import { z, ZodError } from 'zod';
import type { Person } from '../entra/directory.js';
import type { Faults } from '../graph/faults.js';
import type { RequestLog } from '../graph/request-log.js';
import type { Throttling } from '../graph/throttling.js';
import type { PlannerService } from '../planner/planner-service.js';
import type { SettingsHolder } from '../settings.js';
import { streamChanges, textOf } from './change-feed.js';
import { localOnly } from './local-only.js';
import { membersOfPlan } from '../planner/access.js';
import { makePlan } from './plans.js';

const DEFAULT_ACTIVITY = 50;
const DEFAULT_REQUESTS = 1000;

export interface ControlOptions {
  readonly service: PlannerService;
  readonly faults: Faults;
  readonly throttling: Throttling;
  readonly requestLog: RequestLog;
  readonly defaultGroupId: string;
  readonly settings: SettingsHolder;
  /** Further parts of the control API. */
  readonly parts: readonly Router[];
  /** The settings are others now. */
  settingsChanged(): void;
  issueFor(person: Person): Promise<string>;
  newGuid(): string;
  commit(): void;
}

/** What a real Graph does not have: acting as a person, faults, the request log, settings, plans for tests. */
export function createControlRouter(options: ControlOptions): Router {
  const { service, faults, requestLog, throttling } = options;
  const router = Router();
  router.use(localOnly);
  router.use(json({ limit: '1mb' }));

  router.get('/people', (_request, response, next) => {
    peopleWithTokens(options).then(
      (people) => response.set('Cache-Control', 'no-store').json({ people }),
      next,
    );
  });

  router.get('/plans', (_request, response) => {
    const plans = [...service.state.plans.values()].map((plan) => ({
      id: plan.id,
      title: plan.title,
      memberIds: membersOfPlan(service, plan),
    }));
    response.json({ plans });
  });
  router.post('/plans', (request, response) => {
    const plan = makePlan(service, request.body, {
      groupId: options.defaultGroupId,
      newGuid: () => options.newGuid(),
    });
    options.commit();
    response.status(201).json(plan);
  });

  router.get('/changes', (request, response) => {
    streamChanges(service.changes, request, response);
  });
  router.get('/activity', (request, response) => {
    const planId = textOf(request.query['planId']);
    const limit = readCount(request, 'limit', DEFAULT_ACTIVITY);
    response.json({
      activity: service.changes.latest({ ...(planId === undefined ? {} : { planId }), limit }),
    });
  });

  router.post('/faults', (request, response) => {
    response.status(201).json({ id: faults.add(request.body) });
  });
  router.delete('/faults', (_request, response) => {
    faults.clear();
    response.status(204).end();
  });
  router.delete('/faults/:id', (request, response) => {
    response.status(faults.remove(request.params.id) ? 204 : 404).end();
  });

  router.get('/settings', (_request, response) => {
    response.json(options.settings.get());
  });
  router.put('/settings', (request, response) => {
    const settings = options.settings.change(request.body);
    options.settingsChanged();
    response.json(settings);
  });

  router.get('/requests', (request, response) => {
    const since = readCount(request, 'since', 0);
    const limit = readCount(request, 'limit', DEFAULT_REQUESTS);
    response.json({ requests: requestLog.read({ since, limit }) });
  });
  router.delete('/requests', (_request, response) => {
    requestLog.clear();
    throttling.clear();
    response.status(204).end();
  });
  router.get('/stats', (_request, response) => {
    response.json({ ...requestLog.counts(), throttling: throttling.counts() });
  });

  for (const part of options.parts) router.use(part);

  router.use((request, response) => {
    response
      .status(404)
      .json({ error: `The control API has no ${request.method} ${request.path}` });
  });
  router.use(explainBadInput);
  return router;
}

async function peopleWithTokens(
  options: ControlOptions,
): Promise<(Person & { accessToken: string })[]> {
  return await Promise.all(
    [...options.service.people.values()].map(async (person) => ({
      ...person,
      accessToken: await options.issueFor(person),
    })),
  );
}

const explainBadInput: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof ZodError) {
    response.status(400).json({ error: z.prettifyError(error) });
    return;
  }
  next(error);
};

function readCount(request: Request, name: string, fallback: number): number {
  const value = Number(textOf(request.query[name]) ?? fallback);
  return Number.isInteger(value) && value >= 0 ? value : fallback;
}
