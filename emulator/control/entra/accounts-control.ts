import { Router, type Response } from 'express';
import { z } from 'zod';
import type { DirectoryActions } from '../../directory/directory-actions.js';
import type { Person } from '../../entra/directory.js';
import type { EntraService } from '../../entra/entra-service.js';
import { challengeAccess, revokeSessions } from '../../entra/people/revocations.js';
import { changeSignIn, signInOf } from '../../entra/people/sign-in-records.js';
import { expireRefreshTokens } from '../../entra/token/refresh-tokens.js';
import type { TenantContext } from '../../graph/tenant-context.js';
import { personCalled } from '../people/person-called.js';

const changeSchema = z.strictObject({
  /** Another password ends all sessions, as on the real service. */
  password: z.string().min(1).exactOptional(),
  passwordState: z.enum(['ok', 'expired', 'locked']).exactOptional(),
  mfa: z.enum(['none', 'registered', 'enrol']).exactOptional(),
  isBlocked: z.boolean().exactOptional(),
  isAdmin: z.boolean().exactOptional(),
  isDisabled: z.boolean().exactOptional(),
});

const revokeSchema = z
  .strictObject({
    /** `inactive`: as if the refresh tokens had been left unused for their whole life (AADSTS700082). */
    as: z.enum(['revoked', 'inactive']).default('revoked'),
  })
  .prefault({});

export interface AccountsControlOptions {
  readonly service: EntraService;
  readonly context: TenantContext;
  readonly directory: DirectoryActions;
}

/** How people sign in, and what an administrator does to it. `{id}` is an object id, an address or a first name. */
export function createAccountsControl(options: AccountsControlOptions): Router {
  const { service, directory } = options;
  const router = Router();

  router.get('/people/:id/sign-in', (request, response) => {
    withPerson(options, request.params.id, response, (person) => {
      response.json(describe(service, person));
    });
  });
  router.patch('/people/:id/sign-in', (request, response) => {
    const { isDisabled, ...change } = changeSchema.parse(request.body);
    withPerson(options, request.params.id, response, (person) => {
      changeSignIn(service, person.id, change);
      if (isDisabled !== undefined) {
        directory.changeUser(person.id, { accountEnabled: !isDisabled });
      }
      if (change.password !== undefined) revokeSessions(service, person.id);
      response.json(describe(service, service.people.get(person.id) ?? person));
    });
  });
  router.post('/people/:id/revoke', (request, response) => {
    const { as } = revokeSchema.parse(request.body);
    withPerson(options, request.params.id, response, (person) => {
      if (as === 'inactive') expireRefreshTokens(service, person.id);
      else revokeSessions(service, person.id);
      response.status(204).end();
    });
  });
  router.post('/people/:id/challenge', (request, response) => {
    withPerson(options, request.params.id, response, (person) => {
      challengeAccess(service, person.id);
      response.status(204).end();
    });
  });
  return router;
}

function withPerson(
  { service, context }: AccountsControlOptions,
  name: string,
  response: Response,
  act: (person: Person) => void,
): void {
  const person = personCalled(context, name);
  if (person === undefined) {
    response.status(404).json({ error: `Nobody here is called ${name}` });
    return;
  }
  act(person);
  service.commit();
}

function describe(service: EntraService, person: Person): Record<string, unknown> {
  const { passwordState, mfa, isBlocked, isAdmin } = signInOf(service, person.id);
  return {
    id: person.id,
    userName: person.mail,
    passwordState,
    mfa,
    isBlocked,
    isAdmin,
    isDisabled: person.accountEnabled === false,
  };
}
