import { Router, type Response } from 'express';
import { z } from 'zod';
import type { DirectoryActions } from '../directory/directory-actions.js';

const personSchema = z.strictObject({
  displayName: z.string().min(1),
  jobTitle: z.string().default(''),
  mail: z.email().exactOptional(),
  department: z.string().exactOptional(),
  officeLocation: z.string().exactOptional(),
  accountEnabled: z.boolean().exactOptional(),
});

const personChangeSchema = z.strictObject({
  displayName: z.string().min(1).exactOptional(),
  jobTitle: z.string().exactOptional(),
  mail: z.email().exactOptional(),
  department: z.string().exactOptional(),
  officeLocation: z.string().exactOptional(),
  accountEnabled: z.boolean().exactOptional(),
});

const groupSchema = z.strictObject({
  displayName: z.string().min(1),
  description: z.string().exactOptional(),
  members: z.array(z.string()).default([]),
});

const groupChangeSchema = z.strictObject({
  displayName: z.string().min(1).exactOptional(),
  description: z.string().exactOptional(),
});

const memberSchema = z.strictObject({ userId: z.string() });

/** An administrator's hands: people and groups come, change and go, and Graph notifies of it. */
export function createDirectoryControl(actions: DirectoryActions, commit: () => void): Router {
  const router = Router();
  const answer = (response: Response, status: number, made: unknown): void => {
    commit();
    if (made === undefined || made === false) {
      response.status(404).json({ error: 'There is no such person or group.' });
    } else if (status === 204) response.status(204).end();
    else response.status(status).json(made);
  };

  router.post('/users', (request, response) => {
    answer(response, 201, actions.createUser(personSchema.parse(request.body)));
  });
  router.patch('/users/:id', (request, response) => {
    const change = personChangeSchema.parse(request.body);
    answer(response, 200, actions.changeUser(request.params.id, change));
  });
  router.delete('/users/:id', (request, response) => {
    const isPermanent = request.query['permanent'] === 'true';
    answer(response, 204, actions.deleteUser(request.params.id, isPermanent));
  });
  router.post('/users/:id/restore', (request, response) => {
    answer(response, 204, actions.restoreUser(request.params.id));
  });

  router.post('/groups', (request, response) => {
    const { members, ...group } = groupSchema.parse(request.body);
    answer(response, 201, actions.createGroup({ ...group, memberIds: members }));
  });
  router.patch('/groups/:id', (request, response) => {
    const change = groupChangeSchema.parse(request.body);
    answer(response, 200, actions.changeGroup(request.params.id, change));
  });
  router.delete('/groups/:id', (request, response) => {
    const isPermanent = request.query['permanent'] === 'true';
    answer(response, 204, actions.deleteGroup(request.params.id, isPermanent));
  });
  router.post('/groups/:id/members', (request, response) => {
    const { userId } = memberSchema.parse(request.body);
    answer(response, 204, actions.addMember(request.params.id, userId));
  });
  router.delete('/groups/:id/members/:userId', (request, response) => {
    const { id, userId } = request.params;
    answer(response, 204, actions.removeMember(id, userId));
  });
  return router;
}
